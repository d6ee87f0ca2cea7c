import { expect } from '@open-wc/testing';
import { drawableSpans, shareOf, stretchAt } from '../../../src/controls/timeline/timeline-spans.ts';

describe('drawableSpans', () => {
  it('keeps spans that can be told apart', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ];
    expect(drawableSpans(spans, 100)).to.deep.equal(spans);
  });

  it('joins those that touch, overlap or are less than a thousandth apart', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 15, end: 18 },
      { start: 20.05, end: 30 },
    ];
    expect(drawableSpans(spans, 100)).to.deep.equal([{ start: 0, end: 30 }]);
  });

  it('widens what is too short to be seen', () => {
    expect(drawableSpans([{ start: 50, end: 50.001 }], 1000)).to.deep.equal([{ start: 50, end: 51 }]);
  });

  it('draws at most a thousand, however many there are', () => {
    const spans = Array.from({ length: 50_000 }, (_, index) => ({ start: index * 2, end: index * 2 + 1 }));
    const drawn = drawableSpans(spans, 100_000);
    expect(drawn).to.have.length.within(1, 1000);
    expect(drawn.at(-1)?.end).to.be.at.least(99_999);
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

describe('shareOf', () => {
  const cases: readonly [part: number, whole: number, share: number][] = [
    [1, 4, 0.25],
    [5, 4, 1],
    [-1, 4, 0],
    [0, 0, 0],
    [3, 0, 0],
  ];
  for (const [part, whole, share] of cases) {
    it(`says ${part} of ${whole} is ${share}`, () => {
      expect(shareOf(part, whole)).to.equal(share);
    });
  }
});
