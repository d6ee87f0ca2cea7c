import type { RecordingLimits } from '../core/limits.ts';
import {
  type BlockedAsset,
  latestAt,
  type MaskingRules,
  type RecordingInfo,
  type RecordingOutline,
} from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { WarningNote } from '../core/warnings.ts';
import { describeError, describeRecording, describeWarning } from '../locale/describe.ts';
import type { ReplaySource } from '../core/source/replay-source.ts';
import { Stage } from '../rrweb-view/stage.ts';
import type { ReplayCoreOptions } from '../rrweb-view/replay-core.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import { AssetConsent } from './asset-consent.ts';
import { CostConsent } from './cost-consent.ts';
import { EntryFollower } from '../core/entries/entry-follower.ts';
import { credentialsOf } from './cross-origin.ts';
import { EventWaits } from './event-waits.ts';
import { LoadSession } from './load-session.ts';
import type { PlaybackEventType } from './playback-listener.ts';
import { PageLayouts } from './page-layouts.ts';
import { PagePreview, REST_MS } from './page-preview.ts';
import { Playback } from './playback.ts';
import { Playhead } from './playhead.ts';
import { RecordingActions } from './recording-actions.ts';
import { Preload } from './preload.ts';
import type { MediaEventType, SessionHost } from './session-host.ts';
import type { SessionNotice } from './session-state.ts';
import { SkippedTime } from './skipped-time.ts';
import { limitsOf, type SessionOptions } from './session-options.ts';
import { TimeSpans } from './time-spans.ts';
import { WarningTeller } from './warning-teller.ts';
import type { PlayedRecording } from './window-follower.ts';

/**
 * What a media element is, without the element: what it plays, where it is, and the events that tell of it. Whoever
 * makes one puts `stage.element` into the document.
 */
export class ReplaySession {
  readonly options: SessionOptions;
  readonly stage = new Stage((replay) => this.#handleStageChange(replay));
  readonly consent: AssetConsent;
  readonly costConsent = new CostConsent(() => {
    this.rebuild();
    this.#host.changed();
  });
  readonly playback: Playback;
  readonly playhead: Playhead;
  readonly preload: Preload;
  /** Of the moment that is pointed at on the timeline. */
  readonly preview: PagePreview;
  /** Shown in place of the first frame. */
  readonly poster: PagePreview;
  readonly skipped: SkippedTime;
  readonly loading: LoadSession;
  readonly actions: RecordingActions;
  readonly #host: SessionHost;
  readonly #waits = new EventWaits();
  readonly #warnings: WarningTeller;
  readonly #entries: EntryFollower;
  #windowOnScreen: string | null = null;
  /** What the pages on the stage were built with. */
  #cover = '';
  /** Set while the session is suspended, to go on from there. */
  #leftAt: { time: number; playing: boolean } | null = null;

  /** @param options read whenever they matter */
  constructor(host: SessionHost, options: SessionOptions) {
    this.#host = host;
    this.options = options;
    this.preload = new Preload(options, () => host.isNear());
    this.consent = new AssetConsent(
      () => options.remoteAssets,
      () => {
        this.rebuild();
        host.changed();
      },
    );
    this.#warnings = new WarningTeller((note) => {
      host.tell({ type: 'warning', warning: describeWarning(host.locale(), note) });
      host.changed();
    });
    this.skipped = new SkippedTime(() => host.changed());
    this.playback = new Playback(
      this.stage,
      {
        changed: () => host.changed(),
        emit: (type) => this.#handlePlaybackEvent(type),
        skipped: (seconds) => this.skipped.tell(seconds),
        failed: (cause) => this.#handleFailure(cause),
      },
      () => this.#coreOptions(() => this.#warnings.add('unreplayable')),
    );
    this.preview = this.#makePreview(REST_MS);
    this.poster = this.#makePreview(0);
    this.playhead = new Playhead(this.playback);
    this.loading = new LoadSession({
      emit: (type) => this.#emit(type),
      changed: () => host.changed(),
      outlined: (before) => this.#handleOutline(before),
      leaving: () => this.#leaveRecording(),
      failing: () => {
        this.#clearPages();
      },
      canShow: () => this.stage.element.isConnected,
      isInView: () => host.isInView(),
      inWords: (error) => describeError(host.locale(), error),
    });
    this.actions = new RecordingActions({
      loading: this.loading,
      waits: this.#waits,
      locale: () => host.locale(),
      cover: () => this.coverSelectors,
      limits: () => limitsOf(options),
      changed: () => host.changed(),
      layouts: new PageLayouts({
        coreOptions: () => this.#coreOptions(() => undefined),
        shelter: (stage) => host.shelter(stage),
      }),
    });
    this.#entries = new EntryFollower(
      (time) => this.actions.entryAt(time, {}, {}),
      (entry) => host.tell({ type: 'entrychange', entry }),
    );
  }

  /** Some of the options are others now. */
  apply(): void {
    const { loop, loopRange, idle, windowId: windowChoice, playbackRate, cover } = this.options;
    const pauseTimes = this.#host.pauseTimes();
    this.playback.configure({ loop, loopRange, idle, windowChoice, playbackRate, pauseTimes });
    this.consent.apply();
    if (cover === this.#cover) return;
    this.#cover = cover;
    this.rebuild();
  }

  /** Builds the pages that are shown anew: what they may load or show has changed, or their frames are gone. */
  rebuild(): void {
    this.#clearPreviews();
    this.playback.rebuild();
  }

  /** Nobody sees the stage: lets go of its pages unless they play. */
  rest(): void {
    this.#clearPreviews();
    this.playback.rest();
  }

  /** Lets go of everything, to go on from there later. */
  suspend(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    this.loading.closeNextReader();
    if (this.loading.networkState === 0 || this.loading.isOffered) return;
    const left = { time: this.playhead.time, playing: !this.playback.paused };
    this.loading.empty();
    this.#leftAt = left;
  }

  /** The stage is in the document: goes on from where it was suspended, or shows what was loaded meanwhile. */
  resume(): void {
    const left = this.#leftAt;
    this.#leftAt = null;
    document.addEventListener('visibilitychange', this.#handleVisibility);
    this.#handleVisibility();
    this.playback.appear();
    if (this.preload.isDue) this.loading.openNextReader();
    if (!left || this.loading.source === null) return;
    this.load(this.loading.source).catch(reportedByEvent);
    this.playhead.moveTo(left.time);
    if (left.playing) this.play().catch(reportedByEvent);
  }

  /** Takes a source that is read when `Preload` says so, and at the latest when it is played. Null empties the session. */
  offer(source: ReplaySource | null): void {
    if (source === null) {
      this.loading.clear();
      return;
    }
    this.#leftAt = null;
    this.loading.offer(source);
    void this.#host.settled().then(() => this.loadWhenDue());
  }

  /** Reads the source that is on offer, if it is time. */
  loadWhenDue(): void {
    const { isOffered, source } = this.loading;
    if (isOffered && this.preload.isDue) this.load(source).catch(reportedByEvent);
  }

  /** @throws ReplayError */
  async load(
    source: ReplaySource | null,
    { signal, limits }: { signal?: AbortSignal; limits?: Partial<RecordingLimits> } = {},
  ): Promise<RecordingInfo> {
    const terms = async () => {
      await this.#host.settled();
      const all = { ...limitsOf(this.options), ...limits };
      this.costConsent.limit = all.pageCost;
      this.playback.prepareFrame();
      const credentials = credentialsOf(this.options.crossOrigin);
      return { limits: all, credentials, preparesPages: this.preload.worksAhead };
    };
    this.#leftAt = null;
    this.stage.preload();
    await this.loading.load(source, terms, signal);
    if (this.recording) return this.recording;
    throw describeError(this.#host.locale(), ReplayError.of({ code: 'aborted', reason: 'closed' }));
  }

  /** Resolves when the clock runs; rejects when something stops it before. */
  play(): Promise<void> {
    if (this.loading.isOffered) this.load(this.loading.source).catch(reportedByEvent);
    if (this.loading.networkState === 0 || this.loading.error) {
      return Promise.reject(new DOMException('There is no recording to play', 'NotSupportedError'));
    }
    if (!this.playback.paused && !this.playback.waiting && this.playback.started) return Promise.resolve();
    const playing = this.#waits.until('playing', ['pause', 'emptied', 'error']);
    this.playback.play();
    return playing;
  }

  get duration(): number {
    return this.loading.outline?.info.duration ?? NaN;
  }

  get readyState(): number {
    if (!this.loading.outline) return 0;
    if (!this.playback.started) return 1;
    if (this.loading.outline.complete) return 4;
    return this.playback.waiting ? 2 : 3;
  }

  get buffered(): TimeRanges {
    return new TimeSpans(this.loading.outline ? [{ start: 0, end: this.loading.outline.info.duration }] : []);
  }

  get recording(): RecordingInfo | null {
    const info = this.loading.outline?.info;
    return info ? describeRecording(this.#host.locale(), info, this.#warnings.found) : null;
  }

  get recordings(): readonly RecordingInfo[] {
    const { entries, current } = this.loading.playlist;
    const words = this.#host.locale();
    return entries.map((entry) =>
      describeRecording(words, entry.outline.info, entry === current ? this.#warnings.found : undefined),
    );
  }

  /** Takes another recording of the source into the player, as a load does. @throws RangeError when there is none */
  select(index: number): void {
    if (index === this.loading.playlist.index) return;
    const wasPlaying = !this.playback.paused;
    this.loading.select(index);
    if (wasPlaying) this.play().catch(reportedByEvent);
  }

  get blockedAssets(): readonly BlockedAsset[] {
    return this.consent.policy === 'allow' ? [] : (this.loading.playlist.current?.recording.blocked ?? []);
  }

  /** Lists of selectors of what is hidden besides; none as a rule. */
  get coverSelectors(): readonly string[] {
    return this.options.cover.trim() === '' ? [] : [this.options.cover];
  }

  /** Adds to the warnings about the recording in the player what was found beside it. */
  warn(note: WarningNote): void {
    this.#warnings.addNote(note);
  }

  /** Tells which selectors of `cover` match nothing in the whole recording. */
  warnUnmatched(selectors: readonly string[]): void {
    this.#warnings.setUnmatched(selectors);
  }

  /** Tells from now on which entry is at the playhead, whenever that is another. */
  followEntries(): void {
    this.#entries.begin();
    this.#moveEntries();
  }

  #moveEntries(): void {
    const { current } = this.loading.playlist;
    this.#entries.move(current?.outline.complete ? current.recording : null, this.playhead.time);
  }

  get windowOnScreen(): string | null {
    return this.#windowOnScreen;
  }

  /** Masking rules in force on screen. */
  get maskingRules(): MaskingRules | null {
    return this.maskingRulesAt(this.stage.replay?.windowId, this.playback.position);
  }

  /** Masking rules in force in a window at a moment, in Unix milliseconds. */
  maskingRulesAt(windowId: string | undefined, timestamp: number): MaskingRules | null {
    const { outline } = this.loading;
    if (windowId === undefined || !outline) return null;
    return latestAt(outline.maskingRules, windowId, timestamp) ?? null;
  }

  get notice(): SessionNotice | null {
    const { stylesRefused } = this.#warnings;
    if (stylesRefused)
      return { type: 'warning', warning: describeWarning(this.#host.locale(), stylesRefused) };
    const seconds = this.playback.passedOver;
    return seconds === null ? null : { type: 'passed-over', seconds };
  }

  #makePreview(restMs: number): PagePreview {
    const host = this.#host;
    return new PagePreview(
      {
        media: () => this.#media,
        isDevice: () => this.recording?.platform === 'mobile',
        // What is left out of a page is told when that is on the stage.
        coreOptions: () => this.#coreOptions(() => undefined),
        changed: () => host.changed(),
        settled: () => host.settled(),
      },
      restMs,
    );
  }

  #clearPreviews(): void {
    this.preview.clear();
    this.poster.clear();
  }

  #clearPages(): void {
    this.#clearPreviews();
    this.playback.reset();
    this.#windowOnScreen = null;
  }

  get #media(): PlayedRecording | null {
    const { timeline } = this.playback;
    const recording = this.loading.playlist.current?.recording;
    return timeline && recording ? { recording, timeline } : null;
  }

  #coreOptions(onDropped: () => void): ReplayCoreOptions {
    return {
      remoteAssets: this.consent.policy,
      pageCost: this.costConsent.pageCost,
      cover: this.coverSelectors,
      onDropped,
      ...this.#host.replayExtensions(),
    };
  }

  readonly #handleVisibility = (): void => this.#followPreload('visibilitychange');

  #followPreload(type: MediaEventType | 'visibilitychange'): void {
    const didWork = this.preload.worksAhead;
    this.preload.follow(type);
    if (!this.preload.worksAhead || didWork) return;
    this.loading.preparePages();
    this.#host.changed();
  }

  #emit(type: MediaEventType): void {
    this.#followPreload(type);
    this.#host.tell({ type });
    this.#waits.tell(type);
    this.#moveEntries();
  }

  #handlePlaybackEvent(type: PlaybackEventType): void {
    if (type === 'loadeddata') this.playhead.settle();
    if (type === 'seeking') this.skipped.clear();
    this.#emit(type);
    if (type !== 'canplay') return;
    this.loading.handleFirstFrame();
    // Of a recording that was chosen from the playlist everything may be there already; a load tells by itself.
    if (this.loading.outline?.complete && this.loading.progress === null) this.#emit('canplaythrough');
    if (this.options.autoplay && this.playback.paused) this.play().catch(reportedByEvent);
  }

  #handleOutline(before: RecordingOutline | null): void {
    const entry = this.loading.playlist.current;
    if (!entry) return;
    const { outline, recording } = entry;
    if (outline.info.duration !== before?.info.duration) this.#emit('durationchange');
    if (!before) this.#emit('loadedmetadata');
    this.stage.isDevice = outline.info.platform === 'mobile';
    this.#warnings.tell(outline.info.warnings);
    this.playback.setOutline(
      outline,
      recording,
      this.playhead.firstPosition(this.options.startAt, outline.startAt),
    );
  }

  #handleStageChange(replay: WindowReplay | null): void {
    this.#host.replayChanged(replay);
    if (replay && !replay.core.allowsStyles) this.#warnings.add('styles-refused');
    // Pages that are let go of come back: the window is another one only once another page is there.
    if (!replay || replay.windowId === this.#windowOnScreen) return;
    const { windowId } = replay;
    this.#windowOnScreen = windowId;
    const href = this.playback.timeline?.hrefAt(windowId, this.playback.position) ?? '';
    this.#host.tell({ type: 'windowchange', windowId, href });
  }

  #handleFailure(cause: unknown): void {
    if (cause instanceof ReplayError && cause.code === 'unplayable') {
      this.loading.fail(cause);
      return;
    }
    const known = describeError(this.#host.locale(), cause);
    const detail = known instanceof Error ? known.message : String(known);
    this.loading.fail(ReplayError.of({ code: 'unplayable', reason: 'page-not-built', detail }, { cause }));
  }

  #leaveRecording(): void {
    this.#clearPages();
    this.skipped.clear();
    this.playhead.settle();
    this.#warnings.reset();
    this.consent.reset();
    this.costConsent.reset();
  }
}

/** For calls whose failure is told by an event. */
const reportedByEvent = (): void => undefined;
