const NEWLINE = 0x0a;

/**
 * Cuts bytes at `\n` and nowhere else: compressed strings hold characters, such as U+0085, that helpers for
 * splitting lines take for line breaks.
 */
export class LineSplitter {
  #held: Uint8Array[] = [];

  *write(chunk: Uint8Array): Generator<Uint8Array> {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start);
      if (end < 0) break;
      yield this.#join(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#held.push(chunk.slice(start));
  }

  /** What stands behind the last line break. */
  end(): Uint8Array {
    return this.#join(new Uint8Array(0));
  }

  #join(last: Uint8Array): Uint8Array {
    if (this.#held.length === 0) return last;
    const whole = new Uint8Array(this.#held.reduce((sum, piece) => sum + piece.length, last.length));
    let offset = 0;
    for (const piece of [...this.#held, last]) {
      whole.set(piece, offset);
      offset += piece.length;
    }
    this.#held = [];
    return whole;
  }
}
