import type { Segment } from '../recording.ts';

/** Idle stretches shorter than this are played: a jump would be seen, and save nothing. */
export const SHORTEST_JUMP_MS = 1000;

/** A run of segments without activity. Unix milliseconds. */
export interface IdleStretch {
  readonly startAt: number;
  readonly endAt: number;
}

/** Runs of inactive segments that are long enough to be called idle. */
export function idleStretches(
  segments: readonly Segment[],
  isActive: (segment: Segment) => boolean = (segment) => segment.isActive,
): readonly IdleStretch[] {
  const runs: { startAt: number; endAt: number }[] = [];
  let open = false;
  for (const segment of segments) {
    const last = runs.at(-1);
    if (isActive(segment)) open = false;
    else if (open && last) last.endAt = segment.endAt;
    else {
      runs.push({ startAt: segment.startAt, endAt: segment.endAt });
      open = true;
    }
  }
  return runs.filter(({ startAt, endAt }) => endAt - startAt > SHORTEST_JUMP_MS);
}
