import { expect } from 'chai';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { readRecording } from '../read-recording.ts';
import { type Happening, mutation, START } from '../../cases/recording.ts';

type Node = Readonly<Record<string, unknown>>;

const el = (id: number, tagName: string, ...childNodes: Node[]): Node => ({
  type: 2,
  id,
  tagName,
  attributes: {},
  childNodes,
});
const text = (id: number, textContent: string): Node => ({ type: 3, id, textContent });
const page = (first: number, body: readonly Node[], head: readonly Node[] = []): Node => ({
  type: 0,
  id: 1,
  childNodes: [el(2, 'html', el(3, 'head', ...head), el(first, 'body', ...body))],
});

/** The document is 1, its body 8; an item of the list more for each that was added. */
const SHOP = page(8, [el(4, 'h1', text(5, 'shop')), el(6, 'p', text(7, 'x')), el(9, 'ul', el(10, 'li'))]);
/** In a frame of the shop; its body is 4. */
const FRAME = page(4, [text(5, 'frame')]);
const OTHER = page(5, [el(6, 'p', text(7, 'other'))], [el(4, 'title')]);

const WIDE = { href: 'https://shop.example/', width: 1000, height: 700 };
const NARROW = { href: 'https://shop.example/frame', width: 300, height: 150 };

const taken = (at: number, node: Node, meta: object = WIDE): Happening[] => [
  [at - 1, meta, 4],
  [at, { node, initialOffset: { left: 0, top: 0 } }, 2],
];
const say = (at: number, id: number, value: string): Happening => [at, mutation({ texts: [{ id, value }] })];
const mouse = (at: number, id: number): Happening => [
  at,
  { source: 1, positions: [{ x: 1, y: 1, id, timeOffset: 0 }] },
];

async function read(...happenings: readonly Happening[]) {
  const events = happenings.map(([at, data, type = 3]) => ({ type, timestamp: START + at, data }));
  const recording = await readRecording(new Blob([JSON.stringify(events)]));
  const left = recording.outline.info.warnings.find(({ code }) => code === 'second-recorder');
  return { ...recording, left: left?.count ?? 0, shown: textsOf(recording.events['']!) };
}

/** Texts of pages and changes, in the order in which they are shown. */
function textsOf(events: readonly ReplayEvent[]): string[] {
  const json = events.map(({ data }) => JSON.stringify(data)).join();
  return [...json.matchAll(/"(?:textContent|value)":"([^"]*)"/g)].map(([, value]) => value!);
}

describe('SecondRecorder', () => {
  it('leaves the page of a frame out, and keeps what happens on the first page', async () => {
    const { left, shown, outline, events } = await read(
      ...taken(1, SHOP),
      ...taken(1000, FRAME, NARROW),
      say(2000, 7, 'went on'),
      mouse(3000, 8),
    );
    expect(shown).to.deep.equal(['shop', 'x', 'went on']);
    expect(left).to.equal(2);
    expect(outline.keyframes).to.have.length(1);
    expect(outline.info.windows[0]!.pages.map(({ href }) => href)).to.deep.equal([WIDE.href]);
    expect(events['']![0]!.data).to.include({ width: 1000, height: 700 });
  });

  it('tells events of the two apart by the nodes that they are about', async () => {
    const { left, shown } = await read(
      ...taken(1, SHOP),
      ...taken(1000, FRAME, NARROW),
      mouse(1500, 8),
      // The frame's body is the shop's heading, and what comes into it what comes next there.
      [2000, mutation({ adds: [{ parentId: 4, nextId: null, node: el(6, 'p') }] })],
      [2001, mutation({ adds: [{ parentId: 6, nextId: null, node: text(7, 'in the frame') }] })],
      [2100, mutation({ removes: [{ parentId: 4, id: 6 }] })],
      [3000, mutation({ adds: [{ parentId: 9, nextId: 10, node: el(20, 'li') }] })],
      [3001, mutation({ adds: [{ parentId: 20, nextId: null, node: text(21, 'in the shop') }] })],
    );
    expect(shown).to.deep.equal(['shop', 'x', 'in the shop']);
    expect(left).to.equal(5);
  });

  it('goes on doing so when either takes another snapshot, or the frame shows another page', async () => {
    const { left, outline, shown } = await read(
      ...taken(1, SHOP),
      ...taken(1000, FRAME, NARROW),
      mouse(1500, 8),
      ...taken(2000, SHOP),
      ...taken(3000, FRAME, NARROW),
      ...taken(4000, OTHER, NARROW),
      say(5000, 7, 'went on'),
      mouse(6000, 8),
    );
    expect(outline.keyframes.map(({ timestamp }) => timestamp - START)).to.deep.equal([1, 2000]);
    expect(left).to.equal(6);
    expect(shown.at(-1)).to.equal('went on');
  });

  it('takes two recorders of one page for two, when none of them says that it has started', async () => {
    const numbered = JSON.parse(
      JSON.stringify(SHOP).replace(/"id":(\d+)/g, (_, id) => `"id":${Number(id) + 50}`),
    ) as Node;
    const { outline, left, shown } = await read(
      ...taken(1, SHOP),
      ...taken(1000, numbered),
      say(2000, 7, 'went on'),
      mouse(2500, 8),
      say(2600, 57, 'went on'),
      mouse(3000, 8),
    );
    expect(outline.keyframes).to.have.length(1);
    expect([left, shown.at(-1)]).to.deep.equal([3, 'went on']);
  });

  const PAGES: Readonly<Record<string, readonly Happening[]>> = {
    'another page': [...taken(1000, OTHER), say(2000, 7, 'more')],
    'another page in a smaller window': [
      ...taken(1000, OTHER, { ...WIDE, width: 600 }),
      say(2000, 7, 'more'),
      mouse(2500, 6),
    ],
    'another page of which events are lost': [
      [900, {}, 1],
      ...taken(1000, OTHER),
      mouse(2000, 10),
      mouse(3000, 9),
      say(4000, 7, 'more'),
    ],
    'the same page with more on it': [
      [500, mutation({ adds: [{ parentId: 8, nextId: null, node: el(30, 'p') }] })],
      ...taken(1000, page(8, [el(4, 'h1', text(5, 'shop')), el(30, 'p', text(31, 'y'))])),
      mouse(2000, 30),
    ],
    'a page from which nothing is told': [...taken(1000, FRAME, NARROW)],
  };
  for (const [name, happenings] of Object.entries(PAGES)) {
    it(`leaves ${name} alone`, async () => {
      const { left, outline } = await read(...taken(1, SHOP), mouse(200, 8), ...happenings);
      expect(left).to.equal(0);
      expect(outline.keyframes).to.have.length(2);
    });
  }
});
