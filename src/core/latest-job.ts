/** How far a piece of long work has come. */
export type JobState<T> =
  | { readonly step: 'idle' }
  | { readonly step: 'running'; readonly share: number }
  | { readonly step: 'done'; readonly result: T }
  | { readonly step: 'failed'; readonly message: string };

/** What a piece of work is followed, and called off, by. */
export interface JobControls {
  readonly signal: AbortSignal;
  /** @param share of the work that is done, 0 to 1 */
  readonly onProgress: (share: number) => void;
}

const IDLE = Object.freeze({ step: 'idle' });

/** Long work of one kind: one run at a time, the newest; an earlier one is called off and no more is heard of it. */
export class LatestJob<T> {
  readonly #changed: () => void;
  readonly #describe: (error: unknown) => string;
  #state: JobState<T> = IDLE;
  #run: AbortController | null = null;

  /**
   * @param changed called with each change of `state`
   * @param describe what is said of a run that failed
   */
  constructor(changed: () => void, describe: (error: unknown) => string) {
    this.#changed = changed;
    this.#describe = describe;
  }

  get state(): JobState<T> {
    return this.#state;
  }

  /** Calls a run off, and forgets what came of it. */
  stop(): void {
    this.#run?.abort();
    this.#run = null;
    this.#set(IDLE);
  }

  /** Resolves when the work is done, has failed or was called off; `state` says which. */
  async start(work: (controls: JobControls) => Promise<T>): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    const set = (state: JobState<T>) => {
      if (this.#run === run) this.#set(state);
    };
    set({ step: 'running', share: 0 });
    try {
      const onProgress = (share: number) => set({ step: 'running', share });
      const result = await work({ signal: run.signal, onProgress });
      set({ step: 'done', result });
    } catch (error) {
      set({ step: 'failed', message: this.#describe(error) });
    }
  }

  #set(state: JobState<T>): void {
    this.#state = Object.freeze(state);
    this.#changed();
  }
}
