import { expect } from '@open-wc/testing';
import { formatBytes } from '../../src/locale/format-bytes.ts';

describe('formatBytes', () => {
  const cases: readonly [bytes: number, text: string][] = [
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [12_345, '12.3 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [12_300_000, '12.3 MB'],
    [75_000_000, '75 MB'],
    [2_500_000_000, '2.5 GB'],
    [5_000_000_000_000, '5000 GB'],
  ];
  for (const [bytes, text] of cases) {
    it(`writes ${bytes} as ${text}`, () => {
      expect(formatBytes(bytes)).to.equal(text);
    });
  }
});
