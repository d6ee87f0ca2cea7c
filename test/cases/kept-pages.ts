/** Recordings of a page of which full snapshots are taken again, and what is on it all the same. */
import type { PageCheck } from './check-page.ts';
import { attach, el, type Happening, htmlPage, mutation, page, START, text } from './recording.ts';

/** Recorders take a full snapshot of a page again and again; this is when. */
const CHECKPOINTS = [2000, 4000];
/** Milliseconds: between the two. */
export const AGAIN = 2600;
/** Seconds: behind both. */
export const LATER = 5;

export const GREEN = 'rgb(0, 128, 0)';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Node = ReturnType<typeof htmlPage>;

/** A page with all that a snapshot cannot hold the state of; numbers from 20 on. */
export const shop = (more: readonly Node[] = [], css = ''): Node =>
  htmlPage(
    [
      el(20, 'a', { href: '#' }, [text(21, 'link')]),
      el(22, 'input', { type: 'text' }),
      el(23, 'canvas', { width: '100', height: '50' }),
      ...more,
    ],
    [
      el(10, 'style', {
        _cssText: `a:hover, input:focus { color: ${GREEN}; } ${css}`,
      }),
    ],
  );

export const taken = (at: number, node: Node): Happening[] => [
  [at - 1, { href: 'https://shop.example/', width: 1000, height: 700 }, 4],
  [at, { node, initialOffset: { left: 0, top: 0 } }, 2],
];

export const mouse = (at: number, id: number): Happening => [
  at,
  { source: 1, positions: [{ x: 30, y: 15, id, timeOffset: 0 }] },
];

/** A recording of six seconds. */
export function recorded(...happenings: readonly Happening[]): object[] {
  return [...happenings, [6000, { tag: 'end', payload: {} }, 5] as Happening]
    .map(([at, data, type = 3]) => ({ type, timestamp: START + at, data }))
    .sort((a, b) => a.timestamp - b.timestamp);
}

/** What happens on a page, which is taken again twice behind it, as it is then. */
export function kept(
  first: Node,
  happenings: readonly Happening[],
  then = first,
  behind: readonly Happening[] = [],
) {
  const again = CHECKPOINTS.flatMap((at) => taken(at, then));
  return recorded(...taken(1, first), ...happenings, ...again, ...behind);
}

export const colorOf = (selector: string) => (d: Document) =>
  d.defaultView!.getComputedStyle(d.querySelector(selector)!).color;
export const picture = (d: Document) =>
  d.defaultView!.getComputedStyle(d.querySelector('canvas')!).backgroundImage.includes('data:image');
export const inFrame = (d: Document) => d.querySelector('iframe')!.contentDocument!;

const draw = (id: number, commands: readonly object[]): object => ({ source: 9, id, type: 0, commands });
export const rectangle = draw(23, [
  { property: 'fillStyle', args: ['green'], setter: true },
  { property: 'fillRect', args: [0, 0, 100, 50] },
]);
const bitmap = draw(23, [
  { property: 'clearRect', args: [0, 0, 100, 50] },
  {
    property: 'drawImage',
    args: [
      {
        rr_type: 'ImageBitmap',
        args: [{ rr_type: 'Blob', data: [{ rr_type: 'ArrayBuffer', base64: PIXEL }], type: 'image/png' }],
      },
      0,
      0,
      100,
      50,
    ],
  },
]);

export const frame = el(30, 'iframe', { rr_src: 'https://pay.example/', width: '300', height: '100' });
export const inner = (attributes = {}): Node =>
  page(500, [
    el(501, 'html', attributes, [
      el(502, 'head'),
      el(503, 'body', {}, [
        el(504, 'p', {}, [text(505, 'pay 10')]),
        el(506, 'input', { value: '' }),
        el(507, 'div', { style: 'height: 900px' }),
      ]),
    ]),
  ]);

export const focus: Happening = [600, { source: 2, type: 5, id: 22 }];
const popover = [
  el(40, 'button', { popovertarget: 'menu' }, [text(41, 'menu')]),
  el(42, 'div', { id: 'menu', popover: '' }, [text(43, 'entry')]),
];
const dialog = (attributes: object) => el(45, 'dialog', attributes, [text(46, 'really?')]);

/** What is still there behind two more full snapshots, but for the moment to look at. */
export const KEPT: readonly Omit<PageCheck, 'at'>[] = [
  {
    name: 'keeps the mouse where it is, and what is under it',
    recording: kept(shop(), [mouse(500, 20)]),
    probe: (d, f) => [
      f.parentElement!.querySelector<HTMLElement>('.replayer-mouse')!.style.left,
      colorOf('a')(d),
    ],
    expect: ['30px', GREEN],
  },
  {
    name: 'goes on with the mouse behind it',
    recording: kept(shop(), [mouse(500, 20)], shop(), [mouse(4500, 22)]),
    probe: (d) => colorOf('a')(d) === GREEN,
    expect: false,
  },
  {
    name: 'keeps the focus',
    recording: kept(shop(), [focus]),
    probe: colorOf('input'),
    expect: GREEN,
  },
  {
    name: 'keeps no focus that was lost',
    recording: kept(shop(), [focus, [700, { source: 2, type: 6, id: 22 }]]),
    probe: (d) => colorOf('input')(d) === GREEN,
    expect: false,
  },
  {
    name: 'keeps what was drawn on a canvas',
    recording: kept(shop(), [[500, rectangle]]),
    probe: picture,
    expect: true,
  },
  {
    name: 'keeps the last picture of a canvas',
    recording: kept(shop(), [[500, bitmap]]),
    probe: picture,
    expect: true,
  },
  {
    name: 'keeps what was selected',
    recording: kept(shop(), [
      [500, { source: 14, ranges: [{ start: 21, startOffset: 0, end: 21, endOffset: 4 }] }],
    ]),
    probe: (d) => d.getSelection()?.toString(),
    expect: 'link',
  },
  {
    name: 'keeps a popover open that was opened by its button',
    recording: kept(shop(popover), [[500, { source: 2, type: 2, id: 40, x: 5, y: 5 }]]),
    probe: (d) => d.querySelector('#menu')!.matches(':popover-open'),
    expect: true,
  },
  {
    name: 'keeps a popover closed that a dialog has closed',
    recording: kept(
      shop([...popover, dialog({})]),
      [
        [500, { source: 2, type: 2, id: 40, x: 5, y: 5 }],
        [700, mutation({ attributes: [{ id: 45, attributes: { open: '', rr_open_mode: 'modal' } }] })],
      ],
      shop([...popover, dialog({ open: '', rr_open_mode: 'modal' })]),
    ),
    probe: (d) => [...d.querySelectorAll(':popover-open, :modal')].map(({ localName }) => localName),
    expect: ['dialog'],
  },
  {
    name: 'keeps a popover closed that a dialog has closed which came at once',
    recording: kept(
      shop(popover),
      [
        [500, { source: 2, type: 2, id: 40, x: 5, y: 5 }],
        [
          700,
          mutation({
            adds: [{ parentId: 5, nextId: null, node: dialog({ open: '', rr_open_mode: 'modal' }) }],
          }),
        ],
      ],
      shop([...popover, dialog({ open: '', rr_open_mode: 'modal' })]),
    ),
    probe: (d) => [...d.querySelectorAll(':popover-open, :modal')].map(({ localName }) => localName),
    expect: ['dialog'],
  },
  {
    name: 'keeps an element in full screen',
    recording: kept(shop([el(50, 'div', { class: 'film', style: 'width: 90px; height: 40px' })]), [
      [500, { tag: 'rrweb/fullscreen', payload: { id: 50, enter: true } }, 5],
    ]),
    probe: (d) => d.querySelector('.film')!.getBoundingClientRect().width,
    expect: 1000,
  },
  {
    name: 'keeps a dialog modal that the snapshot says is',
    recording: kept(
      shop([dialog({})]),
      [[500, mutation({ attributes: [{ id: 45, attributes: { open: '', rr_open_mode: 'modal' } }] })]],
      shop([dialog({ open: '', rr_open_mode: 'modal' })]),
    ),
    probe: (d) => d.querySelector('dialog')!.matches(':modal'),
    expect: true,
  },
  {
    name: 'keeps a box scrolled',
    recording: kept(
      shop(
        [el(60, 'div', { class: 'box' }, [el(61, 'p')])],
        '.box { height: 50px; overflow: auto } p { height: 900px }',
      ),
      [[500, { source: 3, id: 60, x: 0, y: 120 }]],
      shop(
        [el(60, 'div', { class: 'box', rr_scrollTop: 120 }, [el(61, 'p')])],
        '.box { height: 50px; overflow: auto } p { height: 900px }',
      ),
    ),
    probe: (d) => d.querySelector('.box')!.scrollTop,
    expect: 120,
  },
  {
    name: 'keeps the page of a frame that records itself, as it has become',
    recording: kept(
      shop([frame]),
      [
        [300, attach(30, inner())],
        [400, mutation({ texts: [{ id: 505, value: 'pay 20' }] })],
        [500, { source: 5, id: 506, text: '4242', isChecked: false }],
        [600, { source: 3, id: 500, x: 0, y: 70 }],
      ],
      shop([frame]),
      [[4500, mutation({ attributes: [{ id: 504, attributes: { class: 'paid' } }] })]],
    ),
    probe: (d) => {
      const at = inFrame(d);
      return [
        at.querySelector('.paid')?.textContent,
        at.querySelector('input')?.value,
        at.defaultView?.scrollY,
      ];
    },
    expect: ['pay 20', '4242', 70],
  },
  {
    name: 'keeps as far as it was what moves in a frame that records itself',
    recording: kept(shop([frame]), [
      [
        300,
        attach(
          30,
          page(500, [
            el(501, 'html', {}, [
              el(502, 'head', {}, [
                el(508, 'style', {
                  _cssText:
                    '@keyframes in { from { opacity: 0 } } p { animation: in 1.5s linear; margin: 0 }',
                }),
              ]),
              el(503, 'body', {}, [el(504, 'p', {}, [text(505, 'pay 10')])]),
            ]),
          ]),
        ),
      ],
    ]),
    probe: (d) => inFrame(d).defaultView!.getComputedStyle(inFrame(d).querySelector('p')!).opacity,
    expect: '1',
  },
  {
    name: 'takes the page of a frame that is recorded with the page around as it is told anew, and where it is scrolled',
    recording: recorded(
      ...taken(1, shop([frame])),
      [300, attach(30, inner())],
      [600, { source: 3, id: 500, x: 0, y: 70 }],
      ...CHECKPOINTS.flatMap((at) => [
        ...taken(at, shop([frame])),
        [at + 7, attach(30, inner({ rr_scrollTop: 70 }))] as Happening,
      ]),
    ),
    probe: (d) => [inFrame(d).querySelector('p')?.textContent, inFrame(d).defaultView?.scrollY],
    expect: ['pay 10', 70],
  },
  {
    name: 'keeps sheets that are not told anew',
    recording: kept(shop(), [
      [
        500,
        { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: 'a { top: 1px }' }] }] },
      ],
      [600, { source: 8, styleId: 1, adds: [{ rule: `canvas { color: ${GREEN} }` }] }],
    ]),
    probe: colorOf('canvas'),
    expect: GREEN,
  },
  {
    name: 'takes sheets that are told anew',
    recording: recorded(
      ...taken(1, shop()),
      [
        500,
        {
          source: 15,
          id: 1,
          styleIds: [1],
          styles: [{ styleId: 1, rules: [{ rule: 'canvas { color: red }' }] }],
        },
      ],
      ...CHECKPOINTS.flatMap((at) => [
        ...taken(at, shop()),
        [
          at + 2,
          {
            source: 15,
            id: 1,
            styleIds: [1],
            styles: [{ styleId: 1, rules: [{ rule: `canvas { color: ${GREEN} }` }] }],
          },
        ] as Happening,
      ]),
    ),
    probe: (d) => [colorOf('canvas')(d), d.adoptedStyleSheets.length],
    expect: [GREEN, 1],
  },
];
