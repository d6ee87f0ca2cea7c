import { ReplayRequestEvent } from '../../events.ts';

export class ReplaySaveRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-save-request');
  }
}

export class ReplayCostlyRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-costly-request');
  }
}

declare module '../../events.ts' {
  interface ReplayRequestEventMap {
    'replay-costly-request': ReplayCostlyRequestEvent;
    'replay-save-request': ReplaySaveRequestEvent;
  }
}
