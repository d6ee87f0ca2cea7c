import { type LoadListener, RecordingEngine } from '../core/recording-engine.ts';
import type { ReadQuery, ReadResult } from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { SourcePart } from '../core/source/replay-source.ts';
import type { FromWorker, SentPart, ToWorker } from './messages.ts';
import RecordingWorker from './recording-worker.ts?worker&inline';
import { sendStream } from './stream-port.ts';

/** Half of a frame at 60 Hz is left to the page. */
const PAGE_SLICE_MS = 8;

/** One recording being read, wherever that happens. */
export interface RecordingReader {
  /** Resolves when the whole source has been read. @throws ReplayError */
  load(parts: readonly SourcePart[], listener: LoadListener): Promise<void>;
  read(query: ReadQuery): Promise<ReadResult>;
  /** Stops reading and lets go of the recording. */
  close(): void;
}

/** Reads in a worker or, where the page's policy allows none, in the page. */
export async function openReader(): Promise<RecordingReader> {
  const worker = await startWorker();
  return worker ? new WorkerReader(worker) : new PageReader();
}

/**
 * A worker that has said it is ready; null when none can start. A content security policy is not thrown but
 * reported as an error of the worker, in some browsers only after a while.
 */
function startWorker(): Promise<Worker | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new RecordingWorker();
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

export class WorkerReader implements RecordingReader {
  readonly #worker: Worker;
  readonly #reads = new Map<number, (result: ReadResult) => void>();
  /** Call off the streams that the worker, once it has ended, can no longer call off itself. */
  readonly #cancels: (() => void)[] = [];
  #lastId = 0;
  #abort: ((error: ReplayError) => void) | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  load(parts: readonly SourcePart[], listener: LoadListener): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#abort = reject;
      this.#worker.onerror = (event) => {
        event.preventDefault();
        reject(new ReplayError('corrupt', `The recording could not be read (${event.message}).`));
      };
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        switch (data.type) {
          case 'ready':
            return;
          case 'progress': {
            listener.progress(data.progress);
            return;
          }
          case 'outline': {
            listener.outline(data.outline);
            return;
          }
          case 'loaded': {
            resolve();
            return;
          }
          case 'failed': {
            reject(new ReplayError(data.error.code, data.error.message));
            return;
          }
          case 'read':
            this.#reads.get(data.id)?.(data.result);
            this.#reads.delete(data.id);
            return;
          default:
            data satisfies never;
        }
      };
      const sent = parts.map((part): SentPart => (part.kind === 'stream' ? this.#sendStream(part) : part));
      this.#tell(
        { type: 'load', parts: sent },
        sent.flatMap((part) => (part.kind === 'port' ? [part.port] : [])),
      );
    });
  }

  read(query: ReadQuery): Promise<ReadResult> {
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#reads.set(id, resolve);
      this.#tell({ type: 'read', id, query });
    });
  }

  close(): void {
    this.#worker.terminate();
    for (const cancel of this.#cancels) cancel();
    this.#abort?.(ReplayError.from(new DOMException('Closed', 'AbortError')));
    this.#reads.clear();
  }

  #sendStream({ stream, total }: Extract<SourcePart, { kind: 'stream' }>): SentPart {
    const { port, cancel } = sendStream(stream);
    this.#cancels.push(cancel);
    return { kind: 'port', port, total };
  }

  #tell(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}

export class PageReader implements RecordingReader {
  readonly #engine = new RecordingEngine(PAGE_SLICE_MS);
  readonly #controller = new AbortController();

  load(parts: readonly SourcePart[], listener: LoadListener): Promise<void> {
    return this.#engine.load(parts, listener, this.#controller.signal);
  }

  read(query: ReadQuery): Promise<ReadResult> {
    return Promise.resolve(this.#engine.read(query));
  }

  close(): void {
    this.#controller.abort();
  }
}
