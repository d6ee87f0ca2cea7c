import { expect } from '@open-wc/testing';
import { CHECKS } from '../../fixtures/cases/checks.mjs';
import { WAY_CHECKS } from '../../fixtures/cases/ways.mjs';
import type { ReplaySource } from '../../src/index.ts';
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
const PLAYED = [
  'blank-window',
  'heavy-at-end-0ms',
  'image-set',
  'page-at-end-0ms',
  'pages-20s',
  'readd-node',
  'similar-page-after-idle-20ms',
];
/** Cases that tests look at in other ways than by a probe. */
const UNPROBED = ['36-url-of-an-id', '43-top-layer', '45-animations', '46-components'];
const foreign = (await (await fetch('/foreign-recordings/')).json()) as string[];

/** So long a recording may take to be played once. Seconds. */
const PLAYED_IN = 8;
const SLOWEST = 4;

/** Those to go through, as the configuration says. */
const wanted = new RegExp(document.querySelector<HTMLMetaElement>('meta[name="ways"]')!.content);

const ADDRESSES = [
  ...new Set(CHECKS.map(({ file }) => `/fixtures/cases/${file}`)),
  ...UNPROBED.map((name) => `/fixtures/cases/${name}.json`),
  ...PLAYED.map((name) => `/fixtures/cases/played/${name}.json`),
  ...OWN.map((name) => `/fixtures/recordings/${name}`),
  ...foreign.map((name) => `/foreign-recordings/${encodeURIComponent(name)}`),
];
const RECORDINGS: readonly (readonly [name: string, source: ReplaySource])[] = [
  ...ADDRESSES.map((address) => [address, address] as const),
  ...WAY_CHECKS.map(({ right, events }) => [right, [...events]] as const),
];

describe('a page is the same whichever way it is reached', function () {
  this.timeout(120_000);
  for (const [name, source] of RECORDINGS.filter(([name]) => wanted.test(name)))
    it(name, async () => {
      const element = await player();
      const info = await element.load(source).catch(() => null);
      element.remove();
      // What cannot be played has no page.
      if (!info) return;
      const speed = Math.max(SLOWEST, info.duration / PLAYED_IN);
      for (const idle of info.duration < PLAYED_IN * SLOWEST
        ? (['keep', 'skip'] as const)
        : (['skip'] as const)) {
        const differences = await differencesOfWays(source, { speed, idle, moments: 4 });
        expect(differences, `idle ${idle}, ${speed}×`).to.deep.equal([]);
      }
    });
});
