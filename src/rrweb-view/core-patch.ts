import type { Replayer } from '@rrweb/replay';
import type { PageTimes } from '../core/recording.ts';

/** Any event, of whose data nothing is certain. */
export interface ReplayedEvent {
  readonly type: number;
  readonly data?: unknown;
  /** Of the core's time. */
  readonly timestamp: number;
}

/**
 * Something that the replay core is made to do differently. One for each core; all of them are listed in
 * `patches/index.ts`. What is seen of the core's methods by `onBuild` and `handler` is as with rrweb's plugins.
 */
export interface CorePatch {
  /**
   * Puts others in place of the core's own methods, before its first page is built.
   *
   * @throws Error where rrweb has changed: a page that cannot be made safe must not be shown
   */
  install?(replayer: Replayer): void;
  /** Called before the page is built, or becomes that of another moment, with what is known of it. */
  renew?(times: PageTimes): void;
  /** Called for every node the core has built, parents after their children, with the node's number. */
  onBuild?(node: object, context: { readonly id: number; readonly replayer: Replayer }): void;
  /** Called for every event the core has applied; `isSync` while it goes to a moment. */
  handler?(event: ReplayedEvent, isSync: boolean): void;
  /** Called when the core has gone to a moment, or is about to play from there: what it has left undone. */
  settle?(frame: HTMLIFrameElement): void;
  /** Resolves when all is there that takes a while, of the moment that was gone to. */
  whole?(): Promise<void>;
  /** Called when the clock was stopped, or goes at another pace. */
  pace?(): void;
  destroy?(): void;
}
