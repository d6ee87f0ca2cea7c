import serveRecordings from './serve-recordings.ts?function';

/**
 * What `reader-code.ts` is in the one-file build, which has no other file to load: the worker runs the text of the
 * function that the page calls when no worker can start.
 */
export function createWorker(): Worker {
  const script = `(${serveRecordings.toString()})(self, 'worker')`;
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  // Both are told: one when the script runs, the other when it cannot.
  for (const type of ['message', 'error']) {
    worker.addEventListener(type, () => URL.revokeObjectURL(address), { once: true });
  }
  return worker;
}

export function loadServer(): Promise<typeof serveRecordings> {
  return Promise.resolve(serveRecordings);
}
