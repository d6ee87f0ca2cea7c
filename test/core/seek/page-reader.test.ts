import { expect } from 'chai';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { PageReader } from '../../../src/core/seek/page-reader.ts';
import type { PageSource, VisibleRow } from '../../../src/core/seek/page-source.ts';

const START = 1_700_000_000_000;
const COUNT = 5000;
const LENGTH = 1000;
const WINDOW = 'w';

const page = () => ({
  type: 0,
  id: 1,
  childNodes: [
    {
      type: 2,
      id: 2,
      tagName: 'html',
      attributes: {},
      childNodes: [{ type: 3, id: 3, textContent: '0' }],
    },
  ],
});

/** Full snapshots, and after them a changed text each millisecond, and now and then a paragraph. */
function eventOf(row: number, isPage: boolean): ReplayEvent {
  const paragraph = {
    type: 2,
    id: 10 + row,
    tagName: 'p',
    attributes: { title: 'recorded' },
    childNodes: [],
  };
  const changes = {
    adds: row % 50 === 0 ? [{ parentId: 2, nextId: null, node: paragraph }] : [],
    removes: row % 50 === 0 && row > 50 ? [{ parentId: 2, id: 10 + row - 50 }] : [],
    attributes: [],
    texts: [{ id: 3, value: String(row) }],
  };
  const event: object = isPage
    ? { type: 2, timestamp: START + row, data: { node: page(), initialOffset: { top: 0, left: 0 } } }
    : { type: 3, timestamp: START + row, data: { source: 0, ...changes } };
  return event as ReplayEvent;
}

/** Remembers what is read. */
class CountedSource implements PageSource {
  rows: number[] = [];
  complete = true;
  /** Rows that are full snapshots. */
  pages = [0];

  get read(): number {
    return this.rows.length;
  }

  isComplete(): boolean {
    return this.complete;
  }

  *visibleRows(_: string, from: number, to: number): Generator<VisibleRow> {
    const first = Math.max(0, from - START);
    for (let row = first; row < COUNT && START + row < to; row++) {
      yield {
        row,
        kind: this.pages.includes(row) ? 'fullSnapshot' : 'mutation',
        timestamp: START + row,
        length: LENGTH,
      };
    }
  }

  inflate({ row }: VisibleRow): ReplayEvent {
    this.rows.push(row);
    return eventOf(row, this.pages.includes(row));
  }

  /** Each page is one that was loaded. */
  earlierSnapshots(): VisibleRow[] {
    return [];
  }

  attachesFrame(): boolean {
    return false;
  }

  isolate(events: readonly ReplayEvent[]): ReplayEvent[] {
    return [...events];
  }

  metaFor(_: string, timestamp: number): ReplayEvent {
    return { type: 4, timestamp, data: { href: '', width: 1, height: 1 } };
  }
}

const KEYFRAMES = [{ windowId: WINDOW, timestamp: START }];

const query = (row: number, page = 0) => ({
  windowId: WINDOW,
  keyframeAt: START + page,
  to: START + row + 1,
  from: null,
  remoteAssets: false,
  cover: [],
});

/** The text of the page that a list of events makes. */
function textIn(events: readonly ReplayEvent[]): unknown {
  expect(events.map(({ type }) => type)).to.deep.equal([4, 2]);
  const { node } = (events[1] as unknown as { data: { node: ReturnType<typeof page> } }).data;
  return node.childNodes[0]!.childNodes[0]!.textContent;
}

function expectCheap(reader: PageReader, source: CountedSource, rows: readonly number[], most = 120): void {
  for (const row of rows) {
    source.rows = [];
    expect(textIn(reader.read(query(row)).events)).to.equal(String(row));
    expect(source.read).to.be.at.most(most);
  }
}

const ROWS = [0, 1, 700, 2500, 4999, 2501, 3];

describe('PageReader', () => {
  it('hands out the same few events wherever the moment is', () => {
    const reader = new PageReader(new CountedSource());
    for (const row of ROWS) {
      const { events, until } = reader.read(query(row));
      expect(textIn(events)).to.equal(String(row));
      expect(until).to.equal(START + row + 1);
    }
  });

  it('reads a short stretch for each page once all were prepared', () => {
    const source = new CountedSource();
    const reader = new PageReader(source);
    const steps = [...reader.prepare(KEYFRAMES)].length;
    expect([steps, source.read]).to.deep.equal([COUNT, COUNT]);
    expectCheap(reader, source, ROWS);
  });

  it('builds a page where another one has begun before the moment that is said to be on screen', () => {
    const source = new CountedSource();
    source.pages = [0, 1000];
    const reader = new PageReader(source);
    const read = (to: number) =>
      reader.read({ ...query(1500, 1000), from: { keyframeAt: START, to: START + to } }).isChange;
    expect([read(1000), read(1001)]).to.deep.equal([true, false]);
  });

  it('does not read again what is on screen, and keeps it as it was recorded', () => {
    const moments = [2500, 2599, 2430, 2461, 2470, 2650];
    const ask = (reader: PageReader, row: number, shown: number) =>
      JSON.stringify(reader.read({ ...query(row), from: { keyframeAt: START, to: START + shown + 1 } }));
    const source = new CountedSource();
    // What is handed out is edited.
    source.isolate = (events) =>
      events.map((event) => {
        const { adds } = event.data as { adds?: { node: ReturnType<typeof page>['childNodes'][0] }[] };
        for (const { node } of adds ?? []) Object.assign(node.attributes, { title: 'edited' });
        return event;
      });
    const reader = new PageReader(source);
    expect([...reader.prepare(KEYFRAMES)]).to.have.length(COUNT);
    let [read, readAnew] = [0, 0];
    for (const [i, row] of moments.slice(1).entries()) {
      const shown = moments[i]!;
      source.rows = [];
      const change = ask(reader, row, shown);
      if (i > 0) read += source.read;
      source.rows = [];
      const anew = new PageReader(source);
      expect([...anew.prepare(KEYFRAMES)]).to.have.length(COUNT);
      source.rows = [];
      expect(change).to.equal(ask(anew, row, shown));
      expect(change).to.include(`"${row}"`);
      if (i > 0) readAnew += source.read;
    }
    expect(read).to.be.below(readAnew * 0.6);
  });

  it('keeps pages on the way to one that nobody has come to', () => {
    const source = new CountedSource();
    const reader = new PageReader(source);
    reader.read(query(4000));
    expectCheap(reader, source, [4001, 3999, 2000, 20], 480);
  });

  it('keeps nothing while earlier events may still come', () => {
    const source = new CountedSource();
    source.complete = false;
    const reader = new PageReader(source);
    reader.read(query(4000));
    source.rows = [];
    reader.read(query(3999));
    expect(source.read).to.equal(4000);
  });

  it('prepares around the page that was read last', () => {
    const source = new CountedSource();
    source.pages = [0, 1000, 2000, 3000];
    const reader = new PageReader(source);
    const work = reader.prepare(source.pages.map((row) => ({ windowId: WINDOW, timestamp: START + row })));
    const step = (count: number) => {
      source.rows = [];
      for (let i = 0; i < count; i++) work.next();
      return [Math.min(...source.rows), Math.max(...source.rows)];
    };
    expect(step(500)).to.deep.equal([0, 499]);
    reader.read(query(2000, 2000));
    expect(step(1000)).to.deep.equal([2000, 2999]);
    // Where it was called away from it goes on from a page that it has kept.
    reader.read(query(100));
    const [first = 0, last] = step(500);
    expect(first).to.be.within(380, 499);
    expect(last).to.be.at.least(870);
    // What was done is not done again, but for the way from a page that was kept.
    expect(500 + 1000 + 500 + [...work].length).to.be.at.most(COUNT + 120);
    expectCheap(reader, source, [10, 990]);
  });

  it('has nothing to show before the snapshot', () => {
    expect(new PageReader(new CountedSource()).read(query(-1)).events).to.deep.equal([]);
  });
});
