import type { TimeSpan } from '../../session/session-state.ts';
import { TimelineScale, type TimelineView } from './timeline-scale.ts';

/** Which part of a recording a timeline shows. It goes along with the position, unless the reader looks elsewhere. */
export class TimelineZoom {
  /** Of all of the recording. */
  whole = new TimelineScale(0);
  /** Of the part in view. */
  scale = this.whole;
  #narrow: readonly TimeSpan[] = [];
  #view: TimelineView | null = null;
  /** Seconds. */
  #position = 0;
  #follows = true;

  /** @param narrow stretches to draw narrow: sorted, and none touches the next */
  setRecording(duration: number, narrow: readonly TimeSpan[]): void {
    this.#narrow = narrow;
    this.whole = new TimelineScale(duration, narrow);
    this.#draw(duration > 0 ? this.#view : null);
  }

  /** @param view null for all of the recording */
  show(view: TimelineView | null): void {
    this.#draw(view);
    this.#follows = this.scale.contains(this.#position);
  }

  /** The view so many times as close, with the position where it is; about the middle when that is not in view. */
  zoomed(times: number): TimelineView {
    const share = this.scale.contains(this.#position) ? this.scale.shareOf(this.#position) : 0.5;
    return this.scale.zoomed(times, share);
  }

  /** The view that begins at a place of the whole, and is as long as this one. */
  from(share: number): TimelineView {
    return { length: this.scale.length, time: this.whole.timeAt(share), share: 0 };
  }

  /** @param jumps whether the position is going elsewhere, and the reader wants to see where */
  follow(position: number, jumps: boolean): void {
    const leads = this.#follows || (jumps && position !== this.#position);
    this.#position = position;
    if (this.scale.contains(position)) this.#follows = true;
    else if (leads) this.#draw(this.scale.showing(position));
  }

  #draw(view: TimelineView | null): void {
    const scale = view ? new TimelineScale(this.whole.duration, this.#narrow, view) : this.whole;
    this.scale = scale.isWhole ? this.whole : scale;
    this.#view = scale.isWhole ? null : view;
  }
}
