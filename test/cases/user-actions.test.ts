import { expect } from '@open-wc/testing';
import { pageOf, player, playTo, seek } from '../player-harness.ts';

/** Seconds between what happens in these recordings; what is looked at is a second and a half later. */
const STEP = 4;

type Data = Readonly<Record<string, unknown>>;

interface Case {
  readonly name: string;
  /** Children of the body. */
  readonly body: readonly Data[];
  readonly css?: string;
  /** More of the head. */
  readonly head?: readonly Data[];
  /** What happens every four seconds, several events at once where it is a list; the first at 4 s. */
  readonly steps: readonly (Data | readonly Data[])[];
  readonly see: (page: Document) => unknown;
  /** What is seen before anything has happened, and after each step. */
  readonly seen: readonly unknown[];
}

const text = (id: number, textContent: string): Data => ({ type: 3, id, textContent });
const element = (
  id: number,
  tagName: string,
  attributes: Data = {},
  childNodes: readonly Data[] = [],
): Data => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
const shadow = (node: Data): Data => ({ ...node, isShadow: true });
const host = (node: Data): Data => ({ ...node, isShadowHost: true });

const over = (id: number): Data => ({ source: 1, positions: [{ x: 5, y: 5, id, timeOffset: 0 }] });
const interaction =
  (type: number) =>
  (id: number): Data => ({ source: 2, type, id, x: 5, y: 5 });
const [up, down, click, focus, blur] = [0, 1, 2, 5, 6].map(interaction) as [
  ReturnType<typeof interaction>,
  ReturnType<typeof interaction>,
  ReturnType<typeof interaction>,
  ReturnType<typeof interaction>,
  ReturnType<typeof interaction>,
];
const press = (id: number) => [over(id), down(id), up(id), click(id)];
const fullScreen = (id: number, enter: boolean): Data => ({
  tag: 'rrweb/fullscreen',
  payload: { id, enter },
});
const change = (changes: Data): Data => ({
  source: 0,
  adds: [],
  removes: [],
  texts: [],
  attributes: [],
  ...changes,
});

function recordingOf({ body, css = '', head = [], steps }: Case): object[] {
  const style = element(90, 'style', { _cssText: `body{margin:0}${css}` });
  const html = element(91, 'html', {}, [
    element(92, 'head', {}, [style, ...head]),
    element(93, 'body', {}, body),
  ]);
  const node = {
    type: 0,
    id: 1,
    childNodes: [{ type: 1, id: 94, name: 'html', publicId: '', systemId: '' }, html],
  };
  const events = steps.flatMap((step, i) =>
    [step].flat().map((data, j) => ({
      type: 'tag' in data ? 5 : 3,
      timestamp: 1_790_000_000_000 + (i + 1) * STEP * 1000 + j,
      data,
    })),
  );
  return [
    {
      type: 4,
      timestamp: 1_790_000_000_000,
      data: { href: 'https://shop.example/', width: 1000, height: 700 },
    },
    { type: 2, timestamp: 1_790_000_000_000, data: { node, initialOffset: { left: 0, top: 0 } } },
    ...events,
    { type: 3, timestamp: 1_790_000_000_000 + (steps.length + 1) * STEP * 1000, data: over(93) },
  ];
}

const styleOf = (page: Document, selector: string) =>
  page.defaultView!.getComputedStyle(page.querySelector(selector)!);
const isRed = (page: Document, selector: string) => styleOf(page, selector).color === 'rgb(255, 0, 0)';
const sizeOf = (found: Element) => {
  const { left, top, width, height } = found.getBoundingClientRect();
  return [left, top, width, height].join(' ');
};

const RED = '{color:rgb(255,0,0)}';

const CASES: readonly Case[] = [
  {
    name: 'hover in whatever way its rule is written',
    css: `#a:hover${RED} .hover\\:b:hover${RED} p{color:} #c:hover${RED} #d:is(:hover,:focus)${RED} @media (min-device-width:500px) and (max-device-width:1500px){#e:hover${RED}}`,
    head: [
      { ...element(80, 'style', {}, [text(81, '#f:ho'), text(82, `ver${RED}`)]) },
      element(83, 'svg', { xmlns: 'http://www.w3.org/2000/svg' }),
    ],
    body: [
      element(
        10,
        'main',
        {},
        'abcdef'.split('').map((name, i) => element(11 + i, 'p', { id: name, class: 'hover:b' }, [])),
      ),
    ],
    steps: [11, 12, 13, 14, 15, 16].map(over),
    see: (page) =>
      [...page.querySelectorAll('p')]
        .filter(({ id }) => isRed(page, `#${id}`))
        .map(({ id }) => id)
        .join(''),
    // The second rule is for each of them.
    seen: ['', 'a', 'b', 'c', 'd', 'e', 'f'],
  },
  {
    name: 'hover in a style element whose text changes',
    head: [element(80, 'style', {}, [text(81, 'p{}')]), element(82, 'style')],
    body: [element(10, 'p', {}, [text(11, 'a:hover{}')])],
    steps: [
      over(10),
      change({ texts: [{ id: 81, value: `p:hover${RED}` }] }),
      change({ texts: [{ id: 81, value: '' }] }),
      change({ adds: [{ parentId: 82, nextId: null, node: text(83, `p:hov`) }] }),
      change({ adds: [{ parentId: 82, nextId: null, node: text(84, `er${RED}`) }] }),
      change({ texts: [{ id: 11, value: 'b:hover{}' }] }),
    ],
    see: (page) => `${page.querySelector('p')!.textContent} ${isRed(page, 'p')}`,
    seen: [
      'a:hover{} false',
      'a:hover{} false',
      'a:hover{} true',
      'a:hover{} false',
      'a:hover{} false',
      'a:hover{} true',
      'b:hover{} true',
    ],
  },
  {
    name: 'hover around a shadow root and a slot',
    css: `x-a:hover b${RED}`,
    body: [
      host(
        element(10, 'x-a', {}, [
          element(11, 'b', {}, [text(12, 'x')]),
          shadow(
            element(13, 'style', {}, [
              text(14, `div:hover i${RED} :host(:hover) u${RED} ::slotted(b:hover){left:1px}`),
            ]),
          ),
          shadow(element(15, 'div', {}, [element(16, 'slot'), element(17, 'i')])),
          shadow(element(18, 'u')),
        ]),
      ),
    ],
    steps: [over(12), over(18), over(93)],
    see: (page) => {
      const root = page.querySelector('x-a')!.shadowRoot!;
      const color = (found: Element) =>
        Number(page.defaultView!.getComputedStyle(found).color === 'rgb(255, 0, 0)');
      const [b, i, u] = [page.querySelector('b')!, root.querySelector('i')!, root.querySelector('u')!];
      return `${color(b)}${color(i)}${color(u)} ${page.defaultView!.getComputedStyle(b).left}`;
    },
    seen: ['000 auto', '111 1px', '101 auto', '000 auto'],
  },
  {
    name: 'hover of a node that is taken away and comes again',
    css: `p:hover,main:hover{color:rgb(255,0,0)}`,
    body: [element(10, 'main', {}, [element(11, 'p')])],
    steps: [
      over(11),
      change({ removes: [{ parentId: 10, id: 11 }] }),
      change({ adds: [{ parentId: 10, nextId: null, node: element(11, 'p', { class: 'new' }) }] }),
      change({ attributes: [{ id: 11, attributes: { class: 'newer' } }] }),
    ],
    see: (page) => `${isRed(page, 'main')} ${page.querySelector('p') ? isRed(page, 'p') : 'none'}`,
    seen: ['false false', 'true true', 'false none', 'true true', 'true true'],
  },
  {
    name: 'focus, and whether it is shown',
    css: `:focus{left:1px} main:focus-within{left:2px} :focus-visible${RED}`,
    body: [element(10, 'main', {}, [element(11, 'button'), element(12, 'input'), element(13, 'a')])],
    steps: [
      [down(11), focus(11), up(11), click(11)],
      [blur(11), down(12), focus(12), up(12), click(12)],
      [blur(12), focus(13)],
      [blur(13)],
      [down(13), up(13), click(13), focus(11)],
    ],
    see: (page) =>
      ['main', 'button', 'input', 'a']
        .map((name) => `${styleOf(page, name).left}${isRed(page, name) ? '!' : ''}`)
        .join(' '),
    seen: [
      'auto auto auto auto',
      '2px 1px auto auto',
      '2px auto 1px! auto',
      '2px auto auto 1px!',
      'auto auto auto auto',
      '2px 1px auto auto',
    ],
  },
  {
    name: 'the ring around what has the focus, as the browser draws it',
    css: '#plain{outline:none}',
    body: [element(10, 'a', { id: 'ring' }), element(11, 'a', { id: 'plain' })],
    steps: [focus(10), [blur(10), focus(11)]],
    see: (page) => ['#ring', '#plain'].map((name) => styleOf(page, name).outlineStyle).join(' '),
    seen: ['none none', 'auto none', 'none none'],
  },
  {
    name: 'what is pressed',
    css: `:active{left:1px}`,
    body: [element(10, 'main', {}, [element(11, 'p')]), element(12, 'p', { class: 'b' })],
    steps: [down(11), up(11), down(12), { source: 12, positions: [{ x: 1, y: 1, id: 12, timeOffset: 0 }] }],
    see: (page) => ['main', 'p', '.b'].map((name) => styleOf(page, name).left).join(' '),
    seen: ['auto auto auto', '1px 1px auto', 'auto auto auto', 'auto auto 1px', 'auto auto auto'],
  },
  {
    name: 'a part under the mouse, for rules of the page around',
    css: 'x-a::part(p):hover{left:1px} x-a::part(p):focus::before{content:"f"}',
    body: [
      host(
        element(10, 'x-a', {}, [
          shadow(element(11, 'button', { part: 'p' })),
          shadow(element(12, 'button', { part: 'p', class: 'b' })),
        ]),
      ),
    ],
    steps: [
      over(11),
      change({ attributes: [{ id: 11, attributes: { part: 'o p' } }] }),
      [over(12), focus(12)],
      [over(93), blur(12)],
    ],
    see: (page) =>
      [...page.querySelector('x-a')!.shadowRoot!.querySelectorAll('button')]
        .map((button) => {
          const { left } = page.defaultView!.getComputedStyle(button);
          const { content } = page.defaultView!.getComputedStyle(button, '::before');
          return `${left} ${content} ${button.part.value}`;
        })
        .map((found) => found.replaceAll(/ data-replay-\S+/g, ''))
        .join(', '),
    seen: [
      'auto none p, auto none p',
      '1px none p, auto none p',
      '1px none o p, auto none p',
      'auto none o p, 1px "f" p',
      'auto none o p, auto none p',
    ],
  },
  {
    name: 'one element after the other in full screen',
    css: `div{width:50px;height:40px;transform:translateX(9px)} [popover]{width:7px} :fullscreen{background:rgb(1,2,3)} main:not(:fullscreen) i${RED}`,
    body: [
      element(
        10,
        'main',
        { style: 'transform:scale(.5);transform-origin:0 0;overflow:hidden;height:300px' },
        [element(11, 'div', { class: 'a' }, [element(12, 'i')]), element(13, 'div', { class: 'b' })],
      ),
    ],
    steps: [
      fullScreen(11, true),
      [fullScreen(11, false), fullScreen(13, true)],
      fullScreen(13, false),
      fullScreen(91, true),
    ],
    see: (page) => ['.a', '.b'].map((name) => sizeOf(page.querySelector(name)!)).join(', '),
    seen: [
      '4.5 0 25 20, 4.5 20 25 20',
      '0 0 1000 700, 4.5 0 25 20',
      '4.5 0 25 20, 0 0 1000 700',
      '4.5 0 25 20, 4.5 20 25 20',
      '4.5 0 25 20, 4.5 20 25 20',
    ],
  },
  {
    name: 'full screen in a shadow root, and a page that changes meanwhile',
    body: [
      host(element(10, 'x-a', {}, [shadow(element(11, 'div', { style: 'width:50px;height:40px' }))])),
      element(12, 'p'),
    ],
    steps: [
      fullScreen(11, true),
      change({ attributes: [{ id: 12, attributes: { class: 'x' } }] }),
      change({ removes: [{ parentId: 93, id: 10 }] }),
    ],
    see: (page) => {
      const found = page.querySelector('x-a')?.shadowRoot?.querySelector('div');
      return found ? sizeOf(found) : `none ${page.querySelectorAll('[popover]').length}`;
    },
    seen: ['0 0 50 40', '0 0 1000 700', '0 0 1000 700', 'none 0'],
  },
  {
    name: 'popovers and their buttons',
    body: [
      element(10, 'button', { popovertarget: 'auto' }, [text(11, 'x')]),
      element(12, 'button', { popovertarget: 'manual', popovertargetaction: 'show' }),
      element(13, 'div', { id: 'auto', popover: '' }, [element(14, 'button', { popovertarget: 'inner' })]),
      element(15, 'div', { id: 'manual', popover: 'manual' }),
      element(16, 'div', { id: 'inner', popover: 'auto' }),
      element(17, 'p'),
    ],
    steps: [
      press(11),
      press(14),
      press(13),
      press(12),
      press(12),
      press(10),
      press(10),
      press(16),
      press(17),
    ],
    see: (page) => [...page.querySelectorAll(':popover-open')].map(({ id }) => id).join(' '),
    seen: ['', 'auto', 'auto inner', 'auto', 'manual', 'manual', 'auto manual', 'manual', 'manual', 'manual'],
  },
  {
    name: 'a menu with a masked value',
    body: [
      element(10, 'select', { rr_maskedSelect: true }, [
        element(11, 'option', { value: 'a' }),
        element(12, 'option', { value: 'b' }),
      ]),
      element(13, 'select', { class: 'b' }, [element(14, 'option', { value: 'c' })]),
    ],
    steps: [
      change({ attributes: [{ id: 13, attributes: { rr_maskedSelect: 'true' } }] }),
      change({ adds: [{ parentId: 10, nextId: null, node: element(15, 'option', { value: 'd' }) }] }),
      { source: 5, id: 10, text: 'b', isChecked: false },
    ],
    see: (page) =>
      [...page.querySelectorAll('select')]
        .map((select) => `${select.selectedIndex}${select.hasAttribute('rr_maskedselect') ? '!' : ''}`)
        .join(' '),
    seen: ['-1 0', '-1 -1', '-1 -1', '1 -1'],
  },
  {
    name: 'a menu with a masked value of a recorder that only says the value',
    body: [
      element(10, 'select', { value: '*****' }, [
        element(11, 'option', { value: 'a' }),
        element(12, 'option', { value: 'b' }),
      ]),
      element(13, 'select', { value: '*' }, [
        element(14, 'option', { value: 'c' }),
        element(15, 'option', { value: '*', selected: true }),
      ]),
      element(16, 'select', { value: 'd', class: 'b' }, [element(17, 'option', { value: 'd' })]),
    ],
    steps: [
      change({ adds: [{ parentId: 10, nextId: null, node: element(18, 'option', { value: 'e' }) }] }),
      { source: 5, id: 16, text: '******', isChecked: false },
      change({ adds: [{ parentId: 16, nextId: null, node: element(19, 'option', { value: 'f' }) }] }),
      { source: 5, id: 16, text: 'f', isChecked: false },
      change({ adds: [{ parentId: 16, nextId: null, node: element(20, 'option', { value: 'g' }) }] }),
    ],
    see: (page) => [...page.querySelectorAll('select')].map((select) => select.selectedIndex).join(' '),
    seen: ['-1 1 0', '-1 1 0', '-1 1 -1', '-1 1 -1', '-1 1 1', '-1 1 1'],
  },
  {
    name: 'fields for numbers and dates with a masked value',
    css: 'input[type=number]{left:1px} input[type="text"]{left:2px} input[type=date]{left:3px}',
    body: [
      element(10, 'input', { type: 'number', value: '***' }),
      element(11, 'input', { type: 'date' }),
      element(12, 'input', { type: 'text', value: '****' }),
    ],
    steps: [
      { source: 5, id: 11, text: '**********', isChecked: false },
      [
        change({ attributes: [{ id: 10, attributes: { value: '12' } }] }),
        change({ attributes: [{ id: 11, attributes: { value: '2024-01-02' } }] }),
      ],
      [
        { source: 5, id: 10, text: '**', isChecked: false },
        { source: 5, id: 11, text: '2024-02-03', isChecked: false },
      ],
      change({ attributes: [{ id: 10, attributes: { type: 'date' } }] }),
    ],
    see: (page) =>
      [...page.querySelectorAll('input')]
        .map((input) => `${input.value} ${page.defaultView!.getComputedStyle(input).left}`)
        .join(', '),
    seen: [
      '*** 1px,  3px, **** 2px',
      '*** 1px, ********** 3px, **** 2px',
      '12 1px, ********** 3px, **** 2px',
      '** 1px, 2024-02-03 3px, **** 2px',
      '** 3px, 2024-02-03 3px, **** 2px',
    ],
  },
  {
    name: 'custom elements of a recorder that tells of none',
    css: 'x-a:not(:defined){display:none}',
    body: [element(10, 'x-a', {}, [text(11, 'a')]), element(12, 'p')],
    steps: [change({ adds: [{ parentId: 93, nextId: null, node: element(13, 'x-a', { class: 'b' }) }] })],
    see: (page) =>
      [...page.querySelectorAll('x-a')]
        .map((_, i) => styleOf(page, `x-a:nth-of-type(${i + 1})`).display)
        .join(' '),
    seen: ['inline', 'inline inline'],
  },
  {
    name: 'custom elements that are defined later, or never',
    css: ':not(:defined){display:none}',
    body: [element(10, 'x-a'), element(11, 'x-b'), { ...element(12, 'x-c'), isCustom: true }],
    steps: [
      { source: 16, define: { name: 'x-a' } },
      change({
        adds: [
          { parentId: 93, nextId: null, node: { ...element(13, 'x-a', { class: 'b' }), isCustom: true } },
        ],
      }),
    ],
    see: (page) => ['x-a', 'x-b', 'x-c'].map((name) => styleOf(page, name).display).join(' '),
    seen: ['none none inline', 'inline none inline', 'inline none inline'],
  },
  {
    name: 'what Firefox calls -webkit-box-orient',
    css: '.a{display:-webkit-box;-moz-box-orient:vertical}',
    body: [
      element(10, 'p', { class: 'a' }),
      element(11, 'p', { class: 'b', style: '-moz-box-orient: vertical;' }),
    ],
    steps: [change({ attributes: [{ id: 11, attributes: { style: { '-moz-box-orient': 'horizontal' } } }] })],
    see: (page) =>
      ['.a', '.b'].map((name) => styleOf(page, name).getPropertyValue('-webkit-box-orient')).join(' '),
    seen: ['vertical vertical', 'vertical horizontal'],
  },
];

/** In the middle of what comes after so many steps. */
const momentOf = (step: number) => step * STEP + 1.5;

describe('what the user did', function () {
  this.timeout(120_000);
  for (const one of CASES) {
    const load = () => player(recordingOf(one));
    const steps = one.seen.map((_, step) => step);

    it(`${one.name}, by jumps ahead and back`, async () => {
      const element = await load();
      for (const step of [...steps, ...steps.toReversed()]) {
        await seek(element, momentOf(step));
        expect(one.see(pageOf(element)), `after step ${step}`).to.deep.equal(one.seen[step]);
      }
    });

    it(`${one.name}, each moment by itself`, async () => {
      for (const step of steps) {
        const element = await load();
        await seek(element, momentOf(step));
        expect(one.see(pageOf(element)), `after step ${step}`).to.deep.equal(one.seen[step]);
        element.remove();
      }
    });

    it(`${one.name}, by playing`, async () => {
      const element = await load();
      element.idle = 'keep';
      element.playbackRate = 2;
      for (const step of steps) {
        await playTo(element, momentOf(step));
        expect(one.see(pageOf(element)), `after step ${step}`).to.deep.equal(one.seen[step]);
      }
    });

    it(`${one.name}, by short hops`, async () => {
      const element = await load();
      for (const step of steps) {
        for (let at = momentOf(step) - STEP; at <= momentOf(step); at += 1)
          if (at > 0) await seek(element, at);
        expect(one.see(pageOf(element)), `after step ${step}`).to.deep.equal(one.seen[step]);
      }
    });
  }
});
