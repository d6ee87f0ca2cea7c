import type { PlaybackOptions } from './playback-listener.ts';
import type { IdleMode, TimeSpan } from './session-state.ts';
import type { Timeline } from './timeline.ts';

/** A position is not exact to the last digit. Seconds. */
const NEAR = 0.0005;

/** Playback does not simply go on: it pauses at a moment, in seconds, or goes back to one, in Unix milliseconds. */
export type PlaybackStop =
  { readonly type: 'pause'; readonly time: number } | { readonly type: 'back'; readonly to: number };

/**
 * What comes first on the way from one moment to another: one to pause at, or the end of the range that is repeated;
 * null for neither. A range is left by its end alone: who goes to a moment outside of it, plays on from there.
 *
 * @param before Unix milliseconds, as `after`; to pause there it would have to come by again
 */
export function stopBetween(
  { pauseTimes, loopRange }: Pick<PlaybackOptions, 'pauseTimes' | 'loopRange'>,
  before: number,
  after: number,
  timeline: Timeline,
): PlaybackStop | null {
  const { startAt } = timeline;
  const { start, end } = spanOf(loopRange, timeline);
  const goesBack = start <= before && before <= end && after >= end;
  const from = (before - startAt) / 1000;
  const to = ((goesBack ? end : after) - startAt) / 1000;
  const time = pauseTimes.find((due) => due - from > NEAR && due <= to);
  if (time !== undefined) return { type: 'pause', time };
  return goesBack ? { type: 'back', to: start } : null;
}

/** What happens in idle stretches at a moment: a range that is repeated, and has nothing else in it, is played. */
export function idleModeAt(
  { idle, loopRange }: Pick<PlaybackOptions, 'idle' | 'loopRange'>,
  position: number,
  timeline: Timeline,
): IdleMode {
  const { start, end } = spanOf(loopRange, timeline);
  const isInside = start <= position && position <= end;
  return isInside && (timeline.idleJump(start, idle) ?? -Infinity) >= end ? 'keep' : idle;
}

/** Unix milliseconds; nothing is inside where there is no range. */
function spanOf(range: TimeSpan | null, { startAt, endAt }: Timeline): TimeSpan {
  if (!range) return { start: Infinity, end: -Infinity };
  return { start: startAt + range.start * 1000, end: Math.min(startAt + range.end * 1000, endAt) };
}
