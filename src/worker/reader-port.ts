import type { FromWorker, ToWorker } from './messages.ts';
import type { ServerScope } from './serve-recordings.ts';
import serveRecordings from './serve-recordings.ts?function';

/** Long enough to work well, short enough that a question of the page does not wait noticeably. */
const WORKER_SLICE_MS = 30;
/** Half of a frame at 60 Hz is left to the page. */
const PAGE_SLICE_MS = 8;

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
 * A worker that has said it is ready; null when none can start. A content security policy is not thrown but
 * reported as an error of the worker, in some browsers only after a while.
 */
export function startWorker(): Promise<ReaderPort | null> {
  return new Promise((resolve) => {
    const script = `(${serveRecordings.toString()})(self, ${WORKER_SLICE_MS}, true)`;
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const settle = (worker: Worker | null) => {
      URL.revokeObjectURL(address);
      resolve(worker);
    };
    let worker: Worker;
    try {
      worker = new Worker(address);
    } catch {
      settle(null);
      return;
    }
    worker.onmessage = () => settle(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      settle(null);
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

  constructor() {
    // A page has better things to do with its time than to prepare for a seek that may never come.
    serveRecordings(this.#scope, PAGE_SLICE_MS, false);
  }

  postMessage(message: ToWorker): void {
    this.#scope.onmessage?.(new MessageEvent('message', { data: message }));
  }

  terminate(): void {
    this.#terminated = true;
    this.postMessage({ type: 'close' });
  }
}
