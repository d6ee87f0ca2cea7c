import type { EntryKind, EntryLevel, EntryNote } from './entry.ts';

/** Which marks of a recording are asked for. */
export interface EntryMarksQuery {
  /** Selectors of what the viewer hides. */
  readonly cover: readonly string[];
  /** Kinds that have marks; where there are none, those that a reader looks for, and all errors. */
  readonly kinds?: readonly EntryKind[];
  /** So many marks fit beside each other; as many again are of errors. */
  readonly most?: number;
}

/** Entries that lie close together, as one mark on a timeline. Seconds from the start of the recording. */
export interface EntryMark {
  /** Of the first of them. */
  readonly time: number;
  /** Of the last of them. */
  readonly end: number;
  /** In which the first of them happened. */
  readonly windowId: string;
  /** The worst of them. Errors have marks of their own. */
  readonly level: EntryLevel;
  readonly count: number;
  readonly counts: Readonly<Partial<Record<EntryKind, number>>>;
  /** The first of them, with no more of their details than their titles need. */
  readonly notes: readonly EntryNote[];
}

/** An error that can be gone to. */
export interface ErrorPlace {
  /** Seconds from the start of the recording. */
  readonly time: number;
  readonly windowId: string;
}

export interface EntryMarks {
  /** By time; no more than a timeline has room for. */
  readonly marks: readonly EntryMark[];
  /** By time; errors less than a second after one of them count with it. */
  readonly errors: readonly ErrorPlace[];
}

/** Kinds that have marks unless others are asked for; these have one where they are errors. */
const MARKED_KINDS: readonly EntryKind[] = ['page', 'click', 'error', 'signal', 'custom', 'annotation'];
/** So many marks fit beside each other on a narrow timeline. */
const USUAL_MARKS = 120;
/** So many entries of a mark are named. */
const MOST_NOTES = 3;
/** Seconds for which errors count with the first. */
const TOGETHER = 1;
/** Titles are cut to less. */
const LONGEST_TEXT = 500;
const MOST_FIELDS = 50;

/**
 * Marks for a timeline, and the places of all errors.
 *
 * @param entries by time
 * @param duration seconds; what happened outside of it has no mark
 */
export function marksOf(
  entries: readonly EntryNote[],
  duration: number,
  { kinds = [], most = USUAL_MARKS }: Omit<EntryMarksQuery, 'cover'> = {},
): EntryMarks {
  const within = entries.filter(({ time }) => time >= 0 && time <= duration);
  const errors = within.filter(({ level }) => level === 'error');
  const marked = new Set(kinds.length > 0 ? kinds : MARKED_KINDS);
  const others = within.filter(({ level, kind }) => level !== 'error' && marked.has(kind));
  const wrong = kinds.length > 0 ? errors.filter(({ kind }) => marked.has(kind)) : errors;
  const room = duration / most;
  const marks = [...grouped(others, room), ...grouped(wrong, room)].map((group) => markOf(group));
  return {
    marks: marks.sort((a, b) => a.time - b.time),
    errors: grouped(errors, TOGETHER).map(([{ time, windowId }]) => ({ time, windowId })),
  };
}

type Group = [EntryNote, ...EntryNote[]];

/** Each group holds what happens within `room` seconds of its first entry, and so begins that long after the last. */
function grouped(entries: readonly EntryNote[], room: number): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group && entry.time < group[0].time + room) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function markOf(group: Group): EntryMark {
  const [first] = group;
  const counts: Partial<Record<EntryKind, number>> = {};
  for (const { kind } of group) counts[kind] = (counts[kind] ?? 0) + 1;
  const has = (wanted: EntryLevel) => group.some(({ level }) => level === wanted);
  return {
    time: first.time,
    end: group.at(-1)?.time ?? first.time,
    windowId: first.windowId,
    level: has('error') ? 'error' : has('warning') ? 'warning' : 'info',
    count: group.length,
    counts,
    notes: group.slice(0, MOST_NOTES).map(shortened),
  };
}

/** Details can hold bodies and stacks, of which a title says nothing. */
function shortened(note: EntryNote): EntryNote {
  return { ...note, detail: shortenedFields(note.detail, true) } as EntryNote;
}

function shortenedFields(detail: object, isOuter: boolean): object {
  const fields = Object.entries(detail).slice(0, MOST_FIELDS) as [string, unknown][];
  return Object.fromEntries(fields.map(([name, value]) => [name, shortenedValue(value, isOuter)]));
}

function shortenedValue(value: unknown, isOuter: boolean): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  return isOuter ? shortenedFields(value, false) : null;
}
