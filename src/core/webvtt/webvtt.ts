import type { CueFault } from '../warnings.ts';

/** One cue of a WebVTT file. */
export interface WebVttCue {
  /** Empty for none. */
  readonly id: string;
  /** Seconds. */
  readonly start: number;
  /** Seconds. */
  readonly end: number;
  /** As they stand behind the times, such as `align:start line:0`; empty for none. */
  readonly settings: string;
  /** As it stands in the file, with tags and character references. `plainText` reads it. */
  readonly text: string;
}

/** A part of a file that could not be read. */
export interface WebVttMistake {
  readonly fault: CueFault;
  /** Number of the line, from 1. */
  readonly line: number;
}

/** What a WebVTT file holds. */
export interface WebVtt {
  /** Lines between the signature and the first block, such as `Kind: chapters`. */
  readonly header: readonly string[];
  /** In the order of the file. */
  readonly cues: readonly WebVttCue[];
  /** Texts of its `NOTE` blocks. */
  readonly comments: readonly string[];
  /** What was left out, in the order of the file. */
  readonly mistakes: readonly WebVttMistake[];
}
