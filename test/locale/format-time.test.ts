import { expect } from '@open-wc/testing';
import { formatClock, formatDate, formatDuration, formatTimeOfDay } from '../../src/locale/format-time.ts';

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

describe('formatDuration', () => {
  const cases: readonly [seconds: number, words: string][] = [
    [0, '0 seconds'],
    [1, '1 second'],
    [62, '1 minute 2 seconds'],
    [120, '2 minutes'],
    [3600, '1 hour'],
    [3661, '1 hour 1 minute 1 second'],
    [7325.9, '2 hours 2 minutes 5 seconds'],
    [NaN, '0 seconds'],
  ];
  for (const [seconds, words] of cases) {
    it(`reads ${seconds} s as "${words}"`, () => {
      expect(formatDuration(seconds)).to.equal(words);
    });
  }
});

describe('formatDate and formatTimeOfDay', () => {
  it('are those of the reader, down to the second', () => {
    const moment = new Date(2026, 2, 4, 5, 6, 7);
    expect(formatDate(moment)).to.include('2026');
    expect(formatTimeOfDay(moment)).to.include('5:06:07');
  });
});
