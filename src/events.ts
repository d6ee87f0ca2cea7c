import type { ReplayEntry } from './core/entries/entry.ts';
import type { RecordingWarning } from './core/recording.ts';
import type { ClockKind } from './locale/clock.ts';
import type { Feedback } from './player-state.ts';
import type { StageSize } from './rrweb-view/stage-view.ts';
import type { MediaEventType } from './session/session-host.ts';
import type { IdleMode, TimeSpan } from './session/session-state.ts';

/**
 * Own events. Requests go up from a control to the player, which stops them; facts are told to the page. Requests of
 * a single panel stand in its folder.
 * Where the meaning is that of a media element the player dispatches a plain `Event` with the native name.
 */

/** A wish of a control. Bubbles out of shadow roots and ends at `<portable-replay>`. */
export abstract class ReplayRequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

export class ReplayPlayRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-play-request');
  }
}

export class ReplayPauseRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-pause-request');
  }
}

export class ReplaySeekRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Seconds from the start of the recording. */
    readonly time: number,
  ) {
    super('replay-seek-request');
  }
}

/** A moment is pointed at, and a picture of it would help. */
export class ReplayPreviewRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Seconds from the start of the recording; null when it is pointed at no more. */
    readonly time: number | null,
  ) {
    super('replay-preview-request');
  }
}

export class ReplayRateRequestEvent extends ReplayRequestEvent {
  constructor(readonly playbackRate: number) {
    super('replay-rate-request');
  }
}

/** What is being made for the clipboard or a file is not wanted any more. */
export class ReplayTakeOutStopRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-take-out-stop-request');
  }
}

/** The next of something is to be gone to, or the one before. */
export class ReplayStepRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly to: 'entry' | 'change',
    readonly direction: 1 | -1,
  ) {
    super('replay-step-request');
  }
}

/** Moments are to be told by another clock. */
export class ReplayClockRequestEvent extends ReplayRequestEvent {
  constructor(readonly kind: ClockKind) {
    super('replay-clock-request');
  }
}

/** Another range is to be repeated. */
export class ReplayLoopRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Seconds from the start of the recording; null for none. */
    readonly range: TimeSpan | null,
  ) {
    super('replay-loop-request');
  }
}

export class ReplayIdleRequestEvent extends ReplayRequestEvent {
  constructor(readonly idle: IdleMode) {
    super('replay-idle-request');
  }
}

export class ReplayNarrowIdleRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether the timeline is to draw idle time narrow. */
    readonly narrow: boolean,
  ) {
    super('replay-narrow-idle-request');
  }
}

export class ReplayWindowRequestEvent extends ReplayRequestEvent {
  constructor(
    /** `auto` or a window's id. */
    readonly windowId: string,
  ) {
    super('replay-window-request');
  }
}

export class ReplayMasksRequestEvent extends ReplayRequestEvent {
  constructor(readonly shown: boolean) {
    super('replay-masks-request');
  }
}

/** The copy that is in the player is to make way for the recording that it is of. */
export class ReplayOriginalRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-original-request');
  }
}

export class ReplayFullscreenRequestEvent extends ReplayRequestEvent {
  constructor(readonly fullscreen: boolean) {
    super('replay-fullscreen-request');
  }
}

export class ReplayOpenRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Files the reader picked, dropped or pasted; pasted text comes as a `Blob`. */
    readonly files: readonly Blob[],
  ) {
    super('replay-open-request');
  }
}

export class ReplayRetryRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-retry-request');
  }
}

export class ReplayPanelRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Name of the panel that is to be open; null for none. */
    readonly panel: string | null,
  ) {
    super('replay-panel-request');
  }
}

export class ReplayInspectRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether text on the page is to be selectable. */
    readonly inspecting: boolean,
  ) {
    super('replay-inspect-request');
  }
}

export class ReplayAssetsRequestEvent extends ReplayRequestEvent {
  constructor(
    /** To load what the page lacks, or to hear no more of it. */
    readonly wish: 'load' | 'dismiss',
  ) {
    super('replay-assets-request');
  }
}

export class ReplayCaptionsRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Place of the captions to show among those of the recording, from 0; null for none. */
    readonly place: number | null,
  ) {
    super('replay-captions-request');
  }
}

/** What the user just did is to be shown over the page. */
export class ReplayFeedbackRequestEvent extends ReplayRequestEvent {
  constructor(readonly feedback: Feedback) {
    super('replay-feedback-request');
  }
}

/** The page is to be shown in another size. */
export class ReplaySizeRequestEvent extends ReplayRequestEvent {
  constructor(
    /** `next` for the one after the one that is shown. */
    readonly size: StageSize | 'next',
  ) {
    super('replay-size-request');
  }
}

/** A link to the moment on screen is to be copied. */
export class ReplayLinkRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-link-request');
  }
}

export class ReplayRecordingRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Place of the recording among those that were opened together, from 0. */
    readonly index: number,
  ) {
    super('replay-recording-request');
  }
}

/** Another window of the session is on screen. */
export class ReplayWindowChangeEvent extends Event {
  constructor(
    readonly windowId: string,
    /** Address of the page that window shows; empty when unknown. */
    readonly href: string,
  ) {
    super('windowchange');
  }
}

/** Something in the recording was repaired or left out. Told once per code, when it is first met. */
export class ReplayWarningEvent extends Event {
  constructor(readonly warning: RecordingWarning) {
    super('warning');
  }
}

/** Another entry is the last one at or before the playhead. */
export class ReplayEntryChangeEvent extends Event {
  constructor(
    /** Null before the first, and without a recording. */
    readonly entry: ReplayEntry | null,
  ) {
    super('entrychange');
  }
}

/** Requests, by their type. Those of a panel are added in its folder. */
export interface ReplayRequestEventMap {
  'replay-play-request': ReplayPlayRequestEvent;
  'replay-pause-request': ReplayPauseRequestEvent;
  'replay-seek-request': ReplaySeekRequestEvent;
  'replay-preview-request': ReplayPreviewRequestEvent;
  'replay-rate-request': ReplayRateRequestEvent;
  'replay-take-out-stop-request': ReplayTakeOutStopRequestEvent;
  'replay-step-request': ReplayStepRequestEvent;
  'replay-clock-request': ReplayClockRequestEvent;
  'replay-loop-request': ReplayLoopRequestEvent;
  'replay-idle-request': ReplayIdleRequestEvent;
  'replay-narrow-idle-request': ReplayNarrowIdleRequestEvent;
  'replay-window-request': ReplayWindowRequestEvent;
  'replay-masks-request': ReplayMasksRequestEvent;
  'replay-original-request': ReplayOriginalRequestEvent;
  'replay-fullscreen-request': ReplayFullscreenRequestEvent;
  'replay-open-request': ReplayOpenRequestEvent;
  'replay-retry-request': ReplayRetryRequestEvent;
  'replay-panel-request': ReplayPanelRequestEvent;
  'replay-inspect-request': ReplayInspectRequestEvent;
  'replay-assets-request': ReplayAssetsRequestEvent;
  'replay-captions-request': ReplayCaptionsRequestEvent;
  'replay-feedback-request': ReplayFeedbackRequestEvent;
  'replay-size-request': ReplaySizeRequestEvent;
  'replay-link-request': ReplayLinkRequestEvent;
  'replay-recording-request': ReplayRecordingRequestEvent;
}

/** What is done about requests, by their type. */
export type RequestHandlers = {
  readonly [T in keyof ReplayRequestEventMap]?: (event: ReplayRequestEventMap[T]) => void;
};

/** Every event that `<portable-replay>` tells the page, by its type. */
export interface PortableReplayEventMap extends Record<MediaEventType, Event> {
  windowchange: ReplayWindowChangeEvent;
  entrychange: ReplayEntryChangeEvent;
  looprangechange: Event;
  warning: ReplayWarningEvent;
}
