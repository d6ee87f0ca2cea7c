import type { EntryFilter, EntryKind, EntryQuery, ReplayEntry } from '../../core/entries/entry.ts';

/** So many entries come at once. */
const PAGE = 100;
/** So many answers are kept: more than a screen, less than a long recording. */
const KEPT = 30;

/** Answers of a player, as far as the list needs them. */
export interface EntrySource {
  entries(
    query: EntryQuery,
    options: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<{
    entries: readonly ReplayEntry[];
    total: number;
    counts: Readonly<Partial<Record<EntryKind, number>>>;
  }>;
}

/** The entries that are wanted, of which those near what is looked at are held. */
export class EntryPages {
  total = 0;
  counts: Readonly<Partial<Record<EntryKind, number>>> | null = null;
  /** Share of the work before the first answer; null once it is there. */
  progress: number | null = 0;
  failure = '';
  readonly #source: EntrySource;
  readonly #changed: () => void;
  readonly #messageOf: (error: unknown) => string;
  /** Answers by the number of their page, the one that was used last at the end; null while they are on their way. */
  readonly #pages = new Map<number, readonly ReplayEntry[] | null>();
  #filter: EntryFilter = {};
  #abort = new AbortController();

  /** @param messageOf what is said of an error */
  constructor(source: EntrySource, changed: () => void, messageOf: (error: unknown) => string) {
    this.#source = source;
    this.#changed = changed;
    this.#messageOf = messageOf;
  }

  /** Begins anew. */
  show(filter: EntryFilter): void {
    this.clear();
    this.#filter = filter;
    this.#load(0);
  }

  /** Fetches again what it holds, which stays until then. */
  renew(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    for (const page of this.#pages.keys()) void this.#fetch(page, this.#abort.signal);
  }

  clear(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#pages.clear();
    this.progress = 0;
    this.failure = '';
    this.total = 0;
  }

  /** The entry of a place, undefined while it is not there; another function once others are there. */
  at = this.#reader();

  #reader() {
    return (index: number): ReplayEntry | undefined =>
      this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Fetches what is missing of these. @param end excluded */
  need(start: number, end: number): void {
    for (let page = Math.floor(start / PAGE); page * PAGE < Math.min(end, this.total); page++)
      this.#load(page);
  }

  #load(page: number): void {
    const known = this.#pages.get(page);
    if (known !== undefined) {
      this.#pages.delete(page);
      this.#pages.set(page, known);
      return;
    }
    this.#pages.set(page, null);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > KEPT && oldest !== undefined) this.#pages.delete(oldest);
    void this.#fetch(page, this.#abort.signal);
  }

  async #fetch(page: number, signal: AbortSignal): Promise<void> {
    const onProgress = (share: number) => {
      if (signal.aborted || this.progress === null) return;
      this.progress = share;
      this.#changed();
    };
    try {
      const query = { ...this.#filter, offset: page * PAGE, limit: PAGE };
      const { entries, total, counts } = await this.#source.entries(query, { signal, onProgress });
      if (signal.aborted) return;
      this.#pages.set(page, entries);
      this.at = this.#reader();
      Object.assign(this, { total, counts, progress: null });
    } catch (error) {
      if (signal.aborted) return;
      this.#pages.delete(page);
      this.failure = this.#messageOf(error);
      this.progress = null;
    }
    this.#changed();
  }
}
