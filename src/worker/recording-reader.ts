import type { AnswerOf, QueryOf, QuestionName } from '../core/engine/questions.ts';
import type { LoadListener } from '../core/engine/load-listener.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type { BlockedAsset, RecordingOutline } from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import { RuleError } from '../core/rule-error.ts';
import type { SourcePart } from '../core/source/replay-source.ts';
import type { WarningNote } from '../core/warnings.ts';
import type { FromWorker, SentAnswer, SentPart, ToWorker } from './messages.ts';
import { loadServer } from './reader-code.ts';
import { PagePort, type ReaderPort, startWorker } from './reader-port.ts';
import { sendStream } from './stream-port.ts';

const NO_WORKER: WarningNote = { code: 'no-worker', details: null, count: 1 };

/** Reads in a worker or, where none can start, in the page, which the recordings then tell of. */
export async function openReader(): Promise<RecordingReader> {
  const worker = await startWorker();
  if (worker) return new RecordingReader(worker);
  return new RecordingReader(new PagePort(await loadServer()), [NO_WORKER]);
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
  readonly resolve: (answer: AnswerOf<QuestionName>) => void;
  readonly reject: (error: unknown) => void;
}

/** Recordings being read, wherever that happens. They go by the numbers that `LoadListener` tells. */
export class RecordingReader {
  readonly #port: ReaderPort;
  readonly #warnings: readonly WarningNote[];
  readonly #pending = new Map<number, Pending>();
  /** Call off the streams that the other side, once it has ended, can no longer call off itself. */
  readonly #cancels: (() => void)[] = [];
  #lastId = 0;
  #abort: ((error: ReplayError) => void) | null = null;

  /** @param warnings about how they are read, to be told with each of them */
  constructor(port: ReaderPort, warnings: readonly WarningNote[] = []) {
    this.#port = port;
    this.#warnings = warnings;
  }

  /** Resolves when the whole source has been read. @throws ReplayError */
  load(parts: readonly SourcePart[], limits: RecordingLimits, listener: LoadListener): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#abort = reject;
      this.#port.onerror = (event) => {
        event.preventDefault();
        this.#fail(ReplayError.of({ code: 'corrupt', reason: 'unreadable', detail: event.message }));
      };
      this.#port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        switch (data.type) {
          case 'ready':
            return;
          case 'load-progress': {
            listener.progress(data.progress);
            return;
          }
          case 'outline': {
            listener.outline(withWarnings(data.outline, this.#warnings), data.recording);
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
          case 'load-error': {
            reject(ReplayError.of(data.error));
            return;
          }
          case 'answer': {
            this.#take(data.id)?.resolve(received(data.answer));
            return;
          }
          case 'progress': {
            this.#pending.get(data.id)?.onProgress?.(data.share);
            return;
          }
          case 'type-error': {
            const { error } = data;
            const isText = typeof error === 'string';
            this.#take(data.id)?.reject(isText ? new TypeError(error) : new RuleError(error));
            return;
          }
          case 'error': {
            this.#take(data.id)?.reject(ReplayError.of(data.error));
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

  /** Makes pages quick to read, from when the whole source is read; after a pause, those that are left. */
  preparePages(): void {
    this.#tell({ type: 'prepare-pages' });
  }

  /** Leaves that for later. Questions are answered as ever. */
  pausePreparing(): void {
    this.#tell({ type: 'pause-preparing' });
  }

  /** @throws ReplayError, and TypeError for rules that cannot be meant */
  ask<N extends QuestionName>(
    question: N,
    recording: number,
    query: QueryOf<N>,
    { signal, onProgress }: JobOptions = {},
  ): Promise<AnswerOf<N>> {
    const ended = new AbortController();
    return new Promise<AnswerOf<N>>((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++this.#lastId;
      // The answer to a question is of the question's kind.
      this.#pending.set(id, { resolve: (answer) => resolve(answer as AnswerOf<N>), reject, onProgress });
      this.#tell({ type: 'question', id, question, recording, query });
      const cancel = () => this.#cancel(id, signal?.reason);
      signal?.addEventListener('abort', cancel, { once: true, signal: ended.signal });
    }).finally(() => ended.abort());
  }

  /** Lets go of one of the recordings. */
  letGo(recording: number): void {
    this.#tell({ type: 'let-go', recording });
  }

  /** Stops reading and lets go of the recordings. */
  close(): void {
    this.#port.terminate();
    for (const cancel of this.#cancels) cancel();
    this.#fail(ReplayError.from(new DOMException('Closed', 'AbortError')));
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

  /**
   * Asks something of it: `page` for the page of a window at a moment, `read` for what happens on it, `scan` for what
   * should not have been recorded, `copy` for a repaired copy, `hidden` for what is hidden in it and when.
   *
   * @throws ReplayError, and TypeError for rules that cannot be meant
   */
  ask<N extends QuestionName>(
    question: N,
    query: QueryOf<N>,
    options: JobOptions = {},
  ): Promise<AnswerOf<N>> {
    return this.#reader.ask(question, this.#number, query, options);
  }
}

function received(answer: SentAnswer): AnswerOf<QuestionName> {
  if (!('events' in answer)) return answer;
  // What kind of events they are depends on the question.
  return { ...answer, events: JSON.parse(answer.events) as readonly unknown[] } as AnswerOf<QuestionName>;
}

function withWarnings(outline: RecordingOutline, warnings: readonly WarningNote[]): RecordingOutline {
  const { info } = outline;
  return { ...outline, info: { ...info, warnings: [...info.warnings, ...warnings] } };
}
