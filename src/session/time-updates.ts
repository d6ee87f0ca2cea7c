/** `timeupdate` comes at most so often, as on media elements. */
const TIMEUPDATE_MS = 100;

/** Knows when the page is to be told of the time again. */
export class TimeUpdates {
  #toldAt = 0;

  /** @param now as of `performance.now()` @param urgent whatever was told when */
  isDue(now: number, urgent: boolean): boolean {
    if (!urgent && now - this.#toldAt < TIMEUPDATE_MS) return false;
    this.#toldAt = now;
    return true;
  }
}
