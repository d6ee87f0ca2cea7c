import { decodeEvents } from './decode-events.ts';
import type { LoadProgress, ReadQuery, ReadResult, RecordingOutline } from './recording.ts';
import { ReplayError } from './replay-error.ts';
import { openPart } from './source/open-part.ts';
import type { SourcePart } from './source/replay-source.ts';
import { RecordingStore } from './store/recording-store.ts';
import { TimeSlicer } from './time-slicer.ts';

/** Told while a recording is being read. */
export interface LoadListener {
  progress(progress: LoadProgress): void;
  /** The recording as far as it is known; a newer outline replaces an older one. */
  outline(outline: RecordingOutline): void;
}

/** Outlines are made at least so far apart … */
const OUTLINE_INTERVAL_MS = 150;
/** … and so rarely that making them takes no more than this part of the time. */
const OUTLINE_SHARE = 0.1;
const PROGRESS_INTERVAL_MS = 50;

/**
 * The pipeline from sources to a readable recording: bytes, events, index. The same code runs in a worker and,
 * where none can start, in the page; only the length of a slice differs.
 */
export class RecordingEngine {
  readonly #sliceMs: number;
  readonly #store = new RecordingStore();
  #listener: LoadListener | null = null;
  #progress: LoadProgress = { loaded: 0, total: null };
  #progressAt = -Infinity;
  #nextOutlineAt = 0;

  constructor(sliceMs: number) {
    this.#sliceMs = sliceMs;
  }

  /**
   * Reads all parts, one after the other, into one recording.
   *
   * @throws ReplayError when there is nothing to play; a source that breaks off after its first page is kept
   *   and reported as a warning
   */
  async load(parts: readonly SourcePart[], listener: LoadListener, signal: AbortSignal): Promise<void> {
    this.#listener = listener;
    for (const part of parts) {
      try {
        await this.#loadPart(part, listener, signal);
      } catch (thrown) {
        if (signal.aborted || !this.#isPlayable()) throw ReplayError.from(thrown);
        this.#store.warn('broken-off', ReplayError.from(thrown).message);
      }
    }
    signal.throwIfAborted();
    this.#store.complete = true;
    this.#assertPlayable();
    listener.progress(this.#progress);
    listener.outline(this.#store.outline());
  }

  read(query: ReadQuery): ReadResult {
    const before = this.#store.warningCount;
    const result = this.#store.read(query);
    // Damage inside of compressed fields is found only now; while loading, the next outline tells of it anyway.
    if (this.#store.complete && this.#store.warningCount > before)
      this.#listener?.outline(this.#store.outline());
    return result;
  }

  async #loadPart(part: SourcePart, listener: LoadListener, signal: AbortSignal): Promise<void> {
    const { stream, total } = await openPart(part, signal);
    const before = this.#progress.loaded;
    this.#progress = { loaded: before, total: total === null ? null : before + total };
    const slicer = new TimeSlicer(this.#sliceMs);
    const chunks = this.#count(stream, listener, signal);
    for await (const event of decodeEvents(chunks, this.#store, () => slicer.checkpoint())) {
      this.#store.add(event);
      if (performance.now() >= this.#nextOutlineAt && this.#isPlayable()) this.#publish(listener);
      await slicer.checkpoint();
    }
  }

  /** Passes the bytes on and tells how many there were. */
  async *#count(
    stream: ReadableStream<Uint8Array>,
    listener: LoadListener,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    const reader = stream.getReader();
    const cancel = () => void reader.cancel(signal.reason).catch(() => undefined);
    signal.addEventListener('abort', cancel);
    try {
      for (;;) {
        signal.throwIfAborted();
        const { done, value } = await reader.read();
        signal.throwIfAborted();
        if (done) return;
        this.#progress = { ...this.#progress, loaded: this.#progress.loaded + value.byteLength };
        this.#tellProgress(listener);
        yield value;
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      cancel();
    }
  }

  #tellProgress(listener: LoadListener): void {
    const now = performance.now();
    if (now - this.#progressAt < PROGRESS_INTERVAL_MS) return;
    this.#progressAt = now;
    listener.progress(this.#progress);
  }

  #publish(listener: LoadListener): void {
    const startedAt = performance.now();
    listener.outline(this.#store.outline());
    const cost = performance.now() - startedAt;
    this.#nextOutlineAt = performance.now() + Math.max(OUTLINE_INTERVAL_MS, cost / OUTLINE_SHARE);
  }

  #isPlayable(): boolean {
    return this.#store.eventCount >= 2 && this.#store.hasKeyframe;
  }

  #assertPlayable(): void {
    const { eventCount, hasKeyframe } = this.#store;
    if (eventCount === 0) {
      throw new ReplayError(
        'empty',
        'The recording holds no events. Export it again once PostHog has finished processing the session.',
      );
    }
    if (!hasKeyframe) {
      throw new ReplayError(
        'unplayable',
        `The recording holds ${eventCount} events but no full snapshot of a page to start from. If it came in several parts, open them together.`,
      );
    }
    if (eventCount < 2) {
      throw new ReplayError(
        'unplayable',
        'The file holds a single event; a recording needs at least two. If it came in several parts, open them together.',
      );
    }
  }
}
