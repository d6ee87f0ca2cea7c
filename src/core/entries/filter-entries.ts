import { type EntryFilter, type EntryKind, type EntryNote, ENTRY_KINDS } from './entry.ts';

/** Entries that are wanted, as places in the list of all, and how many there would be of each kind. */
export interface FilteredEntries {
  readonly places: readonly number[];
  readonly counts: Readonly<Record<EntryKind, number>>;
}

export function filterEntries(entries: readonly EntryNote[], filter: EntryFilter): FilteredEntries {
  const kinds = filter.kinds && new Set(filter.kinds);
  const words = (filter.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const counts = Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, 0])) as Record<EntryKind, number>;
  const places: number[] = [];
  entries.forEach((entry, place) => {
    if (!isWithin(entry, filter) || !hasWords(entry, words)) return;
    counts[entry.kind]++;
    if (!kinds || kinds.has(entry.kind)) places.push(place);
  });
  return { places, counts };
}

function isWithin({ time, windowId, level = 'info' }: EntryNote, filter: EntryFilter): boolean {
  const { from = -Infinity, to = Infinity, levels } = filter;
  return (
    time >= from &&
    time < to &&
    (filter.windowId === undefined || filter.windowId === windowId) &&
    (levels === undefined || levels.includes(level))
  );
}

function hasWords({ kind, target, detail }: EntryNote, words: readonly string[]): boolean {
  return words.every(
    (word) =>
      kind.includes(word) || holds(target?.name, word) || holds(target?.role, word) || holds(detail, word),
  );
}

/** Looks for a word in the texts and numbers within a value. */
function holds(value: unknown, word: string): boolean {
  const stack = [value];
  while (stack.length > 0) {
    const at = stack.pop();
    if (typeof at === 'string' && at.toLowerCase().includes(word)) return true;
    if (typeof at === 'number' && String(at).includes(word)) return true;
    if (typeof at === 'object' && at !== null) stack.push(...(Object.values(at) as unknown[]));
  }
  return false;
}
