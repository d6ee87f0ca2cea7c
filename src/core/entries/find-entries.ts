import { firstIndex } from '../first-index.ts';
import type { Job } from '../job.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { EntryFilter } from './entry.ts';
import { EntryList } from './entry-list.ts';
import { type EntryMarks, type EntryMarksQuery, marksOf } from './entry-marks.ts';
import {
  type EntryMoment,
  type EntryMomentQuery,
  type EntryPage,
  type EntryPageQuery,
  USUAL_LIMIT,
} from './entry-query.ts';

/** The list of each recording, for as long as it is there. */
const lists = new WeakMap<RecordingStore, EntryList>();

/**
 * A part of what happened in a recording.
 *
 * @throws TypeError for a selector in `cover` that is none, and the signal's reason
 */
export async function findEntries(
  store: RecordingStore,
  query: EntryPageQuery,
  job: Job,
): Promise<EntryPage> {
  const { entries, filtered } = await listOf(store, query, job);
  const { places, counts } = filtered;
  const { limit = USUAL_LIMIT, after, offset = 0 } = query;
  const first = after === undefined ? offset : placeAfter(places, Number(after));
  const part = places.slice(first, first + limit);
  const last = part.at(-1);
  return {
    entries: part.flatMap((place) => entries[place] ?? []),
    total: places.length,
    next: last === undefined || first + limit >= places.length ? null : String(last),
    counts,
  };
}

/** Which of the wanted entries is the last at or before a moment. @throws as `findEntries` */
export async function entryAt(
  store: RecordingStore,
  query: EntryMomentQuery,
  job: Job,
): Promise<EntryMoment> {
  const { entries, filtered } = await listOf(store, query, job);
  const timeAt = (index: number) => entries[filtered.places[index] ?? -1]?.time;
  // The first of them that is later.
  const next = firstIndex(filtered.places.length, (index) => (timeAt(index) ?? 0) > query.time);
  const index = next - 1;
  return {
    entry: entries[filtered.places[index] ?? -1] ?? null,
    index,
    from: timeAt(index) ?? -Infinity,
    until: timeAt(next) ?? Infinity,
  };
}

/** Marks for a timeline. @throws as `findEntries` */
export async function entryMarks(
  store: RecordingStore,
  query: EntryMarksQuery,
  job: Job,
): Promise<EntryMarks> {
  const { entries } = await listOf(store, { cover: query.cover }, job);
  return marksOf(entries, store.outline().info.duration, query);
}

async function listOf(
  store: RecordingStore,
  query: EntryFilter & { readonly cover: readonly string[] },
  job: Job,
) {
  const list = lists.get(store) ?? new EntryList(store);
  lists.set(store, list);
  return list.filtered(query, query.cover, job);
}

function placeAfter(places: readonly number[], place: number): number {
  return firstIndex(places.length, (index) => (places[index] ?? 0) > place);
}
