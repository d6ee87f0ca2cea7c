import { BlockedLog } from '../block-assets/blocked-log.ts';
import type { RecordingOutline, ReplayEvent, SessionEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import { WarningLog } from '../warnings.ts';
import { BlockMemory } from './block-memory.ts';
import { EventIntake } from './event-intake.ts';
import { EventTable } from './event-table.ts';
import { countMissingSheets } from './missing-sheets.ts';
import { outlineOf } from './outline.ts';
import { RecordingDescription } from './recording-description.ts';
import { SecondRecorder } from './second-recorder.ts';
import { SessionFacts } from './session-facts.ts';
import { WindowReader } from './window-reader.ts';

/** An event that was read. */
export interface StoredEvent {
  readonly kind: EventKind;
  readonly windowId: string;
  readonly event: ReplayEvent;
  /** Its place in the order of the session, those that are hidden counted. */
  readonly position: number;
}

/** Which events are wanted; all by default. */
export interface EventFilter {
  readonly kinds?: ReadonlySet<EventKind>;
  readonly windowId?: string | undefined;
  /** Unix milliseconds, included. */
  readonly from?: number;
  /** Unix milliseconds, excluded. */
  readonly to?: number;
  /** Place in the order of the session from which on they are looked for. */
  readonly first?: number;
}

/**
 * A recording as it is held: the JSON of its events as bytes, and an index of them. Events become objects only
 * when they are read, a stretch at a time.
 */
export class RecordingStore {
  /** True once the whole file has been read. */
  complete = false;
  #isLookedAt = false;
  readonly warnings = new WarningLog();
  /** What events have told of windows, their pages and settings. */
  readonly facts = new SessionFacts();
  readonly description = new RecordingDescription();
  /** What the pages that were handed out were kept from loading. */
  readonly blocked = new BlockedLog();
  readonly table: EventTable;
  readonly intake: EventIntake;
  readonly reader: WindowReader;

  /** @param memory for its events; shared with stores that it may absorb */
  constructor(memory = new BlockMemory()) {
    this.table = new EventTable(this.warnings, memory);
    this.intake = new EventIntake(this.table, this.facts, this.warnings);
    this.reader = new WindowReader(
      this.table,
      this.facts,
      this.blocked,
      this.warnings,
      () => this.complete,
      memory.share,
    );
  }

  /** Takes all of another store over, which must not be used afterwards. */
  absorb(other: RecordingStore): void {
    this.description.absorb(other.description);
    this.warnings.absorb(other.warnings);
    this.intake.absorb(other.intake);
    this.facts.absorb(other.facts);
    this.table.absorb(other.table);
  }

  /** The recording as far as it has been added. */
  outline(): RecordingOutline {
    const happened = this.table.arrange(this.complete);
    if (happened) this.facts.retime(happened);
    if (this.complete) this.#lookAtAll();
    return outlineOf({
      table: this.table,
      facts: this.facts,
      description: this.description,
      warnings: this.warnings,
      missingAssets: this.intake.missingAssets,
      isMobile: this.intake.isMobile || this.description.isMobile,
      isComplete: this.complete,
    });
  }

  /** What is only known once all events are there. */
  #lookAtAll(): void {
    if (this.#isLookedAt) return;
    this.#isLookedAt = true;
    this.#leaveOutSecondRecorders();
    const missing = this.table.windowIds.map((windowId) => countMissingSheets(this.table, windowId));
    this.warnings.set(
      'missing-sheets',
      missing.reduce((sum, count) => sum + count, 0),
    );
  }

  /** What is left of a window's events is of one recorder then. */
  #leaveOutSecondRecorders(): void {
    for (const windowId of this.table.windowIds) {
      const events = new SecondRecorder(this.table, this.facts, windowId).find();
      for (const event of events) {
        this.table.hide(event);
        if (event.kind === 'meta') this.facts.forgetPage(windowId, event.timestamp);
      }
      if (events.length > 0) this.warnings.add('second-recorder', events.length);
    }
  }

  /** Events in the order of the session, inflated and put right. */
  *inflated({ kinds, windowId: wanted, from, to, first }: EventFilter = {}): Generator<StoredEvent> {
    for (const { row, kind, windowId, timestamp, position } of this.table.events(first)) {
      if (to !== undefined && timestamp >= to) return;
      if (from !== undefined && timestamp < from) continue;
      if ((kinds && !kinds.has(kind)) || (wanted !== undefined && wanted !== windowId)) continue;
      const event = this.table.inflate({ row, timestamp });
      if (event) yield { kind, windowId, event, position };
    }
  }

  /** All events in the order of the session, inflated and put right, with a Meta event before each page. */
  *replayable(): Generator<SessionEvent> {
    const sized = new Set<string>();
    for (const { kind, windowId, event } of this.inflated()) {
      if (kind === 'meta') sized.add(windowId);
      if (kind === 'fullSnapshot' && !sized.delete(windowId)) {
        yield { windowId, event: { ...this.facts.metaAt(windowId, event.timestamp) } };
      }
      yield { windowId, event: { ...event } };
    }
  }
}
