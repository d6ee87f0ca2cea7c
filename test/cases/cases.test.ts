import { expect } from '@open-wc/testing';
import { CHECKS } from '../../fixtures/cases/checks.mjs';
import { pageOf, player } from '../player-harness.ts';
import { frameOf, painted, WAYS, waysOf } from './ways.ts';

describe('recordings that go wrong elsewhere', function () {
  this.timeout(60_000);
  for (const check of CHECKS) {
    for (const way of waysOf(check.ways)) {
      it(`${check.file}, ${check.at} s, ${way}: ${check.right}`, async () => {
        const element = await player(`/fixtures/cases/${check.file}`);
        await WAYS[way](element, check.at);
        await painted();
        expect(await check.probe(pageOf(element), frameOf(element))).to.deep.equal(check.expect);
      });
    }
  }
});
