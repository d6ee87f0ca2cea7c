import { expect } from '@open-wc/testing';
import { TimelineScale } from '../../../src/controls/timeline/timeline-scale.ts';

describe('TimelineScale', () => {
  const cases: readonly [part: number, whole: number, share: number][] = [
    [1, 4, 0.25],
    [5, 4, 1],
    [-1, 4, 0],
    [0, 0, 0],
    [3, 0, 0],
  ];
  for (const [part, whole, share] of cases) {
    it(`has ${part} s of ${whole} s at ${share}`, () => {
      expect(new TimelineScale(whole).shareOf(part)).to.equal(share);
    });
  }

  it('leads from each place back to the moment that is there, and never out of the recording', () => {
    const scale = new TimelineScale(4);
    expect([-1, 0, 0.25, 1, 2].map((share) => scale.timeAt(share))).to.deep.equal([0, 0, 1, 4, 4]);
    expect(new TimelineScale(0).timeAt(0.5)).to.equal(0);
  });
});
