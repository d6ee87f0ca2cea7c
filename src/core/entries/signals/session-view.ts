import type { EntryKind, EntryNote } from '../entry.ts';
import { firstFrom } from './ascending.ts';
import { NO_TRACE, type Trace, type WindowTrace } from './session-trace.ts';

/** One window of a session, as rules look at it. */
export class WindowView {
  readonly id: string;
  readonly trace: WindowTrace;
  readonly #entries: readonly EntryNote[];
  readonly #byKind = new Map<EntryKind, readonly EntryNote[]>();
  readonly #times = new Map<EntryKind, readonly number[]>();

  /** @param entries of this window, by time */
  constructor(id: string, entries: readonly EntryNote[], trace: WindowTrace = NO_TRACE) {
    this.id = id;
    this.trace = trace;
    this.#entries = entries;
  }

  /** Its entries of a kind, by time. */
  of<K extends EntryKind>(kind: K): readonly EntryNote<K>[] {
    const known = this.#byKind.get(kind) ?? this.#entries.filter((entry) => entry.kind === kind);
    this.#byKind.set(kind, known);
    return known as readonly EntryNote<K>[];
  }

  /** Its entries of a kind from `from` to `to`, both included; seconds. */
  between<K extends EntryKind>(kind: K, from: number, to: number): readonly EntryNote<K>[] {
    const all = this.of(kind);
    const times = this.#timesOf(kind);
    const start = firstFrom(times, from);
    let end = start;
    while ((times[end] ?? Infinity) <= to) end++;
    return all.slice(start, end);
  }

  /** When the next one of a kind begins, from a moment on; infinite where none does. */
  next(kind: EntryKind, from: number): number {
    const times = this.#timesOf(kind);
    return times[firstFrom(times, from)] ?? Infinity;
  }

  /** The last one of a kind that began before a moment. */
  lastBefore<K extends EntryKind>(kind: K, before: number): EntryNote<K> | undefined {
    return this.of(kind)[firstFrom(this.#timesOf(kind), before) - 1];
  }

  #timesOf(kind: EntryKind): readonly number[] {
    const known = this.#times.get(kind) ?? this.of(kind).map(({ time }) => time);
    this.#times.set(kind, known);
    return known;
  }
}

/** A session, as rules look at it. */
export interface SessionView {
  readonly windows: readonly WindowView[];
  /** When its last event happened; seconds from its start. */
  readonly end: number;
}

export function sessionView(entries: readonly EntryNote[], trace: Trace): SessionView {
  const byWindow = new Map<string, EntryNote[]>();
  for (const entry of [...entries].sort((a, b) => a.time - b.time)) {
    const list = byWindow.get(entry.windowId) ?? [];
    byWindow.set(entry.windowId, list);
    list.push(entry);
  }
  const ids = new Set([...trace.keys(), ...byWindow.keys()]);
  return {
    windows: [...ids].map((id) => new WindowView(id, byWindow.get(id) ?? [], trace.get(id))),
    end: Math.max(0, ...[...trace.values()].map(({ events }) => events.at(-1) ?? 0)),
  };
}
