import { expect } from 'chai';
import type { PageMoment } from '../../../src/core/recording.ts';
import { nodesOf } from '../../../src/core/rrweb/serialized-node.ts';
import { RecordingStore } from '../../../src/core/store/recording-store.ts';

const START = 1_790_000_000_000;

const el = (id: number, tagName: string, ...childNodes: object[]) => ({
  type: 2,
  id,
  tagName,
  attributes: {},
  childNodes,
});
const node = { type: 0, id: 1, childNodes: [el(2, 'html', el(3, 'head'), el(4, 'body', el(5, 'x-card')))] };
const PAGE = [
  { type: 4, timestamp: START, data: { href: 'https://shop.example/', width: 800, height: 600 } },
  { type: 2, timestamp: START, data: { node, initialOffset: { left: 0, top: 0 } } },
];
const defined = { type: 3, timestamp: START + 15, data: { source: 16, define: { name: 'x-card' } } };
const click = (at: number) => ({
  type: 3,
  timestamp: START + at,
  data: { source: 2, type: 2, id: 4, x: 1, y: 1 },
});

function add(store: RecordingStore, ...events: readonly object[]): void {
  for (const event of events) {
    const bytes = new TextEncoder().encode(JSON.stringify(event));
    store.intake.add({ bytes, windowId: null, recording: null }, 0);
  }
  store.outline();
}

const WINDOW = { windowId: '', remoteAssets: false, cover: [] };

/**
 * Whether the element is defined on the page of a moment, which is built.
 *
 * @param from the moment on screen
 */
function isDefined(store: RecordingStore, at: number, from: PageMoment | null): boolean {
  const { events } = store.reader.page({ ...WINDOW, keyframeAt: START, to: START + at, from });
  const { node } = events.find(({ type }) => type === 2)!.data as { node: unknown };
  for (const { tagName, isCustom } of nodesOf(node)) if (tagName === 'x-card') return isCustom === true;
  throw new Error('The element is not there');
}

describe('a custom element of which nothing is told', () => {
  it('is defined, as by a recorder that never tells', () => {
    const store = new RecordingStore();
    add(store, ...PAGE, click(20));
    expect(isDefined(store, 10, null)).to.equal(true);
    add(store, click(30));
    const { ends, until } = store.reader.read({ ...WINDOW, from: START + 10, to: START + 30, skip: 0 });
    expect([ends, until]).to.deep.equal([false, START + 30]);
  });

  it('is not as soon as its recorder turns out to tell, on a page that is built anew', () => {
    const store = new RecordingStore();
    add(store, ...PAGE, click(12));
    expect(isDefined(store, 10, null)).to.equal(true);
    add(store, defined, click(30));
    const rest = { ...WINDOW, from: START + 10, to: START + 30, skip: 0 };
    expect(store.reader.read(rest)).to.deep.equal({ events: [], until: START + 10, skip: 0, ends: true });
    expect(isDefined(store, 11, { keyframeAt: START, to: START + 10 })).to.equal(false);
    expect(store.reader.read(rest)).to.deep.include({ until: START + 30, ends: false });
  });
});
