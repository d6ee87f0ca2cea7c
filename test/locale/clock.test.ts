import { expect } from '@open-wc/testing';
import { formatClock } from '../../src/locale/clock.ts';

describe('formatClock', () => {
  const cases: readonly [seconds: number, text: string][] = [
    [0, '0:00'],
    [9.99, '0:09'],
    [62, '1:02'],
    [3599.9, '59:59'],
    [3600, '1:00:00'],
    [3723, '1:02:03'],
    [90061, '25:01:01'],
    [-3, '0:00'],
    [NaN, '0:00'],
    [Infinity, '0:00'],
  ];
  for (const [seconds, text] of cases) {
    it(`shows ${seconds} s as ${text}`, () => {
      expect(formatClock(seconds)).to.equal(text);
    });
  }

  it('has hours where a time next to it has them', () => {
    expect(formatClock(62, 3723)).to.equal('0:01:02');
  });
});
