import { expect } from 'chai';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { asArray, asRecord } from '../../../src/core/json.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { type ReplaySource, toParts } from '../../../src/core/source/replay-source.ts';
import { movesOf } from '../../../src/core/seek/pointer-moves.ts';

const START = 1_790_000_000_000;

/** Movements by when they were made, each to an `x` of that time. */
const moves = (at: number, ...made: readonly number[]) => ({
  type: 3,
  timestamp: START + at,
  data: { source: 1, positions: made.map((when) => ({ x: when, y: 1, id: 4, timeOffset: when - at })) },
});
const click = (at: number) => ({
  type: 3,
  timestamp: START + at,
  data: { source: 2, type: 2, id: 4, x: at, y: 1 },
});
const page = (at: number) => [
  { type: 4, timestamp: START + at, data: { href: 'https://shop.example/', width: 800, height: 600 } },
  {
    type: 2,
    timestamp: START + at,
    data: { node: { type: 0, id: 1, childNodes: [BODY] }, initialOffset: { left: 0, top: 0 } },
  },
];
const BODY = {
  type: 2,
  id: 2,
  tagName: 'html',
  attributes: {},
  childNodes: [{ type: 2, id: 4, tagName: 'body', attributes: {}, childNodes: [] }],
};

const BEFORE = [...page(0), click(450), moves(700, 210, 400, 500, 700)];
/** The same page is recorded again while the mouse moves. */
const EVENTS = [...BEFORE, ...page(1000), click(1200), moves(1450, 950, 1150, 1250), click(1500)];
/** Where the mouse is, by when it gets there. */
const PLACES = [210, 400, 450, 500, 700, 950, 1150, 1200, 1250, 1500];

function open(source: ReplaySource) {
  const engine = new RecordingEngine(30);
  const { signal } = new AbortController();
  const keys: number[] = [];
  const listener = { progress: () => undefined, outline: () => undefined, blocked: () => undefined };
  const loading = engine.load(
    toParts(source, 'https://viewer.test/'),
    DEFAULT_LIMITS,
    { ...listener, outline: (_, key) => keys.push(key) },
    signal,
  );
  const job = { signal, progress: () => undefined };
  const where = { windowId: '', remoteAssets: false, cover: [] };
  return {
    loading,
    isKnown: () => keys.length > 0,
    read: (from: number, to: number, skip = 0) =>
      engine.ask('read', keys[0]!, { ...where, from: START + from, to: START + to, skip }, job),
    page: (keyframeAt: number, to: number) =>
      engine.ask(
        'page',
        keys[0]!,
        { ...where, keyframeAt: START + keyframeAt, to: START + to, from: null },
        job,
      ),
  };
}

/** Where the mouse goes, and when. */
function placesIn(events: readonly ReplayEvent[]): (readonly [at: number, x: unknown])[] {
  return events.flatMap(({ timestamp, data }) => {
    const { positions, ...place } = asRecord(data);
    const places = positions === undefined ? [place] : asArray(positions).map(asRecord);
    return places.flatMap(({ x }) => (x === undefined ? [] : [[timestamp - START, x] as const]));
  });
}

describe('movements of the mouse', () => {
  it('are events of the time at which they were made', () => {
    const [first, second, third] = movesOf(moves(900, 400, 600, 900));
    expect(placesIn([first!, second!, third!])).to.deep.equal([
      [400, 400],
      [600, 600],
      [900, 900],
    ]);
  });

  it('are made a second before they are told at most, and never after that', () => {
    const told = { ...moves(5000, 1000, 9000) };
    (told.data.positions as object[]).push({ x: 7, y: 1, id: 4 }, { x: 8, y: 1, id: 4, timeOffset: 'soon' });
    expect(placesIn(movesOf(told))).to.deep.equal([
      [4000, 1000],
      [5000, 9000],
      [5000, 7],
      [5000, 8],
    ]);
  });

  it('are read in their order, each once, however little is read at a time', async () => {
    const { loading, read, page: pageAt } = open([...EVENTS]);
    await loading;
    for (const step of [1, 7, 50, 210, 400, 2000]) {
      const found: ReplayEvent[] = [];
      await pageAt(0, 1);
      for (let from = 1; from < 2000;) {
        const { events, until, ends } = await read(from, from + step);
        found.push(...events);
        // The page that begins there is not read but built.
        from = until - START + (ends ? 1 : 0);
        if (ends) await pageAt(1000, from);
      }
      expect(placesIn(found), `${step} ms at a time`).to.deep.equal(PLACES.map((at) => [at, at]));
    }
  });

  it('are on the page of each moment', async () => {
    const { loading, page: pageAt } = open([...EVENTS]);
    await loading;
    for (const to of [...PLACES, 1000, 1001].flatMap((at) => [at, at + 1])) {
      const { events } = await pageAt(to > 1000 ? 1000 : 0, to);
      expect(placesIn(events).at(-1)?.[1], `before ${to} ms`).to.equal(PLACES.findLast((at) => at < to));
    }
  });

  it('are played and jumped to alike where ten thousand are told in one millisecond', async () => {
    const crowd = Array.from({ length: 10_000 }, (_, i) => {
      const { data, ...told } = moves(700, 650 - (i % 50), 700);
      return { ...told, data: { ...data, positions: data.positions.map((place) => ({ ...place, y: i })) } };
    });
    const { loading, read, page: pageAt } = open([...page(0), click(450), ...crowd, click(900)]);
    await loading;
    const played: (readonly [at: number, x: unknown])[] = [];
    await pageAt(0, 1);
    for (let [from, skip] = [1, 0]; from < 1000;) {
      const { events, until, skip: taken } = await read(from, 1000, skip);
      played.push(...placesIn(events));
      [from, skip] = [until - START, taken];
    }
    expect(played.length).to.equal(20_002);
    expect(played.map(([at]) => at)).to.deep.equal(played.map(([at]) => at).toSorted((a, b) => a - b));
    for (const to of [600, 640, 651, 700, 701, 1000]) {
      const { events } = await pageAt(0, to);
      const before = played.findLast(([at]) => at < to);
      expect(placesIn(events).at(-1)?.[1], `before ${to} ms`).to.equal(before?.[1]);
    }
  });

  it('come late where they are told after the moment was read', async () => {
    let more!: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (more = controller) });
    const send = (events: readonly object[]) => {
      const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
      more.enqueue(new TextEncoder().encode(lines));
    };
    const { loading, isKnown, read, page: pageAt } = open(stream);
    send([...page(0), click(450), click(600)]);
    while (!isKnown()) await new Promise((resolve) => setTimeout(resolve));
    await pageAt(0, 1);
    const first = await read(1, 800);
    expect(placesIn(first.events)).to.deep.equal([[450, 450]]);
    send([moves(900, 300, 700), click(1500)]);
    more.close();
    await loading;
    const second = await read(first.until - START, 2000);
    expect(placesIn(second.events)).to.deep.equal([
      [600, 300],
      [600, 600],
      [700, 700],
      [1500, 1500],
    ]);
  });
});
