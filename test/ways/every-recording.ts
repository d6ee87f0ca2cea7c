import { expect } from '@open-wc/testing';
import { CHECKS } from '../../fixtures/cases/checks.mjs';
import { player } from '../player-harness.ts';
import { differencesOfWays } from './compare-ways.ts';

const OWN = [
  'checkout.jsonl',
  'lab.jsonl',
  'two-tabs.jsonl',
  'idle-gap.jsonl',
  'app-android.json',
  'app-ios.json',
];
const PLAYED = ['blank-window', 'heavy-at-end-0ms', 'page-at-end-0ms', 'pages-20s', 'readd-node'];
const foreign = (await (await fetch('/foreign-recordings/')).json()) as string[];

/** So long a recording may take to be played once. Seconds. */
const PLAYED_IN = 8;
const SLOWEST = 4;

const RECORDINGS = [
  ...new Set(CHECKS.map(({ file }) => `/fixtures/cases/${file}`)),
  ...PLAYED.map((name) => `/fixtures/cases/played/${name}.json`),
  ...OWN.map((name) => `/fixtures/recordings/${name}`),
  ...foreign.map((name) => `/foreign-recordings/${encodeURIComponent(name)}`),
];

describe('a page is the same whichever way it is reached', function () {
  this.timeout(120_000);
  for (const address of RECORDINGS)
    it(address, async () => {
      const element = await player();
      const info = await element.load(address).catch(() => null);
      element.remove();
      // What cannot be played has no page.
      if (!info) return;
      const speed = Math.max(SLOWEST, info.duration / PLAYED_IN);
      for (const idle of info.duration < PLAYED_IN * SLOWEST
        ? (['keep', 'skip'] as const)
        : (['skip'] as const)) {
        const differences = await differencesOfWays(address, { speed, idle, moments: 4 });
        expect(differences, `idle ${idle}, ${speed}×`).to.deep.equal([]);
      }
    });
});
