import { firstIndex } from '../first-index.ts';
import { EVENT_KINDS, type EventKind } from '../rrweb/event-kind.ts';

/** What is marked of a row. */
const HIDDEN = 1;
const READ = 2;

/** One row of the index. */
export interface IndexEntry {
  /** Unix milliseconds, as the file says. */
  readonly timestamp: number;
  readonly windowIndex: number;
  /** The file it came from; counts up. */
  readonly part: number;
  readonly kind: EventKind;
  readonly block: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * Where each event is and what it is, in typed arrays: about 40 bytes an event, and no object that a garbage
 * collector would have to visit. Rows are numbered in order of arrival; `order` lists them by time.
 */
export class EventIndex {
  #capacity = 1024;
  #recorded = new Float64Array(this.#capacity);
  #timestamps = new Float64Array(this.#capacity);
  #parts = new Uint16Array(this.#capacity);
  #windows = new Uint16Array(this.#capacity);
  #kinds = new Uint8Array(this.#capacity);
  #blocks = new Uint32Array(this.#capacity);
  #offsets = new Uint32Array(this.#capacity);
  #lengths = new Uint32Array(this.#capacity);
  #marks = new Uint8Array(this.#capacity);
  #order = new Uint32Array(this.#capacity);
  #size = 0;
  #sorted = 0;

  get size(): number {
    return this.#size;
  }

  /** Rows by time; those of one millisecond in order of arrival. Includes hidden rows. */
  get order(): Uint32Array {
    return this.#order.subarray(0, this.#sorted);
  }

  add(entry: IndexEntry): void {
    if (this.#size === this.#capacity) this.#grow();
    const row = this.#size++;
    this.#recorded[row] = entry.timestamp;
    this.#timestamps[row] = entry.timestamp;
    this.#parts[row] = entry.part;
    this.#windows[row] = entry.windowIndex;
    this.#kinds[row] = EVENT_KINDS.indexOf(entry.kind);
    this.#blocks[row] = entry.block;
    this.#offsets[row] = entry.offset;
    this.#lengths[row] = entry.length;
  }

  /** Unix milliseconds, put right where the file was wrong. */
  timestamp(row: number): number {
    return this.#timestamps[row] ?? NaN;
  }

  /** Unix milliseconds as the file says. */
  recordedTimestamp(row: number): number {
    return this.#recorded[row] ?? NaN;
  }

  part(row: number): number {
    return this.#parts[row] ?? 0;
  }

  windowIndex(row: number): number {
    return this.#windows[row] ?? 0;
  }

  kind(row: number): EventKind {
    return EVENT_KINDS[this.#kinds[row] ?? 0] ?? 'unknown';
  }

  /** A number that only events of one kind in one window share. */
  shape(row: number): number {
    return this.windowIndex(row) * EVENT_KINDS.length + (this.#kinds[row] ?? 0);
  }

  place(row: number): { block: number; offset: number; length: number } {
    return {
      block: this.#blocks[row] ?? 0,
      offset: this.#offsets[row] ?? 0,
      length: this.#lengths[row] ?? 0,
    };
  }

  /** True for duplicates and for events that turned out to be unreadable. */
  isHidden(row: number): boolean {
    return this.#isMarked(row, HIDDEN);
  }

  hide(row: number): void {
    this.#mark(row, HIDDEN);
  }

  /** True for events that were read before: what there is to say about them was said. */
  isRead(row: number): boolean {
    return this.#isMarked(row, READ);
  }

  setRead(row: number): void {
    this.#mark(row, READ);
  }

  /** Puts times right, a time for each row, and sorts all rows anew if one has changed. */
  retime(timestamps: Float64Array): void {
    if (timestamps.every((timestamp, row) => timestamp === this.#timestamps[row])) return;
    this.#timestamps.set(timestamps);
    this.#sorted = 0;
  }

  /** Takes all rows of another index in, behind its own. */
  absorb(other: EventIndex, place: (entry: IndexEntry) => IndexEntry): void {
    for (let row = 0; row < other.size; row++) {
      const added = this.#size;
      this.add(place({ ...other.place(row), ...other.#identity(row) }));
      this.#timestamps[added] = other.timestamp(row);
    }
  }

  #identity(row: number): Omit<IndexEntry, 'block' | 'offset' | 'length'> {
    return {
      timestamp: this.recordedTimestamp(row),
      windowIndex: this.windowIndex(row),
      part: this.part(row),
      kind: this.kind(row),
    };
  }

  /**
   * Takes rows that were added since the last call into `order` and returns the first position in it that
   * changed. Rows mostly come in order, so this is an append; a file that lists window after window costs a merge.
   */
  sort(): number {
    const added = this.#order.subarray(this.#sorted, this.#size);
    for (let i = 0; i < added.length; i++) added[i] = this.#sorted + i;
    const byTime = (a: number, b: number) => this.timestamp(a) - this.timestamp(b) || a - b;
    if (added.some((row, i) => i > 0 && byTime(row - 1, row) > 0)) added.sort(byTime);
    const first = added[0];
    if (first === undefined) return this.#sorted;
    const from = this.lowerBound(this.timestamp(first));
    const last = this.#order[this.#sorted - 1];
    if (last !== undefined && byTime(last, first) > 0) {
      this.#order.subarray(from, this.#size).sort(byTime);
    }
    this.#sorted = this.#size;
    return from;
  }

  /** First position in `order` whose time is not before `timestamp`. */
  lowerBound(timestamp: number): number {
    return firstIndex(this.#sorted, (index) => this.timestamp(this.#order[index] ?? 0) >= timestamp);
  }

  #isMarked(row: number, mark: number): boolean {
    return ((this.#marks[row] ?? 0) & mark) !== 0;
  }

  #mark(row: number, mark: number): void {
    this.#marks[row] = (this.#marks[row] ?? 0) | mark;
  }

  #grow(): void {
    this.#capacity *= 2;
    const grown = <T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#recorded = grown(new Float64Array(this.#capacity), this.#recorded);
    this.#parts = grown(new Uint16Array(this.#capacity), this.#parts);
    this.#timestamps = grown(new Float64Array(this.#capacity), this.#timestamps);
    this.#windows = grown(new Uint16Array(this.#capacity), this.#windows);
    this.#kinds = grown(new Uint8Array(this.#capacity), this.#kinds);
    this.#blocks = grown(new Uint32Array(this.#capacity), this.#blocks);
    this.#offsets = grown(new Uint32Array(this.#capacity), this.#offsets);
    this.#lengths = grown(new Uint32Array(this.#capacity), this.#lengths);
    this.#marks = grown(new Uint8Array(this.#capacity), this.#marks);
    this.#order = grown(new Uint32Array(this.#capacity), this.#order);
  }
}
