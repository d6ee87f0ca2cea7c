import { EventType } from '@rrweb/types';
import { adaptEvent } from '../adapt-css/adapt-event.ts';
import { blockAssets } from '../block-assets/block-assets.ts';
import type { TakeAddress } from '../block-assets/block-css.ts';
import type { BlockedLog } from '../block-assets/blocked-log.ts';
import { isolateEvent } from '../block-assets/isolate-event.ts';
import { LoadedSites } from '../block-assets/loaded-sites.ts';
import type { PageLoad } from '../cost/page-load.ts';
import { PageLoads } from '../cost/page-loads.ts';
import { weighChange } from '../cost/weigh-page.ts';
import { HidingReader } from '../hide/hiding-reader.ts';
import type {
  PageQuery,
  PageResult,
  ReadQuery,
  ReadResult,
  RemoteAssetRule,
  ReplayEvent,
} from '../recording.ts';
import { defineAll, tellsOfDefinitions } from '../repair/old-custom-elements.ts';
import { splitMutation } from '../repair/split-mutation.ts';
import { takeListedSheets } from '../rrweb/listed-sheets.ts';
import { PageReader } from '../seek/page-reader.ts';
import type { PageSource, VisibleRow } from '../seek/page-source.ts';
import { PointerMoves, tellsOfMoves } from '../seek/pointer-moves.ts';
import type { WarningLog } from '../warnings.ts';
import { earlierSnapshots } from './earlier-snapshots.ts';
import type { EventTable } from './event-table.ts';
import { LEAD_IN_MS, leadInFrom } from './lead-in.ts';
import type { SessionFacts } from './session-facts.ts';

/** One answer of `read` holds about so much JSON and so many events, so that no message blocks its receiver. */
const READ_BUDGET_BYTES = 2 * 1024 * 1024;
const READ_BUDGET_EVENTS = 4000;
/** A mutation in more pieces than this comes as the page that it makes. */
const MAX_PIECES = 20;

/** What is left of an event once it cannot load anything but what it may; null when nothing is. Edits it. */
type Isolator = (event: ReplayEvent) => ReplayEvent | null;

/** Reads what windows show: events fit for the replay core, unable to reach out of its frame. */
export class WindowReader {
  readonly #table: EventTable;
  readonly #facts: SessionFacts;
  readonly #blocked: BlockedLog;
  readonly #isComplete: () => boolean;
  readonly #pages: PageReader;
  readonly #hiding = new HidingReader();
  readonly #loads: PageLoads;
  /** What the page costs that was read last. */
  #load: PageLoad | null = null;
  readonly #sites = new LoadedSites();
  /** By window, whether its recorder says of custom elements whether they are defined, as was known for its last page. */
  readonly #defining = new Map<string, boolean>();
  /** Where reading has stopped, by window, while more could be told of the time before, and what was there by then. */
  readonly #unfinished = new Map<string, { readonly until: number; readonly lastTimestamp: number }>();

  /**
   * @param blocked told of what pages were kept from loading
   * @param warnings told of what was left out of pages because it costs too much
   * @param isComplete false while more events may come
   * @param memoryShare how much of the usual is kept for speed alone, above 0 and up to 1
   */
  constructor(
    table: EventTable,
    facts: SessionFacts,
    blocked: BlockedLog,
    warnings: WarningLog,
    isComplete: () => boolean,
    memoryShare: number,
  ) {
    this.#table = table;
    this.#loads = new PageLoads(warnings);
    this.#facts = facts;
    this.#blocked = blocked;
    this.#isComplete = isComplete;
    const source: PageSource = {
      isComplete,
      visibleRows: (...stretch) => table.visibleRows(...stretch),
      earlierSnapshots: (windowId, before) =>
        earlierSnapshots(table.rowsBefore(windowId, before), before, (from, to) =>
          facts.isStart(windowId, from, to),
        ),
      attachesFrame: (row) => table.mentions(row, '"isAttachIframe"'),
      inflate: (row) => table.inflate(row),
      isolate: (events, { windowId, keyframeAt, remoteAssets, pageCost }) => {
        const isolate = this.#isolatorOf(windowId, keyframeAt, remoteAssets);
        const fit = events.filter((event) => this.#loads.isFontFit(event, pageCost));
        const shown = fit.map(isolate).filter((event) => event !== null);
        if (shown[0]?.type === EventType.FullSnapshot) this.#noteDefinitions(windowId, shown);
        for (const event of shown) this.#adapt(event, windowId);
        return shown;
      },
      canBeChangedInto: ({ tree, rest }, query) => {
        this.#load = this.#loads.weighState(tree, rest.events(), query);
        return this.#load !== null;
      },
      metaFor: (windowId, timestamp, pageAt) => facts.metaAt(windowId, timestamp, pageAt),
    };
    this.#pages = new PageReader(source, memoryShare);
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
    const from = isHiding || this.#isOutdated(query.windowId) ? null : query.from;
    const asked = { ...query, from, to: this.#knownTo(query.to) };
    this.#sites.takeNeeded();
    const found = this.#page(asked);
    // A page that is there loads from where it was allowed to when it was built.
    const page = found.isChange && this.#isBeyond(query) ? this.#page({ ...asked, from: null }) : found;
    return isHiding ? this.#hiding.page(query, page) : page;
  }

  /** A page, with what has just happened on it. */
  #page(query: PageQuery): PageResult {
    const page = this.#pageInMotion(query) ?? this.#readPage(query);
    if (this.#load)
      this.#loads.keep({ ...query, from: page.until, skip: page.skip }, query.pageCost, this.#load);
    // Recorders take a page's snapshot again every few minutes: what moves by itself does not begin anew.
    return {
      ...page,
      sites: typeof query.remoteAssets === 'object' ? this.#sites.list : [],
      times: { ...page.times, page: this.#facts.hrefSince(query.windowId, query.keyframeAt) },
      assumesDefined: this.#defining.get(query.windowId) === false,
    };
  }

  /** A page and the events that have just set it in motion; null where a page that stands still has to do. */
  #pageInMotion(query: PageQuery): PageResult | null {
    const { windowId, keyframeAt, to } = query;
    const since = Math.max(keyframeAt, to - LEAD_IN_MS);
    const rows = [];
    for (const row of this.#table.visibleRows(windowId, since, to)) {
      // More than one answer holds cannot lead in.
      if (rows.length > READ_BUDGET_EVENTS) return null;
      rows.push(row);
    }
    const moves = new PointerMoves(this.#table, windowId, { from: since, to });
    const moved = moves
      .timesBefore(to)
      .map((timestamp) => ({ kind: 'mouseMove', timestamp, length: 0 }) as const);
    const from = leadInFrom(
      [...rows.filter((row) => !tellsOfMoves(row)), ...moved].sort((a, b) => a.timestamp - b.timestamp),
      to,
    );
    const page = this.#readPage({ ...query, to: from });
    if (page.events.length === 0) return null;
    moves.takeBefore(from);
    const load = this.#load;
    const leading = { ...query, remoteAssets: unlimited(query.remoteAssets), from, skip: 0 };
    const lead = this.#readWith(moves, leading, load);
    if (lead.until < to) return null;
    // The page on screen stays there if it can, for it needs no time.
    if (query.from && !page.isChange && from < to) {
      const change = this.#pages.readChange(query);
      if (change) return change;
    }
    this.#load = load;
    return { ...page, events: [...page.events, ...lead.events], until: to };
  }

  /** A page as it stands, with nothing in it that costs too much. */
  #readPage(query: PageQuery): PageResult {
    this.#load = null;
    const page = this.#pages.read(query);
    if (!page.isChange) this.#load = this.#loads.weigh(page.events, query);
    return page;
  }

  /** Makes the pages of all windows quick to read. Yields often, to be resumed when there is time. */
  prepare(): Generator<void> {
    return this.#pages.prepare(this.#table.keyframes());
  }

  #read(query: ReadQuery): ReadResult {
    const { windowId, from, skip } = query;
    if (this.#isOutdated(windowId)) return { events: [], until: from, skip, ends: true };
    const moves = this.#movesFor(query);
    const load = this.#loads.take(query);
    if (!load) return { events: [], until: from, skip, ends: true };
    const result = this.#readWith(moves, query, load);
    this.#loads.keep({ ...query, from: result.until, skip: result.skip }, query.pageCost, load);
    const { lastTimestamp } = this.#table;
    if (this.#isComplete()) this.#unfinished.delete(windowId);
    else this.#unfinished.set(windowId, { until: result.until, lastTimestamp });
    return result;
  }

  #movesFor(query: ReadQuery): PointerMoves {
    const unfinished = this.#unfinished.get(query.windowId);
    const lateFrom = unfinished?.until === query.from ? unfinished.lastTimestamp : Infinity;
    return new PointerMoves(this.#table, query.windowId, query, lateFrom);
  }

  /** @param load what the page costs so far */
  #readWith(moves: PointerMoves, query: ReadQuery, load: PageLoad | null): ReadResult {
    const { windowId, from, to, skip, remoteAssets, pageCost } = query;
    const end = this.#knownTo(to);
    const isolate = this.#isolatorOf(windowId, from, remoteAssets);
    const events: ReplayEvent[] = [];
    let bytes = 0;
    /** The moment read last, and how many events of it. */
    let moment = { at: from, count: skip };
    this.#sites.takeNeeded();
    for (const row of this.#table.visibleRows(windowId, from, end, skip)) {
      const { kind, timestamp, length } = row;
      const count = timestamp === moment.at ? moment.count : 0;
      const isFull = bytes > READ_BUDGET_BYTES || events.length > READ_BUDGET_EVENTS;
      const ends = kind === 'fullSnapshot';
      for (const move of moves.takeBefore(timestamp)) events.push(move);
      if (isFull || ends) return { events, until: timestamp, skip: count, ends };
      const moved = tellsOfMoves(row) && moves.takeAt(row);
      const whole = moved ? [] : this.#eventsOf(row, pageCost);
      // What may be too much for the page comes as the page that it makes.
      if (load && !whole.every((event) => weighChange(load, event)))
        return { events, until: timestamp, skip: count, ends: true };
      const found = moved || this.#piecesOf(whole, windowId, isolate);
      if (this.#isBeyond(query)) return { events, until: timestamp, skip: count, ends: true };
      if (!moved && found.length > MAX_PIECES) return { events, until: timestamp, skip: count, ends: true };
      for (const event of found) events.push(event);
      bytes += length;
      moment = { at: timestamp, count: count + 1 };
    }
    for (const move of moves.takeBefore(end)) events.push(move);
    return { events, until: end, skip: 0, ends: false };
  }

  /** More events of the last millisecond may be on their way: it is read when a later one has come. */
  #knownTo(to: number): number {
    return this.#isComplete() ? to : Math.min(to, this.#table.lastTimestamp);
  }

  #eventsOf(row: VisibleRow, pageCost: number | undefined): readonly ReplayEvent[] {
    const event = this.#table.inflate(row);
    if (!event || !this.#loads.isFontFit(event, pageCost)) return [];
    return [event, ...takeListedSheets(event)];
  }

  /** Events for the replay core: cut into pieces where they are huge, and unable to reach out of the frame. */
  #piecesOf(events: readonly ReplayEvent[], windowId: string, isolate: Isolator): readonly ReplayEvent[] {
    const shown = events.map(isolate).filter((shown) => shown !== null);
    for (const one of shown) this.#adapt(one, windowId);
    return shown.flatMap(splitMutation);
  }

  /** @param at a moment of the page that the events are of */
  #isolatorOf(windowId: string, at: number, remoteAssets: RemoteAssetRule): Isolator {
    const own = this.#facts.addressesOf(windowId, at);
    if (remoteAssets === true) {
      return (event) => {
        blockAssets(event, { own, take: null });
        return event;
      };
    }
    const take: TakeAddress = (kind, address) => {
      // What is in frames is never loaded.
      if (remoteAssets) return kind === 'frame' ? null : this.#sites.allow(address, remoteAssets.host);
      if (kind) this.#blocked.note(kind, address);
      return null;
    };
    return (event) => {
      blockAssets(event, { own, take });
      return isolateEvent(event, remoteAssets !== false);
    };
  }

  /** True when what was read last comes from where the page that is there may not load from. */
  #isBeyond({ remoteAssets }: Pick<ReadQuery, 'remoteAssets'>): boolean {
    return this.#sites.takeNeeded() > (typeof remoteAssets === 'object' ? remoteAssets.sites : Infinity);
  }

  #noteDefinitions(windowId: string, events: readonly ReplayEvent[]): void {
    this.#defining.set(windowId, this.#table.tellsOfDefinitions(windowId) || events.some(tellsOfDefinitions));
  }

  /** True when more has come since its last page was built, by which that page would be another. */
  #isOutdated(windowId: string): boolean {
    return this.#defining.get(windowId) === false && this.#table.tellsOfDefinitions(windowId);
  }

  #adapt(event: ReplayEvent, windowId: string): void {
    adaptEvent(event);
    if (this.#defining.get(windowId) !== true) defineAll(event);
  }
}

/** For a page that is still to be built: it is told of all sites that were found for it. */
function unlimited(rule: RemoteAssetRule): RemoteAssetRule {
  return typeof rule === 'object' ? { ...rule, sites: Infinity } : rule;
}
