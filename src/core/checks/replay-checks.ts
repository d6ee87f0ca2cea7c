import type { EntryQuery, ReplayEntry } from '../entries/entry.ts';
import type { RecordingInfo } from '../recording.ts';

/**
 * What a script of `portable-replay check` exports by default: functions by what they check. One that throws, or whose
 * promise is rejected, has found something wrong.
 */
export type ReplayChecks = Readonly<Record<string, ReplayCheck>>;
export type ReplayCheck = (replay: CheckedReplay) => void | Promise<void>;

/** A recording in the player, to be checked. */
export interface CheckedReplay {
  readonly recording: RecordingInfo;
  /**
   * The page of a moment. It is shown whenever something is asked of it.
   *
   * @param time seconds from the start of the recording, or `1:02`, `1m2s`
   * @param options.windowId the window that is shown; the one that was in use by default
   * @throws TypeError for what is no time; what is asked of it rejects with a RangeError where the recording has no such
   *   moment or window
   */
  at(time: number | string, options?: { readonly windowId?: string }): CheckedPage;
  /** What happened in the session, by time; all of it by default. */
  entries(query?: EntryQuery): Promise<ReplayEntry[]>;
  /** What went wrong: exceptions, failed requests, errors of the console. */
  errors(): Promise<ReplayEntry[]>;
}

/**
 * The page of a moment. Nothing on it is waited for: it is the same at each run. Selectors are those of CSS and of
 * Playwright (`role=button[name="Pay"]`, `text=Out of stock`).
 */
export interface CheckedPage {
  /**
   * The text of an element as a user sees it, with single spaces.
   *
   * @throws Error where not exactly one element matches
   */
  text(selector: string): Promise<string>;
  /** How many elements match. */
  count(selector: string): Promise<number>;
  /** Whether an element matches that can be seen, were it in view. */
  isVisible(selector: string): Promise<boolean>;
  /**
   * What an attribute of an element holds; null where it has none.
   *
   * @throws Error where not exactly one element matches
   */
  attribute(selector: string, name: string): Promise<string | null>;
  /** The page as an accessibility outline: the YAML of Playwright's aria snapshots. */
  aria(): Promise<string>;
  /** A PNG of the recorded viewport. */
  screenshot(): Promise<Uint8Array>;
}
