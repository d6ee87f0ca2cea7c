import { ReplayRequestEvent } from '../../events.ts';

export class ReplaySaveRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-save-request');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'replay-save-request': ReplaySaveRequestEvent;
  }
}
