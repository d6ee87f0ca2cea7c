/** Keeps a long computation from blocking the thread it runs on. */
export class TimeSlicer {
  readonly #sliceMs: () => number;
  #startedAt = performance.now();

  /** @param sliceMs how long the thread may be kept, as things stand */
  constructor(sliceMs: () => number) {
    this.#sliceMs = sliceMs;
  }

  /** True when others have waited long enough. For where waiting for `checkpoint` each time would cost too much. */
  get isDue(): boolean {
    return performance.now() - this.#startedAt >= this.#sliceMs();
  }

  /** Gives way to other tasks once the slice is used up. */
  async checkpoint(): Promise<void> {
    if (!this.isDue) return;
    await nextTask();
    this.#startedAt = performance.now();
  }
}

/**
 * Does work whose steps end where it yields.
 *
 * @throws the signal's reason when it is aborted
 */
export async function runInSlices<T>(
  steps: Iterator<unknown, T>,
  slicer: TimeSlicer,
  signal?: AbortSignal,
): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await slicer.checkpoint();
    signal?.throwIfAborted();
  }
}

/**
 * Resolves in a task of its own, after whatever else is waiting. A message instead of a timer: timers are held back to
 * 4 ms when they follow each other.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const onmessage = () => {
      port1.close();
      resolve();
    };
    // The types of Node.js do not know that its ports have it too.
    Object.assign(port1, { onmessage });
    port2.postMessage(null);
  });
}
