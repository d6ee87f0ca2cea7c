import type { EntryNote } from '../entries/entry.ts';

/** A moment at which what was seen is told. */
export interface KeyMoment {
  /** Of the entry that it belongs to, or a name of its own. */
  readonly id: string;
  readonly windowId: string;
  /** Seconds from the start of the recording: what happened before is on the page. */
  readonly at: number;
  /** All that is on the page is told, whatever was told before: it is another page. */
  readonly isWhole: boolean;
}

/** So long a page is given to answer, if nothing else happens until then. Seconds. */
const SETTLING = 2;

/** When to look at pages: a while after each page, click and error, before the next. */
export function keyMoments(entries: readonly EntryNote[]): readonly KeyMoment[] {
  const next = new Map<string, number>();
  return entries
    .filter(isKey)
    .toReversed()
    .map((entry) => {
      const { id, windowId, time } = entry;
      const at = Math.min(next.get(windowId) ?? Infinity, time + SETTLING);
      next.set(windowId, time);
      return { id, windowId, at, isWhole: entry.kind === 'page' && entry.detail.by === 'load' };
    })
    .reverse();
}

function isKey(entry: EntryNote): boolean {
  if (entry.kind === 'console') return entry.level === 'error';
  // What was logged is a line of the console, too.
  if (entry.kind === 'error') return entry.detail.by !== 'console';
  return entry.kind === 'page' || entry.kind === 'click';
}
