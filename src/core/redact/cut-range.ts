import { EventType } from '@rrweb/types';
import { PageState } from '../seek/page-state.ts';
import { asArray, asRecord, type Fields } from '../json.ts';
import type { ReplayEvent, SessionEvent } from '../recording.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import type { KeptRange } from './kept-range.ts';

/** What a window has shown until the range begins. */
interface WindowPast {
  fold: PageState | null;
  href: unknown;
  width: unknown;
  height: unknown;
}

/** Tag of the events that stand at both ends of a stretch, so that it is as long as it was asked for. */
const END_TAG = 'cut';

/**
 * Keeps a stretch of a session: the pages of its windows as they are when the stretch begins stand in it as full
 * snapshots, and nothing that was on them only before. The window that was on screen then is on screen.
 */
export class RangeCutter {
  readonly #range: KeptRange;
  readonly #onCut: () => void;
  readonly #past = new Map<string, WindowPast>();
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
    const { windowId, event } = given;
    const timestamp = Number(event['timestamp']);
    if (timestamp < this.#range.from) {
      this.#remember(windowId, event);
      this.#onCut();
      return;
    }
    const begins = event['type'] === EventType.Meta || event['type'] === EventType.FullSnapshot;
    // Nobody sees the page before for one that begins with the stretch.
    if (begins && timestamp === this.#range.from) this.#past.delete(windowId);
    yield* this.#enter(timestamp);
    if (timestamp > this.#range.to) {
      this.#onCut();
      return;
    }
    if (begins) this.#past.delete(windowId);
    yield* this.#pageOf(windowId, timestamp);
    yield this.#keep(windowId, withoutPast(event, this.#range));
  }

  /** What is still to come when all events have been given. */
  *end(): Generator<SessionEvent> {
    const { to, shownLast, longer } = this.#range;
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
    const past = this.#past.get(windowId);
    this.#past.delete(windowId);
    if (!past?.fold) return;
    const { href, width, height } = past;
    yield this.#keep(windowId, { type: EventType.Meta, timestamp, data: { href, width, height } });
    const events = [...past.fold.recorded(), ...past.fold.user.recorded(timestamp)];
    for (const event of events) yield this.#keep(windowId, at(timestamp, event));
  }

  #keep(windowId: string, event: Fields): SessionEvent {
    this.#kept.add(windowId);
    this.#lastAt = Number(event['timestamp']);
    return { windowId, event };
  }

  #remember(windowId: string, event: Fields): void {
    const past = this.#past.get(windowId) ?? { fold: null, href: '', width: 0, height: 0 };
    this.#past.set(windowId, past);
    const data = asRecord(event['data']);
    const href = data['href'] ?? asRecord(data['payload'])['href'];
    const kind = kindOf(Number(event['type']), data);
    if (typeof href === 'string' && (kind === 'meta' || kind === 'custom')) past.href = href;
    if (kind === 'meta' || kind === 'viewportResize') {
      past.width = data['width'];
      past.height = data['height'];
    }
    const replayed = event as unknown as ReplayEvent;
    if (kind === 'fullSnapshot') past.fold = new PageState(replayed);
    else past.fold?.add(replayed);
  }
}

function endAt(timestamp: number): Fields {
  return { type: EventType.Custom, timestamp, data: { tag: END_TAG, payload: {} } };
}

/** An event that brings a page about again has no time of its own any more, and where a pointer was is where it is. */
function at(timestamp: number, event: ReplayEvent): Fields {
  const data = asRecord(event.data);
  if (!Array.isArray(data['positions'])) return { ...event, timestamp };
  const positions = data['positions'].slice(-1).map((position) => ({ ...asRecord(position), timeOffset: 0 }));
  return { ...event, timestamp, data: { ...data, positions } };
}

/** Events tell of moments before their own: where a pointer was, when a request was made. */
function withoutPast(event: Fields, { from, to }: KeptRange): Fields {
  const data = asRecord(event['data']);
  const { positions } = data;
  if (Array.isArray(positions)) {
    const since = from - Number(event['timestamp']);
    const kept = positions.filter((position) => !(Number(asRecord(position)['timeOffset']) < since));
    return { ...event, data: { ...data, positions: kept } };
  }
  const payload = asRecord(data['payload']);
  if (!Array.isArray(payload['requests'])) return event;
  const requests = asArray(payload['requests']).filter((request) => {
    const { timestamp } = asRecord(request);
    return typeof timestamp !== 'number' || (timestamp >= from && timestamp <= to);
  });
  return { ...event, data: { ...data, payload: { ...payload, requests } } };
}
