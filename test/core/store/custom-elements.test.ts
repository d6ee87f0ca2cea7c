import { expect } from 'chai';
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
const tag = (name: string) => ({ type: 5, timestamp: START + 1, data: { tag: name, payload: {} } });
const LAST = { type: 3, timestamp: START + 20, data: { source: 2, type: 2, id: 4, x: 1, y: 1 } };

/** Whether the element is defined on the page that is asked for while more events may come. */
function isDefined(...events: readonly object[]): boolean {
  const store = new RecordingStore();
  for (const event of [...PAGE, ...events, LAST]) {
    const bytes = new TextEncoder().encode(JSON.stringify(event));
    store.intake.add({ bytes, windowId: null, recording: null }, 0);
  }
  store.outline();
  const page = store.reader.page({
    windowId: '',
    keyframeAt: START,
    to: START + 10,
    from: null,
    remoteAssets: false,
    cover: [],
  });
  const [snapshot] = page.events.filter(({ type }) => type === 2);
  const { node } = snapshot!.data as { node: unknown };
  for (const { tagName, isCustom } of nodesOf(node)) if (tagName === 'x-card') return isCustom === true;
  throw new Error('The element is not there');
}

describe('a custom element of which nothing is told yet', () => {
  it('is defined where the recorder may be one that never tells', () => {
    expect(isDefined()).to.equal(true);
    expect(isDefined(tag('$session_options'))).to.equal(true);
  });

  it('is not defined where the recorder tells of those that are', () => {
    expect(isDefined(tag('$remote_config_received'))).to.equal(false);
    expect(
      isDefined({ type: 3, timestamp: START + 15, data: { source: 16, define: { name: 'x-other' } } }),
    ).to.equal(false);
  });
});
