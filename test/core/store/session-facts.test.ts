import { expect } from 'chai';
import { SessionFacts } from '../../../src/core/store/session-facts.ts';

const SITE = 'https://shop.example';

/** Facts of window `a`: pages that begin with a Meta, and changes of the address by scripts. */
function factsOf(...told: readonly (readonly [at: number, path: string, isMeta: boolean])[]) {
  const facts = new SessionFacts();
  for (const [timestamp, path, isMeta] of told) {
    const href = SITE + path;
    if (isMeta) facts.note({ type: 4, timestamp, data: { href, width: 1, height: 1 } }, 'meta', 'a');
    else facts.note({ type: 5, timestamp, data: { tag: '$pageview', payload: { href } } }, 'custom', 'a');
  }
  return facts;
}

/** Which of some paths are the page's own at a moment. */
function ownAt(facts: SessionFacts, at: number): string[] {
  const own = facts.addressesOf('a', at);
  return ['/1', '/2', '/3'].filter((path) => own.placeIn(`${SITE}${path}#icon`) !== null);
}

describe('the addresses of a page', () => {
  it('are all from its Meta to the next', () => {
    const facts = factsOf([10, '/1', true], [20, '/2', false], [30, '/3', true]);
    expect(ownAt(facts, 0)).to.deep.equal(['/1', '/2']);
    expect(ownAt(facts, 10)).to.deep.equal(['/1', '/2']);
    expect(ownAt(facts, 29)).to.deep.equal(['/1', '/2']);
    expect(ownAt(facts, 30)).to.deep.equal(['/3']);
    expect(facts.addressesOf('b', 30)).to.equal(facts.addressesOf('c', 10));
  });

  it('are worked out once, and anew when more is told', () => {
    const facts = factsOf([10, '/1', true]);
    expect(facts.addressesOf('a', 10)).to.equal(facts.addressesOf('a', 99));
    const known = facts.addressesOf('a', 10);
    facts.noteBase('a', 15, `${SITE}/2`);
    expect(facts.addressesOf('a', 10)).not.to.equal(known);
    expect(ownAt(facts, 10)).to.deep.equal(['/1', '/2']);
  });
});
