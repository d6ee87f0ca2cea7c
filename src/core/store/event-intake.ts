import { CanvasContext } from '@rrweb/types';
import type { MissingAssets } from '../block-assets/find-assets.ts';
import type { RawEvent } from '../decode/recording-format.ts';
import { EventScanner } from '../decode/scan-event.ts';
import { asId, asRecord } from '../json.ts';
import { countDamagedScreens } from '../mobile/damaged-screens.ts';
import { MobileTransformer, screenSizeOf } from '../mobile/mobile-transformer.ts';
import { type ParsedEvent, toWebEvent, type WebEvent } from '../repair/web-event.ts';
import { countUndrawable, mayLackValues } from '../rrweb/canvas-values.ts';
import { type EventKind, kindOf } from '../rrweb/event-kind.ts';
import type { WarningLog } from '../warnings.ts';
import { EventReader } from './event-reader.ts';
import type { EventTable } from './event-table.ts';
import { PageInspector } from './page-inspector.ts';
import type { SessionFacts } from './session-facts.ts';

/** Takes events of files into a table, and notes what they tell of pages and windows. */
export class EventIntake {
  readonly #table: EventTable;
  readonly #facts: SessionFacts;
  readonly #warnings: WarningLog;
  readonly #scanner = new EventScanner();
  readonly #reader = new EventReader();
  readonly #inspector = new PageInspector();
  readonly #mobile = new Map<number, MobileTransformer>();
  readonly #metaSeen = new Set<number>();
  readonly #assets = new Set<string>();
  #hasPage = false;
  #hasDamagedPage = false;
  #isMobile = false;

  constructor(table: EventTable, facts: SessionFacts, warnings: WarningLog) {
    this.#table = table;
    this.#facts = facts;
    this.#warnings = warnings;
  }

  /** True once there is a page to start from. */
  get hasPage(): boolean {
    return this.#hasPage;
  }

  /** True once there was a full snapshot that cannot be decoded. */
  get hasDamagedPage(): boolean {
    return this.#hasDamagedPage;
  }

  /** True once something only apps have was seen. */
  get isMobile(): boolean {
    return this.#isMobile || [...this.#mobile.values()].some(({ isMobile }) => isMobile);
  }

  /** Addresses of what pages were made of and the recording does not hold. */
  get missingAssets(): ReadonlySet<string> {
    return this.#assets;
  }

  /**
   * Indexes one event. What cannot be understood is counted as a warning and left out.
   *
   * @param part number of the file it comes from
   */
  add(raw: RawEvent, part: number): void {
    const scanned = raw.scanned ?? (raw.value === undefined ? this.#scanner.scan(raw.bytes) : null);
    if (scanned) {
      const windowIndex = this.#table.windowIndex(raw.windowId ?? scanned.windowId);
      // On the screen of an app an event may stand for others, and before the first page nobody knows.
      if (this.#transformer(windowIndex).isOnWebPage) {
        this.#keep(scanned, kindOf(scanned.type, scanned.data), raw.bytes, windowIndex, part);
        return;
      }
    }
    const value = raw.value ?? this.#reader.parse(raw.bytes);
    const windowIndex = this.#table.windowIndex(raw.windowId ?? asId(asRecord(value)['windowId']));
    const event = toWebEvent(value, this.#transformer(windowIndex));
    const kind = event && kindOf(event.type, event.data);
    if (!event || !kind || (kind === 'fullSnapshot' && !this.#lookAtPage(event, windowIndex))) {
      this.#warnings.add('undecodable');
      this.#hasDamagedPage ||= kind === 'fullSnapshot';
      return;
    }
    if (this.#transformer(windowIndex).isMobile) {
      const damaged = countDamagedScreens(event.data);
      if (damaged > 0) this.#warnings.add('damaged-screens', damaged);
    }
    const wasChange = Number(asRecord(value)['type']) !== event.type;
    if (kind === 'fullSnapshot' && wasChange) this.#warnings.add('synthetic-snapshot');
    this.#keep(event, kind, event.changed ? encode(event.fields) : raw.bytes, windowIndex, part);
  }

  absorb(other: EventIntake): void {
    for (const address of other.#assets) this.#assets.add(address);
    this.#isMobile ||= other.#isMobile;
    this.#hasPage ||= other.#hasPage;
    this.#hasDamagedPage ||= other.#hasDamagedPage;
  }

  #keep(event: ParsedEvent, kind: EventKind, bytes: Uint8Array, windowIndex: number, part: number): void {
    this.#facts.note(event, kind, this.#table.windowId(windowIndex));
    if (kind === 'canvasMutation') this.#noteUndrawn(event, bytes);
    if (kind === 'asset' && event.data['failed'] === undefined) this.#warnings.add('assets');
    if (kind === 'meta') this.#metaSeen.add(windowIndex);
    this.#table.append(event.timestamp, kind, bytes, windowIndex, part);
  }

  /** Whole pictures of a canvas, which most of these events are, are too large to look at each. */
  #noteUndrawn({ data }: ParsedEvent, bytes: Uint8Array): void {
    if (data['type'] !== CanvasContext['2D']) {
      this.#warnings.add('webgl');
    } else if (mayLackValues(bytes)) {
      const count = countUndrawable(asRecord(this.#reader.parse(bytes))['data']);
      if (count > 0) this.#warnings.add('canvas-not-drawn', count);
    }
  }

  /** What a page needs to be played and what it lacks; false when it cannot be decoded. */
  #lookAtPage({ fields, timestamp }: WebEvent, windowIndex: number): boolean {
    // A page that turns out to be unreadable only when somebody seeks to it would leave a hole in the timeline.
    const windowId = this.#table.windowId(windowIndex);
    const assets = this.#inspector.inspect(fields, this.#facts.lastHrefOf(windowId));
    if (!assets) return false;
    this.#hasPage = true;
    this.#noteAssets(assets);
    this.#facts.noteNumbers(windowId, timestamp, assets.numbers);
    if (assets.base !== null) this.#facts.noteBase(windowId, timestamp, assets.base);
    if (this.#metaSeen.delete(windowIndex)) return true;
    // Recorders of apps state the size once, and say of a device that was turned only what its screen shows.
    const size = screenSizeOf(fields);
    if (size) this.#facts.noteScreen(windowId, timestamp, size);
    else this.#warnings.add('missing-meta');
    return true;
  }

  #noteAssets({ addresses, frames, isMobile }: MissingAssets): void {
    for (const address of addresses) this.#assets.add(address);
    this.#isMobile ||= isMobile;
    if (frames > 0) this.#warnings.add('unrecorded-frames', frames);
  }

  #transformer(windowIndex: number): MobileTransformer {
    const known = this.#mobile.get(windowIndex) ?? new MobileTransformer();
    this.#mobile.set(windowIndex, known);
    return known;
  }
}

function encode(fields: Readonly<Record<string, unknown>>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(fields));
}
