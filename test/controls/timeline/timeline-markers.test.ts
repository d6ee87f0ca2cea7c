import { expect } from '@open-wc/testing';
import type { RecordingMarker } from '../../../src/core/recording.ts';
import { markersNear, markersOnTrack, tickTimes } from '../../../src/controls/timeline/timeline-markers.ts';
import { TimelineScale } from '../../../src/controls/timeline/timeline-scale.ts';

const at = (times: readonly number[]): RecordingMarker[] =>
  times.map((time) => ({ time, name: `at ${time}` }));
const timesOf = (markers: readonly RecordingMarker[]): number[] => markers.map(({ time }) => time);
const around = (moment: number, reach: number) => ({ start: moment - reach, end: moment + reach });
const MANY = at(Array.from({ length: 400_000 }, (_, index) => index / 100));

describe('markersOnTrack', () => {
  it('leaves out what lies before the start and after the end', () => {
    expect(timesOf(markersOnTrack(at([-3, -0.1, 0, 5, 10, 10.1]), 10))).to.deep.equal([0, 5, 10]);
  });

  it('has none on a track without length', () => {
    for (const duration of [0, -1, NaN]) expect(markersOnTrack(at([0, 1]), duration)).to.be.empty;
  });
});

describe('tickTimes', () => {
  it('draws each that can be told apart', () => {
    expect(tickTimes(at([0, 1, 2, 99]), new TimelineScale(100))).to.deep.equal([0, 1, 2, 99]);
  });

  it('draws one for those less than a thousandth apart', () => {
    expect(tickTimes(at([5, 5, 5.05, 5.2, 50]), new TimelineScale(100))).to.deep.equal([5, 5.2, 50]);
  });

  it('draws about a thousand at most, and looks at few of the others', () => {
    let looks = 0;
    const watched = new Proxy(MANY, {
      get: (target, key, receiver): unknown => {
        looks++;
        return Reflect.get(target, key, receiver);
      },
    });
    expect(tickTimes(watched, new TimelineScale(4000))).to.have.length.within(900, 1001);
    expect(looks).to.be.below(50_000);
  });

  it('draws those in view', () => {
    const part = new TimelineScale(100, [], { length: 10, time: 50, share: 0 });
    expect(tickTimes(at([0, 49.9, 50, 52, 60, 60.1]), part)).to.deep.equal([50, 52, 60]);
  });

  it('comes to an end with times that are none', () => {
    expect(tickTimes(at([1, NaN, NaN]), new TimelineScale(10))).to.have.length(3);
  });
});

describe('markersNear', () => {
  const cases: readonly [moment: number, reach: number, nearest: number[], more: number][] = [
    [0, 5, [], 0],
    [10, 0.9, [10], 0],
    [10.5, 0.5, [10, 11], 0],
    [10.8, 2.5, [10, 11, 12], 1],
    [13.1, 3.2, [11, 12, 13], 1],
    [99, 10, [], 0],
  ];
  for (const [moment, reach, nearest, more] of cases) {
    it(`finds [${nearest.join(', ')}] and ${more} more within ${reach} s of ${moment} s`, () => {
      const found = markersNear(at([8, 10, 11, 12, 13]), moment, around(moment, reach), 3);
      expect(timesOf(found.nearest)).to.deep.equal(nearest);
      expect(found.more).to.equal(more);
    });
  }

  it('counts what it does not name', () => {
    const found = markersNear(MANY, 2000, around(2000, 50), 3);
    expect(timesOf(found.nearest)).to.deep.equal([1999.99, 2000, 2000.01]);
    expect(found.more).to.equal(9998);
  });

  it('finds none among none', () => {
    expect(markersNear([], 1, around(1, 1), 3)).to.deep.equal({ nearest: [], more: 0 });
  });
});
