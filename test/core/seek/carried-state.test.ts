import { expect } from 'chai';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';
import { type Happening, mutation, START } from '../../cases/recording.ts';

const GAP = 1000;
const PAGES = 12;

const el = (id: number, tagName: string, attributes: object = {}, ...childNodes: object[]) => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});

/** A canvas, a frame and a film; what the snapshot says of them is given. */
const page = (canvas: object = {}, film: object = {}) => ({
  type: 0,
  id: 1,
  childNodes: [
    el(
      2,
      'html',
      {},
      el(3, 'head'),
      el(4, 'body', {}, el(5, 'canvas', canvas), el(6, 'iframe'), el(7, 'video', film)),
    ),
  ],
});
const inner = {
  type: 0,
  id: 50,
  childNodes: [el(51, 'html', {}, el(52, 'head'), el(53, 'body', { class: 'first' }))],
};

const taken = (at: number, node: object = page(), href = 'https://shop.example/'): Happening[] => [
  [at - 1, { href, width: 1000, height: 700 }, 4],
  [at, { node, initialOffset: { left: 0, top: 0 } }, 2],
];
const mouse = (at: number, x: number): Happening => [
  at,
  { source: 1, positions: [{ x, y: 1, id: 4, timeOffset: 0 }] },
];
const stroke = (at: number, id: number, name: string): Happening => [
  at,
  { source: 9, id, type: 0, commands: [{ property: name, args: [] }] },
];
const attached = (at: number): Happening => [
  at,
  mutation({ adds: [{ parentId: 6, nextId: null, node: inner }], isAttachIframe: true }),
];

/** Asks for pages of a recording by when they begin and how long after, in milliseconds. */
async function open(happenings: readonly Happening[]) {
  const events = happenings.map(([at, data, type = 3]) => ({ type, timestamp: START + at, data }));
  const engine = new RecordingEngine(30);
  const { signal } = new AbortController();
  const listener = { progress: () => undefined, outline: () => undefined, blocked: () => undefined };
  const keys: number[] = [];
  const blob = new Blob([JSON.stringify(events)]);
  await engine.load(
    toParts(blob, 'https://viewer.test/'),
    DEFAULT_LIMITS,
    { ...listener, outline: (_, key) => keys.push(key) },
    signal,
  );
  return async (pageAt: number, after: number) => {
    const query = { windowId: '', keyframeAt: START + pageAt, to: START + pageAt + after, from: null };
    const job = { signal, progress: () => undefined };
    const asked = { ...query, remoteAssets: false, cover: [] };
    const { events: found } = await engine.ask('page', keys[0]!, asked, job);
    return found.map(({ data }) => JSON.stringify(data)).join('\n');
  };
}

const xOf = (found: string) => /"positions":\[\{"x":(\d+)/.exec(found)?.[1];

describe('CarriedState', () => {
  const often = Array.from({ length: PAGES }, (_, i) => taken(1 + i * GAP)).flat();
  const frame: Happening = [600, mutation({ attributes: [{ id: 53, attributes: { class: 'second' } }] })];
  const strokes = [0, 3, 4].map((i) => stroke(i * GAP + 700, 5, `stroke${i}`));
  const happenings = [...often, mouse(400, 7), attached(500), frame, ...strokes].sort(([a], [b]) => a - b);

  it('finds the same whatever was looked at before', async () => {
    const forward = Array.from({ length: PAGES }, (_, i) => i);
    const pagesIn = async (order: readonly number[]) => {
      const ask = await open(happenings);
      const found = new Map<number, string>();
      for (const i of order) found.set(i, await ask(1 + i * GAP, 800));
      return forward.map((i) => found.get(i));
    };
    const pages = await pagesIn(forward);
    expect(await pagesIn(forward.toReversed())).to.deep.equal(pages);
    expect(await pagesIn([7, 2, 11, 3, 0, 8, 9, 10, 1, 4, 5, 6])).to.deep.equal(pages);
    for (const found of pages) expect(xOf(found!)).to.equal('7');
    expect(pages.at(-1)).to.match(/"class":"second"[^]*stroke0[^]*stroke3[^]*stroke4/);
    expect(pages.at(1)).not.to.contain('stroke3');
  });

  const canvasIn = async (attributes: object) =>
    (await open([...taken(1), stroke(500, 5, 'stroke'), ...taken(1000, page(attributes))]))(1000, 1);

  it('leaves drawings to a snapshot that has the picture', async () => {
    expect(await canvasIn({})).to.contain('stroke');
    expect(await canvasIn({ rr_dataURL: 'data:image/png;base64,AAAA' })).not.to.contain('stroke');
  });

  it('leaves films to a snapshot that says how far they are', async () => {
    const play: Happening = [500, { source: 7, id: 7, type: 0, currentTime: 3 }];
    const filmIn = async (attributes: object) =>
      (await open([...taken(1), play, ...taken(1000, page({}, attributes))]))(1000, 1);
    expect(await filmIn({})).to.contain('"currentTime":3');
    expect(await filmIn({ rr_mediaState: 'paused' })).not.to.contain('"currentTime":3');
  });

  it('keeps fonts', async () => {
    const font: Happening = [
      500,
      { source: 10, family: 'Shop', fontSource: '[1]', buffer: true, descriptors: {} },
    ];
    expect(await (await open([...taken(1), font, ...taken(1000)]))(1000, 1)).to.contain('"family":"Shop"');
  });

  it('keeps no finger that was lifted', async () => {
    const touch = (at: number, type: number): Happening => [at, { source: 2, type, id: 4, x: 1, y: 1 }];
    const move: Happening = [550, { source: 6, positions: [{ x: 9, y: 1, id: 4, timeOffset: 0 }] }];
    const down = await open([...taken(1), touch(500, 7), move, ...taken(1000)]);
    expect(xOf(await down(1000, 1))).to.equal('9');
    const up = await open([...taken(1), touch(500, 7), move, touch(600, 9), ...taken(1000)]);
    expect(xOf(await up(1000, 1))).to.equal(undefined);
  });

  const PAGES_LOADED: Readonly<Record<string, readonly [isSame: boolean, happenings: readonly Happening[]]>> =
    {
      'the same page': [true, taken(1000)],
      'the same page by another address': [true, taken(1000, page(), 'https://shop.example/cart')],
      'a page that grew': [
        true,
        taken(1000, { ...page(), childNodes: [...page().childNodes, { type: 5, id: 90, textContent: '' }] }),
      ],
      'a page loaded behind its address': [false, [[900, {}, 0], ...taken(1000)]],
      'a page whose numbers stand for other nodes': [
        false,
        taken(1000, { ...inner, id: 1, childNodes: [el(2, 'html', {}, el(4, 'p'))] }),
      ],
      'a page of another number': [false, taken(1000, { ...page(), id: 91 })],
    };
  for (const [name, [isSame, behind]] of Object.entries(PAGES_LOADED)) {
    it(`${isSame ? 'keeps the mouse on' : 'does not know the mouse on'} ${name}`, async () => {
      const ask = await open([...taken(1), mouse(500, 7), ...behind]);
      expect(xOf(await ask(1000, 1))).to.equal(isSame ? '7' : undefined);
    });
  }

  it('tells pages of one template apart by their words', async () => {
    const words = (text: string) => ({
      type: 0,
      id: 1,
      childNodes: [
        el(2, 'html', {}, el(3, 'head'), el(4, 'body', {}, { type: 3, id: 5, textContent: text })),
      ],
    });
    const xBehind = async (text: string, href: string) => {
      const ask = await open([...taken(1, words('one')), mouse(500, 7), ...taken(1000, words(text), href)]);
      return xOf(await ask(1000, 1));
    };
    expect(await xBehind('two', 'https://shop.example/')).to.equal('7');
    expect(await xBehind('one', 'https://shop.example/two')).to.equal('7');
    expect(await xBehind('two', 'https://shop.example/two')).to.equal(undefined);
  });
});
