import type { HiddenThing } from '../../core/hidden/hidden-things.ts';
import { ReplayRequestEvent } from '../../events.ts';

export class ReplayHiddenRequestEvent extends ReplayRequestEvent {
  constructor(
    /** What to go to, and to point out. */
    readonly thing: HiddenThing,
  ) {
    super('replay-hidden-request');
  }
}

declare module '../../events.ts' {
  interface ReplayRequestEventMap {
    'replay-hidden-request': ReplayHiddenRequestEvent;
  }
}
