import { Worker } from 'node:worker_threads';
import { errorData, TaskError, type WorkerMessage } from './messages.ts';
import type { Answer, Asked, Note, TaskName } from './tasks.ts';

/** In the build it stands above the parts that the code is cut into. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './source-worker.mjs' : '../worker.js',
  import.meta.url,
);

/** Who waits for what a thread is at. */
interface Waiting<N extends TaskName> {
  readonly resolve: (answer: Answer<N>) => void;
  readonly reject: (error: TaskError) => void;
  readonly onNote: (note: Note<N>) => void;
}

/** One thread, which is started when there is something to do, and anew after it has died. */
export class TaskWorker<N extends TaskName> {
  #thread: Worker | null = null;
  #waiting: Waiting<N> | null = null;
  readonly #name: N;

  constructor(name: N) {
    this.#name = name;
  }

  /**
   * Does one task; the one before must have ended.
   *
   * @throws TaskError also when the thread dies of it, for example for want of memory
   */
  run(asked: Asked<N>, onNote: (note: Note<N>) => void): Promise<Answer<N>> {
    const thread = (this.#thread ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, onNote };
      thread.postMessage(asked);
    });
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = null;
  }

  #start(): Worker {
    const thread = new Worker(WORKER, { workerData: this.#name });
    const died = (thrown: unknown) => {
      // It ends after its error was told of, when the next one may be there already.
      if (this.#thread !== thread) return;
      this.#thread = null;
      this.#waiting?.reject(new TaskError(errorData(thrown), true));
    };
    thread.on('error', died);
    thread.on('exit', (code) => died(new Error(`The thread ended with code ${code}.`)));
    thread.on('message', (message: WorkerMessage) => {
      if (message.type === 'note') this.#waiting?.onNote(message.note as Note<N>);
      else if (message.type === 'answer') this.#waiting?.resolve(message.answer as Answer<N>);
      else this.#waiting?.reject(new TaskError(message.error, false));
    });
    return thread;
  }
}
