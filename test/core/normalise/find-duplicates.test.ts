import { expect } from '@open-wc/testing';
import { findDuplicates, fingerprint } from '../../../src/core/normalise/find-duplicates.ts';

/** Letters stand for events of one millisecond; an upper case one is a piece of a huge mutation. */
function keep(letters: string): string {
  const prints = [...letters].map((letter) =>
    fingerprint({ type: 3, data: letter.toLowerCase(), isMutationChunk: letter !== letter.toLowerCase() }, 0),
  );
  const duplicate = findDuplicates(prints);
  return [...letters].filter((_, i) => !duplicate[i]).join('');
}

describe('findDuplicates', () => {
  const cases: readonly [events: string, kept: string, why: string][] = [
    ['ab', 'ab', 'different events'],
    ['aa', 'a', 'an event that was sent twice'],
    ['aba', 'aba', 'a change and its undoing within one millisecond'],
    ['abab', 'ab', 'a batch that was sent twice'],
    ['abcabcabc', 'abc', 'a batch that was sent three times'],
    ['abcab', 'abcab', 'a repetition that is not whole'],
    ['AAA', 'A', 'nothing but equal pieces is a repetition'],
    ['AAb', 'AAb', 'equal pieces of a huge mutation'],
    ['', '', 'nothing'],
  ];
  for (const [events, kept, why] of cases) {
    it(`keeps "${kept}" of "${events}": ${why}`, () => {
      expect(keep(events)).to.equal(kept);
    });
  }

  it('does not see what players add to events', () => {
    const recorded = fingerprint({ type: 4, timestamp: 1, data: {} }, 0);
    const exported = fingerprint({ type: 4, timestamp: 1, data: {}, delay: -3, seq: 7, windowId: 2 }, 0);
    expect(exported.hash).to.equal(recorded.hash);
  });

  it('tells windows apart', () => {
    expect(fingerprint({ type: 4 }, 0).hash).not.to.equal(fingerprint({ type: 4 }, 1).hash);
  });
});
