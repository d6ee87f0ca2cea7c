import type { ReplayEntry } from '../core/entries/entry.ts';
import type { RecordingWarning } from '../core/recording.ts';
import type { Locale } from '../locale/locale.ts';
import type { ReplayCoreOptions } from '../rrweb-view/replay-core.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import type { PlaybackEventType } from './playback-listener.ts';

/** Events of a media element, by their native names. */
export type MediaEventType =
  | PlaybackEventType
  | 'loadstart'
  | 'progress'
  | 'durationchange'
  | 'loadedmetadata'
  | 'canplaythrough'
  | 'emptied'
  | 'abort'
  | 'error';

/** What a session tells, in the order of a media element. */
export type SessionEvent =
  | { readonly type: MediaEventType }
  /** Something was repaired or left out; once per code. */
  | { readonly type: 'warning'; readonly warning: RecordingWarning }
  /** Another window is on screen, with the address of its page; empty when unknown. */
  | { readonly type: 'windowchange'; readonly windowId: string; readonly href: string }
  /** Another entry is the last at or before the playhead; null before the first. Only once somebody wants to know. */
  | { readonly type: 'entrychange'; readonly entry: ReplayEntry | null };

/** What an interface adds to every replayed page. */
export type ReplayExtensions = Pick<ReplayCoreOptions, 'styleRules' | 'onBuild'>;

/** Whoever a session plays for: an element with an interface, as a rule. */
export interface SessionHost {
  /** The language of copies, warnings and errors. */
  locale(): Locale;
  replayExtensions(): ReplayExtensions;
  /** Moments at which playback pauses by itself; seconds from the start of the recording, in order. */
  pauseTimes(): readonly number[];
  /** Whether the stage is in view or close to it. */
  isNear(): boolean;
  /** Whether it is in view now, which takes a layout of the page. */
  isInView(): boolean;
  /** Resolves when the options are what the page has set, and the stage is in the document. */
  settled(): Promise<unknown>;
  /** Something that is shown has changed. */
  changed(): void;
  tell(event: SessionEvent): void;
  /** Another replayed page is on screen; null for none. */
  replayChanged(replay: WindowReplay | null): void;
  /** Takes the element of another stage into the document, out of sight. @returns what takes it out again */
  shelter(stage: HTMLElement): () => void;
}
