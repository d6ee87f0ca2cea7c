import { parentPort, workerData } from 'node:worker_threads';
import { errorData, type WorkerMessage } from './messages.ts';
import { type Task, type TaskName, TASKS } from './tasks.ts';

/** A thread of the pool: does one task after the other, all of the kind that it was started for. */
const port = parentPort;
if (!port) throw new Error('This is the worker of portable-replay: it runs in a thread.');

const tell = (message: WorkerMessage) => port.postMessage(message);
const loaded = TASKS[workerData as TaskName]() as Promise<Task<unknown, unknown, unknown>>;

port.on('message', (asked: unknown) => {
  loaded
    .then((task) => task(asked, (note) => tell({ type: 'note', note })))
    .then(
      (answer) => tell({ type: 'answer', answer }),
      (thrown: unknown) => tell({ type: 'error', error: errorData(thrown) }),
    );
});
