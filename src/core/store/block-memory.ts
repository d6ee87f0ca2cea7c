import { createOverflow, type Overflow, type Recall } from './overflow.ts';

/** So much is held in memory as a rule, whatever the size and number of the recordings. */
const HELD_BYTES = 64 * 1024 ** 2;

/** Some bytes, or what gives them back once they were put away. What was put away once is not written to any more. */
export interface Block {
  bytes: Uint8Array<ArrayBuffer> | null;
  recall: Recall | null;
}

/**
 * The memory of all recordings of a source. What was not needed for longest is put away where there is a place for it
 * outside of memory.
 */
export class BlockMemory {
  /** How much of the usual is kept for speed alone, above 0 and up to 1. */
  readonly share: number;
  /** Blocks in memory, the one that was used last at the end. */
  readonly #held = new Set<Block>();
  #heldBytes = 0;
  /** Blocks in memory and outside of it. */
  #count = 0;
  #latest: Block | null = null;
  /** Made when there is something to be put away; null where there is no place. */
  #overflow: Overflow | null | undefined;

  constructor(share = 1) {
    this.share = share;
  }

  /** Bytes in memory. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** Takes new bytes in. */
  add(bytes: Uint8Array<ArrayBuffer>): Block {
    const block = { bytes, recall: null };
    this.#count++;
    this.#hold(block, bytes);
    return block;
  }

  /** The bytes of a block, to be read before the next call. */
  read(block: Block): Uint8Array<ArrayBuffer> {
    if (block === this.#latest && block.bytes) return block.bytes;
    const bytes = block.bytes ?? block.recall?.();
    if (!bytes) throw new RangeError('The block is not there');
    this.#hold(block, bytes);
    return bytes;
  }

  /** Lets go of blocks. */
  release(blocks: readonly Block[]): void {
    for (const block of blocks) this.#drop(block);
    this.#count -= blocks.length;
    if (this.#count > 0) return;
    this.#overflow?.close();
    this.#overflow = undefined;
  }

  #hold(block: Block, bytes: Uint8Array<ArrayBuffer>): void {
    this.#drop(block);
    block.bytes = bytes;
    this.#held.add(block);
    this.#heldBytes += bytes.length;
    this.#latest = block;
    for (const oldest of this.#held) {
      if (this.#heldBytes <= HELD_BYTES * this.share) return;
      if (oldest !== block && !this.#putAway(oldest)) return;
    }
  }

  /** False where there is no place for it. */
  #putAway(block: Block): boolean {
    if (block.bytes) block.recall ??= this.#place()?.put(block.bytes) ?? null;
    if (!block.recall) return false;
    this.#drop(block);
    return true;
  }

  #drop(block: Block): void {
    if (!this.#held.delete(block)) return;
    this.#heldBytes -= block.bytes?.length ?? 0;
    block.bytes = null;
  }

  #place(): Overflow | null {
    if (this.#overflow === undefined) this.#overflow = createOverflow();
    return this.#overflow;
  }
}
