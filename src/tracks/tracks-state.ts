import type { Note } from './note.ts';

/** A part of a recording that has a title. */
export interface Chapter {
  /** Seconds. */
  readonly time: number;
  /** Seconds. */
  readonly end: number;
  /** Plain text. */
  readonly title: string;
}

/** Captions that can be shown. */
export interface CaptionChoice {
  readonly label: string;
  readonly isShown: boolean;
}

/** What there is to show of text tracks. */
export interface TracksState {
  /** By time; none begins before the one before it. */
  readonly chapters: readonly Chapter[];
  /** In the order of `textTracks`. */
  readonly captions: readonly CaptionChoice[];
  /** By time. */
  readonly notes: readonly Note[];
  /** What captions say at this moment, as plain text. */
  readonly captionLines: readonly string[];
}
