import { expect } from 'chai';
import { findDuplicates, fingerprintsOf } from '../../../src/core/repair/find-duplicates.ts';

const bytesOf = (event: object) => new TextEncoder().encode(JSON.stringify(event));

/** Letters stand for events of one millisecond; an upper case one is a piece of a huge mutation. */
function keep(letters: string): string {
  const events = [...letters].map((letter) => {
    const isChunk = letter !== letter.toLowerCase();
    const event = { type: 3, data: letter.toLowerCase(), ...(isChunk && { isMutationChunk: true }) };
    return { json: bytesOf(event), window: 0 };
  });
  const duplicate = findDuplicates(fingerprintsOf(events.length, (i) => events[i]!));
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

  const hashesOf = (...events: readonly (readonly [event: object, window: number])[]) =>
    fingerprintsOf(events.length, (i) => {
      const [event, window] = events[i]!;
      return { json: bytesOf(event), window };
    }).map(({ hash }) => hash);

  it('does not see what players add to events', () => {
    const event = { type: 4, timestamp: 1, data: {} };
    const [recorded, exported, other] = hashesOf(
      [event, 0],
      [{ ...event, delay: -3, seq: 7, windowId: 2 }, 0],
      [{ ...event, timestamp: 2 }, 0],
    );
    expect(exported).to.equal(recorded);
    expect(other).not.to.equal(recorded);
  });

  it('tells windows apart', () => {
    const [first, second] = hashesOf([{ type: 4 }, 0], [{ type: 4 }, 1]);
    expect(first).not.to.equal(second);
  });
});
