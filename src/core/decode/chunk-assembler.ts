import { unpackBase64 } from './packed-text.ts';

interface Batch {
  readonly pieces: Map<number, string>;
  readonly count: number;
}

/**
 * Base64 held of batches that are not complete; more belongs to no recording that could be played, and Chromium
 * has no text that is longer.
 */
const HELD_LIMIT = 500 * 1024 ** 2;

/**
 * Puts batches of events together that were sent in pieces, whatever order and file the pieces come in.
 * Source: PostHog/posthog: posthog/session_recordings/session_recording_helpers.py, earlier revisions
 */
export class ChunkAssembler {
  readonly #batches = new Map<string, Batch>();
  /** Batches that were complete; pieces of them that come again are no new batch. */
  readonly #done = new Set<string>();
  #held = 0;

  /** Batches of which a piece is missing. */
  get incomplete(): number {
    return this.#batches.size;
  }

  /**
   * Takes one piece.
   *
   * @returns the batch's events with its last piece, undefined before; null when they cannot be read
   */
  add(id: string, index: number, count: number, text: string): unknown {
    if (this.#done.has(id)) return undefined;
    const batch = this.#batches.get(id) ?? { pieces: new Map<number, string>(), count };
    this.#batches.set(id, batch);
    if (batch.pieces.has(index) || this.#held + text.length > HELD_LIMIT) return undefined;
    batch.pieces.set(index, text);
    this.#held += text.length;
    if (batch.pieces.size < batch.count) return undefined;
    this.#batches.delete(id);
    this.#done.add(id);
    const whole = [...batch.pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    this.#held -= whole.reduce((sum, piece) => sum + piece.length, 0);
    return unpackBase64(whole.join('')) ?? null;
  }
}
