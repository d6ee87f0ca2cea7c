import type { IdleMode, TimeSpan } from './session-state.ts';

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
  /** So many seconds without activity were jumped. */
  skipped(seconds: number): void;
  /** No page of the recording can be built. */
  failed(error: unknown): void;
}

export const DEFAULT_PLAYBACK: PlaybackOptions = Object.freeze({
  loop: false,
  idle: 'skip',
  windowChoice: 'auto',
  playbackRate: 1,
  pauseTimes: [],
  loopRange: null,
});

export interface PlaybackOptions {
  loop: boolean;
  idle: IdleMode;
  windowChoice: string;
  playbackRate: number;
  /** Moments at which playback pauses by itself; seconds from the start of the recording, in order. */
  pauseTimes: readonly number[];
  /** Repeated once it is played to its end; seconds from the start of the recording. */
  loopRange: TimeSpan | null;
}
