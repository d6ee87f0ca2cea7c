import type { HiddenThing } from './core/hidden/hidden-things.ts';
import type { CopyDraft } from './panels/share/share-state.ts';
import type { RecordingWarning } from './core/recording.ts';
import type { IdleMode } from './session/session-state.ts';

/**
 * Own events. Requests go up from a control to the player, which stops them; facts are told to the page.
 * Where the meaning is that of a media element the player dispatches a plain `Event` with the native name.
 */

/** A wish of a control. Bubbles out of shadow roots and ends at `<portable-replay>`. */
abstract class ReplayRequestEvent extends Event {
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

export class ReplayRateRequestEvent extends ReplayRequestEvent {
  constructor(readonly playbackRate: number) {
    super('replay-rate-request');
  }
}

export class ReplayIdleRequestEvent extends ReplayRequestEvent {
  constructor(readonly idle: IdleMode) {
    super('replay-idle-request');
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

export class ReplayPrivacyRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether the panel about what is hidden is to be open. */
    readonly open: boolean,
  ) {
    super('replay-privacy-request');
  }
}

export class ReplayHiddenRequestEvent extends ReplayRequestEvent {
  constructor(
    /** What to go to, and to point out. */
    readonly thing: HiddenThing,
  ) {
    super('replay-hidden-request');
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

export class ReplayAboutRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether the panel about the recording is to be open. */
    readonly open: boolean,
  ) {
    super('replay-about-request');
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

export class ReplaySaveRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-save-request');
  }
}

export class ReplayShareRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether the panel for handing the recording on is to be there. */
    readonly open: boolean,
  ) {
    super('replay-share-request');
  }
}

export class ReplayScanRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether to look for leaks, or to stop looking. */
    readonly wanted: boolean,
  ) {
    super('replay-scan-request');
  }
}

export class ReplayPickRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether a click on the replayed page is to pick an element. */
    readonly picking: boolean,
  ) {
    super('replay-pick-request');
  }
}

export class ReplayDraftRequestEvent extends ReplayRequestEvent {
  constructor(
    /** What was filled in anew; all else stays. */
    readonly change: Partial<CopyDraft>,
  ) {
    super('replay-draft-request');
  }
}

export class ReplayCopyRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether to make a copy of what was filled in, or to stop making one. */
    readonly wanted: boolean,
  ) {
    super('replay-copy-request');
  }
}

export class ReplayDownloadRequestEvent extends ReplayRequestEvent {
  constructor(readonly what: 'copy' | 'summary') {
    super('replay-download-request');
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

declare global {
  interface GlobalEventHandlersEventMap {
    'replay-play-request': ReplayPlayRequestEvent;
    'replay-pause-request': ReplayPauseRequestEvent;
    'replay-seek-request': ReplaySeekRequestEvent;
    'replay-rate-request': ReplayRateRequestEvent;
    'replay-idle-request': ReplayIdleRequestEvent;
    'replay-window-request': ReplayWindowRequestEvent;
    'replay-masks-request': ReplayMasksRequestEvent;
    'replay-privacy-request': ReplayPrivacyRequestEvent;
    'replay-hidden-request': ReplayHiddenRequestEvent;
    'replay-fullscreen-request': ReplayFullscreenRequestEvent;
    'replay-open-request': ReplayOpenRequestEvent;
    'replay-retry-request': ReplayRetryRequestEvent;
    'replay-about-request': ReplayAboutRequestEvent;
    'replay-inspect-request': ReplayInspectRequestEvent;
    'replay-assets-request': ReplayAssetsRequestEvent;
    'replay-save-request': ReplaySaveRequestEvent;
    'replay-share-request': ReplayShareRequestEvent;
    'replay-scan-request': ReplayScanRequestEvent;
    'replay-pick-request': ReplayPickRequestEvent;
    'replay-draft-request': ReplayDraftRequestEvent;
    'replay-copy-request': ReplayCopyRequestEvent;
    'replay-download-request': ReplayDownloadRequestEvent;
    'replay-recording-request': ReplayRecordingRequestEvent;
    'windowchange': ReplayWindowChangeEvent;
    'warning': ReplayWarningEvent;
  }
}
