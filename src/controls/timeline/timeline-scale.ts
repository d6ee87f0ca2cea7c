import { firstIndex } from '../../core/first-index.ts';
import type { TimeSpan } from '../../session/session-state.ts';

/** Share of the timeline that is too narrow to be told from its surroundings: about a pixel. */
export const FINEST_SHARE = 1 / 1000;
/** Share of the timeline that a stretch takes which is drawn narrow: a few pixels. */
const NARROW_SHARE = 0.008;
/** So much of the whole timeline is left to such stretches; where there are many, each is narrower. */
const MOST_NARROW = 0.3;
/** Seconds on the timeline beyond which nothing more can be seen by looking closer. */
const SHORTEST_VIEW = 2;

/** A part of the timeline. */
export interface TimelineView {
  /** How much of it is seen, in seconds; stretches that are drawn narrow count as little as they take. */
  readonly length: number;
  /** A moment, and its place in this part. */
  readonly time: number;
  readonly share: number;
}

/**
 * Where moments of a recording are on its timeline. All that is drawn on it, or asked for by pointing at it, goes through
 * here. Moments are seconds from the start of the recording; places are shares of the width, from 0 (left) to 1, and
 * beyond these for what is not in view.
 */
export class TimelineScale {
  /** Length of the recording. */
  readonly duration: number;
  /** Whether all of the recording is in view. */
  readonly isWhole: boolean;
  /** The first moment in view, and the last. */
  readonly start: number;
  readonly end: number;
  /** How much is in view; see `TimelineView`. */
  readonly length: number;
  readonly #narrow: readonly TimeSpan[];
  /** Moments where stretches that are drawn narrow begin and end, and how far from the start each is drawn. */
  readonly #times: number[] = [0];
  readonly #places: number[] = [0];
  readonly #from: number;

  /**
   * @param narrow stretches to draw narrow: sorted, and none touches the next
   * @param view null for all of the recording
   */
  constructor(duration: number, narrow: readonly TimeSpan[] = [], view: TimelineView | null = null) {
    this.duration = duration;
    this.#narrow = narrow;
    const widest = widestNarrow(duration, narrow);
    this.#place(view ? Math.min(widest, view.length * NARROW_SHARE) : widest);
    const whole = this.#places.at(-1) ?? 0;
    const length = Math.max(view?.length ?? whole, SHORTEST_VIEW);
    this.isWhole = length > whole * (1 - FINEST_SHARE);
    this.length = this.isWhole ? whole : length;
    const wanted = view ? this.#placeOf(view.time) - view.share * this.length : 0;
    this.#from = Math.min(Math.max(wanted, 0), whole - this.length);
    this.start = this.timeAt(0);
    this.end = this.timeAt(1);
  }

  /** The place of a moment; 0 on a timeline without length. */
  shareOf(time: number): number {
    return this.length > 0 ? (this.#placeOf(time) - this.#from) / this.length : 0;
  }

  /** The moment at a place, always one of the recording. */
  timeAt(share: number): number {
    return between(this.#places, this.#times, this.#from + share * this.length);
  }

  /** Whether a moment is in view. */
  contains(time: number): boolean {
    return this.start <= time && time <= this.end;
  }

  /** The view in which everything is so many times as wide, and what is at a place stays there. */
  zoomed(times: number, share: number): TimelineView {
    return { length: this.length / times, time: this.timeAt(share), share };
  }

  /** The view further on by a share of this one. */
  moved(by: number): TimelineView {
    return { length: this.length, time: this.timeAt(by), share: 0 };
  }

  /** The view as long as this one, with a moment near the end at which it came in; most of it lies ahead. */
  showing(time: number): TimelineView {
    return { length: this.length, time, share: time > this.end ? 0.15 : 0.85 };
  }

  #place(widest: number): void {
    let [time, place] = [0, 0];
    for (const { start, end } of this.#narrow) {
      place += start - time;
      this.#times.push(start);
      this.#places.push(place);
      place += Math.min(end - start, widest);
      this.#times.push(end);
      this.#places.push(place);
      time = end;
    }
    this.#times.push(this.duration);
    this.#places.push(place + this.duration - time);
  }

  #placeOf(time: number): number {
    return between(this.#times, this.#places, time);
  }
}

/** How much of a timeline each narrow stretch takes at most, in seconds of the rest. */
function widestNarrow(duration: number, narrow: readonly TimeSpan[]): number {
  const wide = narrow.reduce((rest, { start, end }) => rest - (end - start), duration);
  // Where there is nothing else there is no need of room.
  if (wide <= 0) return Infinity;
  const share = Math.min(NARROW_SHARE, MOST_NARROW / narrow.length);
  return (wide * share) / (1 - narrow.length * share);
}

/** What belongs to a number where two rising rows of numbers belong to each other; what is beyond them is at their ends. */
function between(from: readonly number[], to: readonly number[], value: number): number {
  const next = Math.min(
    firstIndex(from.length, (index) => (from[index] ?? 0) >= value),
    from.length - 1,
  );
  const [fromStart = 0, toStart = 0] = [from[next - 1], to[next - 1]];
  const [fromEnd = 0, toEnd = 0] = [from[next], to[next]];
  if (next === 0 || value >= fromEnd) return toEnd;
  return toStart + ((value - fromStart) / (fromEnd - fromStart)) * (toEnd - toStart);
}
