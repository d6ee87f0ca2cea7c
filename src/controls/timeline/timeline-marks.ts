import type { TimelineMark } from '../../session/session-state.ts';

/** What happened around a moment, by name. */
export interface NearMarks {
  /** Errors, and the nearest of all else; by time. */
  readonly nearest: readonly { readonly time: number; readonly name: string; readonly isError: boolean }[];
  /** How much more there is within reach. */
  readonly more: number;
}

/** What is marked at most `reach` seconds from a moment; `most` of it by name. */
export function marksNear(
  marks: readonly TimelineMark[],
  moment: number,
  reach: number,
  most: number,
): NearMarks {
  const near = marks.filter(({ time, end }) => time <= moment + reach && end >= moment - reach);
  const nearest = near
    .flatMap(({ names, isError }) => names.map((named) => ({ ...named, isError })))
    .sort(
      (a, b) =>
        Number(b.isError) - Number(a.isError) || Math.abs(a.time - moment) - Math.abs(b.time - moment),
    )
    .slice(0, most)
    .sort((a, b) => a.time - b.time);
  const count = near.reduce((sum, mark) => sum + mark.count, 0);
  return { nearest, more: count - nearest.length };
}
