import type { Replayer } from '@rrweb/replay';
import { replacePart } from './replayer-parts.ts';

/**
 * Keeps an event that the core cannot take in from stopping all others: it throws out of a timer, where nobody
 * could catch it, whatever a damaged event leads it to.
 *
 * @param onDropped called for each event that was left out
 * @throws Error where rrweb has changed
 */
export function skipFailingEvents(replayer: Replayer, onDropped: () => void): void {
  replacePart(replayer, 'applyIncremental', (apply) => (...event) => {
    try {
      apply(...event);
    } catch {
      onDropped();
    }
  });
}
