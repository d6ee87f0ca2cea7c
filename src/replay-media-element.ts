import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { CopiedTrack } from './core/copy/copied-track.ts';
import type { RecordingLimits } from './core/limits.ts';
import type { BlockedAsset, RecordingInfo } from './core/recording.ts';
import type { ReplayError } from './core/replay-error.ts';
import type { ReplaySource } from './core/source/replay-source.ts';
import { ReplayEntryChangeEvent, ReplayWarningEvent, ReplayWindowChangeEvent } from './events.ts';
import { idleConverter } from './idle-converter.ts';
import { describeError } from './locale/describe.ts';
import { localeOf } from './locale/locale-of.ts';
import { checkedRange } from './loop-range.ts';
import type { RemoteAssets } from './rrweb-view/frame-policy.ts';
import type { WindowReplay } from './rrweb-view/window-replay.ts';
import { MediaNamesElement } from './media-names-element.ts';
import { credentialsOf, type CrossOrigin, crossOriginOf } from './session/cross-origin.ts';
import { SessionTracks } from './session-tracks.ts';
import { ReplaySession } from './session/replay-session.ts';
import type { PreloadMode } from './session/session-options.ts';
import type { ReplayExtensions, SessionEvent } from './session/session-host.ts';
import type { IdleMode, TimeSpan } from './session/session-state.ts';
import { TimeSpans } from './session/time-spans.ts';
import type { ChapterInit } from './tracks/chapters.ts';
import type { ReplayTextTrack, ReplayTrackKind } from './tracks/replay-text-track.ts';
import type { ReplayTextTrackList } from './tracks/replay-text-track-list.ts';
import { Notes } from './tracks/notes.ts';
import { TextTracks } from './tracks/text-tracks.ts';
import type { Chapter } from './tracks/tracks-state.ts';
import { ViewDistance } from './view-distance.ts';

/**
 * The part of `<portable-replay>` that is like a media element: a session, its options as attributes and properties,
 * and its events. It has no interface; whoever extends it renders one around `session.stage.element`.
 */
export abstract class ReplayMediaElement extends MediaNamesElement {
  protected readonly distance = new ViewDistance(this, () => this.requestUpdate());

  protected readonly session = new ReplaySession(
    {
      isNear: () => this.distance.isNear,
      isInView: () => this.distance.isInView,
      locale: () => localeOf(this),
      replayExtensions: () => this.replayExtensions(),
      pauseTimes: () => (this.pauseAtChapters ? this.chapters.map(({ time }) => time) : []),
      // An element that is in no document does not render before it is in one.
      settled: () => (this.isConnected ? this.updateComplete : Promise.resolve()),
      changed: () => this.requestUpdate(),
      tell: (event) => this.#tell(event),
      replayChanged: (replay) => this.replayChanged(replay),
      shelter: (stage) => this.#shelter(stage),
    },
    this,
  );

  protected readonly tracks = new TextTracks({
    element: this,
    credentials: () => credentialsOf(this.crossOrigin),
    changed: () => this.requestUpdate(),
    // What is found before there is a recording is told when there is one.
    warn: (note) => this.recording && this.session.warn(note),
    inWords: (error) => describeError(localeOf(this), error),
    unnamed: (number) => localeOf(this).tracks.unnamed(number),
  });

  protected readonly notes = new Notes(this.tracks, () => localeOf(this).notes.notes);

  readonly #sessionTracks = new SessionTracks(
    this.session,
    this.tracks,
    this.notes,
    () => localeOf(this).tracks.annotations,
  );

  /** Address of a recording. Setting it loads it; removing it empties the player. */
  @property({ reflect: true, useDefault: true }) src = '';

  /**
   * When `src` and `source` are loaded: `eager` at once, `lazy` when the player comes near the viewport. Until then it
   * requests nothing and starts no worker. `load()` and `play()` do not wait.
   */
  @property({ reflect: true, useDefault: true }) loading: 'eager' | 'lazy' = 'eager';

  /**
   * How much of `src` and `source` is read before somebody plays: `none` nothing, `metadata` the whole file once, for its
   * length and the first frame, `auto` also what makes seeks quick and what the timeline marks. Where the user has asked the
   * browser to save data, `auto` is `metadata`.
   */
  @property({ reflect: true, useDefault: true }) preload: PreloadMode = 'auto';

  #crossOrigin: CrossOrigin | null = null;

  /**
   * Whether cookies and the like are sent along when addresses of recordings and text tracks are fetched: never (null, the
   * default), to the page's own origin (`anonymous`), or always (`use-credentials`), which a server of another origin has
   * to agree to. Setting it loads `src` again, as on media elements.
   *
   * @default null
   */
  @property({ attribute: 'crossorigin', reflect: true })
  get crossOrigin(): CrossOrigin | null {
    return this.#crossOrigin;
  }

  set crossOrigin(value: string | null | undefined) {
    this.#crossOrigin = crossOriginOf(value);
  }

  /** Starts to play as soon as the first frame is there. */
  @property({ type: Boolean, reflect: true, useDefault: true }) autoplay = false;

  /** Starts again at the end. */
  @property({ type: Boolean, reflect: true, useDefault: true }) loop = false;

  /** Pauses at the start of each chapter while it plays; a seek does not. */
  @property({ type: Boolean, attribute: 'pause-at-chapters', reflect: true, useDefault: true })
  pauseAtChapters = false;

  /** How many times as fast as it was recorded; any positive number. Kept across recordings. */
  @property({ type: Number, attribute: 'speed', reflect: true, useDefault: true }) playbackRate = 1;

  /** Where playback begins: `12.5`, `1:02`, `1:02:03`, `1m2s`, or an ISO date or Unix milliseconds read as wall clock. */
  @property({ attribute: 'start-at', reflect: true, useDefault: true }) startAt = '';

  /** Stretches without activity: `keep` plays them, `skip` jumps them, a number plays so many seconds of each. */
  @property({ converter: idleConverter, reflect: true, useDefault: true }) idle: IdleMode = 'skip';

  /** `auto` follows the active browser tab of the session; an id stays with that window. */
  @property({ attribute: 'window-id', reflect: true, useDefault: true }) windowId = 'auto';

  /**
   * Whether the replayed page may load images, styles, fonts and media over the network: `block` never, `ask` when the
   * user agrees, `allow` always.
   */
  @property({ attribute: 'remote-assets', reflect: true, useDefault: true }) remoteAssets: RemoteAssets =
    'block';

  /**
   * CSS selectors of elements to hide on replayed pages, in addition to what the recorder hid. They are removed from the
   * data before it reaches the page. The recording itself and copies of it do not change.
   */
  @property({ reflect: true, useDefault: true }) cover = '';

  /** How large a recording may be; limits that are not given have their defaults. */
  @property({ attribute: false }) limits: Partial<RecordingLimits> = {};

  #loopRange: TimeSpan | null = null;

  /**
   * The range that playback repeats: at its end it goes on at its start. Who seeks to a moment outside of it plays on from
   * there. Copies and exports of the panels take it as their start and end. Null, the default, for none, and again with
   * each recording.
   *
   * @throws TypeError for one that is shorter than 0.1 s, or starts before the recording
   */
  @property({ attribute: false })
  get loopRange(): TimeSpan | null {
    return this.#loopRange;
  }

  set loopRange(range: TimeSpan | null) {
    const checked = checkedRange(range);
    const before = this.#loopRange;
    if (checked?.start === before?.start && checked?.end === before?.end) return;
    this.#loopRange = checked;
    this.dispatchEvent(new Event('looprangechange'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tracks.connect();
    this.session.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.tracks.disconnect();
    // An element that is only moved is back before the microtask; its frames have to be built anew either way.
    queueMicrotask(() => {
      if (this.isConnected) this.session.rebuild();
      else this.session.suspend();
    });
  }

  protected override firstUpdated(): void {
    this.session.resume();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!(this.playbackRate > 0)) this.playbackRate = changed.get('playbackRate') ?? 1;
    this.session.apply();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // As media elements do, once the page has come to rest: a load is told by events, which may change the page.
    const isAskedAnew = changed.has('crossOrigin') && this.src !== '' && this.source === this.src;
    if (changed.has('src') || isAskedAnew) queueMicrotask(() => this.#handleSrc(changed.get('src') ?? ''));
    if (changed.has('crossOrigin')) queueMicrotask(() => this.tracks.reload());
    if (this.session.loading.isOffered) queueMicrotask(() => this.session.loadWhenDue());
  }

  protected override tracksToCopy(): readonly CopiedTrack[] {
    return this.tracks.copied;
  }

  /** What the interface adds to every replayed page. */
  protected abstract replayExtensions(): ReplayExtensions;

  /** Called when another replayed page has come on screen, or none is left. */
  protected abstract replayChanged(replay: WindowReplay | null): void;

  #shelter(stage: HTMLElement): () => void {
    const shelter = document.createElement('div');
    shelter.className = 'shelter';
    shelter.inert = true;
    shelter.append(stage);
    if (this.hasUpdated) this.renderRoot.append(shelter);
    return () => shelter.remove();
  }

  #handleSrc(before: string): void {
    if (this.src || before) this.session.offer(this.src || null);
  }

  #tell(event: SessionEvent): void {
    this.#sessionTracks.follow(event);
    switch (event.type) {
      case 'warning': {
        this.dispatchEvent(new ReplayWarningEvent(event.warning));
        return;
      }
      case 'windowchange': {
        this.dispatchEvent(new ReplayWindowChangeEvent(event.windowId, event.href));
        return;
      }
      case 'entrychange': {
        this.dispatchEvent(new ReplayEntryChangeEvent(event.entry));
        return;
      }
      default:
        this.dispatchEvent(new Event(event.type));
    }
  }

  /** Seconds from the start of the recording. Setting it seeks. */
  get currentTime(): number {
    return this.session.playhead.time;
  }

  set currentTime(time: number) {
    this.session.playhead.moveTo(time);
  }

  /** Seconds; `NaN` without a recording. Grows while the file is still being read. */
  get duration(): number {
    return this.session.duration;
  }

  get paused(): boolean {
    return this.session.playback.paused;
  }

  get ended(): boolean {
    return this.session.playback.status.type === 'ended';
  }

  get seeking(): boolean {
    return this.session.playback.status.type === 'seeking';
  }

  /** As `HTMLMediaElement.readyState`: 0 nothing, 1 metadata, 2 a frame, 3 more than that, 4 everything read. */
  get readyState(): number {
    return this.session.readyState;
  }

  /** As `HTMLMediaElement.networkState`: 0 empty, 1 idle, 2 loading, 3 no source that could be played. */
  get networkState(): number {
    return this.session.loading.networkState;
  }

  /** What has been read. Seconds. */
  get buffered(): TimeRanges {
    return this.session.buffered;
  }

  /** Where a seek can go. Seconds. */
  get seekable(): TimeRanges {
    return this.buffered;
  }

  /** What has been played. Seconds. */
  get played(): TimeRanges {
    return new TimeSpans(this.session.playback.played);
  }

  /** Why there is nothing to play; null otherwise. */
  get error(): ReplayError | null {
    return this.session.loading.error;
  }

  /** What was loaded. Replaced, never edited, while the file is still being read. */
  get recording(): RecordingInfo | null {
    return this.session.recording;
  }

  /**
   * What the pages shown so far did not load, by kind and origin; each address counts once. Empty when they may load
   * everything.
   */
  get blockedAssets(): readonly BlockedAsset[] {
    return this.session.blockedAssets;
  }

  /** The recordings of the source: one, or those of a playlist. Replaced as they are read. */
  get recordings(): readonly RecordingInfo[] {
    return this.session.recordings;
  }

  /**
   * Which of `recordings` is in the player. Setting it shows another one, with the events of a load; before a source is
   * read, it sets which one is shown first. Then one that turns out not to be there counts as 0.
   *
   * @throws RangeError when there is no such recording
   */
  get recordingIndex(): number {
    return this.session.loading.playlist.index;
  }

  set recordingIndex(index: number) {
    this.session.select(index);
  }

  /**
   * The text tracks, shaped like those of a media element: of `<track>` children, of `addTextTrack()`, and of the
   * recording itself.
   */
  get textTracks(): ReplayTextTrackList {
    return this.tracks.list;
  }

  /** The chapters in force. Setting them puts them in place of those that were set before; end and all are seconds. */
  get chapters(): readonly Chapter[] {
    return this.tracks.chapters;
  }

  /** @throws TypeError for what is no chapter */
  set chapters(chapters: readonly ChapterInit[]) {
    this.tracks.setChapters(chapters);
  }

  /** The last source given to `load()`. Setting it loads it; null empties the player. */
  get source(): ReplaySource | null {
    return this.session.loading.source;
  }

  set source(source: ReplaySource | null) {
    this.session.offer(source);
  }

  /**
   * Loads a recording in place of the one before. Resolves when all of it is read and its first frame is on screen;
   * playback can begin much earlier, at `canplay`. An element that is in no document yet has no frame: then it resolves
   * when all is read, and the frame comes once the element is in one.
   *
   * @param source anything that holds a recording; the last source when it is not given
   * @param options.limits how large it may be, in place of the element's own `limits`
   * @throws ReplayError; its `code` is `aborted` when the signal or a newer `load()` stopped it
   */
  load(
    source = this.source,
    options: { signal?: AbortSignal; limits?: Partial<RecordingLimits> } = {},
  ): Promise<RecordingInfo> {
    return this.session.load(source, options);
  }

  /** Adds a text track, as on media elements: `hidden`, and without cues. */
  addTextTrack(kind: ReplayTrackKind, label = '', language = ''): ReplayTextTrack {
    return this.tracks.add({ kind, label, language, id: '' });
  }

  /** Hides the captions that are shown, or shows those that were shown last. */
  toggleCaptions(): void {
    this.tracks.toggleCaptions();
  }

  /** Starts or resumes playback. Resolves when the clock runs; rejects when something stops it before, as on `<video>`. */
  play(): Promise<void> {
    return this.session.play();
  }

  pause(): void {
    this.session.playback.pause();
  }

  /** Seeks, as setting `currentTime` does: seeks here are exact and fast alike. */
  fastSeek(time: number): void {
    this.currentTime = time;
  }
}
