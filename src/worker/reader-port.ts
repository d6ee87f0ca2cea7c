import type { FromWorker, ToWorker } from './messages.ts';
import { createWorker } from './reader-code.ts';
import type serveRecordings from './serve-recordings.ts';
import type { ServerScope } from './serve-recordings.ts';

/** What the reading half is spoken to through, wherever it runs. */
export interface ReaderPort {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  /** Told when the other side has broken down. */
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  /** Stops all reading; nothing comes afterwards. */
  terminate(): void;
}

/**
 * A worker that has said it is ready; null when none can start. A content security policy, and a script that is not
 * where it should be, are not thrown but reported as an error of the worker, in some browsers only after a while.
 */
export function startWorker(): Promise<ReaderPort | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = createWorker();
    } catch {
      resolve(null);
      return;
    }
    worker.onmessage = () => resolve(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      resolve(null);
    };
  });
}

/** Does the work in the page itself. Messages are handed over as they are: nothing is copied. */
export class PagePort implements ReaderPort {
  onmessage: ReaderPort['onmessage'] = null;
  onerror: ReaderPort['onerror'] = null;
  #terminated = false;
  readonly #scope = {
    onmessage: null as ServerScope['onmessage'],
    postMessage: (message: FromWorker) => {
      if (!this.#terminated) this.onmessage?.(new MessageEvent('message', { data: message }));
    },
  };

  constructor(serve: typeof serveRecordings) {
    serve(this.#scope, 'page');
  }

  postMessage(message: ToWorker): void {
    this.#scope.onmessage?.(new MessageEvent('message', { data: message }));
  }

  terminate(): void {
    this.#terminated = true;
    this.postMessage({ type: 'close' });
  }
}
