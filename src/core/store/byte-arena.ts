const BLOCK_SIZE = 4 * 1024 ** 2;
/** So much is held in memory, whatever the size of the recording. */
const HELD_BYTES = 64 * 1024 ** 2;

/** Reads a blob at once. Only workers have it: in a page there is no waiting. */
declare const FileReaderSync: (new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer }) | undefined;

/** Some memory, or what it was put away into. */
interface Block {
  bytes: Uint8Array<ArrayBuffer> | null;
  blob: Blob | null;
}

/**
 * Append-only memory for the JSON of events. Events are kept as bytes because 75 MB of them are 75 MB, while
 * the same events as objects are several times that and slow down every garbage collection. In a worker what was
 * not needed for longest is put away into blobs, which the browser keeps outside of it, on disk when there are many.
 */
export class ByteArena {
  #blocks: Block[] = [];
  #used = 0;
  /** Blocks in memory, the one that was used last at the end. */
  readonly #held = new Set<Block>();
  #latest: Block | null = null;

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
      target = new Uint8Array(Math.max(BLOCK_SIZE, bytes.length));
      const block = { bytes: target, blob: null };
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

  #hold(block: Block): void {
    if (block === this.#latest) return;
    this.#latest = block;
    this.#held.delete(block);
    this.#held.add(block);
    if (typeof FileReaderSync === 'undefined') return;
    for (const oldest of this.#held) {
      if (this.heldBytes <= HELD_BYTES) return;
      // The last block is still being written to.
      if (oldest !== block && oldest !== this.#blocks.at(-1)) this.#putAway(oldest);
    }
  }

  #putAway(block: Block): void {
    if (block.bytes) block.blob ??= new Blob([block.bytes]);
    block.bytes = null;
    this.#held.delete(block);
  }
}

function recall({ blob }: Block): Uint8Array<ArrayBuffer> {
  if (!blob || typeof FileReaderSync === 'undefined') throw new RangeError('The block is not there');
  return new Uint8Array(new FileReaderSync().readAsArrayBuffer(blob));
}
