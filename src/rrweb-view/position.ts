import type { Keyframe } from '../core/recording.ts';

/** The page to show at a moment, and the snapshot it is built from. */
export interface Position {
  readonly windowId: string;
  readonly keyframe: Keyframe;
  /** Where the frame is; later than asked for when there is no page before. */
  readonly timestamp: number;
}
