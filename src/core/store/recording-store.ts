import { unpackEvent } from '../decode/unpack-event.ts';
import { findSegments, type SegmentedEvent } from '../derive/segments.ts';
import type { SourceReport } from '../decode-events.ts';
import type { RawEvent } from '../formats/format.ts';
import { findDuplicates, fingerprint } from '../normalise/find-duplicates.ts';
import { isolateEvent } from '../normalise/isolate-event.ts';
import type {
  Keyframe,
  ReadQuery,
  ReadResult,
  RecordingInfo,
  RecordingOutline,
  RecordingWarning,
  RecordingWindow,
  ReplayEvent,
} from '../recording.ts';
import { ByteArena } from './byte-arena.ts';
import { isActiveKind, isVisibleKind, kindOf } from './event-kind.ts';
import { EventIndex } from './event-index.ts';
import { type ParsedEvent, SessionFacts } from './session-facts.ts';

/** One answer of `read` holds about so much JSON, so that no message blocks whoever receives it. */
const READ_BUDGET_BYTES = 2 * 1024 * 1024;

const UNREADABLE = 'Events that could not be decoded were left out.';
const NO_META = 'Pages whose size was not recorded are shown at the nearest known size.';

/**
 * A recording as it is held: the JSON of its events as bytes, and an index of them. Events become objects only
 * when they are read, a stretch at a time.
 */
export class RecordingStore implements SourceReport {
  complete = false;
  /** True once there is a page to start from. */
  hasKeyframe = false;

  #id = '';
  #format = '';
  #arena = new ByteArena();
  #index = new EventIndex();
  #facts = new SessionFacts();
  #windowIds: string[] = [];
  #metaSeen = new Set<number>();
  #warnings = new Map<string, { message: string; count: number }>();
  #text = new TextDecoder();

  formatFound(id: string): void {
    this.#format ||= id;
  }

  recordingId(id: string): void {
    this.#id ||= id;
  }

  warn(code: string, message: string): void {
    const known = this.#warnings.get(code);
    if (known) known.count++;
    else this.#warnings.set(code, { message, count: 1 });
  }

  /** Grows with every new warning. */
  get warningCount(): number {
    return [...this.#warnings.values()].reduce((sum, { count }) => sum + count, 0);
  }

  get eventCount(): number {
    return this.#index.size;
  }

  /** Indexes one event. What cannot be understood is counted as a warning and left out. */
  add(raw: RawEvent): void {
    const value = this.#parse(raw.bytes);
    const event = asParsedEvent(value);
    if (!event) {
      this.warn('undecodable', UNREADABLE);
      return;
    }
    const kind = kindOf(event.type, event.data);
    // A page that turns out to be unreadable only when somebody seeks to it would leave a hole in the timeline.
    if (kind === 'fullSnapshot' && unpackEvent(value) === null) {
      this.warn('undecodable', UNREADABLE);
      return;
    }
    const windowId = raw.windowId ?? windowIdOf(value);
    const windowIndex = this.#windowIndex(windowId);
    this.#facts.note(event, kind, windowId);
    if (kind === 'meta') this.#metaSeen.add(windowIndex);
    if (kind === 'fullSnapshot' && !this.#metaSeen.delete(windowIndex)) this.warn('missing-meta', NO_META);
    this.hasKeyframe ||= kind === 'fullSnapshot';
    const place = this.#arena.append(raw.bytes);
    this.#index.add({ timestamp: event.timestamp, windowIndex, kind, ...place, length: raw.bytes.length });
  }

  /** The recording as far as it has been added. */
  outline(): RecordingOutline {
    this.#hideDuplicates(this.#index.sort());
    const counts: Record<string, number> = {};
    const firstOf = new Map<string, number>();
    const lastOf = new Map<string, number>();
    const keyframes: Keyframe[] = [];
    for (const event of this.#events()) {
      counts[event.kind] = (counts[event.kind] ?? 0) + 1;
      if (!firstOf.has(event.windowId)) firstOf.set(event.windowId, event.timestamp);
      lastOf.set(event.windowId, event.timestamp);
      if (event.kind === 'fullSnapshot')
        keyframes.push({ windowId: event.windowId, timestamp: event.timestamp });
    }
    const startAt = Math.min(...firstOf.values(), Infinity);
    const endAt = Math.max(...lastOf.values(), -Infinity);
    const seconds = (timestamp: number) => (timestamp - startAt) / 1000;
    const windows = [...firstOf].map(([id, first]): RecordingWindow => ({
      id,
      start: seconds(first),
      end: seconds(lastOf.get(id) ?? first),
      href: this.#facts.hrefAt(id, -Infinity),
    }));
    return {
      info: this.#info(startAt, endAt, counts, windows),
      startAt,
      endAt,
      segments: findSegments(this.#events(), lastOf, firstOf),
      keyframes,
      viewports: this.#facts.viewports,
      pages: this.#facts.pages,
      maskingRules: this.#facts.maskingRules,
      complete: this.complete,
    };
  }

  /** Events of one window, inflated and fit for the replay core. */
  read(query: ReadQuery): ReadResult {
    const { order } = this.#index;
    const windowIndex = this.#windowIds.indexOf(query.windowId);
    // More events of the last millisecond may be on their way: it is read when a later one has come.
    const to = this.complete ? query.to : Math.min(query.to, this.#lastTimestamp());
    const events: ReplayEvent[] = [];
    let bytes = 0;
    let started = !query.atKeyframe;
    let previous = -Infinity;
    for (let position = this.#index.lowerBound(query.from); position < order.length; position++) {
      const row = order[position] ?? 0;
      const timestamp = this.#index.timestamp(row);
      if (timestamp >= to) break;
      if (bytes > READ_BUDGET_BYTES && timestamp > previous) return { events, until: timestamp };
      const kind = this.#index.kind(row);
      if (this.#index.windowIndex(row) !== windowIndex || !isVisibleKind(kind) || this.#index.isHidden(row))
        continue;
      started ||= kind === 'fullSnapshot';
      if (!started) continue;
      if (kind === 'fullSnapshot') events.push(this.#metaFor(query.windowId, timestamp));
      const event = this.#readRow(row, query.remoteAssets);
      if (event) events.push(event);
      bytes += this.#index.place(row).length;
      previous = timestamp;
    }
    return { events, until: to };
  }

  #readRow(row: number, remoteAssets: boolean): ReplayEvent | null {
    const { block, offset, length } = this.#index.place(row);
    const event = unpackEvent(this.#parse(this.#arena.view(block, offset, length)));
    if (!event) {
      this.#index.setHidden(row, true);
      this.warn('undecodable', UNREADABLE);
      return null;
    }
    return remoteAssets ? event : isolateEvent(event);
  }

  /** A snapshot needs its Meta just before it: recorders leave it out when a page's address is to stay private. */
  #metaFor(windowId: string, timestamp: number): ReplayEvent {
    const size = this.#facts.sizeAt(windowId, timestamp);
    return { type: 4, timestamp, data: { href: this.#facts.hrefAt(windowId, timestamp), ...size } };
  }

  #lastTimestamp(): number {
    return this.#index.timestamp(this.#index.order.at(-1) ?? 0);
  }

  #info(
    startAt: number,
    endAt: number,
    counts: Readonly<Record<string, number>>,
    windows: readonly RecordingWindow[],
  ): RecordingInfo {
    return {
      id: this.#id,
      format: this.#format,
      platform: 'web',
      startedAt: new Date(startAt),
      duration: Math.max(0, endAt - startAt) / 1000,
      eventCount: Object.values(counts).reduce((sum, count) => sum + count, 0),
      counts,
      windows,
      warnings: [...this.#warnings].map(([code, warning]): RecordingWarning => ({ code, ...warning })),
    };
  }

  *#events(): Generator<SegmentedEvent & { kind: ReturnType<typeof kindOf> }> {
    for (const row of this.#index.order) {
      if (this.#index.isHidden(row)) continue;
      const kind = this.#index.kind(row);
      yield {
        timestamp: this.#index.timestamp(row),
        windowId: this.#windowIds[this.#index.windowIndex(row)] ?? '',
        kind,
        isActive: isActiveKind(kind),
      };
    }
  }

  /** Looks for duplicates in every millisecond of `order` from a position on. */
  #hideDuplicates(from: number): void {
    const { order } = this.#index;
    let start = from > 0 ? this.#index.lowerBound(this.#index.timestamp(order[from - 1] ?? 0)) : 0;
    while (start < order.length) {
      let end = start + 1;
      const timestamp = this.#index.timestamp(order[start] ?? 0);
      while (end < order.length && this.#index.timestamp(order[end] ?? 0) === timestamp) end++;
      this.#hideDuplicatesOf(order.subarray(start, end));
      start = end;
    }
  }

  #hideDuplicatesOf(rows: Uint32Array): void {
    // Most milliseconds hold one event, or a Meta and its snapshot: nothing to compare, so nothing is parsed.
    const shapes = new Set(
      [...rows].map((row) => `${this.#index.windowIndex(row)} ${this.#index.kind(row)}`),
    );
    if (shapes.size === rows.length) return;
    const prints = [...rows].map((row) => {
      const { block, offset, length } = this.#index.place(row);
      const value = this.#parse(this.#arena.view(block, offset, length));
      return fingerprint({ ...asRecord(value) }, this.#windowIds[this.#index.windowIndex(row)] ?? '');
    });
    findDuplicates(prints).forEach((duplicate, i) => {
      const row = rows[i];
      if (row !== undefined && duplicate) this.#index.setHidden(row, true);
    });
  }

  #windowIndex(id: string): number {
    const known = this.#windowIds.indexOf(id);
    return known >= 0 ? known : this.#windowIds.push(id) - 1;
  }

  #parse(bytes: Uint8Array): unknown {
    try {
      return JSON.parse(this.#text.decode(bytes));
    } catch {
      return null;
    }
  }
}

function asParsedEvent(value: unknown): ParsedEvent | null {
  const { type, timestamp, data } = asRecord(value);
  if (typeof type !== 'number' || typeof timestamp !== 'number' || !Number.isFinite(timestamp)) return null;
  return { type, timestamp, data: asRecord(data) };
}

function windowIdOf(value: unknown): string {
  const { windowId } = asRecord(value);
  return typeof windowId === 'string' || typeof windowId === 'number' ? String(windowId) : '';
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
