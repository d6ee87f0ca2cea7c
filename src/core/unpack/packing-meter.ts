import { ReplayError } from '../replay-error.ts';
import type { Bytes } from './bytes.ts';

/** Recordings unpack to ten times their size, at times to a hundred; what goes far beyond is made to do harm. */
const BOMB_RATIO = 400;
/** Below this much there is no harm in it. */
const BOMB_BYTES = 64 * 1024 ** 2;

/** Watches what goes into one layer of packing and what comes out, and stops bombs. */
export class PackingMeter {
  readonly #onInflated: (count: number) => void;
  #taken = 0;
  #given = 0;

  /** @param onInflated told of bytes that came out */
  constructor(onInflated: (count: number) => void) {
    this.#onInflated = onInflated;
  }

  /** What goes in. */
  async *taken(bytes: Bytes): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.#taken += chunk.length;
      yield chunk;
    }
  }

  /** What comes out. @throws ReplayError `too-large` */
  async *given(bytes: Bytes): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.#given += chunk.length;
      this.#onInflated(chunk.length);
      const isBomb = this.#given > BOMB_BYTES && this.#given > BOMB_RATIO * this.#taken;
      if (isBomb) throw ReplayError.of({ code: 'too-large', reason: 'bomb', ratio: BOMB_RATIO });
      yield chunk;
    }
  }
}
