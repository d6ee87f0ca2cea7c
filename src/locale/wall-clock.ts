import { type ClockKind, formatClock } from './clock.ts';
import type { Locale } from './locale.ts';

/** The clock of a zone, for one recording. */
export interface WallClock {
  /** When the recording began. */
  readonly startedAt: Date;
  /** IANA name of the zone, such as `Europe/Berlin`; undefined for the one where the user is. */
  readonly timeZone: string | undefined;
  /** Midnight passed during the recording: a time of day alone does not tell a moment. */
  readonly hasDays: boolean;
}

export interface ClockState {
  readonly kind: ClockKind;
  /** Null where moments are told by the time that has gone by. */
  readonly wall: WallClock | null;
  /** IANA name of the zone that the recording was made in; null where that is not known. */
  readonly recordedZone: string | null;
}

export const ELAPSED: ClockState = Object.freeze({ kind: 'elapsed', wall: null, recordedZone: null });

/** The moment so many seconds from the start of the recording. */
export function momentAt({ startedAt }: WallClock, seconds: number): Date {
  return new Date(startedAt.getTime() + seconds * 1000);
}

/**
 * A moment of a recording, as it stands in lists and at the pointer: `1:02`, `5:06:07 PM`, `Mar 4, 5:06:07 PM`.
 *
 * @param clock null for the time that has gone by
 * @param seconds from the start of the recording, as `duration`
 */
export function writeMoment(
  { format }: Locale,
  clock: WallClock | null,
  seconds: number,
  duration: number,
): string {
  if (!clock) return formatClock(seconds, duration);
  const moment = momentAt(clock, seconds);
  const time = format.timeOfDay(moment, clock.timeZone);
  return clock.hasDays ? `${format.day(moment, clock.timeZone)}, ${time}` : time;
}

/** What the zone of a clock is called at a moment, such as `GMT+2`; empty where no clock has one. */
export function zoneName({ format }: Locale, clock: WallClock | null, seconds: number): string {
  return clock ? format.zone(momentAt(clock, seconds), clock.timeZone) : '';
}
