import { expect } from '@open-wc/testing';
import { pageOf, player } from '../player-harness.ts';
import { WAY_CHECKS } from '../../fixtures/cases/ways.mjs';
import { frameOf, painted, WAYS, waysOf } from './ways.ts';

describe('what is to be the same whichever way it is reached', function () {
  this.timeout(60_000);
  for (const { right, events, at, ways, probe, expect: expected } of WAY_CHECKS)
    for (const way of waysOf(ways))
      it(`${way}: ${right}`, async () => {
        const element = await player([...events]);
        await WAYS[way](element, at);
        await painted();
        expect(await probe(pageOf(element), frameOf(element))).to.deep.equal(expected);
      });
});
