import type { Replayer } from '@rrweb/replay';
import { EventType } from '@rrweb/types';
import { asRecord } from '../../core/json.ts';
import { guarded } from '../guarded.ts';
import { methodOf, replacePart } from './replayer-parts.ts';

/**
 * Keeps an event that the core cannot take in from stopping all others: it throws out of a timer or a promise, where
 * nobody could catch it, whatever a damaged event leads it to.
 *
 * @param onDropped called for each event that was left out
 * @throws Error where rrweb has changed
 */
export function skipFailingEvents(replayer: Replayer, onDropped: () => void): void {
  replacePart(replayer, 'applyIncremental', (apply) => guarded(apply, onDropped));
  const make = methodOf(replayer, 'getCastFn');
  Reflect.set(replayer, 'getCastFn', (event: unknown, isSync?: boolean) => {
    const cast = make(event, isSync) as () => void;
    // Whoever waits for a page is told why there is none.
    const isAwaited = isSync === true && asRecord(event)['type'] === EventType.FullSnapshot;
    return isAwaited ? cast : guarded(cast, onDropped);
  });
}
