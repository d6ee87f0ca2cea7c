import { asAmount, type Fields } from '../json.ts';

/** A request cannot have been sent after it was told of; clocks are read twice, so a little later is the same. */
const LATER = 5000;

/**
 * When the entries of an event began.
 *
 * @param time Unix milliseconds, of the event
 * @returns Unix milliseconds
 */
export function timesOfRequests(entries: readonly Fields[], time: number): number[] {
  // The event was written when the last of its requests had its answer, or later.
  const latest = entries.reduce((last, { endTime }) => Math.max(last, asAmount(endTime) ?? 0), 0);
  return entries.map((entry) => sentAt(entry, time, time - latest));
}

/** @param origin Unix milliseconds, from which the times of the entries are counted where they do not say */
function sentAt(entry: Fields, time: number, origin: number): number {
  const { timestamp, timeOrigin, startTime, duration } = entry;
  const start = asAmount(startTime);
  const at = asAmount(timestamp) ?? (start === null ? null : (asAmount(timeOrigin) ?? origin) + start);
  if (at !== null && at > 0 && at <= time + LATER) return at;
  return time - (asAmount(duration) ?? 0);
}
