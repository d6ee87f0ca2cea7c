import type { EntryFilter, EntryKind, EntryNote, EntryQuery } from './entry.ts';

/** So many entries come at once where a query does not say. */
export const USUAL_LIMIT = 100;

/** What viewers hide besides, as selectors: nothing of it is in an entry. */
interface Covered {
  readonly cover: readonly string[];
}

export type EntryPageQuery = EntryQuery & Covered;

/** A part of the list of wanted entries. */
export interface EntryPage<E = EntryNote> {
  readonly entries: readonly E[];
  /** How many are wanted altogether. */
  readonly total: number;
  /** What `after` takes to go on; null at the end. */
  readonly next: string | null;
  /** How many there are of each kind, whatever `kinds` says: all else of the filter counts. */
  readonly counts: Readonly<Record<EntryKind, number>>;
}

/** Which of the wanted entries is the last at or before a moment. Seconds from the start of the recording. */
export type EntryMomentQuery = EntryFilter & Covered & { readonly time: number };

/** Where a moment is in the list of wanted entries. */
export interface EntryMoment<E = EntryNote> {
  /** The last at or before the moment; null before the first. */
  readonly entry: E | null;
  /** Its place in the list, from 0; -1 before the first. */
  readonly index: number;
  /**
   * The answer is the same from `from` (included) to `until` (excluded). Seconds from the start of the recording;
   * infinite where no entry comes before or after.
   */
  readonly from: number;
  readonly until: number;
}

/**
 * A query that can be answered.
 *
 * @throws TypeError for a `limit` or an `offset` that is no number of entries, and an `after` that is no `next` of an
 *   answer
 */
export function checkedQuery(query: EntryQuery): EntryQuery {
  const { limit, after, offset } = query;
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0))
    throw new TypeError('limit must be a whole number above 0');
  if (offset !== undefined && !(Number.isInteger(offset) && offset >= 0))
    throw new TypeError('offset must be a whole number from 0 on');
  if (after !== undefined && !/^\d+$/.test(after)) throw new TypeError('after must be the next of an answer');
  return query;
}
