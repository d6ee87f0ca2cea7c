import type { BlockedAsset, LoadProgress, RecordingInfo, RecordingWarning } from '../core/recording.ts';
import type { ReplayError } from '../core/replay-error.ts';

/** What happens in stretches without activity: play them, jump them, or play at most so many seconds of each. */
export type IdleMode = 'keep' | 'skip' | number;

/** A part of the timeline, in seconds from the start of the recording. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the timeline as it is drawn: one window, active or idle. */
export interface TimelineStretch extends TimeSpan {
  readonly windowId: string | null;
  readonly isActive: boolean;
}

/** Something that can be gone to. */
export interface MarkedPlace {
  /** Seconds from the start of the recording. */
  readonly time: number;
  readonly windowId: string;
}

/** What happened around one moment, as a mark on the timeline. */
export interface TimelineMark extends MarkedPlace {
  /** Seconds; of the last of it. */
  readonly end: number;
  /** How much happened. */
  readonly count: number;
  /** Whether that are errors. */
  readonly isError: boolean;
  /** The first of it, in words. */
  readonly names: readonly { readonly time: number; readonly name: string }[];
}

/** What is marked on the timeline, and the errors that a step leads to; by time. */
export interface TimelineMarks {
  readonly marks: readonly TimelineMark[];
  readonly errors: readonly MarkedPlace[];
}

export type { LoadProgress } from '../core/recording.ts';

/** Something unusual that the picture alone does not tell. */
export type SessionNotice =
  /** So many seconds without a recorded page were passed over to get here. */
  | { readonly type: 'passed-over'; readonly seconds: number }
  | { readonly type: 'warning'; readonly warning: RecordingWarning };

/** All that a session has to show. */
export interface SessionState {
  /**
   * - `empty`: nothing to play; waits for a file
   * - `offered`: a recording is known, and read when it is played or comes near
   * - `loading`: a recording was asked for, no frame on screen yet
   * - `ready`: a frame is on screen
   * - `error`: `error` says why there is none
   */
  readonly phase: 'empty' | 'offered' | 'loading' | 'ready' | 'error';
  readonly error: ReplayError | null;
  /** Null when nothing is being read. */
  readonly progress: LoadProgress | null;
  readonly recording: RecordingInfo | null;
  /** All recordings of the source, `recording` among them. */
  readonly recordings: readonly RecordingInfo[];
  readonly recordingIndex: number;
  /** `recording` is a copy of one of them that was made here. */
  readonly isCopy: boolean;
  /** Everything has been read. */
  readonly complete: boolean;
  readonly paused: boolean;
  readonly ended: boolean;
  /** Seconds from the start where it paused by itself, at the start of a chapter; null where it did not. */
  readonly pausedAt: number | null;
  readonly seeking: boolean;
  /** Playing, but the moment to show is not there yet. */
  readonly waiting: boolean;
  /** Seconds from the start of the recording. */
  readonly currentTime: number;
  /** The first moment that can be shown: later than 0 where a page comes late. Seconds from the start. */
  readonly firstTime: number;
  /** Seconds. */
  readonly duration: number;
  /** Without stretches in which nothing was done. Seconds. */
  readonly activeDuration: number;
  readonly playbackRate: number;
  readonly idle: IdleMode;
  /** The range that is repeated; null for none. */
  readonly loopRange: TimeSpan | null;
  /** How many seconds without activity were jumped just now; null when there is nothing to say. */
  readonly skipped: number | null;
  readonly buffered: readonly TimeSpan[];
  readonly stretches: readonly TimelineStretch[];
  /** Ids of the windows of which there is something to show. */
  readonly shownWindows: ReadonlySet<string>;
  /** `auto`, or the window that is pinned. */
  readonly windowChoice: string;
  /** The window on screen. */
  readonly windowId: string | null;
  /** Address of the page on screen; empty when unknown. */
  readonly href: string;
  /** What its pages were kept from loading so far. */
  readonly blocked: readonly BlockedAsset[];
  /** Whether the user may have it loaded. */
  readonly canLoadAssets: boolean;
  /** Whether the user wants to hear no more of it. */
  readonly assetsDismissed: boolean;
  readonly notice: SessionNotice | null;
}
