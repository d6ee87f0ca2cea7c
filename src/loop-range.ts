import type { TimeSpan } from './session/session-state.ts';

/** Seconds; a shorter range would be over before its first frame is on screen. */
const SHORTEST = 0.1;

/** @throws TypeError for what is no range that can be played */
export function checkedRange(range: TimeSpan | null): TimeSpan | null {
  if (range === null) return null;
  const { start, end } = range;
  if (!(start >= 0 && Number.isFinite(end) && end - start >= SHORTEST))
    throw new TypeError('A range needs a start and, at least a tenth of a second later, an end, in seconds');
  return Object.freeze({ start, end });
}

/** The range that starts at a moment and ends where it did before, or where the recording does. All in seconds. */
export function startingAt(range: TimeSpan | null, time: number, duration: number): TimeSpan {
  const start = Math.max(0, Math.min(time, duration - SHORTEST));
  const isBefore = range !== null && range.end - start >= SHORTEST;
  return { start, end: isBefore ? range.end : duration };
}

/** The range that ends at a moment and starts where it did before, or where the recording does. All in seconds. */
export function endingAt(range: TimeSpan | null, time: number, duration: number): TimeSpan {
  const end = Math.min(Math.max(time, SHORTEST), duration);
  const isAfter = range !== null && end - range.start >= SHORTEST;
  return { start: isAfter ? range.start : 0, end };
}

/** An end of a range. */
export type RangeEdge = keyof TimeSpan;

/** The range with one end at another moment: not past the other end, nor outside of the recording. All in seconds. */
export function withEdge(range: TimeSpan, edge: RangeEdge, time: number, duration: number): TimeSpan {
  return edge === 'start'
    ? { ...range, start: Math.max(0, Math.min(time, range.end - SHORTEST)) }
    : { ...range, end: Math.min(Math.max(time, range.start + SHORTEST), duration) };
}
