/**
 * Keeps a long computation from blocking the thread it runs on: `checkpoint()` gives way to other tasks once
 * the slice is used up.
 */
export class TimeSlicer {
  readonly #sliceMs: number;
  #startedAt = performance.now();

  constructor(sliceMs: number) {
    this.#sliceMs = sliceMs;
  }

  async checkpoint(): Promise<void> {
    if (performance.now() - this.#startedAt < this.#sliceMs) return;
    await nextTask();
    this.#startedAt = performance.now();
  }
}

/** A message instead of a timer: timers are held back to 4 ms when they follow each other. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
