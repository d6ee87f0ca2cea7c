import { DEFAULT_LIMITS, type RecordingLimits } from '../core/limits.ts';
import type { LeakPattern } from '../core/scan/leak.ts';
import type { RemoteAssets } from '../rrweb-view/frame-policy.ts';
import type { CrossOrigin } from './cross-origin.ts';
import type { IdleMode, TimeSpan } from './session-state.ts';

/** How much of a source is read before somebody plays it. */
export type PreloadMode = 'none' | 'metadata' | 'auto';

/** What a page has chosen for a session. Read whenever it matters; `ReplaySession.apply` says that some has changed. */
export interface SessionOptions {
  /** Whether a source that the page names waits until the player comes near the viewport. */
  readonly loading: 'eager' | 'lazy';
  readonly preload: PreloadMode;
  /** Starts to play as soon as the first frame is there. */
  readonly autoplay: boolean;
  /** Starts again at the end. */
  readonly loop: boolean;
  /** A positive number. */
  readonly playbackRate: number;
  /** Where to begin, as `parseStartAt` reads it. */
  readonly startAt: string;
  readonly idle: IdleMode;
  /** Repeated once it is played to its end; null for none. */
  readonly loopRange: TimeSpan | null;
  /** `auto`, or the id of the window to stay with. */
  readonly windowId: string;
  /** What is sent along to the addresses of recordings; null for nothing. */
  readonly crossOrigin: CrossOrigin | null;
  readonly remoteAssets: RemoteAssets;
  /** CSS selectors of what is hidden besides what the recorder has hidden. */
  readonly cover: string;
  /** What to look for in a scan, besides what is known anyway. */
  readonly leakRules: readonly LeakPattern[];
  /** What is left out has its default. */
  readonly limits: Partial<RecordingLimits>;
}

export function limitsOf({ limits }: SessionOptions): RecordingLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}
