import { EventType, IncrementalSource } from '@rrweb/types';
import { expect } from 'chai';
import { allowanceOf, type CostKind } from '../../../src/core/cost-kinds.ts';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import type { Fields } from '../../../src/core/json.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import type { PageResult, ReadResult, RecordingOutline, ReplayEvent } from '../../../src/core/recording.ts';

const AT = 1_700_000_000_000;
let lastId = 0;
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const element = (tagName: string, attributes: Fields = {}, childNodes: unknown[] = [], id = ++lastId) => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
const drawing = (tagName: string, attributes: Fields = {}, childNodes: unknown[] = [], id = ++lastId) => ({
  ...element(tagName, attributes, childNodes, id),
  isSVG: true,
});
const text = (textContent: string, id = ++lastId) => ({ type: 3, id, textContent });

const BODY = 1_000_004;
const page = (inBody: unknown[], inHead: unknown[] = []): unknown[] => [
  { type: EventType.Meta, timestamp: AT, data: { href: 'http://a/', width: 800, height: 600 } },
  {
    type: EventType.FullSnapshot,
    timestamp: AT + 1,
    data: {
      initialOffset: { top: 0, left: 0 },
      node: {
        type: 0,
        id: 1_000_001,
        childNodes: [
          element(
            'html',
            {},
            [element('head', {}, inHead, 1_000_003), element('body', {}, inBody, BODY)],
            1_000_002,
          ),
        ],
      },
    },
  },
];
const change = (after: number, data: Fields) => ({
  type: EventType.IncrementalSnapshot,
  timestamp: AT + after,
  data: { source: IncrementalSource.Mutation, adds: [], removes: [], texts: [], attributes: [], ...data },
});
interface Node {
  readonly id: number;
  readonly childNodes?: readonly unknown[];
}

/** As recorders tell of a node and what is in it. */
const addsOf = (node: Node, parentId = BODY): unknown[] => [
  { parentId, nextId: null, node: node.childNodes ? { ...node, childNodes: [] } : node },
  ...(node.childNodes ?? []).flatMap((child) => addsOf(child as Node, node.id)),
];
const END = { type: EventType.Custom, timestamp: AT + 5000, data: { tag: 'end', payload: {} } };

/** What a player is handed of a recording, by a seek to its end and by playing it. */
async function handedOut(events: readonly unknown[], pageCost?: number) {
  const engine = new RecordingEngine(30);
  let [outline, key] = [null as RecordingOutline | null, 0];
  const { signal } = new AbortController();
  const listener = {
    progress: () => undefined,
    blocked: () => undefined,
    outline: (told: RecordingOutline, recording: number) => ([outline, key] = [told, recording]),
  };
  const blob = new Blob([JSON.stringify([...events, END])]);
  await engine.load([{ kind: 'blob', blob, name: 'a.json' }], DEFAULT_LIMITS, listener, signal);
  const { windowId = '', timestamp: keyframeAt = 0 } = outline?.keyframes[0] ?? {};
  const query = {
    windowId,
    keyframeAt,
    from: null,
    remoteAssets: false,
    cover: [],
    ...(pageCost && { pageCost }),
  };
  const job = { signal, progress: () => undefined };
  const pageAt = (to: number): Promise<PageResult> => engine.ask('page', key, { ...query, to }, job);
  const sought = await pageAt(AT + 5001);
  const played: ReplayEvent[] = [];
  let at: ReadResult = await pageAt(AT + 2);
  let rereads = 0;
  while (at.until < AT + 5001) {
    const { events: read, ...next } = await engine.ask(
      'read',
      key,
      { ...query, from: at.until, skip: at.skip, to: AT + 5001 },
      job,
    );
    played.push(...read);
    if (next.ends) rereads++;
    at = next.ends ? await pageAt(next.until + 1) : { events: [], ...next };
    if (next.ends) played.splice(0, Infinity, ...at.events);
  }
  const warnings = outline?.info.warnings ?? [];
  const found = warnings.find(({ code }) => code === 'too-costly');
  const kinds = (found?.details as { kinds: readonly CostKind[] } | undefined)?.kinds ?? [];
  return { sought: JSON.stringify(sought.events), played: JSON.stringify(played), kinds, rereads };
}

const count = (json: string, part: string) => json.split(part).length - 1;

describe('what a page may cost', () => {
  it('is nothing that other pages would notice', async () => {
    const events = [
      ...page(
        [
          ...times(40, () => element('iframe')),
          ...times(40, () => element('video', { src: 'data:,' })),
          element('canvas', { width: '3840', height: '2160' }),
          element('table', {}, [element('tr', {}, [element('td', { colspan: '1000', rowspan: '20' })])]),
          drawing('svg', {}, [
            drawing(
              'symbol',
              { id: 'icon' },
              times(20, () => drawing('path')),
            ),
            ...times(1000, () => drawing('use', { href: '#icon' })),
          ]),
          // The same icon, exported with the same name, time and again.
          ...times(300, () =>
            drawing('svg', {}, [
              drawing(
                'g',
                { 'clip-path': 'url(#clip0)' },
                times(9, () => drawing('path')),
              ),
              drawing('defs', {}, [drawing('clipPath', { id: 'clip0' }, [drawing('rect')])]),
            ]),
          ),
          ...times(500, () => element('q', {}, [text('é́ 👨‍👩‍👧 नमस्ते')])),
        ],
        [
          element('style', {}, [
            text('*{transition:all 1s}.columns{columns:2}a::before{content:open-quote}'),
          ]),
        ],
      ),
      ...times(400, (i) =>
        change(100 + i, {
          adds: [...addsOf(element('iframe', {}, [], 5000 + i))],
          removes: [{ parentId: BODY, id: 4999 + i }],
        }),
      ),
    ];
    const { kinds, sought } = await handedOut(events);
    expect(kinds).to.deep.equal([]);
    expect(count(sought, '"use"')).to.equal(1000);
  });

  const most = allowanceOf(1);
  /** By kind: a page with too much of it, what is counted, and how much of that may be left. */
  const pages: Readonly<Record<string, readonly [CostKind, unknown[], string, number]>> = {
    'frames': ['frames', times(300, () => element('iframe', { srcdoc: 'x' })), '"srcdoc"', most.frames],
    'videos': ['media', times(300, () => element('video', { src: 'data:,' })), '"video"', most.media],
    'canvases': [
      'pixels',
      times(20, () => element('canvas', { width: '4096', height: '4096' })),
      '"4096"',
      4,
    ],
    'spanning cells': ['cells', times(200, () => element('td', { rowspan: '65534' })), '"rowspan"', 15],
    'quotes': ['quotes', times(5000, () => element('q')), '"q"', most.quotes / 2],
    'columns': ['columns', [nested(20, 'div', { style: 'columns: 3' })], 'columns', 0],
    'clip paths': [
      'drawing',
      [levels((name) => drawing('rect', { 'clip-path': `url(#${name})` }))],
      'url(#l3)',
      0,
    ],
    'uses': ['drawing', [levels((name) => drawing('use', { 'xlink:href': `#${name}` }))], '"#l3"', 0],
    'masks by style': [
      'drawing',
      [levels((name) => drawing('rect', { style: `mask:url(#${name})` }))],
      'url(#l',
      0,
    ],
    'gradients that go on and on': [
      'drawing',
      [
        drawing(
          'svg',
          {},
          times(1000, (i) => drawing('linearGradient', { id: `l${i}`, href: `#l${i + 1}` })),
        ),
      ],
      '"#l',
      999,
    ],
    'markers at each point of a line': [
      'drawing',
      [
        drawing('svg', {}, [
          drawing(
            'marker',
            { id: 'm' },
            times(200, () => drawing('circle')),
          ),
          drawing('path', { 'marker-mid': 'url(#m)', 'd': 'M0 0' + 'L10 20'.repeat(2000) }),
        ]),
      ],
      'url(#m)',
      0,
    ],
    'filters': [
      'effects',
      times(500, () => element('i', { style: 'backdrop-filter: blur(9px)' })),
      'blur',
      0,
    ],
    'layers': ['effects', times(3000, () => element('i', { style: 'will-change: transform' })), 'will', 0],
    'menus': [
      'elements',
      times(20, () =>
        element(
          'select',
          {},
          times(1000, () => element('option')),
        ),
      ),
      '"option"',
      15_000,
    ],
    'text of many scripts': ['marks', times(20, () => text('a\u05d0('.repeat(10_000))), 'a\u05d0', 90_000],
    'text along a long line': [
      'drawing',
      [
        drawing('svg', {}, [
          drawing('path', { id: 'l', d: `M0 0${'L10 20'.repeat(20_000)}` }),
          ...times(50, () =>
            drawing('text', {}, [drawing('textPath', { href: '#l' }, [text('abcd'.repeat(1000))])]),
          ),
        ]),
      ],
      '"#l"',
      1,
    ],
    'floats beside text': [
      'placing',
      [element('p', {}, times(5000, () => [element('i', { style: 'float: left' }), text('word')]).flat())],
      'float',
      0,
    ],
    'items of a grid that fills its gaps': [
      'placing',
      [
        element(
          'div',
          { style: 'display: grid; grid-auto-flow: dense' },
          times(3000, () => element('p')),
        ),
      ],
      'dense',
      0,
    ],
    'fonts': [
      'families',
      times(3000, (i) => element('p', { style: `font-family: f${i}` })),
      'font-family',
      most.families,
    ],
    'radio buttons': [
      'elements',
      [
        element(
          'form',
          {},
          times(3000, () => element('input', { type: 'radio', name: 'a' })),
        ),
      ],
      '"radio"',
      2000,
    ],
    'uses that nothing shows': [
      'drawing',
      levels((name) => drawing('use', { href: `#${name}` })).childNodes.slice(0, -1),
      '"#l3"',
      0,
    ],
  };
  for (const [title, [kind, inBody, part, left]] of Object.entries(pages)) {
    it(`leaves out what is too much: ${title}`, async () => {
      const { kinds, sought } = await handedOut(
        page([...structuredClone(inBody), element('p', {}, [text('the rest')])]),
      );
      expect(kinds).to.deep.equal([kind]);
      expect(count(sought, part)).to.be.at.most(left);
      expect(sought).to.contain('the rest');
    });

    it(`leaves the same out of what is added bit by bit: ${title}`, async () => {
      const adds = (structuredClone(inBody) as Node[]).map((node) => addsOf(node));
      const events = [
        ...page([text('the rest')]),
        ...adds.map((one, i) => change(100 + 10 * (i % 300), { adds: one })),
      ];
      const { kinds, sought, played, rereads } = await handedOut(events);
      expect(kinds).to.deep.equal([kind]);
      for (const json of [sought, played]) {
        expect(count(json, part)).to.be.at.most(left);
        expect(json).to.contain('the rest');
      }
      expect(rereads).to.be.at.most(2);
    });

    it(`shows all of it to whoever asks for it: ${title}`, async () => {
      const { kinds, sought } = await handedOut(page(structuredClone(inBody)), Infinity);
      expect(kinds).to.deep.equal([]);
      expect(count(sought, part)).to.be.above(left);
    });
  }

  it('counts what attributes that change make of elements', async () => {
    const changed = (attributes: Fields) => times(30, (i) => ({ id: 100 + i, attributes }));
    const canvases = page(times(30, (i) => element('canvas', { width: '9', height: '9' }, [], 100 + i)));
    const grown = await handedOut([
      ...canvases,
      change(100, { attributes: changed({ width: '8192', height: '8192' }) }),
    ]);
    expect(grown.kinds).to.deep.equal(['pixels']);
    expect(count(grown.played, '8192')).to.equal(0);
    const boxes = page([nested(20, 'div', {}, 100)]);
    const styled = await handedOut([
      ...boxes,
      change(100, {
        attributes: times(20, (i) => ({ id: 100 + i, attributes: { style: { 'column-count': '3' } } })),
      }),
    ]);
    expect(styled.kinds).to.deep.equal(['columns']);
    expect(styled.played).not.to.contain('column-count');
  });

  it('counts fonts that a style sheet brings, and keeps those that came first', async () => {
    const css = times(
      3000,
      (i) => `@font-face{font-family:f;src:url(data:font/woff2;base64,AAAA${10_000 + i})}`,
    ).join('');
    const sheet = (text: string) => element('style', { _cssText: `${text}p{top:0}` });
    const { kinds, sought } = await handedOut(page([element('p')], [sheet(css)]));
    expect(kinds).to.deep.equal(['families']);
    expect(count(sought, 'data:font')).to.be.within(1900, most.families);
    expect(sought).to.contain('AAAA10000').and.to.contain('p{top:0}').and.not.to.contain('AAAA12999');
    const added = await handedOut([...page([]), change(100, { adds: addsOf(sheet(css)) })]);
    expect(added.kinds).to.deep.equal(['families']);
    expect(added.rereads).to.equal(1);
  });

  it('counts what rules make of elements of one parent: floats, and what fills the gaps of a grid', async () => {
    const items = (number: number) => times(number, () => element('i'));
    for (const [css, number] of [
      ['i{float:left}', 5000],
      ['div{grid:auto-flow dense/1fr}', 3000],
      ['div{grid-auto-flow:row dense}', 3000],
    ] as const) {
      const sheet = element('style', { _cssText: `${css}p{top:0}` });
      const many = await handedOut(page([element('div', {}, items(number))], [structuredClone(sheet)]));
      expect(many.kinds, css).to.deep.equal(['placing']);
      expect(many.sought).not.to.match(/float|dense/);
      expect(many.sought).to.contain('p{top:0}');
      const spread = times(10, () => element('div', {}, items(number / 10)));
      expect((await handedOut(page(spread, [sheet]))).kinds, css).to.deep.equal([]);
    }
  });

  it('counts what fields become', async () => {
    const fields = page([
      element(
        'form',
        {},
        times(3000, (i) => element('input', {}, [], 100 + i)),
      ),
    ]);
    const changed = times(3000, (i) => ({ id: 100 + i, attributes: { type: 'radio' } }));
    const { kinds, played, sought } = await handedOut([...fields, change(100, { attributes: changed })]);
    expect(kinds).to.deep.equal(['elements']);
    for (const json of [played, sought]) expect(count(json, '"radio"')).to.be.within(1500, 2000);
  });

  it('counts how often selectors are looked at, by what there is of elements', async () => {
    const rules = (selector: string, count = 3000) =>
      times(count, (i) => `${selector.replace('N', String(i))}{color:red}`).join('');
    const boxes = times(5000, () => element('div', { class: 'box' }));
    const sheet = (css: string) => element('style', { _cssText: `${css}p{top:0}` });
    for (const css of [
      rules('div:not(.aN)'),
      rules('.box:nth-child(N)'),
      rules('body > *:not(#aN)'),
      `@layer l{${rules('div')}}`,
      rules('div:has(~ .aN)', 20),
      `@container style(--a:1){${rules('.box', 200)}}`,
      `@scope(body){${rules('& div')}}`,
      times(3000, (i) => `@font-face{font-family:f${i};src:local(x)}`).join(''),
    ]) {
      const { kinds, sought } = await handedOut(page(structuredClone(boxes), [sheet(css)]));
      expect(kinds, css.slice(0, 60)).to.deep.equal(['matching']);
      expect(count(sought, '{')).to.be.above(1000);
      expect(sought).to.contain('p{top:0}');
      const added = await handedOut([
        ...page(structuredClone(boxes)),
        change(100, { adds: addsOf(sheet(css)) }),
      ]);
      expect(added.kinds, css.slice(0, 60)).to.deep.equal(['matching']);
      expect(added.rereads).to.equal(1);
    }
    const few = page(structuredClone(boxes), [sheet(rules('.none:not(.aN)', 20_000) + rules('div', 500))]);
    expect((await handedOut(few)).kinds).to.deep.equal([]);
    const same = times(500, () => sheet(rules('div', 100)));
    expect((await handedOut(page(structuredClone(boxes), same))).kinds, 'one sheet').to.deep.equal([]);
  });

  it('leaves lines as they break on a page that is nested deeply', async () => {
    const balanced = element('style', { _cssText: 'p{text-wrap:balance;top:0}' });
    for (const [depth, kinds] of [
      [50, []],
      [150, ['wrapping']],
    ] as const) {
      const found = await handedOut(page([nested(depth, 'div', {})], [structuredClone(balanced)]));
      expect(found.kinds).to.deep.equal(kinds);
      expect(count(found.sought, 'text-wrap')).to.equal(kinds.length === 0 ? 1 : 0);
      expect(found.sought).to.contain('top:0');
    }
  });

  it('takes names of attributes in any case', async () => {
    const { kinds, sought } = await handedOut(
      page([
        ...times(20, () => element('canvas', { WIDTH: '4096', Height: '4096' })),
        element('p', { STYLE: 'filter:blur(9999px);top:0' }),
      ]),
    );
    expect([...kinds].sort()).to.deep.equal(['blur', 'pixels']);
    expect(count(sought, '"4096"')).to.be.at.most(4);
    expect(sought).not.to.contain('9999px');
  });

  it('counts what rules give to elements that are there already', async () => {
    const boxes = page([nested(20, 'div', { class: 'box' })]);
    const css = 'p, .box { column-width: 9px; color: red }';
    const rule = {
      type: 3,
      timestamp: AT + 100,
      data: { source: 8, id: 50, adds: [{ rule: css, index: 0 }] },
    };
    for (const event of [change(100, { adds: [...addsOf(element('style', {}, [text(css)]))] }), rule]) {
      const { kinds, played, sought } = await handedOut([...boxes, event]);
      expect(kinds).to.deep.equal(['columns']);
      for (const json of [played, sought]) expect(json).not.to.contain('column-width');
      for (const json of [played, sought]) expect(json).to.contain('color: red');
    }
  });

  it('is counted over changes: how deep a page gets', async () => {
    const chain = times(3000, (i) =>
      change(100 + i, { adds: [...addsOf(element('div', {}, [], 100 + i), i === 0 ? BODY : 99 + i)] }),
    );
    const { kinds, sought, played, rereads } = await handedOut([...page([]), ...chain]);
    expect(kinds).to.deep.equal(['depth']);
    expect(rereads).to.equal(1);
    for (const json of [sought, played]) expect(count(json, '"div"')).to.be.within(200, 256);
  });

  it('is counted over changes: how deep a branch comes to stand', async () => {
    const branch = (from: number) =>
      times(400, (i) => addsOf(element('div', {}, [], from + i), i === 0 ? BODY : from + i - 1)).flat();
    const moved = change(300, { adds: [...addsOf(element('div', {}, [], 2000), 1399)] });
    const { kinds, sought, rereads } = await handedOut([
      ...page([]),
      change(100, { adds: branch(1000) }),
      change(200, { adds: branch(2000) }),
      moved,
    ]);
    expect(kinds).to.deep.equal(['depth']);
    expect(count(sought, '"div"')).to.be.below(500);
    expect(rereads).to.equal(1);
  });

  it('holds back rows of marks, in one text or over many', async () => {
    const one = await handedOut(page([text(`a${'\u0301'.repeat(500_000)}b`)]));
    expect(one.kinds).to.deep.equal(['marks']);
    expect(count(one.sought, '\u0301')).to.equal(64);
    const many = await handedOut([
      ...page([]),
      ...times(900, (i) => change(100 + i, { adds: [...addsOf(text('\u0301'.repeat(60)))] })),
    ]);
    expect(many.kinds).to.deep.equal(['marks']);
    for (const json of [many.sought, many.played]) expect(count(json, '\u0301')).to.be.below(most.marks + 1);
  });

  it('knows no font by what it claims', async () => {
    for (const fontSource of [
      '1000000000',
      '{"length":1000000000}',
      '["1"]',
      '[[1000000000]]',
      '"x"',
      '[-1]',
    ]) {
      const font = {
        type: 3,
        timestamp: AT + 100,
        data: { source: 10, family: 'F', buffer: true, fontSource },
      };
      const { kinds, sought, played } = await handedOut([...page([]), font]);
      expect(kinds, fontSource).to.deep.equal(['fonts']);
      for (const json of [sought, played]) expect(json).not.to.contain('fontSource');
    }
    const font = {
      type: 3,
      timestamp: AT + 100,
      data: { source: 10, family: 'F', buffer: true, fontSource: '[0, 1,255]' },
    };
    const { kinds, sought } = await handedOut([...page([]), font]);
    expect(kinds).to.deep.equal([]);
    expect(sought).to.contain('[0, 1,255]');
  });

  it('holds back drawing that takes too long', async () => {
    const call = (property: string, ...args: unknown[]) => ({ property, args });
    const lines = times(5000, (i) => call('lineTo', i, i));
    const calls = (commands: unknown[]) => ({
      type: 3,
      timestamp: AT + 100,
      data: { source: 9, id: 100, type: 0, commands },
    });
    const canvas = page([element('canvas', {}, [], 100)]);
    const long = await handedOut([...canvas, calls([...lines, ...times(2000, () => call('stroke'))])]);
    expect(long.kinds).to.deep.equal(['strokes']);
    for (const json of [long.sought, long.played]) expect(count(json, '"stroke"')).to.be.within(100, 250);
    const blur = { property: 'shadowBlur', args: [5000], setter: true };
    const blurred = await handedOut([...canvas, calls([blur, call('stroke')])]);
    expect(blurred.kinds).to.deep.equal(['strokes']);
    expect(blurred.sought).not.to.contain('shadowBlur');
    for (const costly of [
      [
        call('setLineDash', [0.001]),
        ...times(50, () => [call('arc', 0, 0, 1e7, 0, 6), call('stroke')]).flat(),
      ],
      [call('rect', 0, 0, 4000, 4000), ...times(200, () => call('fill'))],
      [call('scale', 4000, 4000), call('rect', 0, 0, 1, 1), ...times(200, () => call('fill'))],
      times(200, () => call('fillText', 'x'.repeat(10_000), 0, 0)),
    ])
      expect((await handedOut([...canvas, calls(costly)])).kinds).to.deep.equal(['strokes']);
    const plain = await handedOut([
      ...canvas,
      calls([
        call('setLineDash', [5, 5]),
        ...times(500, (i) => [
          call('beginPath'),
          call('rect', i, i, 9, 9),
          call('fill'),
          call('stroke'),
        ]).flat(),
        ...times(500, () => call('fillText', 'label', 900, 900)),
      ]),
      calls([...lines, call('stroke'), call('fillRect', 0, 0, 900, 900)]),
    ]);
    expect(plain.kinds).to.deep.equal([]);
  });

  it('shows some of the positions of a mouse that has too many', async () => {
    const positions = times(50_000, (i) => ({ x: i, y: 1, id: BODY, timeOffset: -500 + (i % 500) }));
    const { played } = await handedOut([
      ...page([]),
      { type: 3, timestamp: AT + 900, data: { source: 1, positions } },
    ]);
    expect(count(played, '"positions"')).to.be.within(500, 1001);
    expect(played).to.contain('"x":49999');
  });
});

function nested(
  depth: number,
  tagName: string,
  attributes: Fields,
  firstId?: number,
): ReturnType<typeof element> {
  let inside: unknown = text('x');
  for (let i = depth - 1; i >= 0; i--)
    inside = element(tagName, attributes, [inside], firstId === undefined ? ++lastId : firstId + i);
  return inside as ReturnType<typeof element>;
}

/** Ten times over, each level is drawn with ten of the one before. */
function levels(use: (name: string) => unknown) {
  const groups = times(10, (i) =>
    drawing(
      'g',
      { id: `l${i}` },
      times(10, () => (i === 0 ? drawing('rect') : use(`l${i - 1}`))),
    ),
  );
  return drawing('svg', {}, [...groups, use('l9')]);
}
