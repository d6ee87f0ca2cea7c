import { repairClock } from '../repair/clock/repair-clock.ts';
import type { WarningLog } from '../warnings.ts';
import type { EventIndex } from './event-index.ts';
import { isVisibleKind } from '../rrweb/event-kind.ts';

/** Times further apart than this, or falling back by more than the other, call for a look at the clock. */
const LEAP_MS = 24 * 60 * 60 * 1000;
const FALL_MS = 60_000;

/** Notices clocks that leap while events come in, so that only such recordings pay for repairing them. */
export class ClockWatch {
  #latest = new Map<number, number>();
  #hasLeapt = false;
  #first = Infinity;
  #last = -Infinity;

  /** From the first event to the last as the files say; Unix milliseconds. */
  get span(): { readonly first: number; readonly last: number } {
    return { first: this.#first, last: this.#last };
  }

  /** @param stream events of one stream come from one window through one file */
  note(timestamp: number, stream: number): void {
    const latest = this.#latest.get(stream) ?? timestamp;
    this.#latest.set(stream, Math.max(latest, timestamp));
    this.#widen(timestamp, timestamp);
    if (latest - timestamp > FALL_MS) this.#hasLeapt = true;
  }

  absorb(other: ClockWatch): void {
    this.#hasLeapt ||= other.#hasLeapt;
    this.#widen(other.#first, other.#last);
  }

  /**
   * Puts the times of events right where clocks have leapt.
   *
   * @param streamOf as in `note`, by row
   * @returns when events happened that say something else, by what they say; null when there is nothing to do
   */
  repair(
    index: EventIndex,
    streamOf: (row: number) => number,
    warnings: WarningLog,
  ): ReadonlyMap<number, number> | null {
    if (!this.#hasLeapt) return null;
    const { timestamps, strays, jumped, converted } = repairClock({
      length: index.size,
      timestamp: (row) => index.recordedTimestamp(row),
      stream: streamOf,
      isKeyframe: (row) => index.kind(row) === 'fullSnapshot',
      isTimely: (row) => isVisibleKind(index.kind(row)),
    });
    index.retime(timestamps);
    warnings.set('wild-timestamps', strays);
    warnings.set('clock-jump', jumped);
    warnings.set('seconds', converted);
    const happened = new Map<number, number>();
    timestamps.forEach((timestamp, row) => {
      const recorded = index.recordedTimestamp(row);
      if (recorded !== timestamp) happened.set(recorded, timestamp);
    });
    return happened;
  }

  #widen(first: number, last: number): void {
    this.#first = Math.min(this.#first, first);
    this.#last = Math.max(this.#last, last);
    if (this.#last - this.#first > LEAP_MS) this.#hasLeapt = true;
  }
}
