import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingCopy } from './core/copy/copy-recording.ts';
import type { EntryFilter, EntryQuery, ReplayEntry } from './core/entries/entry.ts';
import type { EntryMoment, EntryPage } from './core/entries/entry-query.ts';
import type { EntryExportQuery } from './core/entries/export/entries-file.ts';
import type { RecordingLimits } from './core/limits.ts';
import type { TextSpan } from './core/page-text/text-spans.ts';
import type { BlockedAsset, RecordingInfo } from './core/recording.ts';
import type { ReplayError } from './core/replay-error.ts';
import type { LeakPattern, LeakReport } from './core/scan/leak.ts';
import type { ReplaySource } from './core/source/replay-source.ts';
import type { TranscriptOptions } from './core/transcript/transcript.ts';
import { ReplayEntryChangeEvent, ReplayWarningEvent, ReplayWindowChangeEvent } from './events.ts';
import { idleConverter } from './idle-converter.ts';
import { localeOf } from './locale/locale-of.ts';
import type { RemoteAssets } from './rrweb-view/frame-policy.ts';
import type { WindowReplay } from './rrweb-view/window-replay.ts';
import type { ExportOptions, RedactRequest } from './session/recording-actions.ts';
import { ReplaySession } from './session/replay-session.ts';
import type { ReplayExtensions, SessionEvent } from './session/session-host.ts';
import type { IdleMode } from './session/session-state.ts';
import { TimeSpans } from './session/time-spans.ts';
import type { JobOptions } from './worker/recording-reader.ts';

/**
 * The part of `<portable-replay>` that is like a media element: a session, its options as attributes and properties,
 * and its events. It has no interface; whoever extends it renders one around `session.stage.element`.
 */
export abstract class ReplayMediaElement extends LitElement {
  protected readonly session = new ReplaySession(
    {
      locale: () => localeOf(this),
      replayExtensions: () => this.replayExtensions(),
      settled: () => this.updateComplete,
      changed: () => this.requestUpdate(),
      tell: (event) => this.#tell(event),
      replayChanged: (replay) => this.replayChanged(replay),
    },
    this,
  );

  /** Address of a recording. Setting it loads it; removing it empties the player. */
  @property({ reflect: true, useDefault: true }) src = '';

  /** Starts to play as soon as the first frame is there. */
  @property({ type: Boolean, reflect: true, useDefault: true }) autoplay = false;

  /** Starts again at the end. */
  @property({ type: Boolean, reflect: true, useDefault: true }) loop = false;

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

  /** Your own rules for the leak scan, in addition to those of the player. */
  @property({ attribute: false }) leakRules: readonly LeakPattern[] = [];

  /** How large a recording may be; limits that are not given have their defaults. */
  @property({ attribute: false }) limits: Partial<RecordingLimits> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is back before the microtask; its frames have to be built anew either way.
    queueMicrotask(() => {
      if (this.isConnected) this.session.playback.rebuild();
      else this.session.suspend();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!(this.playbackRate > 0)) this.playbackRate = changed.get('playbackRate') ?? 1;
    this.session.apply();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // As media elements do, once the page has come to rest: a load is told by events, which may change the page.
    if (changed.has('src')) queueMicrotask(() => this.#handleSrc(changed.get('src') ?? ''));
  }

  /** What the interface adds to every replayed page. */
  protected abstract replayExtensions(): ReplayExtensions;

  /** Called when another replayed page has come on screen, or none is left. */
  protected abstract replayChanged(replay: WindowReplay | null): void;

  #handleSrc(before: string): void {
    if (this.src) this.load(this.src).catch(reportedByEvent);
    else if (before) this.session.loading.clear();
  }

  #tell(event: SessionEvent): void {
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

  /** Which of `recordings` is in the player. Setting it shows another one, with the events of a load. */
  get recordingIndex(): number {
    return this.session.loading.playlist.index;
  }

  set recordingIndex(index: number) {
    this.session.select(index);
  }

  /** The last source given to `load()`. Setting it loads it; null empties the player. */
  get source(): ReplaySource | null {
    return this.session.loading.source;
  }

  set source(source: ReplaySource | null) {
    if (source === null) this.session.loading.clear();
    else this.load(source).catch(reportedByEvent);
  }

  /**
   * Loads a recording in place of the one before. Resolves when all of it is read and its first frame is on screen;
   * playback can begin much earlier, at `canplay`.
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

  /**
   * Makes a repaired copy of the recording: an export that PostHog can import, or a web page that plays it. Events are
   * inflated and in order, and each page has its size; what needs no repair does not change.
   *
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when the signal stops it,
   *   `NotSupportedError` for a web page when the player comes from the library
   * @throws TypeError for an unknown format
   */
  exportRecording(options: ExportOptions): Promise<Blob> {
    return this.session.actions.export(options);
  }

  /**
   * Makes a copy of the recording without what the rules name, and counts what it removed. What is removed occurs
   * nowhere in the copy; texts keep their shape.
   *
   * @throws as `exportRecording`, and TypeError for invalid rules
   */
  redact(request: RedactRequest, options: Partial<ExportOptions> = {}): Promise<RecordingCopy> {
    return this.session.actions.redact(request, options);
  }

  /**
   * Searches the recording for what should not have been recorded: addresses, numbers, keys and the like, anywhere in
   * it. The report does not contain the values.
   *
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when the signal stops it
   * @throws TypeError for invalid `leakRules`
   */
  scanForLeaks(options: JobOptions = {}): Promise<readonly LeakReport[]> {
    return this.session.actions.scan(this.leakRules, options);
  }

  /**
   * What happened in the session, by time: pages, clicks, inputs, lines of the console, requests, errors and more. The
   * list is made when it is first asked for, once the whole recording is read.
   *
   * @param query which entries are wanted, all of them by default, and which part of their list: 100 by default, `next`
   *   of an answer as `after` goes on
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when the signal stops it
   * @throws TypeError for an invalid `limit`, `offset` or `after`
   */
  entries(query: EntryQuery = {}, options: JobOptions = {}): Promise<EntryPage<ReplayEntry>> {
    return this.session.actions.entries(query, options);
  }

  /**
   * The last entry at or before a moment, and its place in the list: for what follows playback.
   *
   * @param time seconds from the start of the recording
   * @param filter which entries are wanted, all of them by default
   * @throws as `entries`
   */
  entryAt(
    time: number,
    filter: EntryFilter = {},
    options: JobOptions = {},
  ): Promise<EntryMoment<ReplayEntry>> {
    return this.session.actions.entryAt(time, filter, options);
  }

  /**
   * Writes what happened into a file: JSON, NDJSON, CSV, text, Markdown, WebVTT, or the requests as an HTTP Archive 1.2.
   * Texts are whole, however long they are, and stay text in each format.
   *
   * @param query as of `entries`, without a limit by default, and the `format`
   * @throws as `entries`, and TypeError for an unknown format
   */
  exportEntries(query: EntryExportQuery, options: JobOptions = {}): Promise<Blob> {
    return this.session.actions.exportEntries(query, options);
  }

  /**
   * Every stretch in which a text was on the page of a window, by its start; those of one window do not touch. In either
   * case, and across line breaks; text that is only out of view or hidden by a style sheet counts, what users typed does
   * not. The first answer takes a pass over the recording; those after it come at once.
   *
   * @returns `start` and `end` in seconds from the start of the recording
   * @throws as `entries`
   */
  search(text: string, options: JobOptions = {}): Promise<readonly TextSpan[]> {
    return this.session.actions.search(text, options);
  }

  /**
   * The session in words: a line for each thing that happened, with its time.
   *
   * - `format`: `text` (default), `markdown`, `vtt` or `json`
   * - `detail`: `brief` tells what users did and what went wrong, `normal` (default) also what the page did, `full`
   *   everything
   * - `seen`: also what was on the page at each page, click and error, and at the end, as an accessibility outline in the
   *   YAML of Playwright's aria snapshots, and from then on what changed. Not in `vtt`. What was in view would need a
   *   layout and is not considered; what users typed and what is masked is not in it.
   *
   * @throws as `entries`, and TypeError for a format or a detail that is none
   */
  transcript(options: TranscriptOptions = {}, job: JobOptions = {}): Promise<string> {
    return this.session.actions.transcript(options, job);
  }

  /** Asks what happened at the playhead only once somebody wants to be told. */
  override addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
    if (type === 'entrychange') this.session.followEntries();
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

/** For calls whose failure the page learns from an event. */
const reportedByEvent = (): void => undefined;
