import type { BlockedAsset, BlockedKind } from '../core/recording.ts';
import { strings } from './strings.ts';

const KINDS: readonly BlockedKind[] = ['image', 'stylesheet', 'font', 'media', 'frame'];
const LIST = new Intl.ListFormat('en-GB');

/** A place that things were not loaded from, and what they were. */
export interface BlockedSite {
  readonly site: string;
  readonly words: string;
}

/** "37 images and 2 fonts from 3 sites not loaded" */
export function blockedSentence(assets: readonly BlockedAsset[]): string {
  return strings.blockedFrom(wordsFor(assets), new Set(assets.map(({ origin }) => origin)).size);
}

/** What was not loaded from each site, those with the most of it first. */
export function blockedSites(assets: readonly BlockedAsset[]): BlockedSite[] {
  const countOf = (origin: string) => sum(assets.filter((asset) => asset.origin === origin));
  return [...new Set(assets.map(({ origin }) => origin))]
    .sort((a, b) => countOf(b) - countOf(a))
    .map((origin) => ({
      site: origin.replace(/^https:\/\//, ''),
      words: wordsFor(assets.filter((asset) => asset.origin === origin)),
    }));
}

function wordsFor(assets: readonly BlockedAsset[]): string {
  const counts = KINDS.map((kind) => ({ kind, count: sum(assets.filter((asset) => asset.kind === kind)) }));
  return LIST.format(
    counts.filter(({ count }) => count > 0).map(({ count, kind }) => strings.blocked(count, kind)),
  );
}

function sum(assets: readonly BlockedAsset[]): number {
  return assets.reduce((total, { count }) => total + count, 0);
}
