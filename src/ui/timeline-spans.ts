import type { TimelineStretch, TimeSpan } from '../player/playback-state.ts';

/** Share of the timeline that is too narrow to be told from its surroundings: about a pixel. */
export const FINEST_SHARE = 1 / 1000;

/**
 * The spans as they can be drawn: those less than a pixel apart are one, and none is narrower than a pixel. So
 * there are never more than 1000, however many the recording has, and a short moment in a long idle stretch
 * can still be seen.
 *
 * @param spans sorted by start
 */
export function drawableSpans(spans: readonly TimeSpan[], duration: number): TimeSpan[] {
  const finest = duration * FINEST_SHARE;
  const drawn: TimeSpan[] = [];
  for (const { start, end } of spans) {
    const last = drawn.at(-1);
    const visibleEnd = Math.max(end, start + finest);
    if (last && start - last.end < finest) {
      drawn[drawn.length - 1] = { start: last.start, end: Math.max(last.end, visibleEnd) };
    } else {
      drawn.push({ start, end: visibleEnd });
    }
  }
  return drawn;
}

/** The stretch that a moment lies in. */
export function stretchAt(stretches: readonly TimelineStretch[], time: number): TimelineStretch | undefined {
  return stretches.findLast(({ start, end }) => start <= time && time <= end);
}

/** A part of a whole, from 0 to 1; 0 of nothing is 0. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(Math.max(part / whole, 0), 1) : 0;
}
