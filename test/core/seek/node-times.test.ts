import { expect } from 'chai';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { PageState } from '../../../src/core/seek/page-state.ts';

const element = (id: number, ...childNodes: object[]) => ({
  type: 2,
  id,
  tagName: 'div',
  attributes: {},
  childNodes,
});

const event = (timestamp: number, changes: object): ReplayEvent => ({
  type: 3,
  timestamp,
  data: { source: 0, adds: [], removes: [], texts: [], attributes: [], ...changes },
});
const added = (timestamp: number, ...adds: (readonly [id: number, parentId: number])[]) =>
  event(timestamp, {
    adds: adds.map(([id, parentId]) => ({ parentId, nextId: null, node: element(id) })),
  });
const changed = (timestamp: number, id: number, attributes: object) =>
  event(timestamp, { attributes: [{ id, attributes }] });

function timesAfter(at: number, ...events: readonly ReplayEvent[]) {
  const node = { type: 0, id: 1, childNodes: [element(2, element(3))] };
  const snapshot = { type: 2, timestamp: 100, data: { node, initialOffset: { top: 0, left: 0 } } };
  const state = new PageState(structuredClone(snapshot));
  for (const each of structuredClone(events)) state.add(each);
  return state.times(at);
}

describe('times of a page', () => {
  it('tell when the page was there, and nothing else as long as it has not changed', () => {
    expect(timesAfter(500)).to.deep.equal({ page: 100, added: [], restyled: [] });
  });

  it('tell when nodes were added, once for all that came together', () => {
    const { added: times } = timesAfter(500, added(200, [10, 3], [11, 10]), added(300, [12, 10]));
    expect(times).to.deep.equal([
      [10, 200],
      [12, 300],
    ]);
  });

  it('forget what is not there any more, and take the last of several times', () => {
    const removed = event(250, { removes: [{ id: 10, parentId: 3 }] });
    expect(timesAfter(500, added(200, [10, 3], [11, 10]), removed).added).to.deep.equal([]);
    expect(timesAfter(500, added(200, [10, 3]), removed, added(300, [10, 3])).added).to.deep.equal([
      [10, 300],
    ]);
  });

  it('tell when the class or the animation of an element was changed, for a minute', () => {
    const events = [
      changed(200, 2, { class: 'open' }),
      changed(300, 3, { style: { animation: 'fade 1s' } }),
      changed(400, 3, { style: { color: 'red' }, title: 'x' }),
    ];
    expect(timesAfter(500, ...events).restyled).to.deep.equal([
      [2, 200],
      [3, 300],
    ]);
    expect(timesAfter(60_250, ...events).restyled).to.deep.equal([[3, 300]]);
  });

  it('are kept with the page', () => {
    const times = { page: 50, added: [[2, 60]] as const, restyled: [] };
    const node = { type: 0, id: 1, childNodes: [element(2)] };
    const snapshot = { type: 2, timestamp: 100, data: { node } } as unknown as ReplayEvent;
    expect(new PageState(snapshot, times).times(500)).to.deep.equal(times);
  });
});
