/** Outlines are made at least so far apart … */
const OUTLINE_INTERVAL_MS = 150;
/** … and so rarely that making them takes no more than this part of the time. */
const OUTLINE_SHARE = 0.1;
/** How long the page may wait for an answer from which it can show its first picture. */
const AWAITED_SLICE_MS = 5;

/** How long the thread may be kept while recordings are read, and when they are told of. */
export class LoadPace {
  readonly #sliceMs: number;
  #nextOutlineAt = 0;
  /** True until the first question. */
  #isAwaited = true;

  /** @param sliceMs how long the thread may be kept at a time */
  constructor(sliceMs: number) {
    this.#sliceMs = sliceMs;
  }

  /** Shorter while the page waits for its first picture. */
  get sliceMs(): number {
    return this.#isAwaited ? Math.min(this.#sliceMs, AWAITED_SLICE_MS) : this.#sliceMs;
  }

  /** Milliseconds until another outline may be told; zero where that is now. */
  get untilOutline(): number {
    return Math.max(0, this.#nextOutlineAt - performance.now());
  }

  /** An outline was told, which took so many milliseconds. */
  outlined(cost: number): void {
    const isFirst = this.#nextOutlineAt === 0;
    // The first page can be asked for once something is known to come after it. The first outline is dear beyond
    // measure, as its code has never run before.
    const interval = this.#isAwaited ? AWAITED_SLICE_MS : OUTLINE_INTERVAL_MS;
    this.#nextOutlineAt = performance.now() + (isFirst ? interval : Math.max(interval, cost / OUTLINE_SHARE));
  }

  /** Something was asked. */
  asked(): void {
    this.#isAwaited = false;
  }
}
