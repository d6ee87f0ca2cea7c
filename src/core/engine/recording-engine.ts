import { ChunkAssembler } from '../decode/chunk-assembler.ts';
import { decodeEvents, type SourceContext } from '../formats/decode-events.ts';
import type { Job } from '../job.ts';
import { type RecordingLimits, refuseTooLarge } from '../limits.ts';
import type { BlockedAsset, LoadProgress, RecordingOutline } from '../recording.ts';
import { ReplayError } from '../replay-error.ts';
import { FileDigest } from '../source/file-digest.ts';
import { openPart } from '../source/open-part.ts';
import type { SourcePart } from '../source/replay-source.ts';
import { RecordingSet } from '../store/recording-set.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { TimeSlicer } from '../time-slicer.ts';
import {
  answer,
  type AnswerOf,
  type QueryOf,
  type Question,
  type QuestionName,
  QUESTIONS,
} from './questions.ts';

/** Told while recordings are being read, and when they are asked for pages. */
export interface LoadListener {
  progress(progress: LoadProgress): void;
  /** A recording as far as it is known; a newer outline replaces an older one of the same number. */
  outline(outline: RecordingOutline, recording: number): void;
  /** All that pages of a recording were kept from loading, once there is more of it. */
  blocked(assets: readonly BlockedAsset[], recording: number): void;
}

/** Outlines are made at least so far apart … */
const OUTLINE_INTERVAL_MS = 150;
/** … and so rarely that making them takes no more than this part of the time. */
const OUTLINE_SHARE = 0.1;
const PROGRESS_INTERVAL_MS = 50;
/** Preparing gives way to questions sooner than reading does: somebody may be waiting for a page. */
const PREPARE_SLICE_MS = 8;
/** How long the page may wait for an answer from which it can show its first picture. */
const AWAITED_SLICE_MS = 5;

/**
 * The pipeline from sources to readable recordings: bytes, events, index. The same code runs in a worker and,
 * where none can start, in the page; only the length of a slice differs.
 */
export class RecordingEngine {
  readonly #sliceMs: number;
  readonly #set = new RecordingSet();
  readonly #chunks = new ChunkAssembler();
  #listener: LoadListener | null = null;
  #limits: RecordingLimits | null = null;
  #progress: LoadProgress = { loaded: 0, total: null };
  #progressAt = -Infinity;
  #nextOutlineAt = 0;
  /** True from the first outline to the first answer. */
  #isAwaited = false;
  #inflated = 0;
  #events = 0;
  /** Settles when there is nothing left to prepare. */
  #preparing: Promise<void> = Promise.resolve();

  constructor(sliceMs: number) {
    this.#sliceMs = sliceMs;
  }

  /**
   * Reads all parts, one after the other.
   *
   * @throws ReplayError when there is nothing to play; a source that breaks off after its first page is kept
   *   and reported as a warning
   */
  async load(
    parts: readonly SourcePart[],
    limits: RecordingLimits,
    listener: LoadListener,
    signal: AbortSignal,
  ): Promise<void> {
    this.#listener = listener;
    this.#limits = limits;
    let failure: ReplayError | null = null;
    for (const part of parts) {
      try {
        await this.#loadPart(part, limits, signal);
      } catch (thrown) {
        if (signal.aborted) throw ReplayError.from(signal.reason);
        const error = ReplayError.from(thrown);
        failure ??= error;
        const isPartOfMany = parts.length > 1 && part.name !== '';
        this.#set.warn(...warningFor(error, isPartOfMany ? part.name : ''));
      }
    }
    if (signal.aborted) throw ReplayError.from(signal.reason);
    for (let i = 0; i < this.#chunks.incomplete; i++) this.#set.warn('missing-chunks');
    this.#set.complete();
    const stores = this.#set.recordings.map(({ store }) => store);
    const playable = this.#set.recordings.filter(({ store }) => isPlayable(store));
    if (playable.length === 0) throw failure ?? whyUnplayable(stores);
    this.#tellOfOthers(stores, playable[0]?.store);
    listener.progress(this.#progress);
    for (const { store, key } of playable) listener.outline(store.outline(), key);
  }

  /**
   * Answers a question to a recording.
   *
   * @throws ReplayError when the recording is not there any more; else what the question throws
   */
  async ask<N extends QuestionName>(
    name: N,
    recording: number,
    query: QueryOf<N>,
    { signal, progress }: Omit<Job, 'slicer'>,
  ): Promise<AnswerOf<N>> {
    const { isPatient }: Question = QUESTIONS[name];
    if (isPatient) await this.#preparing;
    const store = this.#storeOf(recording);
    const warnings = store.warnings.total;
    const blocked = store.blocked.total;
    this.#isAwaited = false;
    const slicer = new TimeSlicer(() => (isPatient ? PREPARE_SLICE_MS : this.#currentSliceMs));
    const result = await answer(name, store, query, { slicer, signal, progress });
    if (store.blocked.total > blocked) this.#listener?.blocked(store.blocked.list(), recording);
    // Damage inside of compressed fields is found only when they are read; while loading, outlines come anyway.
    if (store.complete && store.warnings.total > warnings)
      this.#listener?.outline(store.outline(), recording);
    return result;
  }

  /** Makes the pages of all recordings quick to read, in slices of time, until there is nothing left to do. */
  preparePages(signal: AbortSignal): Promise<void> {
    this.#preparing = this.#preparePages(signal);
    return this.#preparing;
  }

  async #preparePages(signal: AbortSignal): Promise<void> {
    const slicer = new TimeSlicer(() => PREPARE_SLICE_MS);
    for (const { store, key } of this.#set.recordings) {
      const before = store.warnings.total;
      const pages = store.preparePages();
      while (!pages.next().done) {
        if (signal.aborted) return;
        await slicer.checkpoint();
      }
      if (store.warnings.total > before) this.#listener?.outline(store.outline(), key);
    }
  }

  /** A recording that cannot be played is not listed, but must not vanish without a word either. */
  #tellOfOthers(stores: readonly RecordingStore[], to: RecordingStore | undefined): void {
    for (const store of stores) {
      if (isPlayable(store) || store.eventCount === 0) continue;
      const name = store.description.files[0]?.name ?? '';
      to?.warnings.add('skipped-file', [name, whyUnplayable([store]).message].filter(Boolean).join(': '));
    }
  }

  #storeOf(recording: number): RecordingStore {
    const found = this.#set.recordings.find(({ key }) => key === recording);
    if (!found) throw new ReplayError('aborted', 'The recording has been closed.');
    return found.store;
  }

  async #loadPart(part: SourcePart, limits: RecordingLimits, signal: AbortSignal): Promise<void> {
    const { stream, total } = await openPart(part, signal);
    const before = this.#progress.loaded;
    this.#progress = { loaded: before, total: total === null ? null : before + total };
    const slicer = new TimeSlicer(() => this.#currentSliceMs);
    const digest = new FileDigest();
    const bytes = this.#count(stream, (chunk) => digest.update(chunk), signal);
    this.#set.beginPart();
    try {
      const context = this.#context(limits);
      const source = { name: part.name, packing: [], bytes };
      for await (const events of decodeEvents(source, context)) {
        for (const event of events) {
          if (++this.#events > limits.events) refuseTooLarge('events', limits.events.toLocaleString('en'));
          this.#set.add(event);
          // Waiting for every event would take longer than adding it.
          if (slicer.isDue) await this.#giveWay(slicer);
        }
        await this.#giveWay(slicer);
      }
    } finally {
      const size = this.#progress.loaded - before;
      if (!signal.aborted) this.#set.endPart({ name: part.name, size, sha256: await digest.hex() });
    }
  }

  /** Lets the page know of what was read, and ask for it. */
  async #giveWay(slicer: TimeSlicer): Promise<void> {
    if (performance.now() >= this.#nextOutlineAt) this.#publish();
    await slicer.checkpoint();
  }

  /** Shorter while the page waits for its first picture. */
  get #currentSliceMs(): number {
    return this.#isAwaited ? Math.min(this.#sliceMs, AWAITED_SLICE_MS) : this.#sliceMs;
  }

  #context(limits: RecordingLimits): SourceContext {
    const set = this.#set;
    return {
      limits,
      chunks: this.#chunks,
      formatFound: (id, packing) => set.formatFound(id, packing),
      describe: (facts, recording) => set.describe(facts, recording),
      marker: (timestamp, name, recording) => set.mark(timestamp, name, recording),
      warn: (code, detail) => set.warn(code, detail),
      inflated: (count) => this.#countBytes(count),
    };
  }

  #countBytes(count: number): void {
    const { bytes } = this.#limits ?? { bytes: Infinity };
    this.#inflated += count;
    if (this.#inflated > bytes) refuseTooLarge('data', `${Math.round(bytes / 1024 ** 2)} MB`);
  }

  /** Passes the bytes on, counts them, and tells how many there were. */
  async *#count(
    stream: ReadableStream<Uint8Array>,
    see: (chunk: Uint8Array) => void,
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
        this.#tellProgress();
        this.#countBytes(value.byteLength);
        see(value);
        yield value;
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      cancel();
    }
  }

  #tellProgress(): void {
    const now = performance.now();
    if (now - this.#progressAt < PROGRESS_INTERVAL_MS) return;
    this.#progressAt = now;
    this.#listener?.progress(this.#progress);
  }

  /** Tells of the first recording while it is being read; others wait until they are complete. */
  #publish(): void {
    const first = this.#set.recordings.find(({ store }) => isPlayable(store));
    if (!first) return;
    const startedAt = performance.now();
    this.#listener?.outline(first.store.outline(), first.key);
    const isFirst = this.#nextOutlineAt === 0;
    this.#isAwaited ||= isFirst;
    const cost = performance.now() - startedAt;
    // The first page can be asked for once something is known to come after it. The first outline is dear beyond
    // measure, as its code has never run before.
    const interval = this.#isAwaited ? AWAITED_SLICE_MS : OUTLINE_INTERVAL_MS;
    this.#nextOutlineAt = performance.now() + (isFirst ? interval : Math.max(interval, cost / OUTLINE_SHARE));
  }
}

function isPlayable(store: RecordingStore): boolean {
  return store.eventCount >= 2 && store.hasKeyframe;
}

/** What is said of a file of which a part could be read, or nothing. */
function warningFor(
  { code, message }: ReplayError,
  name: string,
): ['too-large' | 'skipped-file' | 'broken-off', string] {
  if (code === 'too-large') return ['too-large', message];
  return name === '' ? ['broken-off', message] : ['skipped-file', `${name}: ${message}`];
}

function whyUnplayable(stores: readonly RecordingStore[]): ReplayError {
  const eventCount = stores.reduce((sum, store) => sum + store.eventCount, 0);
  if (eventCount === 0) {
    return new ReplayError(
      'empty',
      'The recording holds no events. Export it again once PostHog has finished processing the session.',
    );
  }
  if (eventCount === 1) {
    return new ReplayError(
      'unplayable',
      'The file holds a single event; a recording needs at least two. If it came in several parts, open them together.',
    );
  }
  return new ReplayError(
    'unplayable',
    `The recording holds ${eventCount} events but no full snapshot of a page to start from. If it came in several parts, open them together.`,
  );
}
