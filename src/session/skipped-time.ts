/** How long it says how much was skipped. Milliseconds. */
const TOLD_MS = 4000;

/** Says for a while how much time without activity playback has just jumped. */
export class SkippedTime {
  readonly #changed: () => void;
  #seconds: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when there is something else to say */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Null when there is nothing to say. */
  get seconds(): number | null {
    return this.#seconds;
  }

  tell(seconds: number): void {
    clearTimeout(this.#timer);
    this.#seconds = seconds;
    this.#timer = setTimeout(() => this.clear(), TOLD_MS);
    this.#changed();
  }

  clear(): void {
    clearTimeout(this.#timer);
    if (this.#seconds === null) return;
    this.#seconds = null;
    this.#changed();
  }
}
