import serveRecordings from './serve-recordings.ts?function';

/**
 * What `reader-code.ts` is in the one-file build, which has no other file to load: the worker runs the text of the
 * function that the page calls when no worker can start. WebKit lets a worker from a blob's address read no blob in a
 * page without an origin, such as one from a disk: so it tries one first, and breaks down where it cannot.
 */
export function createWorker(): Worker {
  const script = `new Blob([' ']).text().then(() => (${serveRecordings.toString()})(self, 'worker')).catch(reportError)`;
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
