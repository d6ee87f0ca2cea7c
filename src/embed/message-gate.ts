/** So many messages a second are read, more than a slider on a fast screen sends. */
const PER_SECOND = 200;

/** Ids that are remembered, to know one that comes again. */
const REMEMBERED = 1000;

/**
 * Keeps a flood of messages from the player. What is too much is dropped before it is looked at: a message is only
 * unpacked when its data is read.
 */
export class MessageGate {
  #left = PER_SECOND;
  #refilledAt: number;

  /** @param now as of `performance.now()` */
  constructor(now: number) {
    this.#refilledAt = now;
  }

  /**
   * Whether a message may be read; `first-dropped` for the first of those that may not.
   *
   * @param now as of `performance.now()`
   */
  admit(now: number): 'read' | 'first-dropped' | 'dropped' {
    if (now - this.#refilledAt >= 1000) {
      this.#left = PER_SECOND;
      this.#refilledAt = now;
    }
    if (this.#left < 0) return 'dropped';
    this.#left--;
    return this.#left < 0 ? 'first-dropped' : 'read';
  }
}

/** Knows the ids that came last. */
export class SeenIds {
  readonly #ids = new Set<string | number>();

  /** Whether an id is new; then it is remembered. */
  add(id: string | number): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
