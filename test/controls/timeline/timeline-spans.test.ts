import { expect } from '@open-wc/testing';
import { TimelineScale } from '../../../src/controls/timeline/timeline-scale.ts';
import { drawableSpans, idleSpans, stretchAt } from '../../../src/controls/timeline/timeline-spans.ts';
import type { TimeSpan } from '../../../src/session/session-state.ts';

/** What is drawn on a timeline of so many seconds, in seconds again. */
const drawnOn = (duration: number, spans: readonly TimeSpan[]): TimeSpan[] => {
  const seconds = (share: number) => Math.round(share * duration * 1e6) / 1e6;
  return drawableSpans(spans, new TimelineScale(duration)).map(({ from, to }) => ({
    start: seconds(from),
    end: seconds(to),
  }));
};

describe('drawableSpans', () => {
  it('keeps spans that can be told apart', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ];
    expect(drawnOn(100, spans)).to.deep.equal(spans);
  });

  it('joins those that touch, overlap or are less than a thousandth apart', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 15, end: 18 },
      { start: 20.05, end: 30 },
    ];
    expect(drawnOn(100, spans)).to.deep.equal([{ start: 0, end: 30 }]);
  });

  it('widens what is too short to be seen', () => {
    expect(drawnOn(1000, [{ start: 50, end: 50.001 }])).to.deep.equal([{ start: 50, end: 51 }]);
  });

  it('draws at most a thousand, however many there are', () => {
    const spans = Array.from({ length: 50_000 }, (_, index) => ({ start: index * 2, end: index * 2 + 1 }));
    const drawn = drawnOn(100_000, spans);
    expect(drawn).to.have.length.within(1, 1000);
    expect(drawn.at(-1)?.end).to.be.at.least(99_999);
  });
});

describe('drawableSpans of a part', () => {
  const part = new TimelineScale(100, [], { length: 10, time: 50, share: 0 });

  it('leaves out what is not in view, and cuts what reaches beyond it', () => {
    const spans = [
      { start: 0, end: 49 },
      { start: 49, end: 52 },
      { start: 55, end: 56 },
      { start: 59, end: 70 },
      { start: 80, end: 90 },
    ];
    const drawn = drawableSpans(spans, part);
    expect(drawn.map(({ from, to }) => [from, to].map((share) => Number(share.toFixed(6))))).to.deep.equal([
      [0, 0.2],
      [0.5, 0.6],
      [0.9, 1],
    ]);
  });
});

describe('idleSpans', () => {
  it('joins neighbours of several windows, within the recording', () => {
    const stretches = [
      { start: 0, end: 10, windowId: 'a', isActive: true },
      { start: 10, end: 20, windowId: 'b', isActive: false },
      { start: 20, end: 30, windowId: null, isActive: false },
      { start: 30, end: 35, windowId: 'a', isActive: true },
      { start: 35, end: 60, windowId: 'a', isActive: false },
      { start: 60, end: 70, windowId: 'b', isActive: false },
    ];
    expect(idleSpans(stretches, 50)).to.deep.equal([
      { start: 10, end: 30 },
      { start: 35, end: 50 },
    ]);
  });
});

describe('stretchAt', () => {
  const stretches = [
    { start: 0, end: 10, windowId: 'a', isActive: true },
    { start: 10, end: 20, windowId: 'b', isActive: false },
  ];
  const cases: readonly [time: number, windowId: string | undefined][] = [
    [0, 'a'],
    [9.9, 'a'],
    [10, 'b'],
    [20, 'b'],
    [21, undefined],
  ];
  for (const [time, windowId] of cases) {
    it(`finds ${windowId ?? 'none'} at ${time} s`, () => {
      expect(stretchAt(stretches, time)?.windowId).to.equal(windowId);
    });
  }
});
