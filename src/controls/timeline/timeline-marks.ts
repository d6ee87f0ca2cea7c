import type { TimelineMark, TimeSpan } from '../../session/session-state.ts';
import type { TimelineScale } from './timeline-scale.ts';

/** So many marks fit beside each other on a narrow timeline. */
const MOST_MARKS = 120;
/** So many of a mark are named. */
const MOST_NAMES = 3;

/** The marks in view as they are drawn: those too close to each other are one. Errors have marks of their own. */
export function drawableMarks(marks: readonly TimelineMark[], scale: TimelineScale): TimelineMark[] {
  const inView = marks.filter(({ time, end }) => end >= scale.start && time <= scale.end);
  const [errors, others] = [true, false].map((wanted) =>
    joined(
      inView.filter(({ isError }) => isError === wanted),
      scale,
    ),
  );
  return [...(errors ?? []), ...(others ?? [])].sort((a, b) => a.time - b.time);
}

function joined(marks: readonly TimelineMark[], scale: TimelineScale): TimelineMark[] {
  const drawn: TimelineMark[] = [];
  let free = -Infinity;
  for (const mark of marks) {
    const last = drawn.at(-1);
    if (last && scale.shareOf(mark.time) < free) {
      drawn[drawn.length - 1] = {
        ...last,
        end: Math.max(last.end, mark.end),
        count: last.count + mark.count,
        names: [...last.names, ...mark.names].slice(0, MOST_NAMES),
      };
    } else {
      drawn.push(mark);
      free = scale.shareOf(mark.time) + 1 / MOST_MARKS;
    }
  }
  return drawn;
}

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
