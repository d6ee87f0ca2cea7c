import { EventType, IncrementalSource } from '@rrweb/types';
import { pageDifference } from '../fold/page-difference.ts';
import { PageFold } from '../fold/page-fold.ts';
import { asRecord } from '../json.ts';
import type { PageMoment, PageQuery, PageResult, ReplayEvent } from '../recording.ts';
import type { EventKind } from './event-kind.ts';
import { PageCache } from './page-cache.ts';

/** One visible event of a window, not read yet. */
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
  /** Visible events of a window from `from` (included) to `to` (excluded), by time. */
  visibleRows(windowId: string, from: number, to: number): Iterable<VisibleRow>;
  /** The event of a row, inflated and put right; null when it cannot be decoded. */
  inflate(row: VisibleRow): ReplayEvent | null;
  /** The event unable to load anything; null when nothing of it is left. Edits it. */
  isolate(event: ReplayEvent): ReplayEvent | null;
  /** The Meta event that goes before a page as it is at a moment. */
  metaFor(windowId: string, timestamp: number): ReplayEvent;
}

/** What reading an event costs besides its bytes, in bytes. */
const EVENT_COST = 200;
/** So much is read at most between two pages that are kept, unless there are too many of them. */
const SPACING = 128 * 1024;
/** A page that had to be read from so much is kept wherever it is. */
const DEAR = 8 * SPACING;

/**
 * Reads the page of any moment at about the same price: what happened since its full snapshot is folded into one,
 * and pages that were folded are kept along the way, for the next to start from.
 */
export class PageReader {
  readonly #source: PageSource;
  readonly #cache = new PageCache();

  constructor(source: PageSource) {
    this.#source = source;
  }

  /**
   * Everything before `query.to`, ready for the replay core: as a page, or as the change that makes it of the page of
   * `query.from`. Empty when the snapshot cannot be decoded.
   */
  read(query: PageQuery): PageResult {
    const { windowId, to, remoteAssets } = query;
    const isShown = (event: ReplayEvent) => remoteAssets || this.#source.isolate(event) !== null;
    const result = { until: to, skip: 0, ends: false };
    const fold = this.#fold(windowId, query);
    if (!fold) return { ...result, events: [], isChange: false };
    const size = this.#source.metaFor(windowId, to - 1);
    const from = query.from && this.#fold(windowId, query.from);
    const change = from && pageDifference(from, fold, to - 1);
    if (change) return { ...result, events: [resize(size), ...change.filter(isShown)], isChange: true };
    const [snapshot, ...rest] = fold.events().filter(isShown);
    if (!snapshot) return { ...result, events: [], isChange: false };
    // The size at the moment that is read: the core sets the one it starts with a little after it has started.
    const meta = { ...size, timestamp: snapshot.timestamp };
    return { ...result, events: [meta, snapshot, ...rest], isChange: false };
  }

  /** Null when the snapshot cannot be decoded. */
  #fold(windowId: string, { keyframeAt, to }: PageMoment): PageFold | null {
    const kept = this.#cache.find(windowId, keyframeAt, to);
    let fold = kept && foldOf(kept.events);
    let cost = 0;
    for (const row of this.#source.visibleRows(windowId, kept?.at ?? keyframeAt, to)) {
      fold = this.#add(fold, row);
      cost += row.length + EVENT_COST;
    }
    // Nobody has come this way yet; whoever does next may well want a moment nearby.
    if (fold && cost > DEAR && this.#source.isComplete())
      this.#cache.keep({ windowId, keyframeAt, at: to, events: fold.events() });
    return fold;
  }

  /** Goes through all pages of a window once and keeps some of them. Yields often, to be resumed when there is time. */
  *prepare(windowId: string): Generator<void> {
    let fold: PageFold | null = null;
    let [keyframeAt, previousAt, cost] = [NaN, NaN, 0];
    for (const row of this.#source.visibleRows(windowId, -Infinity, Infinity)) {
      if (fold && cost > SPACING * this.#cache.sparseness && row.timestamp > previousAt) {
        this.#cache.keep({ windowId, keyframeAt, at: row.timestamp, events: fold.events() });
        cost = 0;
      }
      fold = this.#add(fold, row);
      if (row.kind === 'fullSnapshot') {
        keyframeAt = row.timestamp;
        cost = 0;
      }
      cost += row.length + EVENT_COST;
      previousAt = row.timestamp;
      yield;
    }
  }

  /** A full snapshot begins a fold; what comes before one has no page to be on. */
  #add(fold: PageFold | null, row: VisibleRow): PageFold | null {
    if (!fold && row.kind !== 'fullSnapshot') return null;
    const event = this.#source.inflate(row);
    if (!event) return fold;
    if (row.kind === 'fullSnapshot') return new PageFold(event);
    fold?.add(event);
    return fold;
  }
}

/** The event of a window's resize that sets the same size as a Meta event. */
function resize({ timestamp, data }: ReplayEvent): ReplayEvent {
  const { width, height } = asRecord(data);
  return {
    type: EventType.IncrementalSnapshot,
    timestamp,
    data: { source: IncrementalSource.ViewportResize, width, height },
  } as ReplayEvent;
}

function foldOf([snapshot, ...rest]: readonly ReplayEvent[]): PageFold | null {
  if (!snapshot) return null;
  const fold = new PageFold(snapshot);
  for (const event of rest) fold.add(event);
  return fold;
}
