import type { EntryNote } from '../entries/entry.ts';

/** A moment at which what was seen is told. */
export interface KeyMoment {
  /** Of the entry that it belongs to, or a name of its own. */
  readonly id: string;
  readonly windowId: string;
  /** Seconds from the start of the recording: what happened before is on the page. */
  readonly at: number;
}

/** So long a page is given to answer, if nothing else happens until then. Seconds. */
const SETTLING = 2;

/** When to look at pages: a while after each page, click and error, before the next. */
export function keyMoments(entries: readonly EntryNote[]): readonly KeyMoment[] {
  const next = new Map<string, number>();
  return entries
    .filter(isKey)
    .toReversed()
    .map(({ id, windowId, time }) => {
      const at = Math.min(next.get(windowId) ?? Infinity, time + SETTLING);
      next.set(windowId, time);
      return { id, windowId, at };
    })
    .reverse();
}

function isKey({ kind, level }: EntryNote): boolean {
  return kind === 'page' || kind === 'click' || kind === 'error' || (kind === 'console' && level === 'error');
}
