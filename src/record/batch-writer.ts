import { batchKeys, lastMoment, rangeOf } from '../library/kept-sessions.ts';
import { LIBRARY } from '../library/library-database.ts';
import { findLibrary, type LibraryDatabase, openLibrary } from '../library/open-library.ts';
import { type BatchKey, keyOf, type SnapshotBatch } from '../library/snapshot-batch.ts';
import { copyOf } from './copy-of.ts';
import { makeId } from './make-id.ts';
import { overLimits, type SessionLimits, type Surplus } from './session-limits.ts';

/** So much may wait to be written: where a database does not answer, the page must not fill up. Bytes. */
const MAX_WAITING = 8 * 1024 ** 2;
/** The limits are looked at whenever this part of what they allow was written. */
const LOOK_AFTER = 1 / 16;

/**
 * Writes batches into the database of this origin, which is made for the first one. A batch needs a single request and is
 * written as soon as it comes, so that the last one of a page that closes is kept, too. A failure that stays one ends it:
 * what is kept of a page has no gaps.
 */
export class BatchWriter {
  readonly #name: string;
  readonly #limits: SessionLimits;
  /** Pages that are loaded later come later. */
  readonly #pageId = `${Date.now().toString(36)}-${makeId()}`;
  #connection: LibraryDatabase | null = null;
  /** What there was when the page was loaded, which may be left before there is time to open it. */
  #found: Promise<LibraryDatabase | null>;
  #opening: Promise<LibraryDatabase> | null = null;
  #index = 0;
  /** Bytes that are not written yet. */
  #waiting = 0;
  /** Bytes that were written since the limits were looked at. */
  #unseen = Infinity;
  #isClosed = false;

  constructor(limits: SessionLimits, name = LIBRARY) {
    this.#name = name;
    this.#limits = limits;
    this.#found = findLibrary(name, () => this.#disconnect()).then(
      (found) => (this.#connection = found),
      () => null,
    );
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  keep(batch: SnapshotBatch): void {
    const { $snapshot_bytes: bytes } = batch.properties;
    if (this.#waiting > 0 && this.#waiting + bytes > MAX_WAITING) this.#close();
    if (this.#isClosed) return;
    this.#waiting += bytes;
    void this.#keep(batch, bytes)
      .catch(() => this.#close())
      .finally(() => (this.#waiting -= bytes));
  }

  async #keep(batch: SnapshotBatch, bytes: number): Promise<void> {
    const key = keyOf(batch, this.#pageId, this.#index++);
    // The browser takes a copy by itself, at once, where it can write at once: another one would cost as much again.
    const own = this.#connection ? batch : copyOf(batch);
    try {
      await this.#write(own, key);
    } catch (thrown) {
      // The connection may be lost: to a browser that clears what sites have, to a tab that deletes everything.
      this.#disconnect();
      if (isFull(thrown)) await this.#makeRoom(batch.properties.$session_id);
      await this.#write(copyOf(own), key);
    }
    this.#unseen += bytes;
    // Where that fails, it is tried again after a while.
    if (this.#unseen > this.#limits.maxBytes * LOOK_AFTER) await this.#keepLimits().catch(() => undefined);
  }

  async #keepLimits(): Promise<void> {
    this.#unseen = 0;
    const sessions = await batchKeys(await this.#open());
    await this.#drop(overLimits(sessions, this.#limits, Date.now()));
  }

  async #write(batch: SnapshotBatch, key: BatchKey): Promise<void> {
    const database = this.#connection ?? (await this.#open());
    const transaction = database.transaction('batches', 'readwrite');
    // What comes of it is what comes of the transaction.
    transaction.store.put(batch, key).catch(() => undefined);
    // The page may be gone before it would be done by itself.
    transaction.commit();
    await transaction.done;
  }

  /** Drops the session that has been over for longest, but for the one that is being recorded. */
  async #makeRoom(sessionId: string): Promise<void> {
    const sessions = [...(await batchKeys(await this.#open()))].filter(([id]) => id !== sessionId);
    const [oldest] = sessions.sort(([, a], [, b]) => lastMoment(a) - lastMoment(b));
    if (oldest) await this.#drop({ sessionIds: [oldest[0]], batches: [] });
  }

  async #drop({ sessionIds, batches }: Surplus): Promise<void> {
    if (sessionIds.length + batches.length === 0) return;
    const transaction = (await this.#open()).transaction('batches', 'readwrite');
    const { store } = transaction;
    await Promise.all([
      ...sessionIds.map((id) => store.delete(rangeOf(id))),
      ...batches.map((key) => store.delete(key)),
      transaction.done,
    ]);
  }

  #open(): Promise<LibraryDatabase> {
    this.#opening ??= this.#found.then(async (found) => {
      this.#connection = found ?? (await openLibrary(this.#name, () => this.#disconnect()));
      return this.#connection;
    });
    return this.#opening;
  }

  /** The next batch opens it again. */
  #disconnect(): void {
    const open = [this.#found, this.#opening];
    this.#found = Promise.resolve(null);
    this.#opening = null;
    this.#connection = null;
    for (const opening of open) opening?.then((database) => database?.close()).catch(() => undefined);
  }

  #close(): void {
    this.#isClosed = true;
    this.#disconnect();
  }
}

function isFull(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'QuotaExceededError';
}
