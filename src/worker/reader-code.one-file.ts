import serveRecordings from './serve-recordings.ts?function';

/** One for all players of a page: each worker that is started later finds the same script. */
let address: string | null = null;

/**
 * What `reader-code.ts` is in the one-file build, which has no other file to load: the worker runs the text of the
 * function that the page calls when no worker can start. WebKit lets a worker from a blob's address read no blob in a
 * page without an origin, such as one from a disk: so it tries one first, and breaks down where it cannot.
 */
export function createWorker(): Worker {
  address ??= URL.createObjectURL(new Blob([workerScript()], { type: 'text/javascript' }));
  return new Worker(address);
}

function workerScript(): string {
  const serve = `(${serveRecordings.toString()})(self, 'worker')`;
  return self.origin === 'null' ? `new Blob([' ']).text().then(() => ${serve}).catch(reportError)` : serve;
}

export function loadServer(): Promise<typeof serveRecordings> {
  return Promise.resolve(serveRecordings);
}
