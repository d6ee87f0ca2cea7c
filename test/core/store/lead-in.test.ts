import { expect } from 'chai';
import { leadInFrom } from '../../../src/core/store/lead-in.ts';
import type { VisibleRow } from '../../../src/core/seek/page-source.ts';

const TO = 160_000;

const row = (kind: VisibleRow['kind'], timestamp: number, length = 100): VisibleRow => ({
  row: timestamp,
  kind,
  timestamp,
  length,
});

describe('leadInFrom', () => {
  it('begins with the frame of the first event that may set something in motion', () => {
    expect(leadInFrom([row('mutation', TO - 1000), row('mouseMove', TO - 10)], TO)).to.equal(TO - 1008);
    expect(leadInFrom([row('scroll', TO - 1000), row('mutation', TO - 16)], TO)).to.equal(TO - 16);
  });

  it('plays nothing where nothing is set in motion', () => {
    expect(leadInFrom([], TO)).to.equal(TO);
    expect(leadInFrom([row('scroll', TO - 1000), row('canvasMutation', TO - 10)], TO)).to.equal(TO);
  });

  it('begins behind a page, and behind what takes too long to play', () => {
    expect(leadInFrom([row('fullSnapshot', TO - 900), row('mutation', TO - 895)], TO)).to.equal(TO - 896);
    expect(leadInFrom([row('fullSnapshot', TO - 895), row('mutation', TO - 894)], TO)).to.equal(TO - 894);
    const large = [row('mutation', TO - 500), row('mutation', TO - 400, 40_000), row('mutation', TO - 300)];
    expect(leadInFrom(large, TO)).to.equal(TO - 304);
    const many = Array.from({ length: 1000 }, (_, i) => row('mutation', TO - 1000 + i));
    expect(leadInFrom(many, TO)).to.be.within(TO - 200, TO - 50);
  });
});
