import type { BlockedAsset, LoadProgress, RecordingOutline } from '../recording.ts';

/** Told while recordings are being read, and when they are asked for pages. */
export interface LoadListener {
  progress(progress: LoadProgress): void;
  /** A recording as far as it is known; a newer outline replaces an older one of the same number. */
  outline(outline: RecordingOutline, recording: number): void;
  /** All that pages of a recording were kept from loading, once there is more of it. */
  blocked(assets: readonly BlockedAsset[], recording: number): void;
}
