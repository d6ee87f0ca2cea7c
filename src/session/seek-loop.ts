/** Runs a task, one run at a time, until the newest wish for it has been met. */
export class SeekLoop {
  readonly #task: () => Promise<void>;
  #running = false;
  #again = false;

  /** @param task brings the newest position on screen; handles its own errors */
  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  get running(): boolean {
    return this.#running;
  }

  /** A run is under way, but what it works towards is no longer what is wanted. */
  get stale(): boolean {
    return this.#again;
  }

  /** Runs the task now, or once more after the run that is under way. */
  request(): void {
    this.#again = true;
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#task();
      }
    } finally {
      this.#running = false;
    }
  }
}
