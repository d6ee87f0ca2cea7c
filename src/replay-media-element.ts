import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { DEFAULT_LIMITS, type RecordingLimits } from './core/limits.ts';
import type { BlockedAsset, RecordingInfo, RecordingOutline, RecordingWarning } from './core/recording.ts';
import { ReplayError } from './core/replay-error.ts';
import type { RecordingCopy } from './core/copy/copy-recording.ts';
import type { RedactRules } from './core/redact/rules.ts';
import type { LeakPattern, LeakReport } from './core/scan/leak.ts';
import { ownRules } from './core/scan/own-rules.ts';
import type { ReplaySource } from './core/source/replay-source.ts';
import type { CopyFormat, CopyPlan } from './panels/share/share-state.ts';
import { writeCopy } from './copies/write-copy.ts';
import { WarningLog } from './core/warnings.ts';
import { ReplayWarningEvent, ReplayWindowChangeEvent } from './events.ts';
import type { AssetPolicy, RemoteAssets } from './rrweb-view/frame-policy.ts';
import { idleConverter } from './session/idle-converter.ts';
import { Loader } from './session/loader.ts';
import { Playback, type PlaybackEventType } from './session/playback.ts';
import { Playlist, type PlaylistEntry } from './session/playlist.ts';
import type { IdleMode, LoadProgress, PlaybackState } from './session/playback-state.ts';
import type { ReplayCoreOptions } from './rrweb-view/replay-core.ts';
import { Stage } from './rrweb-view/stage.ts';
import { parseStartAt } from './session/start-at.ts';
import { TimeSpans } from './session/time-spans.ts';
import type { JobOptions, OpenRecording } from './worker/recording-reader.ts';
import type { WindowReplay } from './rrweb-view/window-replay.ts';

/** Shapes that a recording can be written in: an export of PostHog's, or a page that plays it by itself. */
export type ExportFormat = CopyFormat;

export interface ExportOptions extends JobOptions {
  readonly format: ExportFormat;
  /** Where a page begins to play, in seconds from the start. */
  readonly startAt?: number;
}

/** What is to be removed from a copy. */
export interface RedactRequest extends RedactRules {
  /** Ids of what `scanForLeaks` has found. */
  readonly findings?: readonly string[];
}

/** What the interface alone knows of the state that it shows. */
type InterfaceState = 'masksShown' | 'maskCount' | 'hidden' | 'fullscreen' | 'inspecting' | 'panel';

/** What an interface adds to the pages it shows. */
export type Dressing = Pick<ReplayCoreOptions, 'styleRules' | 'onBuild'>;

/**
 * The part of `<portable-replay>` that is like a media element: what it plays, where it is, and the events that
 * tell of it. It has no interface; whoever extends it renders one around `stage.element`.
 */
export abstract class ReplayMediaElement extends LitElement {
  protected readonly stage = new Stage((replay) => this.#handleStageChange(replay));
  protected readonly playback = new Playback(
    this.stage,
    {
      changed: () => this.requestUpdate(),
      emit: (type) => this.#handlePlaybackEvent(type),
      failed: (cause) => this.#handleFailure(cause),
    },
    () => ({
      remoteAssets: this.#assetPolicy,
      cover: this.coverSelectors,
      onDropped: () => this.#remark('unreplayable'),
      ...this.dressing(),
    }),
  );
  readonly #playlist = new Playlist();
  #loader: Loader | null = null;
  #source: ReplaySource | null = null;
  #progress: LoadProgress | null = null;
  #error: ReplayError | null = null;
  /** A position asked for before there was a frame to leave; seconds. */
  #pendingTime: number | null = null;
  #toldWarnings = new Set<string>();
  /** What is found while playing; the rest is in the outline. */
  #remarks = new WarningLog();
  #windowOnScreen: string | null = null;
  /** Whether the reader has let this recording load what it names. */
  #assetsAllowed = false;
  /** What the pages on the stage were built under. */
  #policyInForce: AssetPolicy = 'block';
  #onFirstFrame: (() => void) | null = null;
  /** Set while the element is out of the document, to go on from there if it comes back. */
  #leftAt: { time: number; playing: boolean } | null = null;

  /** Address of a recording. Setting it loads it; removing it empties the player. */
  @property({ reflect: true, useDefault: true }) src = '';

  /** Starts to play as soon as the first frame is there. */
  @property({ type: Boolean, reflect: true, useDefault: true }) autoplay = false;

  /** Starts again at the end. */
  @property({ type: Boolean, reflect: true, useDefault: true }) loop = false;

  /** How many times as fast as it was recorded; any positive number. Kept across recordings. */
  @property({ type: Number, attribute: 'speed', reflect: true, useDefault: true }) playbackRate = 1;

  /** Where to begin: `12.5`, `1:02`, `1:02:03`, `1m2s`, or an ISO date or Unix milliseconds read as wall clock. */
  @property({ attribute: 'start-at', reflect: true, useDefault: true }) startAt = '';

  /** Stretches without activity: `keep` plays them, `skip` jumps them, a number plays so many seconds of each. */
  @property({ converter: idleConverter, reflect: true, useDefault: true }) idle: IdleMode = 'skip';

  /** `auto` follows the active browser tab of the session; an id stays with that window. */
  @property({ attribute: 'window-id', reflect: true, useDefault: true }) windowId = 'auto';

  /**
   * Whether the replayed page may load images, styles, fonts and media over the network: never, when the reader
   * of a recording says so, or always.
   */
  @property({ attribute: 'remote-assets', reflect: true, useDefault: true }) remoteAssets: RemoteAssets =
    'block';

  /**
   * CSS selectors of what is hidden on replayed pages besides what the recorder has hidden: taken out of the data
   * before it reaches the page. The recording itself, and copies of it, stay as they are.
   */
  @property({ reflect: true, useDefault: true }) cover = '';

  /** What to look for when a recording is searched for leaks, besides what the player knows by itself. */
  @property({ attribute: false }) leakRules: readonly LeakPattern[] = [];

  /** How much a recording may hold; what is left out has its default. */
  @property({ attribute: false }) limits: Partial<RecordingLimits> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    const left = this.#leftAt;
    this.#leftAt = null;
    if (!left || this.#source === null) return;
    this.load().catch(reportedByEvent);
    this.#pendingTime = left.time;
    if (left.playing) this.play().catch(reportedByEvent);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is back before the microtask; its frames have to be built anew either way.
    const left = { time: this.currentTime, playing: !this.paused };
    queueMicrotask(() => {
      if (this.isConnected) this.playback.rebuild();
      else if (this.#loader) {
        this.#leftAt = left;
        this.#empty();
      }
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!(this.playbackRate > 0)) this.playbackRate = changed.get('playbackRate') ?? 1;
    const { loop, idle, windowId: windowChoice, playbackRate } = this;
    this.playback.configure({ loop, idle, windowChoice, playbackRate });
    if (changed.has('remoteAssets')) this.#applyAssetPolicy();
    if (changed.has('cover')) this.playback.rebuild();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // As media elements do, once the page has come to rest: a load is told by events, which may change the page.
    if (changed.has('src')) queueMicrotask(() => this.#handleSrc(changed.get('src') ?? ''));
  }

  /** Lists of selectors of what is hidden besides; none as a rule. */
  protected get coverSelectors(): readonly string[] {
    return this.cover.trim() === '' ? [] : [this.cover];
  }

  /** What the interface adds to every replayed page. */
  protected abstract dressing(): Dressing;

  /** Called when another replayed page has come on screen, or none is left. */
  protected abstract replayChanged(replay: WindowReplay | null): void;

  /** What the interface shows, as far as it is known here. */
  protected get mediaState(): Omit<PlaybackState, InterfaceState> {
    const { timeline } = this.playback;
    const windowId = this.#windowOnScreen;
    return {
      phase: this.#phase,
      error: this.#error,
      progress: this.#progress,
      recording: this.recording,
      recordings: this.recordings,
      recordingIndex: this.recordingIndex,
      complete: this.#outline?.complete ?? false,
      paused: this.paused,
      ended: this.ended,
      seeking: this.seeking,
      waiting: this.playback.waiting,
      currentTime: this.currentTime,
      duration: this.#outline?.info.duration ?? 0,
      playbackRate: this.playbackRate,
      idle: this.idle,
      buffered: this.#outline ? [{ start: 0, end: this.#outline.info.duration }] : [],
      stretches: timeline?.stretches ?? [],
      windowChoice: this.windowId,
      windowId,
      href: timeline && windowId !== null ? timeline.hrefAt(windowId, this.playback.position) : '',
      blocked: this.blockedAssets,
      notice: this.#stylesRefused ?? this.playback.notice,
    };
  }

  /** Anything that is not a permission is none. */
  get #assetPolicy(): AssetPolicy {
    const isAllowed = this.remoteAssets === 'allow' || (this.remoteAssets === 'ask' && this.#assetsAllowed);
    return isAllowed ? 'allow' : 'block';
  }

  /** What is on the stage was built without what is allowed now, or with what no longer is. */
  #applyAssetPolicy(): void {
    if (this.#policyInForce === this.#assetPolicy) return;
    this.#policyInForce = this.#assetPolicy;
    this.playback.rebuild();
  }

  /** The reader lets the recording in the player load what it names, until another one comes. */
  protected allowAssets(): void {
    this.#assetsAllowed = true;
    this.#applyAssetPolicy();
    this.requestUpdate();
  }

  get #phase(): PlaybackState['phase'] {
    if (this.#error) return 'error';
    if (!this.#loader) return 'empty';
    return this.playback.started ? 'ready' : 'loading';
  }

  #handleSrc(before: string): void {
    if (this.src) this.load(this.src).catch(reportedByEvent);
    else if (before) this.#clearSource();
  }

  #handleProgress(progress: LoadProgress): void {
    this.#progress = progress;
    this.#emit('progress');
    this.requestUpdate();
  }

  get #outline(): RecordingOutline | null {
    return this.#playlist.current?.outline ?? null;
  }

  /** The recording in the player, to be asked for more than is shown. */
  protected get openRecording(): OpenRecording | null {
    return this.#playlist.current?.recording ?? null;
  }

  get #stylesRefused(): string | undefined {
    return this.#remarks.list().find(({ code }) => code === 'styles-refused')?.message;
  }

  #handleOutline(outline: RecordingOutline, recording: OpenRecording): void {
    const before = this.#outline;
    this.#playlist.update({ outline, recording });
    if (this.#playlist.current?.recording === recording) this.#showOutline(before);
    this.requestUpdate();
  }

  /** @param before what was known of the recording in the player; null when there was none */
  #showOutline(before: RecordingOutline | null): void {
    const entry = this.#playlist.current;
    if (!entry) return;
    const { outline, recording } = entry;
    if (outline.info.duration !== before?.info.duration) this.#emit('durationchange');
    if (!before) this.#emit('loadedmetadata');
    this.stage.isDevice = outline.info.platform === 'mobile';
    outline.info.warnings.forEach((warning) => this.#warn(warning));
    this.playback.setOutline(outline, recording, this.#firstPosition(outline.startAt));
  }

  /** Adds what was found while playing to what is known of the recording, and tells of it. */
  #remark(code: 'unreplayable' | 'styles-refused'): void {
    if (code === 'styles-refused' && this.#stylesRefused !== undefined) return;
    this.#remarks.add(code);
    for (const warning of this.#remarks.list()) this.#warn(warning);
    this.requestUpdate();
  }

  /** Tells of a warning, once. */
  #warn(warning: RecordingWarning): void {
    if (this.#toldWarnings.has(warning.code)) return;
    this.#toldWarnings.add(warning.code);
    this.dispatchEvent(new ReplayWarningEvent(warning));
    this.requestUpdate();
  }

  /** Unix milliseconds: what a script has asked for since, else the attribute, else the beginning. */
  #firstPosition(recordingStart: number): number {
    const pending = this.#pendingTime;
    if (pending !== null) return recordingStart + pending * 1000;
    return parseStartAt(this.startAt, recordingStart) ?? recordingStart;
  }

  #handlePlaybackEvent(type: PlaybackEventType): void {
    if (type === 'loadeddata') this.#pendingTime = null;
    this.#emit(type);
    if (type !== 'canplay') return;
    this.#onFirstFrame?.();
    // Of a recording that was chosen from the playlist everything may be there already; a load tells by itself.
    if (this.#outline?.complete && this.#progress === null) this.#emit('canplaythrough');
    if (this.autoplay && this.paused) this.play().catch(reportedByEvent);
  }

  #handleStageChange(replay: WindowReplay | null): void {
    this.replayChanged(replay);
    if (replay && !replay.core.allowsStyles) this.#remark('styles-refused');
    const windowId = replay?.windowId ?? null;
    if (windowId === this.#windowOnScreen) return;
    this.#windowOnScreen = windowId;
    if (windowId === null) return;
    const href = this.playback.timeline?.hrefAt(windowId, this.playback.position) ?? '';
    this.dispatchEvent(new ReplayWindowChangeEvent(windowId, href));
  }

  #handleFailure(cause: unknown): void {
    const detail = cause instanceof Error ? cause.message : String(cause);
    this.#fail(new ReplayError('unplayable', `The recorded page could not be built (${detail}).`, { cause }));
  }

  #fail(error: ReplayError): void {
    this.#loader?.close();
    this.playback.reset();
    this.#playlist.clear();
    this.#progress = null;
    this.#error = error;
    this.#emit(error.code === 'aborted' ? 'abort' : 'error');
    this.requestUpdate();
  }

  /** Lets go of the recording; the source is kept. */
  #empty(): void {
    const loader = this.#loader;
    if (!loader) return;
    const wasReading = this.networkState === 2;
    this.#loader = null;
    loader.close();
    this.#leaveRecording();
    this.#playlist.clear();
    this.#progress = null;
    this.#error = null;
    if (wasReading) this.#emit('abort');
    this.#emit('emptied');
    this.requestUpdate();
  }

  #leaveRecording(): void {
    this.playback.reset();
    this.#pendingTime = null;
    this.#toldWarnings.clear();
    this.#remarks = new WarningLog();
    this.#assetsAllowed = false;
    this.#policyInForce = this.#assetPolicy;
  }

  #clearSource(): void {
    this.#empty();
    this.#source = null;
  }

  get #loadedInfo(): RecordingInfo {
    const info = this.recording;
    if (!info) throw new ReplayError('aborted', 'The recording was taken out.');
    return info;
  }

  #emit(type: string): void {
    this.dispatchEvent(new Event(type));
  }

  #seconds(timestamp: number): number {
    return (timestamp - (this.#outline?.startAt ?? timestamp)) / 1000;
  }

  /** Seconds from the start of the recording. Setting it seeks. */
  get currentTime(): number {
    if (this.#pendingTime !== null) return this.#pendingTime;
    return this.playback.timeline ? this.#seconds(this.playback.position) : 0;
  }

  set currentTime(time: number) {
    if (!Number.isFinite(time)) throw new TypeError('currentTime must be a finite number of seconds');
    if (this.#outline && this.playback.started) this.playback.seek(this.#outline.startAt + time * 1000);
    else this.#pendingTime = Math.max(0, time);
  }

  /** Seconds; `NaN` without a recording. Grows while the file is still being read. */
  get duration(): number {
    return this.#outline?.info.duration ?? NaN;
  }

  get paused(): boolean {
    return this.playback.paused;
  }

  get ended(): boolean {
    return this.playback.ended;
  }

  get seeking(): boolean {
    return this.playback.seeking;
  }

  /** As `HTMLMediaElement.readyState`: 0 nothing, 1 metadata, 2 a frame, 3 more than that, 4 everything read. */
  get readyState(): number {
    if (!this.#outline) return 0;
    if (!this.playback.started) return 1;
    if (this.#outline.complete) return 4;
    return this.playback.waiting ? 2 : 3;
  }

  /** As `HTMLMediaElement.networkState`: 0 empty, 1 idle, 2 loading, 3 no source that could be played. */
  get networkState(): number {
    if (this.#error) return 3;
    if (!this.#loader) return 0;
    return this.#outline?.complete ? 1 : 2;
  }

  /** What has been read. Seconds. */
  get buffered(): TimeRanges {
    return new TimeSpans(this.#outline ? [{ start: 0, end: this.#outline.info.duration }] : []);
  }

  /** Where a seek can go. Seconds. */
  get seekable(): TimeRanges {
    return this.buffered;
  }

  /** What has been played. Seconds. */
  get played(): TimeRanges {
    return new TimeSpans(this.playback.played);
  }

  /** Why there is nothing to play; null otherwise. */
  get error(): ReplayError | null {
    return this.#error;
  }

  /** What was loaded. Replaced, never edited, while the file is still being read. */
  get recording(): RecordingInfo | null {
    const info = this.#outline?.info;
    if (!info) return null;
    const remarks = this.#remarks.list();
    return remarks.length === 0 ? info : { ...info, warnings: [...info.warnings, ...remarks] };
  }

  /**
   * What the pages shown so far were kept from loading, by kind and origin, each address counted once; empty when
   * they may load it.
   */
  get blockedAssets(): readonly BlockedAsset[] {
    return this.#assetPolicy === 'allow' ? [] : (this.#playlist.current?.recording.blocked ?? []);
  }

  /** The recordings of the source: one, or those of a playlist. Replaced as they are read. */
  get recordings(): readonly RecordingInfo[] {
    return this.#playlist.entries.map(({ outline }) => outline.info);
  }

  /** Which of `recordings` is in the player. Setting it takes that one in, as a load does. */
  get recordingIndex(): number {
    return this.#playlist.index;
  }

  set recordingIndex(index: number) {
    if (index === this.#playlist.index) return;
    const wasPlaying = !this.paused;
    this.#playlist.select(index);
    this.#leaveRecording();
    this.#emit('emptied');
    this.#emit('loadstart');
    this.#showOutline(null);
    if (wasPlaying) this.play().catch(reportedByEvent);
    this.requestUpdate();
  }

  /** What was given to `load()` last. Setting it loads it; null empties the player. */
  get source(): ReplaySource | null {
    return this.#source;
  }

  set source(source: ReplaySource | null) {
    if (source === null) this.#clearSource();
    else this.load(source).catch(reportedByEvent);
  }

  /**
   * Loads a recording, in place of the one before. Resolves when all of it has been read and its first frame is
   * on screen; playback can begin much earlier, at `canplay`.
   *
   * @param source anything that holds a recording; when left out, what was loaded last
   * @param options.limits how much it may hold, in place of the element's own `limits`
   * @throws ReplayError by its `code`; `aborted` when the signal or a newer `load()` stopped it
   */
  async load(
    source = this.#source,
    options: { signal?: AbortSignal; limits?: Partial<RecordingLimits> } = {},
  ): Promise<RecordingInfo> {
    this.#empty();
    this.#source = source;
    const loader = new Loader();
    this.#loader = loader;
    this.stage.preload();
    const stop = () => loader.close();
    options.signal?.addEventListener('abort', stop);
    const firstFrame = new Promise<void>((resolve) => {
      this.#onFirstFrame = resolve;
    });
    this.#emit('loadstart');
    this.requestUpdate();
    try {
      if (source === null)
        throw new ReplayError('empty', 'There is nothing to load: give load() a recording.');
      options.signal?.throwIfAborted();
      await this.updateComplete;
      const limits = { ...DEFAULT_LIMITS, ...this.limits, ...options.limits };
      await loader.load(source, limits, {
        progress: (progress) => this.#handleProgress(progress),
        outline: (outline, recording) => this.#handleOutline(outline, recording),
        blocked: () => this.requestUpdate(),
      });
      await Promise.race([firstFrame, loader.closed]);
      this.#progress = null;
      this.#emit('canplaythrough');
      this.requestUpdate();
      return this.#loadedInfo;
    } catch (thrown) {
      const isCurrent = this.#loader === loader;
      // What stopped the load may be known already: a page that could not be built closes the loader.
      const error = (isCurrent ? this.#error : null) ?? ReplayError.from(thrown);
      if (isCurrent && !this.#error) this.#fail(error);
      throw error;
    } finally {
      options.signal?.removeEventListener('abort', stop);
    }
  }

  /**
   * A repaired copy of the recording in the player: an export that PostHog can import, or a page that plays it by
   * itself. Events are inflated and in order, each page has its size; what needs no repair is as it was.
   *
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when it is called off,
   *   `NotSupportedError` for a page when the player comes from the library
   * @throws TypeError for a format that is not known
   */
  async exportRecording({ format, startAt = 0, ...options }: ExportOptions): Promise<Blob> {
    const plan = { format, startAt, rules: {}, findings: [] };
    return (await this.makeCopy(plan, options)).blob;
  }

  /**
   * A copy of the recording in the player without what the rules name, and how much was removed. What is removed does
   * not occur in the copy, wherever else it stood; texts keep their shape.
   *
   * @throws as `exportRecording`, and TypeError for rules that cannot be meant
   */
  async redact(
    { findings = [], ...rules }: RedactRequest,
    { format = '2023-04-28', startAt = 0, ...options }: Partial<ExportOptions> = {},
  ): Promise<RecordingCopy> {
    return this.makeCopy({ format, startAt, rules, findings }, options);
  }

  /**
   * Looks through the recording in the player for what should not have been recorded: addresses, numbers, keys and
   * the like, wherever they stand. Values themselves are not handed out.
   *
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when it is called off
   * @throws TypeError for `leakRules` that cannot be meant
   */
  async scanForLeaks(options: JobOptions = {}): Promise<readonly LeakReport[]> {
    const rules = ownRules(this.leakRules);
    const { recording } = await this.#wholeRecording();
    return recording.ask('scan', rules, options);
  }

  protected async makeCopy(plan: CopyPlan, options: JobOptions): Promise<RecordingCopy> {
    const { recording, outline } = await this.#wholeRecording();
    return writeCopy(recording, outline.info, plan, options);
  }

  /** The recording in the player, once everything has been read. */
  async #wholeRecording(): Promise<PlaylistEntry> {
    const missing = () => new DOMException('There is no recording in the player', 'InvalidStateError');
    if (!this.#outline) throw missing();
    if (!this.#outline.complete) {
      const { promise, settle } = this.#nextOf('canplaythrough', ['emptied', 'error']);
      await promise.finally(settle);
    }
    const entry = this.#playlist.current;
    if (!entry) throw missing();
    return entry;
  }

  /** Starts or goes on. Resolves when the clock runs; rejects when something stops it before, as on `<video>`. */
  play(): Promise<void> {
    if (!this.#loader || this.#error) {
      return Promise.reject(new DOMException('There is no recording to play', 'NotSupportedError'));
    }
    if (!this.paused && !this.playback.waiting && this.playback.started) return Promise.resolve();
    const { promise, settle } = this.#nextOf('playing', ['pause', 'emptied', 'error']);
    this.playback.play();
    return promise.finally(settle);
  }

  pause(): void {
    this.playback.pause();
  }

  /** Seeks, as setting `currentTime` does: seeks here are exact and fast alike. */
  fastSeek(time: number): void {
    this.currentTime = time;
  }

  /** A promise of the first of some events: resolved by one, rejected by the others. */
  #nextOf(good: string, bad: readonly string[]): { promise: Promise<void>; settle: () => void } {
    const controller = new AbortController();
    const { signal } = controller;
    const promise = new Promise<void>((resolve, reject) => {
      this.addEventListener(good, () => resolve(), { signal });
      for (const type of bad) {
        const stopped = () => reject(new DOMException(`Stopped by ${type}`, 'AbortError'));
        this.addEventListener(type, stopped, { signal });
      }
    });
    return { promise, settle: () => controller.abort() };
  }
}

/** For calls whose failure the page learns from an event. */
const reportedByEvent = (): void => undefined;
