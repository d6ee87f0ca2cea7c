import type { Replayer } from '@rrweb/replay';

/**
 * Keeps an event that the core cannot take in from stopping all others: it throws out of a timer, where nobody
 * could catch it, whatever a damaged event leads it to.
 *
 * @param onDropped called for each event that was left out
 */
export function skipFailingEvents(replayer: Replayer, onDropped: () => void): void {
  const apply: unknown = Reflect.get(replayer, 'applyIncremental');
  if (typeof apply !== 'function') return;
  const guarded = (...event: unknown[]): void => {
    try {
      Reflect.apply(apply, replayer, event);
    } catch {
      onDropped();
    }
  };
  Reflect.set(replayer, 'applyIncremental', guarded);
}
