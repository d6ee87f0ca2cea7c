import { firstIndex } from '../../core/first-index.ts';
import type { RecordingMarker } from '../../core/recording.ts';
import type { TimeSpan } from '../../session/session-state.ts';
import { FINEST_SHARE, type TimelineScale } from './timeline-scale.ts';

/** Something that has a place on the timeline. Seconds. */
export interface Timed {
  readonly time: number;
}

/** The markers around a moment. */
export interface NearMarkers {
  /** The nearest ones, by time. */
  readonly nearest: readonly RecordingMarker[];
  /** How many others are within reach. */
  readonly more: number;
}

/**
 * The markers that have a place on a timeline of `duration` seconds.
 *
 * @param markers sorted by time
 */
export function markersOnTrack(
  markers: readonly RecordingMarker[],
  duration: number,
): readonly RecordingMarker[] {
  if (duration <= 0) return [];
  const first = countWhile(markers, ({ time }) => time < 0);
  return markers.slice(
    first,
    countWhile(markers, ({ time }) => time <= duration),
  );
}

/**
 * The moments in view at which a tick is drawn: markers less than a pixel apart share one. So there are hardly more than
 * 1000, and finding them takes no longer than that, however many markers there are.
 *
 * @param markers those on the track, sorted by time
 */
export function tickTimes(markers: readonly Timed[], scale: TimelineScale): number[] {
  const ticks: number[] = [];
  let passed = countWhile(markers, ({ time }) => time < scale.start);
  for (let marker = markers[passed]; marker; marker = markers[passed]) {
    if (marker.time > scale.end) break;
    const free = scale.shareOf(marker.time) + FINEST_SHARE;
    ticks.push(marker.time);
    passed = Math.max(
      passed + 1,
      countWhile(markers, ({ time }) => scale.shareOf(time) < free),
    );
  }
  return ticks;
}

/**
 * What lies near to a moment; `most` of it by name.
 *
 * @param markers sorted by time
 * @param near stretch of time around the moment
 */
export function markersNear(
  markers: readonly RecordingMarker[],
  moment: number,
  near: TimeSpan,
  most: number,
): NearMarkers {
  const from = countWhile(markers, ({ time }) => time < near.start);
  const to = countWhile(markers, ({ time }) => time <= near.end);
  const middle = countWhile(markers, ({ time }) => time < moment);
  const nearest = markers
    .slice(Math.max(from, middle - most), Math.min(to, middle + most))
    .sort((a, b) => Math.abs(a.time - moment) - Math.abs(b.time - moment))
    .slice(0, most)
    .sort((a, b) => a.time - b.time);
  return { nearest, more: to - from - nearest.length };
}

/** How many of the first markers pass, where none passes after the first that does not. */
function countWhile<T extends Timed>(markers: readonly T[], passes: (marker: T) => boolean): number {
  return firstIndex(markers.length, (index) => {
    const marker = markers[index];
    return !marker || !passes(marker);
  });
}
