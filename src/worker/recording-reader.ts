import type { HiddenThings } from '../core/hidden/hidden-things.ts';
import type { LoadListener } from '../core/recording-engine.ts';
import type { CopyQuery, RecordingCopy } from '../core/copy/copy-recording.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type {
  BlockedAsset,
  PageQuery,
  PageResult,
  ReadQuery,
  ReadResult,
  ReplayEvent,
} from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { LeakReport, LeakRule } from '../core/scan/leak.ts';
import type { SourcePart } from '../core/source/replay-source.ts';
import type {
  FromWorker,
  Request,
  Requests,
  RequestType,
  SentPart,
  SentResult,
  ToWorker,
} from './messages.ts';
import { PagePort, type ReaderPort, startWorker } from './reader-port.ts';
import { sendStream } from './stream-port.ts';

/** Reads in a worker or, where the page's policy allows none, in the page. */
export async function openReader(): Promise<RecordingReader> {
  return new RecordingReader((await startWorker()) ?? new PagePort());
}

/** How long work is followed, and called off. */
export interface JobOptions {
  readonly signal?: AbortSignal;
  /** @param share of the work that is done, 0 to 1 */
  readonly onProgress?: (share: number) => void;
}

/** A question on its way, and what waits for the answer. */
interface Pending {
  readonly onProgress: ((share: number) => void) | undefined;
  readonly resolve: (result: Requests[RequestType]['result']) => void;
  readonly reject: (error: unknown) => void;
}

/** Recordings being read, wherever that happens. They go by the numbers that `LoadListener` tells. */
export class RecordingReader {
  readonly #port: ReaderPort;
  readonly #pending = new Map<number, Pending>();
  /** Call off the streams that the other side, once it has ended, can no longer call off itself. */
  readonly #cancels: (() => void)[] = [];
  #lastId = 0;
  #abort: ((error: ReplayError) => void) | null = null;

  constructor(port: ReaderPort) {
    this.#port = port;
  }

  /** Resolves when the whole source has been read. @throws ReplayError */
  load(parts: readonly SourcePart[], limits: RecordingLimits, listener: LoadListener): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#abort = reject;
      this.#port.onerror = (event) => {
        event.preventDefault();
        this.#fail(new ReplayError('corrupt', `The recording could not be read (${event.message}).`));
      };
      this.#port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
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
          case 'blocked': {
            listener.blocked(data.assets, data.recording);
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
            this.#take(data.id)?.resolve(received(data.result));
            return;
          }
          case 'step': {
            this.#pending.get(data.id)?.onProgress?.(data.share);
            return;
          }
          case 'mistake': {
            this.#take(data.id)?.reject(new TypeError(data.message));
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

  /** The page of a window at a moment. @throws ReplayError */
  page(recording: number, query: PageQuery): Promise<PageResult> {
    return this.#ask('page', recording, query);
  }

  /** @throws ReplayError */
  read(recording: number, query: ReadQuery): Promise<ReadResult> {
    return this.#ask('read', recording, query);
  }

  /** What should not have been recorded. @throws ReplayError */
  scan(recording: number, rules: readonly LeakRule[], options: JobOptions): Promise<readonly LeakReport[]> {
    return this.#ask('scan', recording, rules, options);
  }

  /** A repaired copy. @throws ReplayError, TypeError */
  copy(recording: number, query: CopyQuery, options: JobOptions): Promise<RecordingCopy> {
    return this.#ask('copy', recording, query, options);
  }

  /** What is hidden in it, and when. @throws ReplayError */
  hidden(recording: number, cover: readonly string[], options: JobOptions): Promise<HiddenThings> {
    return this.#ask('hidden', recording, cover, options);
  }

  /** Stops reading and lets go of the recordings. */
  close(): void {
    this.#port.terminate();
    for (const cancel of this.#cancels) cancel();
    this.#fail(ReplayError.from(new DOMException('Closed', 'AbortError')));
  }

  #ask<T extends RequestType>(
    request: T,
    recording: number,
    query: Requests[T]['query'],
    { signal, onProgress }: JobOptions = {},
  ): Promise<Requests[T]['result']> {
    return new Promise<Requests[T]['result']>((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++this.#lastId;
      // The answer to a question is of the question's kind.
      this.#pending.set(id, { resolve: (result) => resolve(result), reject, onProgress });
      // A question's name and its query belong together, which TypeScript does not follow here.
      this.#tell({ type: 'request', id, request, recording, query } as Request);
      signal?.addEventListener('abort', () => this.#cancel(id, signal.reason), { once: true });
    });
  }

  #cancel(id: number, reason: unknown): void {
    const pending = this.#take(id);
    if (!pending) return;
    this.#tell({ type: 'cancel', id });
    pending.reject(reason);
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  /** Nothing more is to be expected of the other side. */
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
    this.#port.postMessage(message, transfer);
  }
}

/** One recording of a reader. */
export class OpenRecording {
  /** What its pages were kept from loading so far. */
  blocked: readonly BlockedAsset[] = [];
  readonly #reader: RecordingReader;
  readonly #number: number;

  constructor(reader: RecordingReader, number: number) {
    this.#reader = reader;
    this.#number = number;
  }

  /** The page of a window at a moment, in as few events as show it. @throws ReplayError */
  page(query: PageQuery): Promise<PageResult> {
    return this.#reader.page(this.#number, query);
  }

  /** What happens on a page. @throws ReplayError */
  read(query: ReadQuery): Promise<ReadResult> {
    return this.#reader.read(this.#number, query);
  }

  /**
   * What should not have been recorded, in the order of its first moments.
   *
   * @param rules besides those that come along
   * @throws ReplayError
   */
  scan(rules: readonly LeakRule[], options: JobOptions = {}): Promise<readonly LeakReport[]> {
    return this.#reader.scan(this.#number, rules, options);
  }

  /** A repaired copy. @throws ReplayError, TypeError */
  copy(query: CopyQuery, options: JobOptions = {}): Promise<RecordingCopy> {
    return this.#reader.copy(this.#number, query, options);
  }

  /**
   * What is hidden in it, and when. Only of a recording that was read to its end.
   *
   * @param cover selectors of what the viewer hides besides
   * @throws ReplayError
   */
  hidden(cover: readonly string[], options: JobOptions = {}): Promise<HiddenThings> {
    return this.#reader.hidden(this.#number, cover, options);
  }
}

function received(result: SentResult): Requests[RequestType]['result'] {
  const isRead = 'events' in result;
  return isRead ? { ...result, events: JSON.parse(result.events) as readonly ReplayEvent[] } : result;
}
