import { wholeSeconds } from './formats.ts';

/**
 * Seconds as a clock shows them in every language: `1:02`, `1:02:03`. Times that stand next to each other are given
 * the longest of them as `longest`, so that all have the same form and a running clock does not change its width.
 */
export function formatClock(seconds: number, longest = seconds): string {
  const total = wholeSeconds(seconds);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  if (wholeSeconds(longest) < 3600) return `${minutes}:${twoDigits(rest)}`;
  return `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`;
}
