import { IncrementalSource } from '@rrweb/types';
import { CarriedState } from './carried-state.ts';
import { pageDifference } from './page-difference.ts';
import { PageState } from './page-state.ts';
import { asRecord } from '../json.ts';
import {
  incrementalEvent,
  type Keyframe,
  type PageMoment,
  type PageQuery,
  type PageResult,
  type PageTimes,
  type ReplayEvent,
} from '../recording.ts';
import { type KeptPage, PageCache } from './page-cache.ts';
import type { PageSource, VisibleRow } from './page-source.ts';
import { PointerMoves, tellsOfMoves } from './pointer-moves.ts';
import { nearest, stretchesOf } from './stretches.ts';

/** What reading an event costs besides its bytes, in bytes. */
const EVENT_COST = 200;
/** So much is read at most between two pages that are kept, unless there are too many of them. */
const SPACING = 128 * 1024;
/** The same while somebody waits for the page, as each that is kept takes its time. */
const HURRIED_SPACING = 4 * SPACING;

const NO_TIMES: PageTimes = { page: 0, added: [], restyled: [] };

/** A page as it is at a moment, with everything before that. */
interface ReadPage extends PageMoment {
  readonly windowId: string;
  readonly state: PageState;
}

/**
 * Reads the page of any moment at about the same price: what happened since its full snapshot is taken into one
 * state of the page, and states are kept along the way, for the next to start from. Who comes first pays for the way;
 * most often that is `prepare`.
 */
export class PageReader {
  readonly #source: PageSource;
  readonly #cache: PageCache;
  readonly #carried: CarriedState;
  /** How far pages were kept along the way, by stretch. Unix milliseconds. */
  readonly #keptTo = new Map<string, number>();
  /** The page on screen, or an earlier moment of it, so that a seek from it need not read it again. */
  #onScreen: ReadPage | null = null;
  /** Time of the page that was read last: whoever looks there may well want a moment nearby. */
  #lastRead = 0;

  /** @param memoryShare how much of the usual is kept, above 0 and up to 1 */
  constructor(source: PageSource, memoryShare = 1) {
    this.#source = source;
    this.#cache = new PageCache(memoryShare);
    this.#carried = new CarriedState(source);
  }

  /**
   * Everything before `query.to`, ready for the replay core: as a page, or as the change that makes it of the page of
   * `query.from`. Empty when the snapshot cannot be decoded.
   */
  read(query: PageQuery): PageResult {
    this.#lastRead = query.to;
    const state = this.stateAt(query.windowId, query);
    if (!state) return resultOf(query);
    return this.#changeInto(state, query) ?? this.#pageOf(state, query);
  }

  /**
   * The change alone that makes the page of `query.to` of that of `query.from`; null where that has to be built, which
   * whoever asks does by other means.
   */
  readChange(query: PageQuery): PageResult | null {
    const state = this.stateAt(query.windowId, query);
    const change = state && this.#changeInto(state, query);
    if (state && !change) this.#remember(query.windowId, query, state);
    return change;
  }

  #changeInto(state: PageState, query: PageQuery): PageResult | null {
    const { windowId, to } = query;
    const from = query.from && this.#stateOnScreen(windowId, query.from);
    const change = from && pageDifference(from, state, to - 1);
    if (!change || this.#source.canBeChangedInto?.(state, query) === false) return null;
    // What is handed out is edited, and the state stays as it was recorded.
    const events = this.#source.isolate(structuredClone(change), query);
    this.#remember(windowId, query, state);
    return { ...resultOf(query, state), events: [resize(this.#metaFor(query)), ...events], isChange: true };
  }

  /** @param state becomes that of the page */
  #pageOf(state: PageState, query: PageQuery): PageResult {
    const result = resultOf(query, state);
    const [snapshot, ...rest] = this.#source.isolate(state.events(), query);
    if (!snapshot) return resultOf(query);
    // The size at the moment that is read: the core sets the one it starts with a little after it has started.
    const meta = { ...this.#metaFor(query), timestamp: snapshot.timestamp };
    return { ...result, events: [meta, snapshot, ...rest] };
  }

  #metaFor({ windowId, to, keyframeAt }: PageQuery): ReplayEvent {
    return this.#source.metaFor(windowId, to - 1, keyframeAt);
  }

  /** The page that is to be changed; null where that cannot be. */
  #stateOnScreen(windowId: string, moment: PageMoment): PageState | null {
    if (!this.#isOnePage(windowId, moment)) return null;
    const known = this.#onScreen;
    const isSame = known?.windowId === windowId && known.keyframeAt === moment.keyframeAt;
    const state = this.#read(windowId, moment, isSame && known.to <= moment.to ? known : null);
    if (state) this.#remember(windowId, moment, state);
    return state;
  }

  /** While a file is read, events of the time before may still come. */
  #remember(windowId: string, { keyframeAt, to }: PageMoment, state: PageState): void {
    this.#onScreen = this.#source.isComplete() ? { windowId, keyframeAt, to, state } : null;
  }

  /** The page of a moment, as it was recorded; null when its snapshot cannot be decoded. */
  stateAt(windowId: string, moment: PageMoment): PageState | null {
    return this.#read(windowId, moment, null);
  }

  /** @param known an earlier moment of the same page; becomes the one that is read */
  #read(windowId: string, moment: PageMoment, known: ReadPage | null): PageState | null {
    const walk = this.#walk(windowId, moment, HURRIED_SPACING, known);
    for (;;) {
      const { done, value } = walk.next();
      if (done) return value;
    }
  }

  /**
   * Goes through all pages once and keeps some of them, beginning near the page that was read last, wherever that is
   * by then. Yields often, to be resumed when there is time.
   */
  *prepare(keyframes: readonly Keyframe[]): Generator<void> {
    const left = new Set(stretchesOf(keyframes));
    for (let next = nearest(left, this.#lastRead); next; next = nearest(left, this.#lastRead)) {
      const { windowId, timestamp, end } = next;
      const lastRead = this.#lastRead;
      const walk = this.#walk(windowId, { keyframeAt: timestamp, to: end }, SPACING, null);
      while (lastRead === this.#lastRead) {
        if (walk.next().done) {
          left.delete(next);
          break;
        }
        yield;
      }
    }
  }

  /** False when another page begins before the moment: what is on screen then cannot be what is asked about. */
  #isOnePage(windowId: string, { keyframeAt, to }: PageMoment): boolean {
    for (const { kind, timestamp } of this.#source.visibleRows(windowId, keyframeAt, to))
      if (kind === 'fullSnapshot' && timestamp > keyframeAt) return false;
    return true;
  }

  /** Adds event by event to the nearest state that was kept, and keeps states where nobody has come before. */
  *#walk(
    windowId: string,
    { keyframeAt, to }: PageMoment,
    spacing: number,
    known: ReadPage | null,
  ): Generator<void, PageState | null> {
    const start = this.#startFor(windowId, { keyframeAt, to }, known);
    const stretch = `${keyframeAt} ${windowId}`;
    let state = start?.state ?? null;
    let [previousAt, cost] = [NaN, 0];
    const from = start?.to ?? keyframeAt;
    // What is told of the time before the snapshot is of its page: a page that is loaded has a recorder of its own.
    const moves = new PointerMoves(this.#source, windowId, { from, to }, start ? Infinity : from);
    for (const row of this.#source.visibleRows(windowId, from, to)) {
      if (state) for (const move of moves.takeBefore(row.timestamp)) state.add(move);
      const isDue = cost > spacing * this.#cache.sparseness && row.timestamp > previousAt;
      if (state && isDue && this.#source.isComplete()) {
        const at = row.timestamp;
        this.#keep(stretch, { windowId, keyframeAt, at, events: state.events(), times: state.times(at) });
        cost = 0;
      }
      if (tellsOfMoves(row)) for (const move of moves.takeAt(row)) state?.add(move);
      else state = this.#add(windowId, state, row);
      cost += row.length + EVENT_COST;
      previousAt = row.timestamp;
      yield;
    }
    if (state) for (const move of moves.takeBefore(to)) state.add(move);
    return state;
  }

  /** The latest page before a moment that need not be read; null for none. */
  #startFor(windowId: string, { keyframeAt, to }: PageMoment, known: ReadPage | null): ReadPage | null {
    const kept = this.#cache.find(windowId, keyframeAt, to, known?.to);
    const state = kept && stateOf(kept);
    return state ? { windowId, keyframeAt, to: kept.at, state } : known;
  }

  #keep(stretch: string, page: KeptPage): void {
    if (page.at <= (this.#keptTo.get(stretch) ?? -Infinity)) return;
    this.#keptTo.set(stretch, page.at);
    this.#cache.keep(page);
  }

  /** A full snapshot begins a page; what comes before one has no page to be on. */
  #add(windowId: string, state: PageState | null, row: VisibleRow): PageState | null {
    if (!state && row.kind !== 'fullSnapshot') return null;
    const event = this.#source.inflate(row);
    if (!event) return state;
    if (row.kind !== 'fullSnapshot') {
      state?.add(event);
      return state;
    }
    const carried = this.#carried.into(windowId, row, event);
    const page = new PageState(event);
    for (const each of carried) page.add(each);
    return page;
  }
}

/** An answer without events. */
function resultOf({ to }: PageQuery, state?: PageState): PageResult {
  return {
    until: to,
    skip: 0,
    ends: false,
    at: to - 1,
    events: [],
    isChange: false,
    sites: [],
    times: state?.times(to) ?? NO_TIMES,
    assumesDefined: false,
  };
}

/** The event of a window's resize that sets the same size as a Meta event. */
function resize({ timestamp, data }: ReplayEvent): ReplayEvent {
  const { width, height } = asRecord(data);
  return incrementalEvent(timestamp, { source: IncrementalSource.ViewportResize, width, height });
}

function stateOf({ events: [snapshot, ...rest], times }: KeptPage): PageState | null {
  if (!snapshot) return null;
  const state = new PageState(snapshot, times);
  for (const event of rest) state.add(event);
  return state;
}
