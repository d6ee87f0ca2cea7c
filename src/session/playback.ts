import type { RecordingOutline } from '../core/recording.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import type { ReplayCoreOptions } from '../rrweb-view/replay-core.ts';
import { DEFAULT_PLAYBACK, type PlaybackListener, type PlaybackOptions } from './playback-listener.ts';
import type { TimeSpan } from './session-state.ts';
import { nextPaint } from '../rrweb-view/next-paint.ts';
import { isCalledOff, type Stage } from '../rrweb-view/stage.ts';
import type { Position } from '../rrweb-view/position.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import { PlaybackClock } from './playback-clock.ts';
import {
  arrived,
  driveOf,
  isPaused,
  NOT_STARTED,
  type PlaybackStatus,
  seekingFrom,
  withDrive,
} from './playback-status.ts';
import { type PlaybackStop, stopBetween } from './playback-stops.ts';
import { SeekLoop } from './seek-loop.ts';
import { PlayedSpans } from './played-spans.ts';
import { TimeUpdates } from './time-updates.ts';
import { Timeline } from './timeline.ts';
import { type PlayedMedia, WindowFollower } from './window-follower.ts';

/**
 * Plays a recording: what has to happen as the clock advances, and the events that tell of it. Times are Unix
 * milliseconds. The clock runs only while the page of its moment is on screen; everything asynchronous goes through
 * the seek loop, always towards the newest position.
 */
export class Playback {
  readonly #stage: Stage;
  readonly #listener: PlaybackListener;
  readonly #coreOptions: () => ReplayCoreOptions;
  readonly #clock = new PlaybackClock((before, now) => this.#tick(before, now));
  readonly #loop = new SeekLoop(() => this.#showNewest());
  readonly #follower: WindowFollower;
  readonly #played = new PlayedSpans();
  #options: PlaybackOptions = DEFAULT_PLAYBACK;
  #status = NOT_STARTED;
  #media: PlayedMedia | null = null;
  /** Where the recording begins to play, as far as is known; NaN before anything is. */
  #begin = NaN;
  #passedOver: number | null = null;
  #pausedAt: number | null = null;
  #isResting = false;
  readonly #timeUpdates = new TimeUpdates();

  constructor(stage: Stage, listener: PlaybackListener, coreOptions: () => ReplayCoreOptions) {
    this.#stage = stage;
    this.#listener = listener;
    this.#coreOptions = coreOptions;
    this.#follower = new WindowFollower(stage, coreOptions);
  }

  get timeline(): Timeline | null {
    return this.#media?.timeline ?? null;
  }

  get position(): number {
    return this.#clock.position;
  }

  get status(): PlaybackStatus {
    return this.#status;
  }

  get paused(): boolean {
    return isPaused(this.#status);
  }

  /** Playing, but the next moment is not there yet. */
  get waiting(): boolean {
    return driveOf(this.#status) === 'waiting';
  }

  /** A frame has been on screen. */
  get started(): boolean {
    return this.#status.type !== 'starting';
  }

  /** Seconds without a recorded page that the last move passed over; null for none. */
  get passedOver(): number | null {
    return this.#passedOver;
  }

  /** The one of its pause times that it paused at; null when something else paused it. Seconds. */
  get pausedAt(): number | null {
    return this.#pausedAt;
  }

  /** Seconds from the start of the recording. */
  get played(): readonly TimeSpan[] {
    return this.#played.spans;
  }

  /** Makes what the first page is built in, while it is being read. */
  prepareFrame(): void {
    if (this.#stage.element.isConnected) this.#stage.prepareFrame(this.#coreOptions());
  }

  /** Takes over what is known of the recording; the first time, goes to `startAt`. */
  setOutline(outline: RecordingOutline, recording: OpenRecording, startAt: number): void {
    this.#media = { outline, recording, timeline: new Timeline(outline, this.#options.windowChoice) };
    const begin = Math.max(startAt, outline.startAt);
    const isElsewhere = !this.started && begin !== this.#begin;
    if (isElsewhere) this.#clock.position = this.#begin = begin;
    // A frame that is on its way is not called off by news of later ones.
    const lacksFrame = 'then' in this.#status && !this.#loop.running;
    const { replay } = this.#stage;
    const isOutdated = replay !== null && this.#outdate(replay);
    if (isElsewhere || this.waiting || lacksFrame || isOutdated) this.#sync();
  }

  configure(options: Partial<PlaybackOptions>): void {
    const before = this.#options;
    this.#options = { ...before, ...options };
    const { playbackRate, windowChoice } = this.#options;
    if (playbackRate !== before.playbackRate) {
      this.#clock.rate = this.#follower.rate = playbackRate;
      const replay = this.#stage.replay;
      if (replay) replay.core.playbackRate = playbackRate;
      this.#listener.emit('ratechange');
    }
    if (windowChoice !== before.windowChoice && this.#media) {
      this.#media = { ...this.#media, timeline: new Timeline(this.#media.outline, windowChoice) };
      this.#sync();
    }
  }

  play(): void {
    if (!this.paused) return;
    const isOver = this.#status.type === 'ended';
    this.#pausedAt = null;
    this.#status = withDrive(this.#status, 'playing');
    this.#listener.emit('play');
    if (isOver) this.seek(this.timeline?.startAt ?? 0);
    else this.#sync();
    this.#listener.changed();
  }

  pause(): void {
    if (this.paused) return;
    this.#halt();
    this.#catchUp();
    this.#status = withDrive(this.#status, 'paused');
    this.#listener.emit('timeupdate');
    this.#listener.emit('pause');
    this.#endIfThere();
    this.#listener.changed();
  }

  /** Only once a frame has been on screen. */
  seek(timestamp: number): void {
    if (!this.#media || !this.started) return;
    this.#halt();
    this.#passedOver = this.#pausedAt = null;
    this.#clock.position = this.#media.timeline.clamp(timestamp);
    this.#status = seekingFrom(this.#status);
    this.#listener.emit('seeking');
    this.#listener.changed();
    this.#sync();
  }

  /** Brings the first frame on screen that had no place so far. */
  appear(): void {
    if ('then' in this.#status) this.#sync();
  }

  /** Lets go of the pages of what stands still, until it moves or comes back. What it is told of does not change. */
  rest(): void {
    if (!this.paused || 'then' in this.#status || !this.#stage.replay) return;
    this.#stage.clear();
    this.#isResting = true;
  }

  comeBack(): void {
    if (this.#isResting) this.#sync();
  }

  /** Builds the page anew that is on screen, or on its way there, because what it may load or show has changed. */
  rebuild(): void {
    if (!this.#media) return;
    this.#halt();
    this.#stage.clear();
    this.#sync();
  }

  /** Forgets the recording; options stay. */
  reset(): void {
    this.#halt();
    this.#stage.clear();
    this.#media = null;
    this.#clock.position = 0;
    this.#begin = NaN;
    this.#isResting = false;
    this.#status = NOT_STARTED;
    this.#passedOver = this.#pausedAt = null;
    this.#played.reset();
  }

  #halt(): void {
    this.#clock.stop(this.#stage.replay, this.timeline?.endAt ?? Infinity);
  }

  /** What is on screen may be a little behind the clock, or past a moment to pause at. */
  #catchUp(): void {
    const { replay } = this.#stage;
    if (this.#status.type !== 'playing' || !replay) return;
    const isPast = replay.shownAt > this.position && this.position < (this.timeline?.endAt ?? Infinity);
    if (replay.until > this.position && !isPast) replay.hold(this.position);
    else this.#sync();
  }

  /** Brings the frame of the position on screen and, unless paused, starts the clock from there. */
  #sync(): void {
    this.#halt();
    this.#isResting = false;
    this.#loop.request();
  }

  async #showNewest(): Promise<void> {
    const recording = this.#media?.recording;
    try {
      await this.#showPosition();
    } catch (error) {
      // A recording that was taken off the stage in the meantime has nothing to report.
      if (this.#media?.recording === recording && !isCalledOff(error)) this.#listener.failed(error);
    }
  }

  async #showPosition(): Promise<void> {
    if (!this.#media || !this.#stage.element.isConnected) return;
    const { recording, timeline } = this.#media;
    // Where to begin may have been asked for beyond the end.
    if (timeline.complete) this.#clock.position = timeline.clamp(this.position);
    const position = timeline.positionAt(this.position);
    if (!position && timeline.complete) throw new Error('No page can be built at this position');
    // Of the last moment that was read so far more events may be on their way.
    if (!position || (!timeline.complete && position.timestamp >= timeline.endAt)) {
      this.#wait();
      return;
    }
    this.#moveTo(position, timeline);
    const isStale = () => this.#loop.stale || this.#media?.recording !== recording;
    const replay = await this.#stage.show(position, recording, this.#coreOptions(), isStale);
    if (!this.paused) await replay.readTo(this.#follower.readTarget(this.position, timeline));
    if (isStale()) return;
    if (this.#outdate(replay)) {
      this.#loop.request();
      return;
    }
    replay.core.playbackRate = this.#options.playbackRate;
    this.#arrive();
    // Whoever was told of it may want something else by now.
    if (isStale()) return;
    if (this.paused) this.#endIfThere();
    else this.#run(replay);
  }

  /** True where something was told since a page was read by which it is another. */
  #outdate(replay: WindowReplay): boolean {
    const isOutdated =
      replay.assumesDefined && this.#media?.outline.definingWindows.includes(replay.windowId) === true;
    if (isOutdated) replay.outdate();
    return isOutdated;
  }

  /** Jumps to the frame that can be shown, if that is noticeably later than the one asked for, and says so. */
  #moveTo(position: Position, timeline: Timeline): void {
    if (!timeline.isJump(this.position, position)) return;
    this.#passedOver = Math.round((position.timestamp - this.position) / 1000);
    this.#clock.position = position.timestamp;
  }

  #arrive(): void {
    const before = this.#status.type;
    this.#status = arrived(this.#status);
    if (before === 'starting') {
      this.#listener.emit('loadeddata');
      this.#listener.emit('canplay');
    } else if (before === 'seeking') {
      this.#listener.emit('timeupdate');
      this.#listener.emit('seeked');
    }
    this.#listener.changed();
  }

  #run(replay: WindowReplay): void {
    this.#status = withDrive(this.#status, 'playing');
    this.#listener.emit('playing');
    this.#listener.changed();
    if (this.#status.type !== 'playing' || this.#loop.stale) return;
    if (this.timeline?.complete && this.position >= this.timeline.endAt) this.#finish();
    else this.#clock.start(replay);
  }

  /** @returns whether the clock goes on; otherwise it was stopped, or started anew with another page */
  #tick(before: number, now: number): boolean {
    const replay = this.#stage.replay;
    const media = this.#media;
    if (!replay || !media) return false;
    const { timeline } = media;
    this.#clock.position = Math.min(this.position, timeline.endAt);
    this.#played.add(before, this.position, timeline);
    const step = this.#follower.nextStep(replay, timeline, this.position, this.#options);
    const stop = stopBetween(this.#options, before, step.type === 'jump' ? step.to : this.position, timeline);
    if (stop) return this.#stopAt(stop, timeline);
    switch (step.type) {
      case 'end': {
        if (timeline.complete) this.#finish();
        else this.#wait();
        return false;
      }
      case 'jump': {
        this.#listener.skipped((step.to - this.position) / 1000);
        this.#clock.position = step.to;
        this.#tell(now, true);
        this.#sync();
        return false;
      }
      case 'change': {
        const next = this.#stage.take(step.windowId, this.position);
        if (next) next.core.playbackRate = this.#options.playbackRate;
        if (next && next.until > this.position) this.#run(next);
        else this.#sync();
        return false;
      }
      case 'unread': {
        this.#wait();
        this.#sync();
        return false;
      }
      case 'on': {
        this.#clock.keepInStep(replay);
        this.#follower.lookAhead(replay, media, this.position);
        this.#tell(now, false);
        return true;
      }
    }
  }

  #stopAt(stop: PlaybackStop, { startAt }: Timeline): false {
    if (stop.type === 'back') this.seek(stop.to);
    else {
      this.#halt();
      this.#clock.position = startAt + stop.time * 1000;
      this.#pausedAt = stop.time;
      this.pause();
    }
    return false;
  }

  #tell(now: number, urgent: boolean): void {
    if (!this.#timeUpdates.isDue(now, urgent)) return;
    this.#listener.emit('timeupdate');
    this.#listener.changed();
  }

  /** The moment to show has not been read yet. */
  #wait(): void {
    this.#halt();
    if (this.waiting || this.paused) return;
    this.#status = withDrive(this.#status, 'waiting');
    this.#listener.emit('waiting');
    this.#listener.changed();
  }

  #finish(): void {
    this.#halt();
    this.#listener.emit('timeupdate');
    void this.#showEnd();
  }

  /** The last event's frame is on screen before the end is told, or before it begins anew. */
  async #showEnd(): Promise<void> {
    // Whoever is told of it may want something else.
    const isPlaying = () => this.#status.type === 'playing';
    if (!isPlaying() || this.#loop.stale) return;
    this.#stage.replay?.hold(this.position);
    await nextPaint();
    if (!isPlaying() || this.#loop.running) return;
    if (this.#options.loop) {
      this.seek(this.timeline?.startAt ?? 0);
      return;
    }
    this.#status = { type: 'ended' };
    this.#listener.emit('pause');
    this.#listener.emit('ended');
    this.#listener.changed();
  }

  /** Whoever comes to the end without playing has ended, too, as on media elements. A loop has no end. */
  #endIfThere(): void {
    const { timeline } = this;
    if (this.#status.type !== 'paused' || !timeline?.complete || this.#options.loop) return;
    if (this.position < timeline.endAt) return;
    this.#status = { type: 'ended' };
    this.#listener.emit('ended');
    this.#listener.changed();
  }
}
