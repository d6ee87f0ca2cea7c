import { expect } from 'chai';
import { findSegments, type SegmentedEvent } from '../../../src/core/store/segments.ts';

type Row = readonly [timestamp: number, windowId: string, isActive: boolean];

function segment(rows: readonly Row[]) {
  const events = rows.map(([timestamp, windowId, isActive]): SegmentedEvent => ({
    timestamp,
    windowId,
    isActive,
  }));
  const firstOf = new Map<string, number>();
  const lastOf = new Map<string, number>();
  for (const { timestamp, windowId } of events) {
    if (!firstOf.has(windowId)) firstOf.set(windowId, timestamp);
    lastOf.set(windowId, timestamp);
  }
  return findSegments(events, lastOf, firstOf).map(
    ({ startAt, endAt, windowId, isActive }) =>
      `${startAt}-${endAt} ${windowId ?? 'none'} ${isActive ? 'active' : 'idle'}`,
  );
}

describe('findSegments', () => {
  const cases: readonly [title: string, rows: readonly Row[], expected: readonly string[]][] = [
    [
      'keeps activity in one window together',
      [
        [0, 'a', true],
        [3000, 'a', true],
        [8000, 'a', true],
      ],
      ['0-8000 a active'],
    ],
    [
      'starts anew after five seconds without activity',
      [
        [0, 'a', true],
        [1000, 'a', true],
        [6001, 'a', false],
        [9000, 'a', false],
      ],
      ['0-1000 a active', '1000-6001 a idle', '6001-9000 a idle'],
    ],
    [
      'ends an idle stretch at the next activity',
      [
        [0, 'a', false],
        [4000, 'a', false],
        [5000, 'a', true],
        [6000, 'a', true],
      ],
      ['0-4000 a idle', '4000-5000 a idle', '5000-6000 a active'],
    ],
    [
      'does not switch windows for an event that is no activity',
      [
        [0, 'a', true],
        [1000, 'b', false],
        [2000, 'a', true],
        [3000, 'b', false],
      ],
      ['0-2000 a active', '2000-3000 b idle', '3000-3000 b idle'],
    ],
    [
      'switches windows with activity',
      [
        [0, 'a', true],
        [1000, 'b', true],
        [2000, 'a', true],
      ],
      ['0-0 a active', '0-1000 a idle', '1000-1000 b active', '1000-2000 a idle', '2000-2000 a active'],
    ],
    ['has nothing to say of nothing', [], []],
  ];
  for (const [title, rows, expected] of cases) {
    it(title, () => {
      expect(segment(rows)).to.deep.equal(expected);
    });
  }
});
