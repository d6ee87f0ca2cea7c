import { type EventKind, isActiveKind, isVisibleKind } from '../rrweb/event-kind.ts';
import type { Keyframe, ReplayEvent } from '../recording.ts';
import { WarningLog } from '../warnings.ts';
import type { VisibleRow } from '../seek/page-source.ts';
import type { BlockMemory } from './block-memory.ts';
import { ByteArena } from './byte-arena.ts';
import { ClockWatch } from './clock-watch.ts';
import { EventIndex } from './event-index.ts';
import { EventReader } from './event-reader.ts';
import { hideDuplicates } from './hide-duplicates.ts';
import type { SegmentedEvent } from './segments.ts';

/** Nobody has so many tabs; a file that says so is damaged. */
const MAX_WINDOWS = 1000;
/** Events that recorders send before the first page: the document's states, options, the size. */
const LEAD_IN = 10;

/** An event as the index knows it. */
export interface IndexedEvent extends SegmentedEvent {
  readonly kind: EventKind;
  readonly row: number;
  /** Its place in the order of the session, those that are hidden counted. */
  readonly position: number;
}

/** The events of a recording: their JSON as bytes, and an index of them by time and window. */
export class EventTable {
  readonly #warnings: WarningLog;
  readonly #arena: ByteArena;
  readonly #index = new EventIndex();
  readonly #clock = new ClockWatch();
  readonly #reader = new EventReader();
  readonly #windowIds: string[] = [];
  readonly #windowNumbers = new Map<string, number>();
  /** Numbers of windows whose recorder tells when custom elements are defined. */
  readonly #defining = new Set<number>();

  /**
   * @param warnings told of what is put right, hidden or left out
   * @param memory for its events; shared with tables that it may absorb
   */
  constructor(warnings: WarningLog, memory: BlockMemory) {
    this.#warnings = warnings;
    this.#arena = new ByteArena(memory);
  }

  get size(): number {
    return this.#index.size;
  }

  get windowIds(): readonly string[] {
    return this.#windowIds;
  }

  /** True when there is a page among the first few events. */
  get startsWithPage(): boolean {
    for (let row = 0; row < Math.min(LEAD_IN, this.#index.size); row++) {
      if (this.#index.kind(row) === 'fullSnapshot') return true;
    }
    return false;
  }

  /** From the first event to the last as the files say; Unix milliseconds. */
  get span(): { readonly first: number; readonly last: number } {
    return this.#clock.span;
  }

  /** When the first and the last event happened, as far as they are in order; Unix milliseconds. */
  get bounds(): { readonly startAt: number; readonly endAt: number } {
    const { order } = this.#index;
    const isShown = (row: number) => !this.#index.isHidden(row);
    const [first, last] = [order.find(isShown), order.findLast(isShown)];
    return {
      startAt: first === undefined ? Infinity : this.#index.timestamp(first),
      endAt: last === undefined ? -Infinity : this.#index.timestamp(last),
    };
  }

  /** Time of the last event that is in order, hidden or not; Unix milliseconds. */
  get lastTimestamp(): number {
    return this.#index.timestamp(this.#index.order.at(-1) ?? 0);
  }

  /** A window's number; numbers count up from 0. */
  windowIndex(id: string): number {
    const known = this.#windowNumbers.get(id);
    if (known !== undefined) return known;
    if (this.#windowIds.length >= MAX_WINDOWS) return MAX_WINDOWS - 1;
    const index = this.#windowIds.push(id) - 1;
    this.#windowNumbers.set(id, index);
    return index;
  }

  windowId(index: number): string {
    return this.#windowIds[index] ?? '';
  }

  /** @param part number of the file it comes from */
  append(timestamp: number, kind: EventKind, bytes: Uint8Array, windowIndex: number, part: number): void {
    this.#clock.note(timestamp, part * MAX_WINDOWS + windowIndex);
    if (kind === 'customElement') this.#defining.add(windowIndex);
    const place = this.#arena.append(bytes);
    this.#index.add({ timestamp, windowIndex, part, kind, ...place, length: bytes.length });
  }

  /** Takes all of another table over, which must not be used afterwards. */
  absorb(other: EventTable): void {
    const blocks = this.#arena.absorb(other.#arena);
    this.#index.absorb(other.#index, (entry) => ({
      ...entry,
      block: entry.block + blocks,
      windowIndex: this.windowIndex(other.windowId(entry.windowIndex)),
    }));
    for (const window of other.#defining) this.#defining.add(this.windowIndex(other.windowId(window)));
    this.#clock.absorb(other.#clock);
  }

  /** Lets go of all events. */
  close(): void {
    this.#arena.close();
  }

  /**
   * Puts events in order: clocks first, then time, then duplicates.
   *
   * @param isComplete false while more may come
   * @returns when events happened that say something else, by what they say; null when there are none
   */
  arrange(isComplete: boolean): ReadonlyMap<number, number> | null {
    const index = this.#index;
    const streamOf = (row: number) => index.part(row) * MAX_WINDOWS + index.windowIndex(row);
    const happened = this.#clock.repair(index, streamOf, this.#warnings);
    const hidden = hideDuplicates(index, index.sort(), isComplete, (row) => this.#bytesOf(row));
    if (hidden > 0) this.#warnings.add('duplicates', hidden);
    return happened;
  }

  /** All events that are not hidden, by time, from a place in their order on. */
  *events(first = 0): Generator<IndexedEvent> {
    const { order } = this.#index;
    for (let position = first; position < order.length; position++) {
      const row = order[position] ?? 0;
      if (this.#index.isHidden(row)) continue;
      const kind = this.#index.kind(row);
      yield {
        timestamp: this.#index.timestamp(row),
        windowId: this.windowId(this.#index.windowIndex(row)),
        kind,
        isActive: isActiveKind(kind),
        row,
        position,
      };
    }
  }

  /** Events of a window that show on its page, from a moment (included) to another (excluded), but for the first. */
  *visibleRows(windowId: string, from: number, to: number, skip = 0): Generator<VisibleRow> {
    const { order } = this.#index;
    const windowIndex = this.#windowNumbers.get(windowId) ?? -1;
    let left = skip;
    for (let position = this.#index.lowerBound(from); position < order.length; position++) {
      const row = order[position] ?? 0;
      const timestamp = this.#index.timestamp(row);
      if (timestamp >= to) return;
      const kind = this.#index.kind(row);
      if (this.#index.windowIndex(row) !== windowIndex || !isVisibleKind(kind) || this.#index.isHidden(row))
        continue;
      if (left > 0) left--;
      else yield this.#rowOf(row);
    }
  }

  /** True when a window's recorder tells of a custom element that is defined. */
  tellsOfDefinitions(windowId: string): boolean {
    return this.#defining.has(this.#windowNumbers.get(windowId) ?? -1);
  }

  definingWindows(): string[] {
    return [...this.#defining].map((windowIndex) => this.windowId(windowIndex));
  }

  /** Events of a window before a moment, the latest first. */
  *rowsBefore(windowId: string, before: number): Generator<VisibleRow> {
    const { order } = this.#index;
    const windowIndex = this.#windowNumbers.get(windowId) ?? -1;
    for (let position = this.#index.lowerBound(before) - 1; position >= 0; position--) {
      const row = order[position] ?? 0;
      if (this.#index.windowIndex(row) !== windowIndex || this.#index.isHidden(row)) continue;
      yield this.#rowOf(row);
    }
  }

  /** True when a text stands in an event's JSON. */
  mentions({ row }: VisibleRow, text: string): boolean {
    return this.#reader.text(this.#bytesOf(row)).includes(text);
  }

  keyframes(): Keyframe[] {
    const keyframes: Keyframe[] = [];
    for (const row of this.#index.order) {
      if (this.#index.kind(row) !== 'fullSnapshot' || this.#index.isHidden(row)) continue;
      const windowId = this.windowId(this.#index.windowIndex(row));
      keyframes.push({ windowId, timestamp: this.#index.timestamp(row) });
    }
    return keyframes;
  }

  /** Leaves an event out from now on. */
  hide({ row }: { readonly row: number }): void {
    this.#index.hide(row);
  }

  /** The event of a row, inflated and put right; null, and hidden from now on, when it cannot be decoded. */
  inflate({ row, timestamp }: { readonly row: number; readonly timestamp: number }): ReplayEvent | null {
    const warnings = this.#index.isRead(row) ? new WarningLog() : this.#warnings;
    this.#index.setRead(row);
    const event = this.#reader.inflate(this.#bytesOf(row), timestamp, warnings);
    if (event) return event;
    this.#index.hide(row);
    this.#warnings.add('undecodable');
    return null;
  }

  #rowOf(row: number): VisibleRow {
    const { length } = this.#index.place(row);
    return { row, kind: this.#index.kind(row), timestamp: this.#index.timestamp(row), length };
  }

  #bytesOf(row: number): Uint8Array {
    const { block, offset, length } = this.#index.place(row);
    return this.#arena.view(block, offset, length);
  }
}
