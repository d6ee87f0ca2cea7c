import type { PageQuery, ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { PageState } from './page-state.ts';

/** One event of a window, not read yet; a visible one but where something else is said. */
export interface VisibleRow {
  readonly row: number;
  readonly kind: EventKind;
  /** Unix milliseconds. */
  readonly timestamp: number;
  /** Bytes of its JSON. */
  readonly length: number;
}

/** What pages are read from. */
export interface PageSource {
  /** False while events from before those that are there may still come. */
  isComplete(): boolean;
  /** Visible events of a window from `from` (included) to `to` (excluded), by time, without the first so many. */
  visibleRows(windowId: string, from: number, to: number, skip?: number): Iterable<VisibleRow>;
  /**
   * Full snapshots of a window before a moment, the latest first, as far back as nothing says that a page was loaded
   * in between.
   */
  earlierSnapshots(windowId: string, before: number): Iterable<VisibleRow>;
  /** True for a mutation that attaches a document to a frame; asked before it is read. */
  attachesFrame(row: VisibleRow): boolean;
  /** The event of a row, inflated and put right; null when it cannot be decoded. */
  inflate(row: VisibleRow): ReplayEvent | null;
  /** What is left of events once they cannot load anything but what the query allows. Edits them. */
  isolate(events: readonly ReplayEvent[], query: PageQuery): ReplayEvent[];
  /** False for a page that has to be built as a whole, whatever it is made of. */
  canBeChangedInto?(state: PageState, query: PageQuery): boolean;
  /** The Meta event that goes before a page as it is at a moment, if it has begun at `pageAt`. */
  metaFor(windowId: string, timestamp: number, pageAt: number): ReplayEvent;
}
