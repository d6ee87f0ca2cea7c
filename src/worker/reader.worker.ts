/** The worker's script: reads recordings for the page that started it. */
import serveRecordings from './serve-recordings.ts';

if (typeof self === 'undefined') {
  throw new Error('reader.worker.js needs a worker of a browser. In Node.js, import "portable-replay/core".');
}
serveRecordings(self, 'worker');
