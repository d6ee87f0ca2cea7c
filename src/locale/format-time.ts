const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Seconds as a clock shows them: `1:02`, `1:02:03`. Times that stand next to each other are given the longest of
 * them as `longest`, so that all have the same shape and a running clock does not change its width.
 */
export function formatClock(seconds: number, longest = seconds): string {
  const { hours, minutes, rest } = split(seconds);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  if (whole(longest) < HOUR) return `${minutes}:${twoDigits(rest)}`;
  return `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`;
}

/** Seconds as they are read aloud: `1 hour 2 minutes`. */
export function formatDuration(seconds: number): string {
  const { hours, minutes, rest } = split(seconds);
  const words = [count(hours, 'hour'), count(minutes, 'minute'), count(rest, 'second')].filter(Boolean);
  return words.length > 0 ? words.join(' ') : '0 seconds';
}

/** The day of a recorded moment where the reader is, written as is usual there. */
export function formatDate(moment: Date): string {
  return moment.toLocaleDateString(undefined, { dateStyle: 'medium' });
}

/** The time of day of a recorded moment, to the second, where the reader is. */
export function formatTimeOfDay(moment: Date): string {
  return moment.toLocaleTimeString(undefined, { timeStyle: 'medium' });
}

function split(seconds: number): { hours: number; minutes: number; rest: number } {
  const total = whole(seconds);
  return {
    hours: Math.floor(total / HOUR),
    minutes: Math.floor((total % HOUR) / MINUTE),
    rest: total % MINUTE,
  };
}

/** A clock shows the second it is in, so it rounds down. What is no time, such as `NaN`, counts as 0. */
function whole(seconds: number): number {
  return Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
}

function count(value: number, unit: string): string {
  if (value === 0) return '';
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}
