import { expect } from '@open-wc/testing';
import { formatClock, formatLength } from '../../src/locale/clock.ts';
import { english } from '../../src/locale/en/index.ts';

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

describe('formatLength', () => {
  const cases: readonly [seconds: number, text: string][] = [
    [0, '0:00'],
    [29.992, '0:30'],
    [29.4, '0:29'],
    [59.5, '1:00'],
    [3599.6, '1:00:00'],
    [NaN, '0:00'],
  ];
  for (const [seconds, text] of cases) {
    it(`shows ${seconds} s as ${text}`, () => {
      expect(formatLength(seconds)).to.equal(text);
    });
  }

  it('is where a position ends that goes by as a clock does', () => {
    const at = (seconds: number) => formatClock(seconds, 29.992);
    expect([0, 28.99, 29.9, 29.992].map(at)).to.deep.equal(['0:00', '0:28', '0:29', '0:30']);
    expect(formatClock(5, 3599.6)).to.equal('0:00:05');
    expect(english.controls.position(29.9, 29.992)).to.equal('29 seconds of 30 seconds');
    expect(english.controls.position(29.992, 29.992)).to.equal('30 seconds of 30 seconds');
  });
});
