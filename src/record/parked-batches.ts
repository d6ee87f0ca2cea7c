import type { WrittenBatch } from './write-batch.ts';

const PREFIX = 'portable-replay-parked-';
/** Characters: what the page itself stores has to fit beside them. */
const MAX_PARKED = 1_500_000;

/**
 * Leaves what a page has not written to the next page of its tab, in `sessionStorage`, which is written at once and goes
 * with the tab. What was left before by the same page goes.
 */
export function parkBatches(pageId: string, batches: readonly WrittenBatch[]): void {
  try {
    const text = JSON.stringify(batches);
    if (batches.length === 0) sessionStorage.removeItem(PREFIX + pageId);
    else if (text.length <= MAX_PARKED) sessionStorage.setItem(PREFIX + pageId, text);
  } catch {
    // There is no room, or no storage at all. All of it may be written in time nevertheless.
  }
}

/** What pages of this tab have left, which is not there for long: what was written nevertheless is written again. */
export function takeParked(): readonly WrittenBatch[] {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
    return names.flatMap((name) => {
      const text = sessionStorage.getItem(name) ?? '[]';
      sessionStorage.removeItem(name);
      return JSON.parse(text) as WrittenBatch[];
    });
  } catch {
    return [];
  }
}
