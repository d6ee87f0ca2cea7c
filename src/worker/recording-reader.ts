import { type LoadListener, RecordingEngine } from '../core/recording-engine.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type { ReadQuery, ReadResult } from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { SourcePart } from '../core/source/replay-source.ts';
import type { FromWorker, Requests, RequestType, SentPart, ToWorker } from './messages.ts';
import RecordingWorker from './recording-worker.ts?worker&inline';
import { sendStream } from './stream-port.ts';

/** Half of a frame at 60 Hz is left to the page. */
const PAGE_SLICE_MS = 8;

/** Recordings being read, wherever that happens. They go by the numbers that `LoadListener` tells. */
export interface RecordingReader {
  /** Resolves when the whole source has been read. @throws ReplayError */
  load(parts: readonly SourcePart[], limits: RecordingLimits, listener: LoadListener): Promise<void>;
  /** @throws ReplayError */
  read(recording: number, query: ReadQuery): Promise<ReadResult>;
  /** A repaired copy as an export of PostHog's. @throws ReplayError */
  export(recording: number): Promise<Blob>;
  /** Stops reading and lets go of the recording. */
  close(): void;
}

/** One recording of a reader. */
export class OpenRecording {
  readonly #reader: RecordingReader;
  readonly #number: number;

  constructor(reader: RecordingReader, number: number) {
    this.#reader = reader;
    this.#number = number;
  }

  /** @throws ReplayError */
  read(query: ReadQuery): Promise<ReadResult> {
    return this.#reader.read(this.#number, query);
  }

  /** A repaired copy as an export of PostHog's. @throws ReplayError */
  export(): Promise<Blob> {
    return this.#reader.export(this.#number);
  }
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

/** A question on its way, and what waits for the answer. */
interface Pending {
  readonly resolve: (result: Requests[RequestType]['result']) => void;
  readonly reject: (error: ReplayError) => void;
}

export class WorkerReader implements RecordingReader {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  /** Call off the streams that the worker, once it has ended, can no longer call off itself. */
  readonly #cancels: (() => void)[] = [];
  #lastId = 0;
  #abort: ((error: ReplayError) => void) | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  load(parts: readonly SourcePart[], limits: RecordingLimits, listener: LoadListener): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#abort = reject;
      this.#worker.onerror = (event) => {
        event.preventDefault();
        this.#fail(new ReplayError('corrupt', `The recording could not be read (${event.message}).`));
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
            listener.outline(data.outline, data.recording);
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
          case 'answer': {
            this.#take(data.id)?.resolve(data.result);
            return;
          }
          case 'refusal': {
            this.#take(data.id)?.reject(new ReplayError(data.error.code, data.error.message));
            return;
          }
          default:
            data satisfies never;
        }
      };
      const sent = parts.map((part): SentPart => (part.kind === 'stream' ? this.#sendStream(part) : part));
      this.#tell(
        { type: 'load', parts: sent, limits },
        sent.flatMap((part) => (part.kind === 'port' ? [part.port] : [])),
      );
    });
  }

  read(recording: number, query: ReadQuery): Promise<ReadResult> {
    return this.#ask('read', recording, query);
  }

  export(recording: number): Promise<Blob> {
    return this.#ask('export', recording, null);
  }

  close(): void {
    this.#worker.terminate();
    for (const cancel of this.#cancels) cancel();
    this.#fail(ReplayError.from(new DOMException('Closed', 'AbortError')));
  }

  #ask<T extends RequestType>(
    request: T,
    recording: number,
    query: Requests[T]['query'],
  ): Promise<Requests[T]['result']> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      // The answer to a question is of the question's kind.
      this.#pending.set(id, { resolve: (result) => resolve(result as Requests[T]['result']), reject });
      this.#tell({ type: 'request', id, request, recording, query });
    });
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  /** Nothing more is to be expected of the worker. */
  #fail(error: ReplayError): void {
    this.#abort?.(error);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  #sendStream({ stream, name, total }: Extract<SourcePart, { kind: 'stream' }>): SentPart {
    const { port, cancel } = sendStream(stream);
    this.#cancels.push(cancel);
    return { kind: 'port', name, port, total };
  }

  #tell(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}

export class PageReader implements RecordingReader {
  readonly #engine = new RecordingEngine(PAGE_SLICE_MS);
  readonly #controller = new AbortController();

  load(parts: readonly SourcePart[], limits: RecordingLimits, listener: LoadListener): Promise<void> {
    return this.#engine.load(parts, limits, listener, this.#controller.signal);
  }

  read(recording: number, query: ReadQuery): Promise<ReadResult> {
    return Promise.resolve().then(() => this.#engine.read(recording, query));
  }

  export(recording: number): Promise<Blob> {
    return this.#engine.export(recording);
  }

  close(): void {
    this.#controller.abort();
  }
}
