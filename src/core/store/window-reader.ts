import { adaptEvent } from '../adapt-css/adapt-event.ts';
import { blockAssets } from '../block-assets/block-assets.ts';
import type { BlockedLog } from '../block-assets/blocked-log.ts';
import { isolateEvent } from '../block-assets/isolate-event.ts';
import { HidingReader } from '../hide/hiding-reader.ts';
import type { PageQuery, PageResult, ReadQuery, ReadResult, ReplayEvent } from '../recording.ts';
import { defineAll, tellsOfDefinitions } from '../repair/old-custom-elements.ts';
import { splitMutation } from '../repair/split-mutation.ts';
import { PageReader, type VisibleRow } from '../seek/page-reader.ts';
import type { EventTable } from './event-table.ts';
import type { SessionFacts } from './session-facts.ts';

/** One answer of `read` holds about so much JSON and so many events, so that no message blocks its receiver. */
const READ_BUDGET_BYTES = 2 * 1024 * 1024;
const READ_BUDGET_EVENTS = 4000;
/** A mutation in more pieces than this comes as the page that it makes. */
const MAX_PIECES = 20;

/** Reads what windows show: events fit for the replay core, unable to reach out of its frame. */
export class WindowReader {
  readonly #table: EventTable;
  readonly #blocked: BlockedLog;
  readonly #isComplete: () => boolean;
  readonly #pages: PageReader;
  readonly #hiding = new HidingReader();
  /** Windows whose recorder says of custom elements whether they are defined. */
  readonly #defining = new Set<string>();

  /**
   * @param blocked told of what pages were kept from loading
   * @param isComplete false while more events may come
   */
  constructor(table: EventTable, facts: SessionFacts, blocked: BlockedLog, isComplete: () => boolean) {
    this.#table = table;
    this.#blocked = blocked;
    this.#isComplete = isComplete;
    this.#pages = new PageReader({
      isComplete,
      visibleRows: (windowId, from, to) => table.visibleRows(windowId, from, to),
      inflate: (row) => table.inflate(row),
      isolate: (event) => this.#isolate(event),
      metaFor: (windowId, timestamp) => facts.metaAt(windowId, timestamp),
    });
  }

  /** Events of one window. */
  read(query: ReadQuery): ReadResult {
    const isHiding = query.cover.length > 0;
    return isHiding ? this.#hiding.read(query, () => this.#read(query)) : this.#read(query);
  }

  /** The page of one window at a moment, in as few events as show it. */
  page(query: PageQuery): PageResult {
    const isHiding = query.cover.length > 0;
    // What differs from a page with hidden elements cannot be told from what was recorded.
    const from = isHiding ? null : query.from;
    const page = this.#pages.read({ ...query, from, to: this.#knownTo(query.to) });
    if (!page.isChange) this.#noteDefinitions(query.windowId, page.events);
    for (const event of page.events) this.#adapt(event, query.windowId);
    return isHiding ? this.#hiding.page(query, page) : page;
  }

  /** Makes the pages of all windows quick to read. Yields often, to be resumed when there is time. */
  prepare(): Generator<void> {
    return this.#pages.prepare(this.#table.keyframes());
  }

  #read({ windowId, from, to, skip, remoteAssets }: ReadQuery): ReadResult {
    const end = this.#knownTo(to);
    const events: ReplayEvent[] = [];
    let bytes = 0;
    let left = skip;
    /** The moment read last, and how many events of it. */
    let moment = { at: from, count: skip };
    for (const row of this.#table.visibleRows(windowId, from, end)) {
      const { kind, timestamp, length } = row;
      if (left-- > 0) continue;
      const count = timestamp === moment.at ? moment.count : 0;
      const isFull = bytes > READ_BUDGET_BYTES || events.length > READ_BUDGET_EVENTS;
      const ends = kind === 'fullSnapshot';
      if (isFull || ends) return { events, until: timestamp, skip: count, ends };
      const found = this.#piecesOf(row, windowId, remoteAssets);
      if (found.length > MAX_PIECES) return { events, until: timestamp, skip: count, ends: true };
      for (const event of found) events.push(event);
      bytes += length;
      moment = { at: timestamp, count: count + 1 };
    }
    return { events, until: end, skip: 0, ends: false };
  }

  /** More events of the last millisecond may be on their way: it is read when a later one has come. */
  #knownTo(to: number): number {
    return this.#isComplete() ? to : Math.min(to, this.#table.lastTimestamp);
  }

  /** An event for the replay core: cut into pieces where it is huge, and unable to reach out of the frame. */
  #piecesOf(row: VisibleRow, windowId: string, remoteAssets: boolean): readonly ReplayEvent[] {
    const event = this.#table.inflate(row);
    const shown = event && !remoteAssets ? this.#isolate(event) : event;
    if (shown) this.#adapt(shown, windowId);
    return shown ? splitMutation(shown) : [];
  }

  #noteDefinitions(windowId: string, events: readonly ReplayEvent[]): void {
    const tells = this.#table.tellsOfDefinitions(windowId) || events.some(tellsOfDefinitions);
    if (tells) this.#defining.add(windowId);
    else this.#defining.delete(windowId);
  }

  #adapt(event: ReplayEvent, windowId: string): void {
    adaptEvent(event);
    if (!this.#defining.has(windowId)) defineAll(event);
  }

  #isolate(event: ReplayEvent): ReplayEvent | null {
    blockAssets(event, (kind, address) => this.#blocked.note(kind, address));
    return isolateEvent(event);
  }
}
