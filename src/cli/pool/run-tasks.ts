import { TaskWorker } from './task-worker.ts';
import type { TaskError } from './messages.ts';
import type { Answer, Asked, Note, TaskName } from './tasks.ts';

/** How a task has ended. */
export type Outcome<N extends TaskName> = { readonly asked: Asked<N> } & (
  { readonly answer: Answer<N> } | { readonly error: TaskError }
);

export interface PoolOptions<N extends TaskName> {
  /** So many threads at most. */
  readonly jobs: number;
  /** Ends the threads at once, whatever they are at. */
  readonly signal: AbortSignal;
  /** Told of what workers tell while they are at it. */
  readonly onNote?: (asked: Asked<N>, note: Note<N>) => void;
}

/**
 * Does many tasks of one kind in threads of their own, one task at a time in each, so that all cores are busy and no
 * more recordings are in memory than there are threads.
 *
 * @returns outcomes as they come; a task that fails, or that its thread dies of, stops no other
 * @throws the signal's reason
 */
export async function* runTasks<N extends TaskName>(
  name: N,
  tasks: Iterable<Asked<N>>,
  { jobs, signal, onNote }: PoolOptions<N>,
): AsyncGenerator<Outcome<N>> {
  const waiting = tasks[Symbol.iterator]();
  const workers: TaskWorker<N>[] = [];
  const running = new Map<TaskWorker<N>, Promise<readonly [TaskWorker<N>, Outcome<N>]>>();
  /** @returns whether there was one */
  const begin = (worker: TaskWorker<N>): boolean => {
    running.delete(worker);
    const next = waiting.next();
    if (next.done) return false;
    const asked = next.value;
    const ended = worker
      .run(asked, (note) => onNote?.(asked, note))
      .then(
        (answer): Outcome<N> => ({ asked, answer }),
        (error: unknown): Outcome<N> => ({ asked, error: error as TaskError }),
      );
    running.set(
      worker,
      ended.then((outcome) => [worker, outcome]),
    );
    return true;
  };
  const stop = () => void workers.map((worker) => worker.close());
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    while (workers.length < jobs) {
      const worker = new TaskWorker(name);
      if (!begin(worker)) break;
      workers.push(worker);
    }
    while (running.size > 0) {
      const [worker, outcome] = await Promise.race(running.values());
      signal.throwIfAborted();
      // It has the next one to do while this one is looked at.
      begin(worker);
      yield outcome;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.close()));
  }
}
