import { earlierSnapshots } from './earlier-snapshots.ts';
import { RecorderPage } from '../repair/recorder-page.ts';
import type { EventTable, IndexedEvent } from './event-table.ts';
import type { SessionFacts } from './session-facts.ts';

/** So many events behind a page tell whether the one before it goes on. */
const LOOKED_AT = 300;

type Found = Pick<IndexedEvent, 'row' | 'timestamp' | 'kind'>;

/** A full snapshot in the course of a window, and the Meta event before it. */
interface Part {
  readonly snapshot: Found;
  readonly meta: Found | null;
  /** When the next one begins. */
  end: number;
}

/**
 * Recorders of a page and of a frame in it, or two of one page, may send into one window, each with numbers of its
 * own. Left alone, the page of the second takes the place of the first's, whose events then change nodes that happen
 * to have their numbers.
 */
export class SecondRecorder {
  readonly #table: EventTable;
  readonly #facts: SessionFacts;
  readonly #windowId: string;

  constructor(table: EventTable, facts: SessionFacts, windowId: string) {
    this.#table = table;
    this.#facts = facts;
    this.#windowId = windowId;
  }

  /** Events that can only be of the second. */
  find(): readonly Found[] {
    if (!this.#facts.hasSeveralPages(this.#windowId)) return [];
    const found: Found[] = [];
    let first: Part | null = null;
    let second: Part | null = null;
    let pages = null as { of: RecorderPage; other: RecorderPage } | null;
    for (const part of this.#parts()) {
      const isFirst = first !== null && this.#numbers(part) === this.#numbers(first);
      const isSecond =
        !isFirst && (second ? this.#isOf(second, part) : first !== null && this.#goesOn(first, part));
      if (isSecond && first) {
        pages = { of: pages?.of ?? this.#pageAfter(first), other: this.#pageOf(part) };
        second = part;
        found.push(part.snapshot, ...(part.meta ? [part.meta] : []));
      } else {
        if (!isFirst) [second, pages] = [null, null];
        first = part;
        if (pages) pages.of = this.#pageOf(part);
      }
      if (pages) found.push(...this.#changesOfOther(part, pages.of, pages.other));
    }
    return found;
  }

  #parts(): Part[] {
    const parts: Part[] = [];
    let meta: Found | null = null;
    for (const event of this.#table.events()) {
      if (event.windowId !== this.#windowId) continue;
      if (event.kind === 'meta') meta = event;
      if (event.kind !== 'fullSnapshot') continue;
      const last = parts.at(-1);
      if (last) last.end = event.timestamp;
      parts.push({ snapshot: event, meta, end: Infinity });
      meta = null;
    }
    return parts;
  }

  /** True when a page is another one, but events go on that can only be of the one before it. */
  #goesOn(first: Part, part: Part): boolean {
    if (!this.#isSuspect(part)) return false;
    const [page, other] = [this.#pageAfter(first), this.#pageOf(part)];
    let [ofFirst, ofOther, count] = [0, 0, 0];
    for (const row of this.#changes(part)) {
      if (count++ === LOOKED_AT) break;
      const event = this.#table.inflate(row);
      const copy = this.#table.inflate(row);
      if (!event || !copy) continue;
      const [isFirst, isOther] = [page.fits(event), other.fits(event)];
      if (isFirst && !isOther) ofFirst++;
      if (isOther && !isFirst) ofOther++;
      if (isFirst) page.add(event);
      if (isOther) other.add(copy);
    }
    return ofFirst > ofOther;
  }

  /**
   * A page that is loaded in place of another has its size, and its recorder says that it has started: without this
   * nobody need look.
   */
  #isSuspect({ snapshot, meta }: Part): boolean {
    const size = this.#sizeAt((meta ?? snapshot).timestamp - 1);
    if (size.width !== this.#sizeAt(snapshot.timestamp).width) return true;
    const isStart = (from: number, to: number) => this.#facts.isStart(this.#windowId, from, to);
    const { timestamp } = snapshot;
    const before = this.#table.rowsBefore(this.#windowId, timestamp);
    return !earlierSnapshots(before, timestamp, isStart).next().done;
  }

  /** True when a page is the second recorder's as well, taken anew or loaded in the same frame. */
  #isOf(second: Part, part: Part): boolean {
    if (this.#numbers(second) === this.#numbers(part)) return true;
    const [a, b] = [second, part].map(({ snapshot }) => this.#sizeAt(snapshot.timestamp));
    return a?.width === b?.width && a?.height === b?.height;
  }

  *#changesOfOther({ end, snapshot }: Part, page: RecorderPage, other: RecorderPage): Generator<Found> {
    for (const row of this.#changes({ end, snapshot })) {
      const event = this.#table.inflate(row);
      if (!event) continue;
      const isOfFirst = page.fits(event);
      const isOfOther = other.fits(event) && (!isOfFirst || (other.isNext(event) && !page.isNext(event)));
      if (isOfOther) {
        other.add(event);
        yield row;
      } else if (isOfFirst) page.add(event);
    }
  }

  #pageAfter(part: Part): RecorderPage {
    const page = this.#pageOf(part);
    for (const row of this.#changes(part)) {
      const event = this.#table.inflate(row);
      if (event) page.add(event);
    }
    return page;
  }

  #pageOf({ snapshot }: Part): RecorderPage {
    return new RecorderPage(this.#table.inflate(snapshot));
  }

  *#changes({ snapshot, end }: Pick<Part, 'snapshot' | 'end'>): Generator<Found> {
    for (const row of this.#table.visibleRows(this.#windowId, snapshot.timestamp, end))
      if (row.kind !== 'fullSnapshot') yield row;
  }

  #sizeAt(timestamp: number) {
    return this.#facts.sizeAt(this.#windowId, timestamp, timestamp);
  }

  #numbers({ snapshot }: Part): string {
    return this.#facts.numbersAt(this.#windowId, snapshot.timestamp);
  }
}
