import { formatClock } from '../../locale/clock.ts';

/** An end of a range to the millisecond, such as `1:02.5`: the moment that is meant is in the range. In seconds. */
export function exactClock(end: 'from' | 'to', seconds: number, duration: number): string {
  const inside = end === 'from' ? Math.floor(seconds * 1000 + 1e-3) : Math.ceil(seconds * 1000 - 1e-3);
  const rest = inside % 1000;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
  return formatClock((inside - rest) / 1000, duration) + fraction;
}
