/** The worker's script: reads recordings for whoever started it, a page or a script of Node.js. */
import type { ToWorker } from './messages.ts';
import { workerThreads } from './node-worker.ts';
import serveRecordings, { type ServerScope } from './serve-recordings.ts';

serveRecordings(scope(), 'worker');

function scope(): ServerScope {
  if (typeof self !== 'undefined') return self;
  const port = workerThreads()?.parentPort;
  if (!port) throw new Error('reader.worker.js needs a worker. In Node.js, import "portable-replay/core".');
  const scope: ServerScope = { onmessage: null, postMessage: (message) => port.postMessage(message) };
  port.on('message', (data) => scope.onmessage?.({ data } as MessageEvent<ToWorker>));
  return scope;
}
