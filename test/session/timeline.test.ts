import { expect } from '@open-wc/testing';
import { type Row, timelineOf } from './timeline-of.ts';

const ROWS: readonly Row[] = [
  [0, 10, 'a', true],
  [10, 12, 'a', false],
  [12, 60, 'a', false],
  [60, 70, 'b', true],
  [70, 70.5, null, false],
  [70.5, 80, 'a', true],
  [80, 95, 'a', false],
];
const KEYFRAMES = [
  ['a', 0],
  ['b', 60.2],
  ['a', 75],
] as const;

describe('Timeline', () => {
  it('counts what is active', () => {
    expect(timelineOf(ROWS, KEYFRAMES).activeSeconds).to.equal(10 + 10 + 0.5 + 9.5);
  });

  it('shows the window that owns the moment, built from its latest snapshot', () => {
    const timeline = timelineOf(ROWS, KEYFRAMES);
    for (const [time, windowId, keyframe] of [
      [5, 'a', 0],
      [30, 'a', 0],
      [65, 'b', 60.2],
      [70.2, 'b', 60.2],
      [76, 'a', 75],
    ] as const) {
      const position = timeline.positionAt(time * 1000);
      expect(
        [position?.windowId, position?.keyframe.timestamp, position?.timestamp],
        `at ${time}`,
      ).to.deep.equal([windowId, keyframe * 1000, time * 1000]);
    }
  });

  it('goes to the next page when there is none before', () => {
    const timeline = timelineOf(ROWS, [
      ['a', 4],
      ['b', 62],
    ]);
    const position = timeline.positionAt(0)!;
    expect([position.windowId, position.timestamp]).to.deep.equal(['a', 4000]);
    expect(timeline.isJump(0, position)).to.be.true;
    expect(timeline.isJump(3500, position)).to.be.false;
    expect(timeline.positionAt(60_000)!.timestamp).to.equal(62_000);
    expect(timelineOf(ROWS, []).positionAt(0)).to.be.null;
  });

  it('jumps idle stretches as it is told to', () => {
    const timeline = timelineOf(ROWS, KEYFRAMES);
    const jumps = (mode: 'keep' | 'skip' | number) =>
      [5, 10, 30, 59.5, 70.2, 80].map((time) => timeline.idleJump(time * 1000, mode));
    expect(jumps('keep')).to.deep.equal([null, null, null, null, null, null]);
    expect(jumps('skip')).to.deep.equal([null, 60_000, 60_000, null, null, 95_000]);
    expect(jumps(5)).to.deep.equal([null, null, 60_000, null, null, null]);
  });

  it('stays with the window that is pinned, for which all others are idle', () => {
    const timeline = timelineOf(ROWS, KEYFRAMES, 'a');
    expect(timeline.positionAt(65_000)!.windowId).to.equal('a');
    expect(timeline.idleJump(65_000, 'skip')).to.equal(70_500);
    expect(timeline.nextWindowChange(0, 'a')).to.be.null;
    expect(timelineOf(ROWS, KEYFRAMES, 'no such').positionAt(65_000)!.windowId).to.equal('b');
  });

  it('knows the next change of window', () => {
    const timeline = timelineOf(ROWS, KEYFRAMES);
    expect([
      timeline.nextWindowChange(0, 'a'),
      timeline.nextWindowChange(61_000, 'b'),
      timeline.nextWindowChange(71_000, 'a'),
    ]).to.deep.equal([60_000, 70_500, null]);
  });

  it('joins what is drawn alike', () => {
    const drawn = timelineOf(ROWS, KEYFRAMES).stretches.map(({ start, end, windowId, isActive }) => [
      start,
      end,
      windowId,
      isActive,
    ]);
    expect(drawn).to.deep.equal([
      [0, 10, 'a', true],
      [10, 60, 'a', false],
      [60, 70, 'b', true],
      [70, 70.5, null, true],
      [70.5, 80, 'a', true],
      [80, 95, 'a', false],
    ]);
  });
});
