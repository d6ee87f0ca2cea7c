import { latestAt, type MaskingRules, type RecordingOutline } from '../core/recording.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import type { ReplayCoreOptions } from '../rrweb-view/replay-core.ts';
import type { IdleMode, TimeSpan } from './playback-state.ts';
import { nextPaint } from '../rrweb-view/next-paint.ts';
import type { Stage } from '../rrweb-view/stage.ts';
import type { Position } from '../rrweb-view/position.ts';
import { Timeline } from './timeline.ts';
import { addSpan } from './time-spans.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';

/** Events of a media element that playback brings about. */
export type PlaybackEventType =
  | 'loadeddata'
  | 'canplay'
  | 'play'
  | 'playing'
  | 'pause'
  | 'waiting'
  | 'timeupdate'
  | 'seeking'
  | 'seeked'
  | 'ratechange'
  | 'ended';

export interface PlaybackListener {
  /** Something that the interface shows has changed. */
  changed(): void;
  emit(type: PlaybackEventType): void;
  /** No page of the recording can be built. */
  failed(error: unknown): void;
}

export interface PlaybackOptions {
  loop: boolean;
  idle: IdleMode;
  windowChoice: string;
  playbackRate: number;
}

/** Playing reads so far ahead of the playhead, in real time. */
const READ_AHEAD_MS = 10_000;
/** The page of a window that is about to come on screen is built so long before, in real time. */
const PREPARE_MS = 1500;
/** `timeupdate` comes at most so often, as on media elements. */
const TIMEUPDATE_MS = 100;
/** The core's own timer may stray so far from the clock before it is set right. */
const DRIFT_MS = 150;

/**
 * Plays a recording: the one clock of the session, and what has to happen as it advances. Times are Unix
 * milliseconds. The clock runs only while the page of its moment is on screen; everything asynchronous goes
 * through `#sync`, of which one runs at a time, always towards the newest position.
 */
export class Playback {
  readonly #stage: Stage;
  readonly #listener: PlaybackListener;
  readonly #coreOptions: () => ReplayCoreOptions;
  #options: PlaybackOptions = { loop: false, idle: 'skip', windowChoice: 'auto', playbackRate: 1 };
  #outline: RecordingOutline | null = null;
  #recording: OpenRecording | null = null;
  #timeline: Timeline | null = null;
  #position = 0;
  /** Where the recording begins to play, as far as is known; NaN before anything is. */
  #begin = NaN;
  #paused = true;
  #ended = false;
  #seeking = false;
  #waiting = false;
  #notice: string | null = null;
  #played: TimeSpan[] = [];
  #syncing = false;
  #syncAgain = false;
  #frame = 0;
  #tickedAt = 0;
  #toldAt = 0;
  #started = false;

  constructor(stage: Stage, listener: PlaybackListener, coreOptions: () => ReplayCoreOptions) {
    this.#stage = stage;
    this.#listener = listener;
    this.#coreOptions = coreOptions;
  }

  get timeline(): Timeline | null {
    return this.#timeline;
  }

  get position(): number {
    return this.#position;
  }

  get paused(): boolean {
    return this.#paused;
  }

  get ended(): boolean {
    return this.#ended;
  }

  get seeking(): boolean {
    return this.#seeking;
  }

  get waiting(): boolean {
    return this.#waiting;
  }

  /** A frame has been on screen. */
  get started(): boolean {
    return this.#started;
  }

  get notice(): string | null {
    return this.#notice;
  }

  /** Seconds from the start of the recording. */
  get played(): readonly TimeSpan[] {
    return this.#played;
  }

  /** Masking rules in force on screen. */
  get maskingRules(): MaskingRules | null {
    const windowId = this.#stage.replay?.windowId;
    if (windowId === undefined || !this.#outline) return null;
    return latestAt(this.#outline.maskingRules, windowId, this.#position) ?? null;
  }

  /** Takes over what is known of the recording; the first time, goes to `startAt`. */
  setOutline(outline: RecordingOutline, recording: OpenRecording, startAt: number): void {
    this.#outline = outline;
    this.#recording = recording;
    this.#timeline = new Timeline(outline, this.#options.windowChoice);
    const begin = Math.max(startAt, outline.startAt);
    const isElsewhere = !this.#started && begin !== this.#begin;
    if (isElsewhere) this.#position = this.#begin = begin;
    // A frame that is on its way is not called off by news of later ones.
    const lacksFrame = (!this.#started || this.#seeking) && !this.#syncing;
    if (isElsewhere || this.#waiting || lacksFrame) this.#sync();
  }

  configure(options: Partial<PlaybackOptions>): void {
    const before = this.#options;
    this.#options = { ...before, ...options };
    if (this.#options.playbackRate !== before.playbackRate) {
      const replay = this.#stage.replay;
      if (replay) replay.core.playbackRate = this.#options.playbackRate;
      this.#listener.emit('ratechange');
    }
    if (this.#options.windowChoice !== before.windowChoice && this.#outline) {
      this.#timeline = new Timeline(this.#outline, this.#options.windowChoice);
      this.#sync();
    }
  }

  play(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#listener.emit('play');
    if (this.#ended) this.seek(this.#timeline?.startAt ?? 0);
    else this.#sync();
    this.#listener.changed();
  }

  pause(): void {
    if (this.#paused) return;
    this.#halt();
    this.#waiting = false;
    this.#paused = true;
    this.#listener.emit('timeupdate');
    this.#listener.emit('pause');
    this.#listener.changed();
  }

  seek(timestamp: number): void {
    if (!this.#timeline) return;
    this.#halt();
    this.#ended = false;
    this.#notice = null;
    this.#position = this.#timeline.clamp(timestamp);
    this.#seeking = true;
    this.#listener.emit('seeking');
    this.#listener.changed();
    this.#sync();
  }

  /** Builds the page anew that is on screen, or on its way there, because what it may load or show has changed. */
  rebuild(): void {
    if (!this.#outline) return;
    this.#halt();
    this.#stage.clear();
    this.#sync();
  }

  /** Forgets the recording; options stay. */
  reset(): void {
    this.#halt();
    this.#stage.clear();
    this.#outline = null;
    this.#recording = null;
    this.#timeline = null;
    this.#position = 0;
    this.#begin = NaN;
    this.#paused = true;
    this.#ended = false;
    this.#seeking = false;
    this.#waiting = false;
    this.#started = false;
    this.#notice = null;
    this.#played = [];
  }

  /** Stops the clock where it is; the core's own may be a little ahead, and pages only go forward. */
  #halt(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const replay = this.#stage.replay;
    if (!replay?.core.playing) return;
    replay.pause();
    const latest = Math.min(replay.shownAt, this.#timeline?.endAt ?? Infinity);
    this.#position = Math.max(this.#position, latest);
  }

  /** Brings the frame of the position on screen and, unless paused, starts the clock from there. */
  #sync(): void {
    this.#halt();
    this.#syncAgain = true;
    if (!this.#syncing) void this.#runSync();
  }

  async #runSync(): Promise<void> {
    this.#syncing = true;
    // Outlines come anew while a recording is read.
    const recording = this.#recording;
    try {
      while (this.#syncAgain) {
        this.#syncAgain = false;
        await this.#showPosition();
      }
    } catch (error) {
      // A recording that was taken off the stage in the meantime has nothing to report.
      if (this.#recording === recording && !isAbort(error)) this.#listener.failed(error);
    } finally {
      this.#syncing = false;
      if (this.#syncAgain) void this.#runSync();
    }
  }

  async #showPosition(): Promise<void> {
    const { recording, timeline } = { recording: this.#recording, timeline: this.#timeline };
    if (!recording || !timeline) return;
    const position = timeline.positionAt(timeline.complete ? timeline.clamp(this.#position) : this.#position);
    if (!position && timeline.complete) throw new Error('No page can be built at this position');
    // Of the last moment that was read so far more events may be on their way.
    if (!position || (!timeline.complete && position.timestamp >= timeline.endAt)) {
      this.#wait();
      return;
    }
    this.#moveTo(position, timeline);
    const isStale = () => this.#syncAgain || this.#recording !== recording;
    const replay = await this.#stage.show(position, recording, this.#coreOptions(), isStale);
    if (!this.#paused) await replay.readTo(Math.min(this.#position + this.#readAhead, timeline.endAt));
    if (isStale()) return;
    replay.core.playbackRate = this.#options.playbackRate;
    this.#arrived();
    if (!this.#paused) this.#run(replay);
  }

  /** Jumps to the frame that can be shown, if that is noticeably later than the one asked for, and says so. */
  #moveTo(position: Position, timeline: Timeline): void {
    if (!timeline.isJump(this.#position, position)) return;
    const seconds = Math.round((position.timestamp - this.#position) / 1000);
    this.#notice = `${seconds} s without a recorded page were passed over.`;
    this.#position = position.timestamp;
  }

  #arrived(): void {
    const isFirst = !this.#started;
    this.#started = true;
    if (isFirst) {
      this.#listener.emit('loadeddata');
      this.#listener.emit('canplay');
    }
    if (this.#seeking) {
      this.#seeking = false;
      this.#listener.emit('timeupdate');
      this.#listener.emit('seeked');
    }
    this.#listener.changed();
  }

  #run(replay: WindowReplay): void {
    this.#waiting = false;
    this.#listener.emit('playing');
    this.#listener.changed();
    if (this.#timeline?.complete && this.#position >= this.#timeline.endAt) {
      this.#finish();
      return;
    }
    if (replay.keyframe.timestamp <= this.#position) replay.core.play(this.#position);
    this.#tickedAt = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  readonly #tick = (): void => {
    const replay = this.#stage.replay;
    const timeline = this.#timeline;
    const recording = this.#recording;
    if (!replay || !timeline || !recording) return;
    const now = performance.now();
    const before = this.#position;
    this.#position = before + (now - this.#tickedAt) * this.#options.playbackRate;
    this.#tickedAt = now;
    this.#notePlayed(before, timeline);

    if (this.#position >= timeline.endAt) {
      this.#position = timeline.endAt;
      if (timeline.complete) this.#finish();
      else this.#wait();
      return;
    }
    const jump = timeline.idleJump(this.#position, this.#options.idle);
    if (jump !== null) {
      this.#position = jump;
      this.#tell(now, true);
      this.#sync();
      return;
    }
    const windowId = timeline.positionAt(this.#position)?.windowId ?? replay.windowId;
    if (windowId !== replay.windowId || replay.endAt <= this.#position) {
      const next = this.#stage.take(windowId, this.#position);
      if (next) this.#run(next);
      else this.#sync();
      return;
    }
    if (replay.until <= this.#position) {
      this.#wait();
      this.#sync();
      return;
    }
    this.#keepInStep(replay);
    this.#lookAhead(replay, timeline, recording);
    this.#tell(now, false);
    this.#frame = requestAnimationFrame(this.#tick);
  };

  get #readAhead(): number {
    return READ_AHEAD_MS * Math.max(1, this.#options.playbackRate);
  }

  /** The core has a timer of its own; a long task or a late page can set the two apart. Pages only go forward. */
  #keepInStep(replay: WindowReplay): void {
    const lag = this.#position - replay.core.time;
    const limit = DRIFT_MS * Math.max(1, this.#options.playbackRate);
    const isDue = replay.keyframe.timestamp <= this.#position;
    if (isDue && (!replay.core.playing || lag > limit)) replay.core.play(this.#position);
    else if (isDue && lag < -limit) this.#position = replay.core.time;
  }

  #lookAhead(replay: WindowReplay, timeline: Timeline, recording: OpenRecording): void {
    if (replay.until < this.#position + this.#readAhead / 2) {
      void replay.readTo(Math.min(this.#position + this.#readAhead, timeline.endAt));
    }
    const change = Math.min(
      timeline.nextWindowChange(this.#position, replay.windowId) ?? Infinity,
      replay.endAt,
    );
    if (change - this.#position > PREPARE_MS * Math.max(1, this.#options.playbackRate)) return;
    const next = timeline.positionAt(change);
    if (next?.timestamp !== change) return;
    // A page that cannot be built will say so when its time has come.
    this.#stage
      .prepare(next, change + this.#readAhead, recording, this.#coreOptions())
      .catch(() => undefined);
  }

  #notePlayed(before: number, timeline: Timeline): void {
    const seconds = (timestamp: number) => (Math.min(timestamp, timeline.endAt) - timeline.startAt) / 1000;
    this.#played = addSpan(this.#played, { start: seconds(before), end: seconds(this.#position) });
  }

  #tell(now: number, urgent: boolean): void {
    if (!urgent && now - this.#toldAt < TIMEUPDATE_MS) return;
    this.#toldAt = now;
    this.#listener.emit('timeupdate');
    this.#listener.changed();
  }

  /** The moment to show has not been read yet. */
  #wait(): void {
    this.#halt();
    if (this.#waiting || this.#paused) return;
    this.#waiting = true;
    this.#listener.emit('waiting');
    this.#listener.changed();
  }

  #finish(): void {
    this.#halt();
    this.#listener.emit('timeupdate');
    if (this.#options.loop) {
      this.seek(this.#timeline?.startAt ?? 0);
      return;
    }
    void this.#showEnd();
  }

  /** The last event's frame is on screen before the end is told. */
  async #showEnd(): Promise<void> {
    this.#stage.replay?.core.show(this.#position);
    await nextPaint();
    if (this.#paused || this.#seeking) return;
    this.#ended = true;
    this.#paused = true;
    this.#listener.emit('pause');
    this.#listener.emit('ended');
    this.#listener.changed();
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
