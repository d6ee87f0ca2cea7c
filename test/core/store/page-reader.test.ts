import { expect } from '@open-wc/testing';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { type PageSource, PageReader, type VisibleRow } from '../../../src/core/store/page-reader.ts';

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

/** One full snapshot, and then a changed text each millisecond. */
function eventOf(row: number): ReplayEvent {
  const changes = { adds: [], removes: [], attributes: [], texts: [{ id: 3, value: String(row) }] };
  const event: object =
    row === 0
      ? { type: 2, timestamp: START, data: { node: page(), initialOffset: { top: 0, left: 0 } } }
      : { type: 3, timestamp: START + row, data: { source: 0, ...changes } };
  return event as ReplayEvent;
}

/** Counts what is read. */
class CountedSource implements PageSource {
  read = 0;

  isComplete(): boolean {
    return true;
  }

  *visibleRows(_: string, from: number, to: number): Generator<VisibleRow> {
    const first = Math.max(0, from - START);
    for (let row = first; row < COUNT && START + row < to; row++) {
      yield {
        row,
        kind: row === 0 ? 'fullSnapshot' : 'mutation',
        timestamp: START + row,
        length: LENGTH,
      };
    }
  }

  inflate({ row }: VisibleRow): ReplayEvent {
    this.read++;
    return eventOf(row);
  }

  isolate(event: ReplayEvent): ReplayEvent {
    return event;
  }

  metaFor(_: string, timestamp: number): ReplayEvent {
    return { type: 4, timestamp, data: { href: '', width: 1, height: 1 } };
  }
}

const query = (row: number) => ({
  windowId: WINDOW,
  keyframeAt: START,
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
    const steps = [...reader.prepare(WINDOW)].length;
    expect([steps, source.read]).to.deep.equal([COUNT, COUNT]);
    for (const row of ROWS) {
      source.read = 0;
      expect(textIn(reader.read(query(row)).events)).to.equal(String(row));
      expect(source.read).to.be.at.most(120);
    }
  });

  it('keeps a page that took long to read', () => {
    const source = new CountedSource();
    const reader = new PageReader(source);
    reader.read(query(4000));
    source.read = 0;
    expect(textIn(reader.read(query(4001)).events)).to.equal('4001');
    expect(source.read).to.equal(1);
    reader.read(query(3999));
    expect(source.read).to.equal(4001);
  });

  it('has nothing to show before the snapshot', () => {
    expect(new PageReader(new CountedSource()).read(query(-1)).events).to.deep.equal([]);
  });
});
