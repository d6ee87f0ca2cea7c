import { ReplayRequestEvent } from '../../events.ts';
import type { CopyDraft } from './share-state.ts';

export class ReplayScanRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether to look for leaks, or to stop looking. */
    readonly wanted: boolean,
  ) {
    super('replay-scan-request');
  }
}

export class ReplayPickRequestEvent extends ReplayRequestEvent {
  constructor() {
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

export class ReplayCheckRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly what: 'scan' | 'open',
    /** Whether to search the copy, or to read it into the player; or to stop that. */
    readonly wanted: boolean,
  ) {
    super('replay-check-request');
  }
}

export class ReplayDownloadRequestEvent extends ReplayRequestEvent {
  constructor(readonly what: 'copy' | 'summary') {
    super('replay-download-request');
  }
}

declare module '../../events.ts' {
  interface ReplayRequestEventMap {
    'replay-scan-request': ReplayScanRequestEvent;
    'replay-pick-request': ReplayPickRequestEvent;
    'replay-draft-request': ReplayDraftRequestEvent;
    'replay-copy-request': ReplayCopyRequestEvent;
    'replay-check-request': ReplayCheckRequestEvent;
    'replay-download-request': ReplayDownloadRequestEvent;
  }
}
