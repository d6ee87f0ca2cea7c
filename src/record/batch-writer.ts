import { lineOf } from '../library/batch-line.ts';
import { bytesOf } from '../library/kept-sessions.ts';
import { keyOf, type SnapshotBatch } from '../library/snapshot-batch.ts';
import { dropOldest, dropOverLimits } from './drop-sessions.ts';
import { LibraryConnection } from './library-connection.ts';
import { makeId } from './make-id.ts';
import { PageEnd } from './page-end.ts';
import { parkBatches, takeParked } from './parked-batches.ts';
import type { SessionLimits } from './session-limits.ts';
import { writeBatch, type WrittenBatch } from './write-batch.ts';

/** So much may wait to be written: where a database does not answer, the page must not fill up. Bytes. */
const MAX_WAITING = 8 * 1024 ** 2;
/** The limits are looked at whenever this part of what they allow was written. */
const LOOK_AFTER = 1 / 16;

/**
 * Writes batches into the database of this origin, each as soon as it comes, so that the last one of a page that closes is
 * kept, too. A failure that stays one ends it: what is kept of a page has no gaps.
 */
export class BatchWriter {
  readonly #limits: SessionLimits;
  /** Pages that are loaded later come later. */
  readonly #pageId = `${Date.now().toString(36)}-${makeId()}`;
  readonly #connection = new LibraryConnection();
  readonly #pageEnd = new PageEnd(() => this.#park());
  #prepared: Promise<unknown> | null = null;
  #index = 0;
  readonly #unwritten = new Set<WrittenBatch>();
  /** Bytes that were written since the limits were looked at. */
  #unseen = Infinity;
  #isClosed = false;

  constructor(limits: SessionLimits) {
    this.#limits = limits;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  prepare(): void {
    if (this.#prepared) return;
    // Where that fails, it is tried again for the first batch.
    this.#prepared = this.#connection.open().catch(() => undefined);
    for (const batch of takeParked()) this.#add(batch);
  }

  keep(batch: SnapshotBatch): void {
    const { $snapshot_bytes: bytes } = batch.properties;
    const waiting = bytesOf([...this.#unwritten].map(({ key }) => key));
    if (waiting > 0 && waiting + bytes > MAX_WAITING) this.#close();
    if (this.#isClosed) return;
    const line = lineOf(batch);
    this.#add({ key: keyOf(batch, this.#pageId, this.#index++), line });
    if (this.#pageEnd.isLeft) this.#park();
  }

  #add(batch: WrittenBatch): void {
    this.#unwritten.add(batch);
    void this.#keep(batch)
      .then(() => this.#keepLimits(bytesOf([batch.key])))
      .catch(() => this.#close())
      .finally(() => this.#unwritten.delete(batch));
  }

  /** Not every browser writes what comes at the end, and none makes a database then. */
  #park(): void {
    parkBatches(this.#pageId, this.#pageEnd.isLeft ? [...this.#unwritten] : []);
  }

  async #keep(batch: WrittenBatch): Promise<void> {
    try {
      await this.#write(batch);
    } catch (thrown) {
      // The connection may be lost: to a browser that clears what sites have, to a tab that deletes everything.
      this.#connection.close();
      if (isFull(thrown)) await this.#connection.use((database) => dropOldest(database, batch.key[0]));
      await this.#write(batch);
    }
  }

  #write(batch: WrittenBatch): Promise<void> {
    return this.#connection.use((database) => writeBatch(database, batch, this.#pageEnd.near));
  }

  async #keepLimits(bytes: number): Promise<void> {
    this.#unseen += bytes;
    if (this.#unseen <= this.#limits.maxBytes * LOOK_AFTER) return;
    this.#unseen = 0;
    // Where that fails, it is tried again after a while.
    await this.#connection.use((database) => dropOverLimits(database, this.#limits)).catch(() => undefined);
  }

  #close(): void {
    this.#isClosed = true;
    this.#connection.close();
  }
}

function isFull(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'QuotaExceededError';
}
