import type { Keyframe } from '../recording.ts';

/** What is built on one full snapshot: from there to the next of its window, in Unix milliseconds. */
export interface Stretch extends Keyframe {
  readonly end: number;
}

export function stretchesOf(keyframes: readonly Keyframe[]): Stretch[] {
  const nextOf = new Map<string, number>();
  return keyframes
    .toReversed()
    .map(({ windowId, timestamp }) => {
      const end = nextOf.get(windowId) ?? Infinity;
      nextOf.set(windowId, timestamp);
      return { windowId, timestamp, end };
    })
    .reverse();
}

/** The stretch that a moment lies in, or else the one that begins or ends next to it. */
export function nearest(stretches: Iterable<Stretch>, moment: number): Stretch | null {
  let [found, least] = [null as Stretch | null, Infinity];
  for (const stretch of stretches) {
    const distance = Math.max(stretch.timestamp - moment, moment - stretch.end, 0);
    if (distance < least) [found, least] = [stretch, distance];
  }
  return found;
}
