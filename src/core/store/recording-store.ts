import { CanvasContext, EventType } from '@rrweb/types';
import { blockAssets } from '../block-assets/block-assets.ts';
import { BlockedLog } from '../block-assets/blocked-log.ts';
import { asId, asRecord } from '../json.ts';
import { EventScanner } from '../decode/scan-event.ts';
import type { MissingAssets } from '../block-assets/find-assets.ts';
import { findSegments, type SegmentedEvent } from './segments.ts';
import type { RawEvent } from '../decode/recording-format.ts';
import { MobileTransformer, screenSizeOf } from '../mobile/mobile-transformer.ts';
import { isolateEvent } from '../block-assets/isolate-event.ts';
import { type WebEvent, toWebEvent, type ParsedEvent } from '../repair/web-event.ts';
import { splitMutation } from '../repair/split-mutation.ts';
import {
  type Keyframe,
  type PageQuery,
  type PageResult,
  type ReadQuery,
  type ReadResult,
  type RecordingInfo,
  type RecordingOutline,
  type RecordingWindow,
  type ReplayEvent,
  type SessionEvent,
} from '../recording.ts';
import { WarningLog } from '../warnings.ts';
import { ByteArena } from './byte-arena.ts';
import { ClockWatch } from './clock-watch.ts';
import { HidingReader } from '../hide/hiding-reader.ts';
import { type EventKind, isActiveKind, isVisibleKind, kindOf } from '../rrweb/event-kind.ts';
import { EventIndex } from './event-index.ts';
import { EventReader } from './event-reader.ts';
import { hideDuplicates } from './hide-duplicates.ts';
import { PageInspector } from './page-inspector.ts';
import { PageReader, type VisibleRow } from '../seek/page-reader.ts';
import { RecordingDescription } from './recording-description.ts';
import { SessionFacts } from './session-facts.ts';

/** One answer of `read` holds about so much JSON and so many events, so that no message blocks its receiver. */
const READ_BUDGET_BYTES = 2 * 1024 * 1024;
const READ_BUDGET_EVENTS = 4000;
/** A mutation in more pieces than this comes as the page that it makes. */
const MAX_PIECES = 20;
/** Nobody has so many tabs; a file that says so is damaged. */
const MAX_WINDOWS = 1000;
/** Events that recorders send before the first page: the document's states, options, the size. */
const LEAD_IN = 10;
/** A page that is there after so short a wait is nothing to speak of. */
const SHORT_WAIT_MS = 1000;

/** An event as the index knows it. */
interface IndexedEvent extends SegmentedEvent {
  readonly kind: EventKind;
  readonly row: number;
}

/** An event that was read. */
export interface StoredEvent {
  readonly kind: EventKind;
  readonly windowId: string;
  readonly event: ReplayEvent;
}

/**
 * A recording as it is held: the JSON of its events as bytes, and an index of them. Events become objects only
 * when they are read, a stretch at a time.
 */
export class RecordingStore {
  complete = false;
  /** True once there is a page to start from. */
  hasKeyframe = false;
  readonly warnings = new WarningLog();
  /** What events have told of windows, their pages and settings. */
  readonly facts = new SessionFacts();
  readonly description = new RecordingDescription();
  /** What the pages that were handed out were kept from loading. */
  readonly blocked = new BlockedLog();

  #assets = new Set<string>();
  #isMobile = false;
  #arena = new ByteArena();
  #index = new EventIndex();
  #windowIds: string[] = [];
  #windowNumbers = new Map<string, number>();
  #mobile = new Map<number, MobileTransformer>();
  #metaSeen = new Set<number>();
  #scanner = new EventScanner();
  #reader = new EventReader();
  #clock = new ClockWatch();
  readonly #covered = new HidingReader();
  #inspector = new PageInspector();
  readonly #pages = new PageReader({
    isComplete: () => this.complete,
    visibleRows: (windowId, from, to) => this.#visibleRows(windowId, from, to),
    inflate: (row) => this.#inflate(row),
    isolate: (event) => this.#isolate(event),
    metaFor: (windowId, timestamp) => this.#metaFor(windowId, timestamp),
  });

  get eventCount(): number {
    return this.#index.size;
  }

  /** True when there is a page among the first few events. */
  get startsWithPage(): boolean {
    for (let row = 0; row < Math.min(LEAD_IN, this.#index.size); row++) {
      if (this.#index.kind(row) === 'fullSnapshot') return true;
    }
    return false;
  }

  get windowIds(): readonly string[] {
    return this.#windowIds;
  }

  /** From the first event to the last as the files say; Unix milliseconds. */
  get span(): { readonly first: number; readonly last: number } {
    return this.#clock.span;
  }

  /**
   * Indexes one event. What cannot be understood is counted as a warning and left out.
   *
   * @param part number of the file it comes from
   */
  add(raw: RawEvent, part: number): void {
    const scanned = raw.scanned ?? (raw.value === undefined ? this.#scanner.scan(raw.bytes) : null);
    if (scanned) {
      const windowIndex = this.#windowIndex(raw.windowId ?? scanned.windowId);
      // On the screen of an app an event may stand for others, and before the first page nobody knows.
      if (this.#transformer(windowIndex).isOnWebPage) {
        this.#keep(scanned, kindOf(scanned.type, scanned.data), raw.bytes, windowIndex, part);
        return;
      }
    }
    const value = raw.value ?? this.#reader.parse(raw.bytes);
    const windowIndex = this.#windowIndex(raw.windowId ?? asId(asRecord(value)['windowId']));
    const event = toWebEvent(value, this.#transformer(windowIndex));
    const kind = event && kindOf(event.type, event.data);
    if (!event || !kind || (kind === 'fullSnapshot' && !this.#lookAtPage(event, windowIndex))) {
      this.warnings.add('undecodable');
      return;
    }
    const wasChange = Number(asRecord(value)['type']) !== event.type;
    if (kind === 'fullSnapshot' && wasChange) this.warnings.add('synthetic-snapshot');
    this.#keep(event, kind, event.changed ? encode(event.fields) : raw.bytes, windowIndex, part);
  }

  #keep(event: ParsedEvent, kind: EventKind, bytes: Uint8Array, windowIndex: number, part: number): void {
    const { timestamp, data } = event;
    this.facts.note(event, kind, this.#windowIds[windowIndex] ?? '');
    if (kind === 'canvasMutation' && data['type'] !== CanvasContext['2D']) this.warnings.add('webgl');
    if (kind === 'meta') this.#metaSeen.add(windowIndex);
    this.#clock.note(timestamp, part * MAX_WINDOWS + windowIndex);
    const place = this.#arena.append(bytes);
    this.#index.add({ timestamp, windowIndex, part, kind, ...place, length: bytes.length });
  }

  /** Takes all of another store over, which must not be used afterwards. */
  absorb(other: RecordingStore): void {
    this.description.absorb(other.description);
    this.warnings.absorb(other.warnings);
    for (const address of other.#assets) this.#assets.add(address);
    this.#isMobile ||= other.#isMobile;
    this.hasKeyframe ||= other.hasKeyframe;
    this.facts.absorb(other.facts);
    const blocks = this.#arena.absorb(other.#arena);
    this.#index.absorb(other.#index, (entry) => ({
      ...entry,
      block: entry.block + blocks,
      windowIndex: this.#windowIndex(other.#windowIds[entry.windowIndex] ?? ''),
    }));
    this.#clock.absorb(other.#clock);
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

  /** The recording as far as it has been added. */
  outline(): RecordingOutline {
    this.#arrange();
    const counts: Record<string, number> = {};
    const firstOf = new Map<string, number>();
    const lastOf = new Map<string, number>();
    for (const { kind, windowId, timestamp } of this.#events()) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (!firstOf.has(windowId)) firstOf.set(windowId, timestamp);
      lastOf.set(windowId, timestamp);
    }
    const keyframes = this.#keyframes();
    const { startAt, endAt } = this.bounds;
    const windows = [...firstOf].map(([id, first]): RecordingWindow => ({
      id,
      start: (first - startAt) / 1000,
      end: ((lastOf.get(id) ?? first) - startAt) / 1000,
      href: this.facts.hrefAt(id, -Infinity),
      pages: this.facts
        .pagesOf(id)
        .map(({ timestamp, href }) => ({ time: (timestamp - startAt) / 1000, href })),
    }));
    this.#noteMissing(keyframes[0]?.timestamp ?? startAt, startAt);
    return {
      info: this.#info(startAt, endAt, counts, windows),
      startAt,
      endAt,
      segments: findSegments(this.#events(), lastOf, firstOf),
      keyframes,
      pages: this.facts.pages,
      maskingRules: this.facts.maskingRules,
      complete: this.complete,
    };
  }

  /** Events of one window, inflated and fit for the replay core. */
  read(query: ReadQuery): ReadResult {
    const isCovered = query.cover.length > 0;
    return isCovered ? this.#covered.read(query, () => this.#read(query)) : this.#read(query);
  }

  #read({ windowId, from, to, skip, remoteAssets }: ReadQuery): ReadResult {
    const end = this.#knownTo(to);
    const events: ReplayEvent[] = [];
    let bytes = 0;
    let left = skip;
    /** The moment read last, and how many events of it. */
    let moment = { at: from, count: skip };
    for (const row of this.#visibleRows(windowId, from, end)) {
      const { kind, timestamp, length } = row;
      if (left-- > 0) continue;
      const count = timestamp === moment.at ? moment.count : 0;
      const isFull = bytes > READ_BUDGET_BYTES || events.length > READ_BUDGET_EVENTS;
      const ends = kind === 'fullSnapshot';
      if (isFull || ends) return { events, until: timestamp, skip: count, ends };
      const found = this.#piecesOf(row, remoteAssets);
      if (found.length > MAX_PIECES) return { events, until: timestamp, skip: count, ends: true };
      for (const event of found) events.push(event);
      bytes += length;
      moment = { at: timestamp, count: count + 1 };
    }
    return { events, until: end, skip: 0, ends: false };
  }

  /** The page of one window at a moment, as few events as show it. */
  page(query: PageQuery): PageResult {
    const isCovered = query.cover.length > 0;
    // What differs from a page that was covered cannot be told from what was recorded.
    const from = isCovered ? null : query.from;
    const page = this.#pages.read({ ...query, from, to: this.#knownTo(query.to) });
    return isCovered ? this.#covered.page(query, page) : page;
  }

  /** Makes the pages of all windows quick to read. Yields often, to be resumed when there is time. */
  preparePages(): Generator<void> {
    return this.#pages.prepare(this.#keyframes());
  }

  /** Events of some kinds, or all, in the order of the session, inflated and put right. */
  *inflated(kinds?: ReadonlySet<EventKind>): Generator<StoredEvent> {
    for (const { row, kind, windowId, timestamp } of this.#events()) {
      if (kinds && !kinds.has(kind)) continue;
      const event = this.#inflate({ row, timestamp });
      if (event) yield { kind, windowId, event };
    }
  }

  /** All events in the order of the session, inflated and put right, with a Meta event before each page. */
  *replayable(): Generator<SessionEvent> {
    const sized = new Set<string>();
    for (const { kind, windowId, event } of this.inflated()) {
      if (kind === 'meta') sized.add(windowId);
      if (kind === 'fullSnapshot' && !sized.delete(windowId)) {
        yield { windowId, event: { ...this.#metaFor(windowId, event.timestamp) } };
      }
      yield { windowId, event: { ...event } };
    }
  }

  /** What a page needs to be played and what it lacks; false when it cannot be decoded. */
  #lookAtPage({ fields, timestamp }: WebEvent, windowIndex: number): boolean {
    // A page that turns out to be unreadable only when somebody seeks to it would leave a hole in the timeline.
    const assets = this.#inspector.inspect(fields);
    if (!assets) return false;
    this.hasKeyframe = true;
    this.#noteAssets(assets);
    if (this.#metaSeen.delete(windowIndex)) return true;
    // Recorders of apps state the size once, and say of a device that was turned only what its screen shows.
    const size = screenSizeOf(fields);
    if (size) this.facts.noteScreen(this.#windowIds[windowIndex] ?? '', timestamp, size);
    else this.warnings.add('missing-meta');
    return true;
  }

  #noteAssets({ addresses, frames, isMobile }: MissingAssets): void {
    for (const address of addresses) this.#assets.add(address);
    this.#isMobile ||= isMobile;
    if (frames > 0) this.warnings.add('unrecorded-frames', '', frames);
  }

  /** Puts events in order: clocks first, then time, then duplicates. */
  #arrange(): void {
    const index = this.#index;
    const streamOf = (row: number) => index.part(row) * MAX_WINDOWS + index.windowIndex(row);
    const happened = this.#clock.repair(index, streamOf, this.warnings);
    if (happened) this.facts.retime(happened);
    const hidden = hideDuplicates(index, index.sort(), this.complete, (row) => this.#bytesOf(row));
    if (hidden > 0) this.warnings.add('duplicates', '', hidden);
  }

  /** More events of the last millisecond may be on their way: it is read when a later one has come. */
  #knownTo(to: number): number {
    return this.complete ? to : Math.min(to, this.#lastTimestamp());
  }

  *#visibleRows(windowId: string, from: number, to: number): Generator<VisibleRow> {
    const { order } = this.#index;
    const windowIndex = this.#windowNumbers.get(windowId) ?? -1;
    for (let position = this.#index.lowerBound(from); position < order.length; position++) {
      const row = order[position] ?? 0;
      const timestamp = this.#index.timestamp(row);
      if (timestamp >= to) return;
      const kind = this.#index.kind(row);
      if (this.#index.windowIndex(row) !== windowIndex || !isVisibleKind(kind) || this.#index.isHidden(row))
        continue;
      yield { row, kind, timestamp, length: this.#index.place(row).length };
    }
  }

  /** The event of a row, inflated and put right; null, and hidden from now on, when it cannot be decoded. */
  #inflate({ row, timestamp }: { readonly row: number; readonly timestamp: number }): ReplayEvent | null {
    const warnings = this.#index.isRead(row) ? new WarningLog() : this.warnings;
    this.#index.setRead(row);
    const event = this.#reader.inflate(this.#bytesOf(row), timestamp, warnings);
    if (event) return event;
    this.#index.hide(row);
    this.warnings.add('undecodable');
    return null;
  }

  /** An event for the replay core: cut into pieces where it is huge, and unable to reach out of the frame. */
  #piecesOf(row: VisibleRow, remoteAssets: boolean): readonly ReplayEvent[] {
    const event = this.#inflate(row);
    const shown = event && !remoteAssets ? this.#isolate(event) : event;
    return shown ? splitMutation(shown) : [];
  }

  #isolate(event: ReplayEvent): ReplayEvent | null {
    blockAssets(event, (kind, address) => this.blocked.note(kind, address));
    return isolateEvent(event);
  }

  #bytesOf(row: number): Uint8Array {
    const { block, offset, length } = this.#index.place(row);
    return this.#arena.view(block, offset, length);
  }

  /** A snapshot needs its Meta just before it: recorders leave it out when a page's address is to stay private. */
  #metaFor(windowId: string, timestamp: number): ReplayEvent {
    const size = this.facts.sizeAt(windowId, timestamp);
    return {
      type: EventType.Meta,
      timestamp,
      data: { href: this.facts.hrefAt(windowId, timestamp), ...size },
    };
  }

  #lastTimestamp(): number {
    return this.#index.timestamp(this.#index.order.at(-1) ?? 0);
  }

  #noteMissing(firstPageAt: number, startAt: number): void {
    const wait = firstPageAt - this.#firstSightAt(startAt);
    this.warnings.set('no-first-page', wait > SHORT_WAIT_MS ? 1 : 0, `${Math.round(wait / 1000)} s`);
    this.warnings.set('missing-assets', this.#assets.size, `${this.#assets.size} ${sitesOf(this.#assets)}`);
  }

  /** When something was first seen or done: recorders date some events of their own back. */
  #firstSightAt(startAt: number): number {
    for (const { kind, timestamp } of this.#events())
      if (isVisibleKind(kind) || isActiveKind(kind)) return timestamp;
    return startAt;
  }

  #info(
    startAt: number,
    endAt: number,
    counts: Readonly<Record<string, number>>,
    windows: readonly RecordingWindow[],
  ): RecordingInfo {
    return {
      ...this.description.info(startAt),
      platform: this.#isMobileApp ? 'mobile' : 'web',
      startedAt: new Date(startAt),
      duration: Math.max(0, endAt - startAt) / 1000,
      eventCount: Object.values(counts).reduce((sum, count) => sum + count, 0),
      counts,
      windows,
      warnings: this.warnings.list(),
    };
  }

  get #isMobileApp(): boolean {
    return (
      this.#isMobile ||
      this.description.isMobile ||
      [...this.#mobile.values()].some(({ isMobile }) => isMobile)
    );
  }

  #keyframes(): Keyframe[] {
    const keyframes: Keyframe[] = [];
    for (const row of this.#index.order) {
      if (this.#index.kind(row) !== 'fullSnapshot' || this.#index.isHidden(row)) continue;
      const windowId = this.#windowIds[this.#index.windowIndex(row)] ?? '';
      keyframes.push({ windowId, timestamp: this.#index.timestamp(row) });
    }
    return keyframes;
  }

  *#events(): Generator<IndexedEvent> {
    for (const row of this.#index.order) {
      if (this.#index.isHidden(row)) continue;
      const kind = this.#index.kind(row);
      yield {
        timestamp: this.#index.timestamp(row),
        windowId: this.#windowIds[this.#index.windowIndex(row)] ?? '',
        kind,
        isActive: isActiveKind(kind),
        row,
      };
    }
  }

  #transformer(windowIndex: number): MobileTransformer {
    const known = this.#mobile.get(windowIndex) ?? new MobileTransformer();
    this.#mobile.set(windowIndex, known);
    return known;
  }

  #windowIndex(id: string): number {
    const known = this.#windowNumbers.get(id);
    if (known !== undefined) return known;
    if (this.#windowIds.length >= MAX_WINDOWS) return MAX_WINDOWS - 1;
    const index = this.#windowIds.push(id) - 1;
    this.#windowNumbers.set(id, index);
    return index;
  }
}

function encode(fields: Readonly<Record<string, unknown>>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(fields));
}

/** A few of the sites that addresses lead to, by name. */
function sitesOf(addresses: ReadonlySet<string>): string {
  const hosts = new Set<string>();
  for (const address of addresses)
    hosts.add(URL.canParse(address) ? new URL(address).host : address.slice(0, 40));
  const [first = '', second, ...more] = hosts;
  if (more.length > 0) return `from ${first}, ${second ?? ''} and ${more.length} more`;
  return second === undefined ? `from ${first}` : `from ${first} and ${second}`;
}
