import type { RecordingOutline } from '../core/recording.ts';
import type { ReplayCoreOptions } from '../rrweb-view/replay-core.ts';
import type { Stage } from '../rrweb-view/stage.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import type { PlaybackOptions } from './playback-listener.ts';
import { idleModeAt } from './playback-stops.ts';
import type { Timeline } from './timeline.ts';

/** Playing reads so far ahead of the playhead, in real time. */
const READ_AHEAD_MS = 10_000;
/** The page of a window that is about to come on screen is built so long before, in real time. */
const PREPARE_MS = 1500;

/** A recording that plays, as far as it is known. */
export interface PlayedRecording {
  readonly recording: OpenRecording;
  readonly timeline: Timeline;
}

/** The same, with all that is known of it. */
export interface PlayedMedia extends PlayedRecording {
  readonly outline: RecordingOutline;
}

/**
 * What playing comes to from frame to frame: it goes `on`, or a stretch without activity is jumped, another page has to
 * come on screen, the next events are not there yet, or there is no more.
 */
export type PlaybackStep =
  | { readonly type: 'on' | 'unread' | 'end' }
  | { readonly type: 'jump'; readonly to: number }
  | { readonly type: 'change'; readonly windowId: string };

/** Sees to it that the page and the events of a moment are there when the playhead comes to it. */
export class WindowFollower {
  /** How many recorded milliseconds pass in one. */
  rate = 1;
  readonly #stage: Stage;
  readonly #coreOptions: () => ReplayCoreOptions;

  constructor(stage: Stage, coreOptions: () => ReplayCoreOptions) {
    this.#stage = stage;
    this.#coreOptions = coreOptions;
  }

  /** How far to read when the playhead is at a position. */
  readTarget(position: number, timeline: Timeline): number {
    return Math.min(position + this.#readAhead, timeline.endAt);
  }

  /** What playing has come to at a position. */
  nextStep(
    replay: WindowReplay,
    timeline: Timeline,
    position: number,
    options: Pick<PlaybackOptions, 'idle' | 'loopRange'>,
  ): PlaybackStep {
    const to = timeline.idleJump(position, idleModeAt(options, position, timeline));
    if (to !== null) return { type: 'jump', to };
    const windowId = timeline.positionAt(position)?.windowId ?? replay.windowId;
    if (windowId !== replay.windowId || replay.endAt <= position) return { type: 'change', windowId };
    if (replay.until <= position) return { type: 'unread' };
    return { type: position < timeline.endAt ? 'on' : 'end' };
  }

  /** Reads what comes next, and builds the page that is about to come on screen. */
  lookAhead(replay: WindowReplay, { recording, timeline }: PlayedRecording, position: number): void {
    if (replay.until < position + this.#readAhead / 2) {
      void replay.readTo(this.readTarget(position, timeline));
    }
    const change = Math.min(timeline.nextWindowChange(position, replay.windowId) ?? Infinity, replay.endAt);
    if (change - position > PREPARE_MS * Math.max(1, this.rate)) return;
    const next = timeline.positionAt(change);
    if (next?.timestamp !== change) return;
    // A page that cannot be built will say so when its time has come.
    this.#stage
      .prepare(next, change + this.#readAhead, recording, this.#coreOptions())
      .catch(() => undefined);
  }

  get #readAhead(): number {
    return READ_AHEAD_MS * Math.max(1, this.rate);
  }
}
