import { expect } from '@open-wc/testing';
import { parseStartAt } from '../../src/session/start-at.ts';

const START = Date.parse('2026-03-04T05:06:07Z');

describe('parseStartAt', () => {
  const cases: readonly [text: string, seconds: number | null][] = [
    ['0', 0],
    ['12.5', 12.5],
    ['1:02', 62],
    ['1:02:03', 3723],
    ['1m2s', 62],
    ['2h', 7200],
    [' 90s ', 90],
    ['2026-03-04T05:07:07Z', 60],
    [String(START + 5000), 5],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1:2:3:4', null],
  ];
  for (const [text, seconds] of cases) {
    it(`reads "${text}" as ${seconds === null ? 'nothing' : `${seconds} s`}`, () => {
      expect(parseStartAt(text, START)).to.equal(seconds === null ? null : START + seconds * 1000);
    });
  }
});
