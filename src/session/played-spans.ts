import type { TimeSpan } from './session-state.ts';
import { addSpan } from './time-spans.ts';
import type { Timeline } from './timeline.ts';

/** What has been played of a recording. */
export class PlayedSpans {
  #spans: TimeSpan[] = [];

  /** Seconds from the start of the recording. */
  get spans(): readonly TimeSpan[] {
    return this.#spans;
  }

  /** @param from Unix milliseconds, as `to` */
  add(from: number, to: number, timeline: Timeline): void {
    const seconds = (timestamp: number) => (Math.min(timestamp, timeline.endAt) - timeline.startAt) / 1000;
    this.#spans = addSpan(this.#spans, { start: seconds(from), end: seconds(to) });
  }

  reset(): void {
    this.#spans = [];
  }
}
