import { ChunkAssembler } from '../decode/chunk-assembler.ts';
import { decodeEvents, type SourceContext } from '../formats/decode-events.ts';
import type { RecordingLimits } from '../limits.ts';
import type { LoadProgress } from '../recording.ts';
import { ReplayError } from '../replay-error.ts';
import { chunksOf } from '../source/chunks.ts';
import { FileDigest } from '../source/file-digest.ts';
import { openPart } from '../source/open-part.ts';
import type { SourcePart } from '../source/replay-source.ts';
import type { RecordingSet } from '../store/recording-set.ts';
import { TimeSlicer } from '../time-slicer.ts';
import type { LoadListener } from './load-listener.ts';
import type { LoadPace } from './load-pace.ts';
import { isPlayable, whyUnplayable } from './playable.ts';

const PROGRESS_INTERVAL_MS = 50;

/** Reads sources into a set of recordings: bytes, events, index. For one load. */
export class RecordingLoader {
  readonly #set: RecordingSet;
  readonly #pace: LoadPace;
  readonly #limits: RecordingLimits;
  readonly #listener: LoadListener;
  readonly #signal: AbortSignal;
  readonly #chunks = new ChunkAssembler();
  #progress: LoadProgress = { loaded: 0, total: null };
  #progressAt = -Infinity;
  #inflated = 0;
  #events = 0;
  /** Runs while something was read that is not told of yet. */
  #publishTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    set: RecordingSet,
    pace: LoadPace,
    limits: RecordingLimits,
    listener: LoadListener,
    signal: AbortSignal,
  ) {
    this.#set = set;
    this.#pace = pace;
    this.#limits = limits;
    this.#listener = listener;
    this.#signal = signal;
  }

  /**
   * Reads all parts, one after the other.
   *
   * @throws ReplayError when there is nothing to play; a source that breaks off after its first page is kept
   *   and reported as a warning
   */
  async load(parts: readonly SourcePart[]): Promise<void> {
    try {
      await this.#loadAll(parts);
    } finally {
      clearTimeout(this.#publishTimer);
    }
  }

  async #loadAll(parts: readonly SourcePart[]): Promise<void> {
    let failure: ReplayError | null = null;
    for (const part of parts) {
      try {
        await this.#loadPart(part);
      } catch (thrown) {
        if (this.#signal.aborted) throw ReplayError.from(this.#signal.reason);
        const error = ReplayError.from(thrown, part.name);
        failure ??= error;
        this.#set.warn(warningFor(error, parts.length > 1 && part.name !== ''), error.details);
      }
    }
    if (this.#signal.aborted) throw ReplayError.from(this.#signal.reason);
    for (let i = 0; i < this.#chunks.incomplete; i++) this.#set.warn('missing-chunks');
    this.#set.complete();
    const playable = this.#set.recordings.filter(({ store }) => isPlayable(store));
    if (playable.length === 0) {
      const [part] = parts.length === 1 ? parts : [];
      const stores = this.#set.recordings.map(({ store }) => store);
      throw failure ?? whyUnplayable(stores, part?.name ?? '');
    }
    this.#tellOfOthers();
    for (const one of this.#set.recordings) if (!isPlayable(one.store)) this.#set.close(one);
    for (const { store, key } of playable) this.#listener.outline(store.outline(), key);
    // The last one, so that who looks then finds all of it.
    this.#listener.progress(this.#progress);
  }

  /** A recording that cannot be played is not listed, but must not vanish without a word either. */
  #tellOfOthers(): void {
    const stores = this.#set.recordings.map(({ store }) => store);
    const listed = stores.find(isPlayable);
    for (const store of stores) {
      if (isPlayable(store) || store.table.size === 0) continue;
      const name = store.description.files[0]?.name ?? '';
      listed?.warnings.add('skipped-file', 1, whyUnplayable([store], name).details);
    }
  }

  async #loadPart(part: SourcePart): Promise<void> {
    const { stream, total, signIn } = await openPart(part, this.#signal);
    const before = this.#progress.loaded;
    this.#progress = { loaded: before, total: total === null ? null : before + total };
    const slicer = new TimeSlicer(() => this.#pace.sliceMs);
    const digest = new FileDigest();
    const bytes = chunksOf(stream, this.#signal, (chunk) => {
      this.#noteLoaded(chunk.byteLength);
      digest.update(chunk);
    });
    this.#set.beginPart();
    try {
      const source = { name: part.name, packing: [], archive: null, bytes };
      for await (const events of decodeEvents(source, this.#context())) {
        for (const event of events) {
          if (++this.#events > this.#limits.events)
            throw ReplayError.of({
              code: 'too-large',
              reason: 'too-many-events',
              limit: this.#limits.events,
            });
          this.#set.add(event);
          // Waiting for every event would take longer than adding it.
          if (slicer.isDue) await this.#giveWay(slicer);
        }
        await this.#giveWay(slicer);
      }
    } catch (thrown) {
      const isPage = thrown instanceof ReplayError && thrown.details?.reason === 'html';
      if (!isPage || signIn === null) throw thrown;
      throw ReplayError.of({ code: 'not-a-recording', reason: 'sign-in-page', address: signIn });
    } finally {
      const size = this.#progress.loaded - before;
      if (!this.#signal.aborted) this.#set.endPart({ name: part.name, size, sha256: await digest.hex() });
    }
  }

  /** Lets the page know of what was read, and ask for it. */
  async #giveWay(slicer: TimeSlicer): Promise<void> {
    const wait = this.#pace.untilOutline;
    if (wait === 0) this.#publish();
    // A source may send nothing more for a while: what came last is told even so.
    else this.#publishTimer ??= setTimeout(() => this.#publish(), wait);
    await slicer.checkpoint();
  }

  /** Tells of the first recording while it is being read; others wait until they are complete. */
  #publish(): void {
    clearTimeout(this.#publishTimer);
    this.#publishTimer = undefined;
    const first = this.#set.recordings.find(({ store }) => isPlayable(store));
    if (!first) return;
    const startedAt = performance.now();
    this.#listener.outline(first.store.outline(), first.key);
    this.#pace.outlined(performance.now() - startedAt);
  }

  #context(): SourceContext {
    const set = this.#set;
    return {
      limits: this.#limits,
      chunks: this.#chunks,
      formatFound: (id, packing) => set.formatFound(id, packing),
      beginMember: () => set.beginMember(),
      describe: (facts, recording) => set.describe(facts, recording),
      marker: (timestamp, name, recording) => set.mark(timestamp, name, recording),
      warn: (code, ...details) => set.warn(code, ...details),
      inflated: (count) => this.#countBytes(count),
    };
  }

  #noteLoaded(count: number): void {
    this.#progress = { ...this.#progress, loaded: this.#progress.loaded + count };
    const now = performance.now();
    if (now - this.#progressAt >= PROGRESS_INTERVAL_MS) {
      this.#progressAt = now;
      this.#listener.progress(this.#progress);
    }
    this.#countBytes(count);
  }

  #countBytes(count: number): void {
    const { bytes } = this.#limits;
    this.#inflated += count;
    if (this.#inflated > bytes)
      throw ReplayError.of({ code: 'too-large', reason: 'too-many-bytes', limit: bytes });
  }
}

/** What is said of a file of which a part could be read, or nothing. */
function warningFor(
  { code }: ReplayError,
  isOneOfMany: boolean,
): 'too-large' | 'skipped-file' | 'broken-off' {
  if (code === 'too-large') return 'too-large';
  return isOneOfMany ? 'skipped-file' : 'broken-off';
}
