import type { Job } from '../job.ts';
import type { RecordingLimits } from '../limits.ts';
import { ReplayError } from '../replay-error.ts';
import type { SourcePart } from '../source/replay-source.ts';
import { RecordingSet } from '../store/recording-set.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { TimeSlicer } from '../time-slicer.ts';
import type { LoadListener } from './load-listener.ts';
import { LoadPace } from './load-pace.ts';
import {
  answer,
  type AnswerOf,
  type QueryOf,
  type Question,
  type QuestionName,
  QUESTIONS,
} from './questions.ts';
import { RecordingLoader } from './recording-loader.ts';

/** Preparing gives way to questions sooner than reading does: somebody may be waiting for a page. */
const PREPARE_SLICE_MS = 8;

/**
 * Reads sources and answers questions about the recordings in them. The same code runs in a worker and, where none
 * can start, in the page; only the length of a slice differs.
 */
export class RecordingEngine {
  readonly #pace: LoadPace;
  readonly #set: RecordingSet;
  #listener: LoadListener | null = null;
  /** How many warnings of a recording were told; more are found when its events are read. */
  readonly #told = new WeakMap<RecordingStore, number>();
  /** Settles when there is nothing left to prepare, or that is paused. */
  #preparing: Promise<void> = Promise.resolve();
  /** What is left to prepare; null before the first of it. */
  #unprepared: Iterator<void> | null = null;
  /** Settles when nobody waits for a long answer any more. */
  #answering: Promise<void> = Promise.resolve();

  /**
   * @param sliceMs how long it may keep its thread at a time
   * @param memoryShare how much of the usual it keeps in memory for speed alone, above 0 and up to 1
   */
  constructor(sliceMs: number, memoryShare = 1) {
    this.#pace = new LoadPace(sliceMs);
    this.#set = new RecordingSet(memoryShare);
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
    await new RecordingLoader(this.#set, this.#pace, limits, listener, signal).load(parts);
    for (const { store } of this.#set.recordings) this.#told.set(store, store.warnings.total);
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
    const { isPatient, isLong }: Question = QUESTIONS[name];
    if (isPatient) await this.#preparing;
    const store = this.#storeOf(recording);
    const blocked = store.blocked.total;
    this.#pace.asked();
    const slicer = new TimeSlicer(() => (isPatient || isLong ? PREPARE_SLICE_MS : this.#pace.sliceMs));
    const answering = answer(name, store, query, { slicer, signal, progress });
    if (isLong) this.#answering = Promise.allSettled([this.#answering, answering]).then(() => undefined);
    const result = await answering;
    if (store.blocked.total > blocked) this.#listener?.blocked(store.blocked.list(), recording);
    this.#tellOfDamage(store, recording);
    return result;
  }

  /** Lets go of a recording; of all of them where none is named. */
  close(recording?: number): void {
    for (const one of this.#set.recordings)
      if (recording === undefined || one.key === recording) this.#set.close(one);
  }

  /**
   * Makes the pages of all recordings quick to read, in slices of time, until there is nothing left to do or the signal
   * is aborted. Called again, it goes on from there. In between no question waits for it.
   */
  preparePages(signal: AbortSignal): Promise<void> {
    this.#preparing = this.#preparePages(signal);
    return this.#preparing;
  }

  async #preparePages(signal: AbortSignal): Promise<void> {
    const slicer = new TimeSlicer(() => PREPARE_SLICE_MS);
    const pages = (this.#unprepared ??= this.#allPages());
    while (!signal.aborted && !pages.next().done) {
      // What somebody waits for comes first.
      await this.#answering;
      await slicer.checkpoint();
    }
  }

  *#allPages(): Generator<void> {
    for (const { store, key } of this.#set.recordings) {
      yield* store.reader.prepare();
      this.#tellOfDamage(store, key);
    }
  }

  /** Damage inside of compressed fields is found only when they are read; while loading, outlines come anyway. */
  #tellOfDamage(store: RecordingStore, recording: number): void {
    if (!store.complete || store.warnings.total === this.#told.get(store)) return;
    this.#listener?.outline(store.outline(), recording);
    this.#told.set(store, store.warnings.total);
  }

  #storeOf(recording: number): RecordingStore {
    const found = this.#set.recordings.find(({ key }) => key === recording);
    if (!found) throw ReplayError.of({ code: 'aborted', reason: 'closed' });
    return found.store;
  }
}
