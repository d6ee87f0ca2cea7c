import { expect } from '@open-wc/testing';
import { idleModeAt, stopBetween } from '../../src/session/playback-stops.ts';
import { timelineOf } from './timeline-of.ts';

/** Ten active seconds, fifty idle ones, and twenty active ones, from the start of 1970. */
const TIMELINE = timelineOf(
  [
    [0, 10, 'a', true],
    [10, 60, 'a', false],
    [60, 80, 'a', true],
  ],
  [['a', 0]],
);
const RANGE = { start: 4, end: 8 };

const between = (before: number, after: number, loopRange = RANGE, pauseTimes: readonly number[] = []) =>
  stopBetween({ loopRange, pauseTimes }, before * 1000, after * 1000, TIMELINE);

describe('stopBetween', () => {
  it('goes back to the start of a range once its end is reached', () => {
    expect(between(7.9, 8.1)).to.deep.equal({ type: 'back', to: 4000 });
    expect(between(7.9, 8)).to.deep.equal({ type: 'back', to: 4000 });
    expect(between(8, 8.1)).to.deep.equal({ type: 'back', to: 4000 });
    expect(between(7.8, 7.9)).to.be.null;
  });

  it('lets playback go on that is outside of it', () => {
    expect(between(8.1, 8.2)).to.be.null;
    expect(between(3.9, 4.1)).to.be.null;
    expect(between(3.9, 8.2)).to.be.null;
  });

  it('goes back where a jump leads out of it', () => {
    expect(between(10, 60, { start: 5, end: 30 })).to.deep.equal({ type: 'back', to: 5000 });
  });

  it('goes back at the end of the recording where the range ends there, or later', () => {
    expect(between(79.9, 80, { start: 70, end: 80 })).to.deep.equal({ type: 'back', to: 70_000 });
    expect(between(79.9, 80, { start: 70, end: 90 })).to.deep.equal({ type: 'back', to: 70_000 });
  });

  it('pauses on the way, but not behind the end', () => {
    expect(between(7.9, 8.5, RANGE, [7.95])).to.deep.equal({ type: 'pause', time: 7.95 });
    expect(between(7.9, 8.5, RANGE, [8.2])).to.deep.equal({ type: 'back', to: 4000 });
    expect(stopBetween({ loopRange: null, pauseTimes: [1, 2] }, 500, 2500, TIMELINE)).to.deep.equal({
      type: 'pause',
      time: 1,
    });
    expect(stopBetween({ loopRange: null, pauseTimes: [1] }, 1000, 2500, TIMELINE)).to.be.null;
  });
});

describe('idleModeAt', () => {
  const modeAt = (position: number, loopRange: { start: number; end: number } | null) =>
    idleModeAt({ idle: 'skip', loopRange }, position * 1000, TIMELINE);

  it('plays a range in which nothing was done', () => {
    expect(modeAt(21, { start: 20, end: 30 })).to.equal('keep');
    expect(modeAt(31, { start: 20, end: 30 })).to.equal('skip');
  });

  it('leaves all others as they are', () => {
    expect(modeAt(15, { start: 5, end: 30 })).to.equal('skip');
    expect(modeAt(21, { start: 20, end: 70 })).to.equal('skip');
    expect(modeAt(21, null)).to.equal('skip');
  });
});
