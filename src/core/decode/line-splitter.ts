import { joined } from '../unpack/bytes.ts';

const NEWLINE = 0x0a;

/**
 * Cuts bytes at `\n` and nowhere else: compressed strings hold characters, such as U+0085, that helpers for
 * splitting lines take for line breaks.
 */
export class LineSplitter {
  readonly #limit: number;
  readonly #onOversized: () => void;
  #held: Uint8Array[] = [];
  #length = 0;

  /** @param limit bytes of the longest line that is held; longer ones are left out and told */
  constructor(limit: number, onOversized: () => void) {
    this.#limit = limit;
    this.#onOversized = onOversized;
  }

  /** The lines that end in a chunk. */
  write(chunk: Uint8Array): readonly Uint8Array[] {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start);
      if (end < 0) break;
      lines.push(this.#take(chunk.subarray(start, end)));
      start = end + 1;
    }
    if (start < chunk.length) this.#hold(chunk.slice(start));
    return lines;
  }

  /** What stands behind the last line break. */
  end(): Uint8Array {
    return this.#take(new Uint8Array(0));
  }

  #hold(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length <= this.#limit) this.#held.push(piece);
    else this.#held = [];
  }

  #take(last: Uint8Array): Uint8Array {
    if (this.#length === 0 && last.length <= this.#limit) return last;
    const isOversized = this.#length + last.length > this.#limit;
    const line = isOversized ? new Uint8Array(0) : joined([...this.#held, last]);
    this.#held = [];
    this.#length = 0;
    if (isOversized) this.#onOversized();
    return line;
  }
}
