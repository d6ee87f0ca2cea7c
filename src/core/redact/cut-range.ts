import { EventType } from '@rrweb/types';
import type { Fields } from '../json.ts';
import type { SessionEvent } from '../recording.ts';
import type { KeptRange } from './kept-range.ts';
import { withinRange } from './past-moments.ts';
import { PastPages } from './past-pages.ts';

/** Tag of the events that stand at both ends of a stretch, so that it is as long as it was asked for. */
const END_TAG = 'cut';
/** What happens so soon after the stretch begins may tell what of a page was still there before. */
const AHEAD_MS = 1000;

/**
 * Keeps a stretch of a session: the pages of its windows as they are when the stretch begins stand in it as full
 * snapshots, and nothing that was on them only before. The window that was on screen then is on screen.
 */
export class RangeCutter {
  readonly #range: KeptRange;
  readonly #onCut: () => void;
  readonly #past = new PastPages();
  /** Windows whose page is not in the stretch yet. */
  readonly #outside = new Set<string>();
  /** The beginning of the stretch, as long as it is not known what comes before it. */
  #held: SessionEvent[] = [];
  /** Windows of which something is in the stretch. */
  readonly #kept = new Set<string>();
  #isInside = false;
  /** Unix milliseconds: when the last event happened that was kept. */
  #lastAt = -Infinity;

  /** @param onCut told of each event that is left out */
  constructor(range: KeptRange, onCut: () => void) {
    this.#range = range;
    this.#onCut = onCut;
  }

  /** @param given in the order of the session; its event becomes the cutter's own */
  *cut(given: SessionEvent): Generator<SessionEvent> {
    const timestamp = Number(given.event['timestamp']);
    const { from } = this.#range;
    if (timestamp < from + AHEAD_MS) this.#past.note(given);
    if (timestamp < from) {
      this.#outside.add(given.windowId);
      this.#onCut();
    } else if (timestamp < from + AHEAD_MS) {
      this.#held.push(given);
    } else {
      yield* this.#release();
      yield* this.#cut(given);
    }
  }

  *#release(): Generator<SessionEvent> {
    for (const given of this.#held.splice(0)) yield* this.#cut(given);
  }

  *#cut({ windowId, event }: SessionEvent): Generator<SessionEvent> {
    const timestamp = Number(event['timestamp']);
    const begins = event['type'] === EventType.Meta || event['type'] === EventType.FullSnapshot;
    // Nobody sees the page before for one that begins with the stretch.
    if (begins && timestamp === this.#range.from) this.#outside.delete(windowId);
    yield* this.#enter(timestamp);
    if (timestamp > this.#range.to) {
      this.#onCut();
      return;
    }
    if (begins) this.#outside.delete(windowId);
    yield* this.#pageOf(windowId, timestamp);
    const within = withinRange(event, this.#range);
    const left = within && this.#past.onPage(windowId, within);
    if (left) yield this.#keep(windowId, left);
    else this.#onCut();
  }

  /** What is still to come when all events have been given. */
  *end(): Generator<SessionEvent> {
    const { to, shownLast, longer } = this.#range;
    yield* this.#release();
    yield* this.#enter(Infinity);
    // Others than the one on screen come first: as long as they go on they do not take its place.
    const open = [...this.#kept].filter((id) => longer.has(id) && id !== shownLast);
    for (const windowId of open) yield this.#keep(windowId, endAt(to));
    const isShort = this.#lastAt < to || open.length > 0 || longer.has(shownLast ?? '');
    if (shownLast !== null && isShort) yield this.#keep(shownLast, endAt(to));
  }

  /**
   * Someone who opens the recording sees what was seen then, also when nothing happens in the stretch.
   *
   * @param next when the next event happens, Unix milliseconds
   */
  *#enter(next: number): Generator<SessionEvent> {
    if (this.#isInside) return;
    this.#isInside = true;
    const { from, shownFirst, goingOn } = this.#range;
    // The last one is on screen.
    for (const windowId of goingOn) if (windowId !== shownFirst) yield* this.#pageOf(windowId, from);
    if (shownFirst === null) return;
    yield* this.#pageOf(shownFirst, from);
    if (this.#lastAt < from && next > from) yield this.#keep(shownFirst, endAt(from));
  }

  /** The page on which a window's first event in the stretch happens; nothing when it is there already. */
  *#pageOf(windowId: string, timestamp: number): Generator<SessionEvent> {
    if (!this.#outside.delete(windowId)) return;
    for (const event of this.#past.pageAt(windowId, this.#range.from, timestamp))
      yield this.#keep(windowId, { ...event });
  }

  #keep(windowId: string, event: Fields): SessionEvent {
    this.#kept.add(windowId);
    this.#lastAt = Number(event['timestamp']);
    return { windowId, event };
  }
}

function endAt(timestamp: number): Fields {
  return { type: EventType.Custom, timestamp, data: { tag: END_TAG, payload: {} } };
}
