import { expect } from '@open-wc/testing';
import { differencesOfWays } from './compare-ways.ts';

/** Recordings in which the ways have differed; `every-recording.ts` goes through all there are. */
const CASES = [
  '02-sheet-before-shadow-root.json',
  '08-scroll-before-it-can.json',
  '17-modal-dialog.json',
  '53-dialog-again.json',
  'played/similar-page-after-idle-20ms.json',
];

describe('a page is the same whichever way it is reached', function () {
  this.timeout(60_000);
  for (const file of CASES)
    it(file, async () => {
      const differences = await differencesOfWays(`/fixtures/cases/${file}`, {
        speed: 8,
        idle: 'skip',
        moments: 3,
      });
      expect(differences).to.deep.equal([]);
    });
});
