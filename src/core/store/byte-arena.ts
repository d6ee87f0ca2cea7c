const BLOCK_SIZE = 4 * 1024 * 1024;

/**
 * Append-only memory for the JSON of events. Events are kept as bytes because 75 MB of them are 75 MB, while
 * the same events as objects are several times that and slow down every garbage collection.
 */
export class ByteArena {
  #blocks: Uint8Array[] = [];
  #used = BLOCK_SIZE;

  /** Copies `bytes` in and returns where they are. */
  append(bytes: Uint8Array): { block: number; offset: number } {
    let block = this.#blocks.at(-1);
    if (!block || this.#used + bytes.length > block.length) {
      block = new Uint8Array(Math.max(BLOCK_SIZE, bytes.length));
      this.#blocks.push(block);
      this.#used = 0;
    }
    const offset = this.#used;
    block.set(bytes, offset);
    this.#used += bytes.length;
    return { block: this.#blocks.length - 1, offset };
  }

  /** Takes the memory of another arena over, which must not be used afterwards; returns by how much its blocks moved. */
  absorb(other: ByteArena): number {
    const shift = this.#blocks.length;
    this.#blocks = [...this.#blocks, ...other.#blocks];
    this.#used = other.#blocks.length > 0 ? other.#used : this.#used;
    return shift;
  }

  /** A view on stored bytes; callers must not write to it. */
  view(block: number, offset: number, length: number): Uint8Array {
    const bytes = this.#blocks[block];
    if (!bytes) throw new RangeError(`No block ${block}`);
    return bytes.subarray(offset, offset + length);
  }
}
