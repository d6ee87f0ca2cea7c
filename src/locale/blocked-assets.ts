import type { BlockedAsset, BlockedKind } from '../core/recording.ts';
import type { Locale } from './locale.ts';

const KINDS: readonly BlockedKind[] = ['image', 'stylesheet', 'font', 'media', 'frame'];

/** A place that things were not loaded from, and what they were. */
export interface BlockedSite {
  readonly site: string;
  readonly what: string;
}

/** "37 images and 2 fonts from 3 sites not loaded" */
export function blockedSentence(words: Locale, assets: readonly BlockedAsset[]): string {
  const sites = new Set(assets.map(({ origin }) => origin)).size;
  return words.assets.blockedFrom(listed(words, assets), sites);
}

/** What was not loaded from each site, those with the most of it first. */
export function blockedSites(words: Locale, assets: readonly BlockedAsset[]): BlockedSite[] {
  const countOf = (origin: string) => sum(assets.filter((asset) => asset.origin === origin));
  return [...new Set(assets.map(({ origin }) => origin))]
    .sort((a, b) => countOf(b) - countOf(a))
    .map((origin) => ({
      site: origin.replace(/^https:\/\//, ''),
      what: listed(
        words,
        assets.filter((asset) => asset.origin === origin),
      ),
    }));
}

function listed({ assets: { blocked }, format }: Locale, assets: readonly BlockedAsset[]): string {
  const counts = KINDS.map((kind) => ({ kind, count: sum(assets.filter((asset) => asset.kind === kind)) }));
  return format.list(counts.filter(({ count }) => count > 0).map(({ count, kind }) => blocked[kind](count)));
}

function sum(assets: readonly BlockedAsset[]): number {
  return assets.reduce((total, { count }) => total + count, 0);
}
