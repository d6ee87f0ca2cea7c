import { LOAD_TURNS } from './load-turns.ts';

/**
 * Whether there is time for what nobody waits for: the page is in front, not in the background or still to be visited, and
 * no player on it is on its way to its first frame.
 */
export function hasLeisure(): boolean {
  return document.visibilityState === 'visible' && LOAD_TURNS.isIdle;
}

/** Calls when that may be different now, until the signal is aborted. */
export function followLeisure(changed: () => void, signal: AbortSignal): void {
  document.addEventListener('visibilitychange', changed, { signal });
  LOAD_TURNS.addEventListener('idlechange', changed, { signal });
}
