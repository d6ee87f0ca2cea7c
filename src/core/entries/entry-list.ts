import type { Job } from '../job.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { EntryFilter, EntryNote } from './entry.ts';
import { type FilteredEntries, filterEntries } from './filter-entries.ts';
import { makeEntries } from './make-entries.ts';

/** So many filters are remembered: those of a list, of what follows playback, and the one before. */
const MOST_FILTERS = 6;

/** The list while it is made: whoever asks meanwhile waits for the same. */
interface Making {
  readonly key: string;
  readonly entries: Promise<readonly EntryNote[]>;
  isMade: boolean;
  readonly stop: AbortController;
  readonly waiting: Set<Job>;
}

/** The entries of a recording: made when they are first asked for, and again once more of the file has been read. */
export class EntryList {
  readonly #store: RecordingStore;
  #making: Making | null = null;
  #filtered = new Map<string, FilteredEntries>();

  constructor(store: RecordingStore) {
    this.#store = store;
  }

  /** @throws TypeError for a selector in `cover` that is none, and the signal's reason */
  async filtered(
    { kinds, levels, from, to, windowId, search }: EntryFilter,
    cover: readonly string[],
    job: Job,
  ): Promise<{ readonly entries: readonly EntryNote[]; readonly filtered: FilteredEntries }> {
    const making = this.#make(cover, job);
    const entries = await this.#waitFor(making, job);
    const filter = { kinds, levels, from, to, windowId, search };
    const key = JSON.stringify([making.key, filter]);
    const filtered = this.#filtered.get(key) ?? filterEntries(entries, filter as EntryFilter);
    this.#remember(key, filtered);
    return { entries, filtered };
  }

  /** Making is nobody's own: it goes on until nobody waits for it any more. */
  async #waitFor(making: Making, job: Job): Promise<readonly EntryNote[]> {
    const { entries, waiting, stop } = making;
    waiting.add(job);
    const ended = new AbortController();
    const left = new Promise<never>((_, reject) => {
      const leave = () => reject(job.signal.reason as Error);
      // A signal may outlive many questions: it must not keep them.
      job.signal.addEventListener('abort', leave, { once: true, signal: ended.signal });
    });
    try {
      job.signal.throwIfAborted();
      return await Promise.race([entries, left]);
    } finally {
      ended.abort();
      waiting.delete(job);
      if (waiting.size === 0 && !making.isMade) stop.abort();
    }
  }

  #make(cover: readonly string[], { slicer }: Job): Making {
    const { table, complete } = this.#store;
    const key = JSON.stringify([table.size, complete, cover]);
    if (this.#making?.key === key && !this.#making.stop.signal.aborted) return this.#making;
    const stop = new AbortController();
    const waiting = new Set<Job>();
    const progress = (share: number) => waiting.forEach((job) => job.progress(share));
    const entries = makeEntries(this.#store, cover, { slicer, signal: stop.signal, progress });
    const making = { key, entries, isMade: false, stop, waiting };
    entries.then(
      () => (making.isMade = true),
      // Whoever waits for it is told.
      () => undefined,
    );
    this.#filtered.clear();
    this.#making = making;
    return making;
  }

  /** The one that was used last is forgotten last. */
  #remember(key: string, filtered: FilteredEntries): void {
    this.#filtered.delete(key);
    this.#filtered.set(key, filtered);
    const [oldest] = this.#filtered.keys();
    if (this.#filtered.size > MOST_FILTERS && oldest !== undefined) this.#filtered.delete(oldest);
  }
}
