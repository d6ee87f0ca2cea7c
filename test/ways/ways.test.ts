import { expect } from '@open-wc/testing';
import { WAY_CHECKS } from '../../fixtures/cases/ways.mjs';
import type { ReplaySource } from '../../src/index.ts';
import { differencesOfWays } from './compare-ways.ts';

/** Recordings in which the ways have differed; `every-recording.ts` goes through all there are. */
const CASES = [
  '02-sheet-before-shadow-root.json',
  '08-scroll-before-it-can.json',
  '17-modal-dialog.json',
  '53-dialog-again.json',
  'played/similar-page-after-idle-20ms.json',
];

/** The same of those made in code, by what is right of them. */
const OWN = WAY_CHECKS.filter(({ right }) => /mouse|finger|touch|option/.test(right));

describe('a page is the same whichever way it is reached', function () {
  this.timeout(60_000);
  for (const file of CASES)
    it(file, () => expectNoDifference(`/fixtures/cases/${file}`, { speed: 8, moments: 3 }));
  for (const { right, events } of OWN)
    it(right, () => expectNoDifference([...events], { speed: 2, moments: 4 }));
});

async function expectNoDifference(
  source: ReplaySource,
  how: { readonly speed: number; readonly moments: number },
): Promise<void> {
  expect(await differencesOfWays(source, { ...how, idle: 'skip' })).to.deep.equal([]);
}
