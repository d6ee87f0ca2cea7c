import type { SnapshotBatch } from '../library/snapshot-batch.ts';
import { BatchWriter } from './batch-writer.ts';

/** Where batches go to. */
export interface KeepOptions {
  /**
   * Into a database on this device, which the viewer at the same origin lists; or to a function of the page's own, which
   * gets each batch by itself. What it throws, or rejects with, is left to it. `indexeddb` by default.
   */
  readonly store?: 'indexeddb' | ((batch: SnapshotBatch) => unknown);
  /** About so many bytes of sessions are kept on the device; 100 MiB by default. The oldest go first. */
  readonly maxBytes?: number;
  /** Sessions are kept on the device for so many seconds after their last event; 30 days by default. */
  readonly maxAge?: number;
}

export interface Keeper {
  /** Nothing more is kept. */
  readonly isClosed: boolean;
  /** Something is going to be kept, perhaps by a page that is about to close. Only the first call counts. */
  prepare(): void;
  /** Keeps a batch as it is now: it may be changed as soon as this returns. Throws where it cannot be copied. */
  keep(batch: SnapshotBatch): void;
}

const MAX_BYTES = 100 * 1024 ** 2;
const MAX_AGE = 30 * 24 * 60 * 60;

export function createKeeper({
  store = 'indexeddb',
  maxBytes = MAX_BYTES,
  maxAge = MAX_AGE,
}: KeepOptions): Keeper {
  if (store === 'indexeddb') return new BatchWriter({ maxBytes, maxAge });
  return {
    isClosed: false,
    prepare: () => undefined,
    keep(batch) {
      // Whoever has handed it over goes on first; where the page is about to close, there is no later task.
      void Promise.resolve(copyOf(batch))
        .then(store)
        .catch(() => undefined);
    },
  };
}

/** A copy of plain data. What pages put into events of their own may be more than that: then, as PostHog writes it. */
function copyOf<T>(data: T): T {
  try {
    return structuredClone(data);
  } catch {
    return JSON.parse(JSON.stringify(data)) as T;
  }
}
