import type { TimelineMark, TimeSpan } from '../../session/session-state.ts';

/** What happened around a moment, by name. */
export interface NearMarks {
  /** Errors, and the nearest of all else; by time. */
  readonly nearest: readonly { readonly time: number; readonly name: string; readonly isError: boolean }[];
  /** How much more there is within reach. */
  readonly more: number;
}

/** What is marked in a stretch of time around a moment; `most` of it by name. */
export function marksNear(
  marks: readonly TimelineMark[],
  moment: number,
  near: TimeSpan,
  most: number,
): NearMarks {
  const around = marks.filter(({ time, end }) => time <= near.end && end >= near.start);
  const nearest = around
    .flatMap(({ names, isError }) => names.map((named) => ({ ...named, isError })))
    .sort(
      (a, b) =>
        Number(b.isError) - Number(a.isError) || Math.abs(a.time - moment) - Math.abs(b.time - moment),
    )
    .slice(0, most)
    .sort((a, b) => a.time - b.time);
  const count = around.reduce((sum, mark) => sum + mark.count, 0);
  return { nearest, more: count - nearest.length };
}
