import { createOverflow, type Overflow, type Recall } from './overflow.ts';

/** Blocks double in size from the first one on, as most recordings are small. */
const FIRST_BLOCK = 64 * 1024;
const LARGEST_BLOCK = 4 * 1024 ** 2;
/** So much is held in memory, whatever the size of the recording. */
const HELD_BYTES = 64 * 1024 ** 2;

/** Some memory, or what gives it back once it was put away. */
interface Block {
  bytes: Uint8Array<ArrayBuffer> | null;
  recall: Recall | null;
}

/**
 * Append-only memory for the JSON of events. Events are kept as bytes because 75 MB of them are 75 MB, while
 * the same events as objects are several times that and slow down every garbage collection. What was not needed for
 * longest is put away where there is a place for it outside of memory.
 */
export class ByteArena {
  #blocks: Block[] = [];
  #used = 0;
  /** Blocks in memory, the one that was used last at the end. */
  readonly #held = new Set<Block>();
  #latest: Block | null = null;
  /** Its own and those of arenas that were taken over; made when there is something to be put away. */
  #overflows: Overflow[] = [];
  #overflow: Overflow | null | undefined;

  /** Bytes in memory. */
  get heldBytes(): number {
    let sum = 0;
    for (const { bytes } of this.#held) sum += bytes?.length ?? 0;
    return sum;
  }

  /** Copies `bytes` in and returns where they are. */
  append(bytes: Uint8Array): { block: number; offset: number } {
    let target = this.#blocks.at(-1)?.bytes;
    if (!target || this.#used + bytes.length > target.length) {
      const size = target ? Math.min(2 * target.length, LARGEST_BLOCK) : FIRST_BLOCK;
      target = new Uint8Array(Math.max(size, bytes.length));
      const block = { bytes: target, recall: null };
      this.#blocks.push(block);
      this.#hold(block);
      this.#used = 0;
    }
    const offset = this.#used;
    target.set(bytes, offset);
    this.#used += bytes.length;
    return { block: this.#blocks.length - 1, offset };
  }

  /** Takes the memory of another arena over, which must not be used afterwards; returns by how much its blocks moved. */
  absorb(other: ByteArena): number {
    const shift = this.#blocks.length;
    if (other.#blocks.length === 0) return shift;
    this.#blocks = [...this.#blocks, ...other.#blocks];
    this.#used = other.#used;
    for (const block of other.#held) this.#hold(block);
    this.#overflows.push(...other.#overflows);
    return shift;
  }

  /** A view on stored bytes, to be read before the next call; callers must not write to it. */
  view(block: number, offset: number, length: number): Uint8Array {
    const found = this.#blocks[block];
    if (!found) throw new RangeError(`No block ${block}`);
    const bytes = (found.bytes ??= recall(found));
    this.#hold(found);
    return bytes.subarray(offset, offset + length);
  }

  /** Lets go of all of it. Nothing can be read afterwards. */
  close(): void {
    this.#blocks = [];
    this.#held.clear();
    for (const overflow of this.#overflows) overflow.close();
    this.#overflows = [];
  }

  #hold(block: Block): void {
    if (block === this.#latest) return;
    this.#latest = block;
    this.#held.delete(block);
    this.#held.add(block);
    for (const oldest of this.#held) {
      if (this.heldBytes <= HELD_BYTES) return;
      // The last block is still being written to.
      const isFree = oldest !== block && oldest !== this.#blocks.at(-1);
      if (isFree && !this.#putAway(oldest)) return;
    }
  }

  /** False where there is no place for it. */
  #putAway(block: Block): boolean {
    if (block.bytes) block.recall ??= this.#place()?.put(block.bytes) ?? null;
    if (!block.recall) return false;
    block.bytes = null;
    this.#held.delete(block);
    return true;
  }

  #place(): Overflow | null {
    if (this.#overflow === undefined) {
      this.#overflow = createOverflow();
      if (this.#overflow) this.#overflows.push(this.#overflow);
    }
    return this.#overflow;
  }
}

function recall({ recall }: Block): Uint8Array<ArrayBuffer> {
  if (!recall) throw new RangeError('The block is not there');
  return recall();
}
