import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiError, BLOCKS_LOST } from './api-error.ts';

/** How often a request is made at most. */
export const ATTEMPTS = 6;
/** Of lost blocks there may be many, and they mostly stay lost. */
const ATTEMPTS_AT_LOST_BLOCKS = 2;
/** PostHog's limits are by the minute and by the hour: who asks for more does not mean a rate. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;
const FIRST_WAIT_MS = 1000;
const LONGEST_BACKOFF_MS = 60 * 1000;

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = (ms, signal) => sleep(ms, undefined, { signal });

/**
 * How long to wait before a request is made again: as long as the server asks for, else twice as long each time, spread
 * out so that not all who failed at once come back at once.
 *
 * @param attempt that failed, from 1
 * @returns milliseconds, or null when there is no use in trying again
 */
export function waitBefore(error: ApiError, attempt: number, random = Math.random): number | null {
  const attempts = error.code === BLOCKS_LOST ? ATTEMPTS_AT_LOST_BLOCKS : ATTEMPTS;
  if (!error.isTransient || attempt >= attempts) return null;
  if (error.retryAfter !== null) return error.retryAfter <= LONGEST_WAIT_MS ? error.retryAfter : null;
  const most = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS);
  return Math.round(most / 2 + (most / 2) * random());
}

/**
 * `Retry-After`, in seconds or as a date.
 *
 * @returns milliseconds; null for none, and for what is neither
 */
export function retryAfterOf(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
