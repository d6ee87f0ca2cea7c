import type { Block, BlockMemory } from './block-memory.ts';

/** Blocks double in size from the first one on, as most recordings are small. */
const FIRST_BLOCK = 64 * 1024;
const LARGEST_BLOCK = 4 * 1024 ** 2;

/**
 * Append-only memory for the JSON of events. Events are kept as bytes because 75 MB of them are 75 MB, while
 * the same events as objects are several times that and slow down every garbage collection.
 */
export class ByteArena {
  readonly #memory: BlockMemory;
  #blocks: Block[] = [];
  /** Bytes of the last block that are written. */
  #used = 0;
  #blockSize = FIRST_BLOCK;

  constructor(memory: BlockMemory) {
    this.#memory = memory;
  }

  /** Copies `bytes` in and returns where they are. */
  append(bytes: Uint8Array): { block: number; offset: number } {
    const last = this.#blocks.at(-1);
    let target = last?.recall ? null : last?.bytes;
    if (!target || this.#used + bytes.length > target.length) {
      target = new Uint8Array(Math.max(this.#blockSize, bytes.length));
      this.#blocks.push(this.#memory.add(target));
      this.#blockSize = Math.min(2 * this.#blockSize, LARGEST_BLOCK);
      this.#used = 0;
    }
    const offset = this.#used;
    target.set(bytes, offset);
    this.#used += bytes.length;
    return { block: this.#blocks.length - 1, offset };
  }

  /**
   * Takes the bytes of another arena of the same memory over, which must not be used afterwards; returns by how much its
   * blocks moved.
   */
  absorb(other: ByteArena): number {
    const shift = this.#blocks.length;
    if (other.#blocks.length === 0) return shift;
    this.#blocks = [...this.#blocks, ...other.#blocks];
    this.#used = other.#used;
    return shift;
  }

  /** A view on stored bytes, to be read before the next call; callers must not write to it. */
  view(block: number, offset: number, length: number): Uint8Array {
    const found = this.#blocks[block];
    if (!found) throw new RangeError(`No block ${block}`);
    return this.#memory.read(found).subarray(offset, offset + length);
  }

  /** Lets go of all of it. Nothing can be read afterwards. */
  close(): void {
    this.#memory.release(this.#blocks);
    this.#blocks = [];
  }
}
