/** Share of the timeline that is too narrow to be told from its surroundings: about a pixel. */
export const FINEST_SHARE = 1 / 1000;

/**
 * Where moments of a recording are on its timeline. All that is drawn on it, or asked for by pointing at it, goes through
 * here. Moments are seconds from the start of the recording; places are shares of the width, from 0 (left) to 1.
 */
export class TimelineScale {
  /** Length of the recording. */
  readonly duration: number;

  constructor(duration: number) {
    this.duration = duration;
  }

  /** The place of a moment; 0 on a timeline without length. */
  shareOf(time: number): number {
    return this.duration > 0 ? Math.min(Math.max(time, 0), this.duration) / this.duration : 0;
  }

  /** The moment at a place, always one of the recording. */
  timeAt(share: number): number {
    return Math.min(Math.max(share, 0), 1) * this.duration;
  }
}
