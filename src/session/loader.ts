import type { RecordingLimits } from '../core/limits.ts';
import type { LoadProgress, RecordingOutline } from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import { type Credentials, type ReplaySource, toParts } from '../core/source/replay-source.ts';
import { OpenRecording, openReader, type RecordingReader } from '../worker/recording-reader.ts';
import { isInFront } from './in-front.ts';
import { LOAD_TURNS, type LoadTurn } from './load-turns.ts';

/** Told how a load goes; nothing more once it was stopped. */
export interface LoaderListener {
  progress(progress: LoadProgress): void;
  outline(outline: RecordingOutline, recording: OpenRecording): void;
  /** A recording's `blocked` has changed. */
  blocked(): void;
}

/** How a source is read. */
export interface LoadTerms {
  readonly limits: RecordingLimits;
  /** What is sent along to addresses. */
  readonly credentials: Credentials;
  /** Whether pages are made quick to read as soon as all is read, or only when that is asked for. */
  readonly preparesPages: boolean;
}

/**
 * One run of loading: it can be stopped, and says nothing afterwards. Its reader starts as soon as it is its turn, which
 * takes a while: who makes it ahead of time waits less for the first page.
 */
export class Loader {
  readonly #controller = new AbortController();
  readonly #isInView: () => boolean;
  readonly #reader: Promise<RecordingReader>;
  #turn: LoadTurn;
  #isWanted = false;
  #preparesPages = false;

  /** Rejects once the load was stopped. */
  readonly closed = new Promise<never>((_, reject) => {
    this.#controller.signal.addEventListener('abort', () =>
      reject(ReplayError.from(this.#controller.signal.reason)),
    );
  });

  /** @param isInView whether somebody would see the first frame at once */
  constructor(isInView: () => boolean) {
    this.#isInView = isInView;
    this.#turn = LOAD_TURNS.take(isInView);
    this.#reader = this.#open();
    this.#whenOpen(() => {
      if (!this.#isWanted) this.#turn.end();
    });
    // Nobody has to be waiting.
    this.closed.catch(() => undefined);
    const { signal } = this.#controller;
    document.addEventListener('visibilitychange', () => this.#prepareInFront(), { signal });
  }

  /** At once where it can be: what the page does next would only delay the worker. */
  async #open(): Promise<RecordingReader> {
    if (this.#turn.state === 'waiting') await this.#turn.begun;
    this.#controller.signal.throwIfAborted();
    return openReader();
  }

  /** Resolves when it is its turn to load. @throws ReplayError when it was stopped */
  async begin(): Promise<void> {
    this.#isWanted = true;
    if (this.#turn.state === 'over') this.#turn = LOAD_TURNS.take(this.#isInView);
    await Promise.race([this.#turn.begun, this.closed]);
  }

  /** Its first frame is there, or there is none to come: others may load. */
  giveWay(): void {
    this.#turn.end();
  }

  /**
   * Reads a whole source. Resolves when its recordings, one or several, have all been told of.
   *
   * @throws ReplayError
   */
  async load(
    source: ReplaySource,
    { limits, credentials, preparesPages }: LoadTerms,
    listener: LoaderListener,
  ): Promise<void> {
    const { signal } = this.#controller;
    const parts = partsOf(source, credentials);
    const reader = await this.#reader;
    if (signal.aborted) throw ReplayError.from(signal.reason);
    this.#preparesPages ||= preparesPages;
    this.#prepareInFront();
    const recordings = new Map<number, OpenRecording>();
    const recordingOf = (number: number) => {
      const recording = recordings.get(number) ?? new OpenRecording(reader, number);
      recordings.set(number, recording);
      return recording;
    };
    try {
      await reader.load(parts, limits, {
        progress: (progress) => {
          if (!signal.aborted) listener.progress(progress);
        },
        outline: (outline, number) => {
          if (!signal.aborted) listener.outline(outline, recordingOf(number));
        },
        blocked: (assets, number) => {
          recordingOf(number).blocked = assets;
          if (!signal.aborted) listener.blocked();
        },
      });
    } catch (thrown) {
      reader.close();
      throw ReplayError.from(thrown);
    }
  }

  /** Makes pages quick to read, from when all is read. */
  preparePages(): void {
    this.#preparesPages = true;
    this.#prepareInFront();
  }

  /** A page in the background leaves the processor to others, and goes on when somebody looks. */
  #prepareInFront(): void {
    if (!this.#preparesPages) return;
    const isSeen = isInFront();
    this.#whenOpen((reader) => (isSeen ? reader.preparePages() : reader.pausePreparing()));
  }

  /** Stops reading and lets go of what was read. */
  close(): void {
    this.#controller.abort();
    this.#turn.end();
    this.#whenOpen((reader) => reader.close());
  }

  /** A reader that cannot be opened is told of by `load`. */
  #whenOpen(use: (reader: RecordingReader) => void): void {
    void this.#reader.then(use, () => undefined);
  }
}

function partsOf(source: ReplaySource, credentials: Credentials) {
  try {
    return toParts(source, document.baseURI, credentials);
  } catch (cause) {
    throw ReplayError.of({ code: 'network', reason: 'not-an-address', address: shorten(source) }, { cause });
  }
}

function shorten(source: ReplaySource): string {
  // Only an address can be what it is not.
  const text = [source]
    .flat()
    .filter((part) => typeof part === 'string')
    .join(', ');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
