import { wholeSeconds } from './formats.ts';

/** How moments are told: by the time that has gone by, or by the time of day of the user, of the recording or in UTC. */
export type ClockKind = 'elapsed' | 'local' | 'recorded' | 'utc';

/**
 * A position in seconds as a clock shows it in every language: `1:02`, `1:02:03`. Times that stand next to each other are given
 * the longest of them as `longest`, so that all have the same form and a running clock does not change its width.
 */
export function formatClock(seconds: number, longest?: number): string {
  const total = wholeSeconds(seconds, longest);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  if (wholeSeconds(longest === undefined ? seconds : Math.round(longest)) < 3600)
    return `${minutes}:${twoDigits(rest)}`;
  return `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`;
}

/** A length in seconds as a clock shows it: rounded, where a position is what has gone by. */
export function formatLength(seconds: number): string {
  return formatClock(Math.round(seconds));
}
