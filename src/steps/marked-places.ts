import type { MarkedPlace, TimelineMark } from '../session/session-state.ts';
import type { Timeline } from '../session/timeline.ts';

/** Seconds before something that its moment begins: what led to it is seen. */
const LEAD = 0.1;
/** A step back leads to the place before only so many seconds after this one, or earlier. */
const PASSED = 0.5;
/** Less than lies between two events. Seconds. */
const JUST = 0.0005;
/** Seconds for which marks count with one, and the share of a short recording for which they do. */
const TOGETHER = 1;
const TOGETHER_SHARE = 1 / 120;

/** A player that can be led to a moment. */
export interface LedPlayer {
  /** Seconds. */
  currentTime: number;
  /** Seconds. */
  readonly duration: number;
  windowId: string;
}

interface Place {
  /** Seconds from the start of the recording. */
  readonly time: number;
  readonly windowId: string;
}

/** Goes to just before something, and to the window in which it happened. */
export function goToPlace(player: LedPlayer, timeline: Timeline | null, place: Place): void {
  goToMoment(player, timeline, { ...place, time: Math.max(0, place.time - LEAD) });
}

/** Goes to a moment of a window. */
export function goToMoment(player: LedPlayer, timeline: Timeline | null, { time, windowId }: Place): void {
  const position = timeline?.positionAt(timeline.startAt + time * 1000);
  // Which window is shown then is the reader's choice, unless it is not the one to see.
  if (windowId !== '' && position && position.windowId !== windowId) player.windowId = windowId;
  player.currentTime = time;
}

/**
 * The marks that steps lead to: those so close to one that it can hardly be told from them count with it, and errors with
 * errors only.
 *
 * @param marks by time
 * @param duration of the recording, in seconds
 */
export function placesApart(marks: readonly TimelineMark[], duration: number): MarkedPlace[] {
  const room = Math.min(TOGETHER, duration * TOGETHER_SHARE);
  const free = { error: -Infinity, other: -Infinity };
  return marks.filter(({ time, isError }) => {
    const kind = isError ? 'error' : 'other';
    if (time < free[kind]) return false;
    free[kind] = time + room;
    return true;
  });
}

/**
 * The place that comes after a moment, or before it; undefined where there is none.
 *
 * @param places by time
 * @param time seconds from the start of the recording; what lies just behind it has been gone to
 */
export function placeFrom(
  places: readonly MarkedPlace[],
  time: number,
  direction: 1 | -1,
): MarkedPlace | undefined {
  return direction > 0
    ? places.find((place) => place.time >= firstAfter(time))
    : places.findLast((place) => place.time <= lastBefore(time));
}

/** From when on something comes after a moment that was gone to. Seconds. */
export function firstAfter(time: number): number {
  return time + LEAD + JUST;
}

/** Until when something came before a moment that was gone to. Seconds. */
export function lastBefore(time: number): number {
  return time + LEAD - PASSED - JUST;
}

/** Places and notes together, by time. */
export function withNotes(
  places: readonly MarkedPlace[],
  notes: readonly { readonly time: number }[],
): readonly MarkedPlace[] {
  // A note belongs to no window: whichever is shown then stays.
  const noted = notes.map(({ time }) => ({ time, windowId: '' }));
  return [...places, ...noted].sort((a, b) => a.time - b.time);
}
