import type { HiddenThings } from './core/hidden/hidden-things.ts';
import type { SessionState } from './session/session-state.ts';

/** What lies over the side of the picture: one at a time. */
export type Panel = 'about' | 'privacy' | 'share';

/** What the interface itself adds to what a session has to show. */
export interface InterfaceState {
  /** Text on the page can be selected. */
  readonly inspecting: boolean;
  readonly masksShown: boolean;
  /** Hidden things on screen now. */
  readonly maskCount: number;
  /** What is hidden in the recording; null while it is not known. */
  readonly hidden: HiddenThings | null;
  readonly fullscreen: boolean;
  readonly panel: Panel | null;
}

/**
 * Everything the interface shows, in one frozen object that is replaced and never edited. It changes when the
 * player reports a change, not when a button was pressed.
 */
export interface PlayerState extends SessionState, InterfaceState {}
