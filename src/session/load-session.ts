import type { RecordingOutline } from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { ReplaySource } from '../core/source/replay-source.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import { Loader, type LoadTerms } from './loader.ts';
import { Playlist, type PlaylistEntry } from './playlist.ts';
import type { MediaEventType } from './session-host.ts';
import type { LoadProgress } from './session-state.ts';

export interface LoadSessionListener {
  emit(type: MediaEventType): void;
  changed(): void;
  /** More is known of the recording in the player. @param before what was known; null for nothing */
  outlined(before: RecordingOutline | null): void;
  /** The recording is on its way out: nothing of it is to be shown any more. */
  leaving(): void;
  /** The recording cannot be shown. Where to begin is still what was asked for. */
  failing(): void;
  /** Whether there is a place for a frame. */
  canShow(): boolean;
  /** Whether somebody sees that place. */
  isInView(): boolean;
  /** The same error with its message in the user's language. */
  inWords(error: ReplayError): ReplayError;
}

/** What takes the place of the other. */
export type Swap = 'copy' | 'original';

/** What is loaded, and how far that has come: one load at a time, the newest. */
export class LoadSession {
  readonly #listener: LoadSessionListener;
  readonly #playlist = new Playlist();
  #loader: Loader | null = null;
  /** Made ahead of time, for the next load. */
  #nextLoader: Loader | null = null;
  #source: ReplaySource | null = null;
  #isOffered = false;
  #progress: LoadProgress | null = null;
  #error: ReplayError | null = null;
  #onFirstFrame: (() => void) | null = null;
  #swap: Swap | null = null;

  constructor(listener: LoadSessionListener) {
    this.#listener = listener;
  }

  get playlist(): Pick<Playlist, 'entries' | 'index' | 'current' | 'isSubstituted'> {
    return this.#playlist;
  }

  /** The recording in the player, as far as it is known. */
  get outline(): RecordingOutline | null {
    return this.#playlist.current?.outline ?? null;
  }

  /** What was asked for last. */
  get source(): ReplaySource | null {
    return this.#source;
  }

  /** The source is only known by now, and is read when somebody wants it. */
  get isOffered(): boolean {
    return this.#isOffered;
  }

  /** There is a recording, or one that is read as soon as it is played. */
  get canPlay(): boolean {
    return this.outline !== null || this.#isOffered;
  }

  /** Null when nothing is being read. */
  get progress(): LoadProgress | null {
    return this.#progress;
  }

  /** The same object for as long as its language is. */
  get error(): ReplayError | null {
    if (this.#error) this.#error = this.#listener.inWords(this.#error);
    return this.#error;
  }

  /** As `HTMLMediaElement.networkState`: 0 empty, 1 idle, 2 loading, 3 no source that could be played. */
  get networkState(): number {
    if (this.#isOffered) return 1;
    if (this.#error) return 3;
    if (!this.#loader) return 0;
    return this.outline?.complete ? 1 : 2;
  }

  /** Takes a source in place of the one before, without reading it. */
  offer(source: ReplaySource): void {
    this.empty();
    this.#source = source;
    this.#isOffered = true;
    this.#listener.changed();
  }

  /** Starts the reader of a load that is to be expected soon, where nothing is loaded. */
  openNextReader(): void {
    if (!this.#loader) this.#nextLoader ??= this.#newLoader();
  }

  /** Ends the reader that was started ahead of a load: none is to be expected any more. */
  closeNextReader(): void {
    this.#nextLoader?.close();
    this.#nextLoader = null;
  }

  /** Makes pages quick to read, if that was not done with the load. */
  preparePages(): void {
    this.#loader?.preparePages();
  }

  /**
   * Loads a source in place of the one before. Resolves when all of it has been read and its first frame is on screen,
   * without waiting for a frame where there is no place for one.
   *
   * @param terms resolves to how it is read, once the page has had its say
   * @throws ReplayError
   */
  async load(
    source: ReplaySource | null,
    terms: () => Promise<LoadTerms>,
    signal?: AbortSignal,
  ): Promise<void> {
    this.empty();
    this.#source = source;
    const loader = this.#nextLoader ?? this.#newLoader();
    this.#nextLoader = null;
    this.#loader = loader;
    const stop = () => loader.close();
    signal?.addEventListener('abort', stop);
    const firstFrame = new Promise<void>((resolve) => {
      this.#onFirstFrame = resolve;
    });
    this.#listener.emit('loadstart');
    this.#listener.changed();
    try {
      if (source === null) throw ReplayError.of({ code: 'empty', reason: 'nothing-to-load' });
      signal?.throwIfAborted();
      await loader.begin();
      await loader.load(source, await terms(), {
        progress: (progress) => this.#handleProgress(progress),
        outline: (outline, recording) => this.#handleOutline(outline, recording),
        blocked: () => this.#listener.changed(),
      });
      if (!this.outline) {
        this.#playlist.select(0);
        this.#listener.outlined(null);
      }
      const isShown = this.#listener.canShow();
      if (isShown) await Promise.race([firstFrame, loader.closed]);
      this.#progress = null;
      if (isShown) this.#listener.emit('canplaythrough');
      this.#listener.changed();
    } catch (thrown) {
      const reason = ReplayError.from(thrown);
      if (this.#loader !== loader) throw this.#listener.inWords(reason);
      // What stopped the load may be known already: a page that could not be built closes the loader.
      throw this.#error ?? this.fail(reason);
    } finally {
      loader.giveWay();
      signal?.removeEventListener('abort', stop);
    }
  }

  #newLoader(): Loader {
    return new Loader(() => this.#listener.isInView());
  }

  /** A frame of the recording in the player is on screen. */
  handleFirstFrame(): void {
    this.#loader?.giveWay();
    this.#onFirstFrame?.();
  }

  /** Takes another recording of the source into the player. @throws RangeError when there is no such recording */
  select(index: number): void {
    this.#playlist.select(index);
    if (this.outline) this.#enter();
  }

  /** Set while a copy takes the place of the recording, or gives it back. */
  get swap(): Swap | null {
    return this.#swap;
  }

  /**
   * Puts a copy of the recording in its place, with the events of a load; null brings the recording back, which stays
   * read meanwhile.
   */
  showCopy(copy: PlaylistEntry | null): void {
    this.#swap = copy ? 'copy' : 'original';
    this.#playlist.substitute(copy);
    this.#enter();
    this.#swap = null;
  }

  #enter(): void {
    this.#listener.leaving();
    this.#listener.emit('emptied');
    this.#listener.emit('loadstart');
    this.#listener.outlined(null);
    this.#listener.changed();
  }

  /** Nothing can be played, for a reason that is told. Returns it in the user's language. */
  fail(reason: ReplayError): ReplayError {
    const error = this.#listener.inWords(reason);
    this.#loader?.close();
    this.#listener.failing();
    this.#playlist.clear();
    this.#progress = null;
    this.#error = error;
    this.#listener.emit(error.code === 'aborted' ? 'abort' : 'error');
    this.#listener.changed();
    return error;
  }

  /** Lets go of the recording; the source is kept. */
  empty(): void {
    const loader = this.#loader;
    this.#isOffered = false;
    if (!loader) return;
    const wasReading = this.networkState === 2;
    this.#loader = null;
    loader.close();
    this.#listener.leaving();
    this.#playlist.clear();
    this.#progress = null;
    this.#error = null;
    if (wasReading) this.#listener.emit('abort');
    this.#listener.emit('emptied');
    this.#listener.changed();
  }

  /** Lets go of recording and source. */
  clear(): void {
    this.empty();
    this.#source = null;
  }

  #handleProgress(progress: LoadProgress): void {
    this.#progress = progress;
    this.#listener.emit('progress');
    this.#listener.changed();
  }

  #handleOutline(outline: RecordingOutline, recording: OpenRecording): void {
    const before = this.outline;
    this.#playlist.update({ outline, recording });
    if (this.#playlist.current?.recording === recording) this.#listener.outlined(before);
    this.#listener.changed();
  }
}
