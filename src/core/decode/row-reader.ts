import { asId, asRecord, asText, type Fields, isRecord } from '../json.ts';
import type { DecodeContext, RawEvent } from './recording-format.ts';
import { timeIn } from '../rrweb/event-time.ts';
import { unpackBase64, unpackText } from './packed-text.ts';

/** Where the events of a row belong. */
interface Belonging {
  readonly windowId: string | null;
  readonly recording: string | null;
}

const NOWHERE: Belonging = { windowId: null, recording: null };
/** Values in values in values: no producer goes deeper. */
const MAX_DEPTH = 4;

/**
 * Finds the events in one JSON value that stands for a row: a line, an item of a list, a row of a table. Rows of
 * all shapes may be mixed:
 *
 * - an event, or a string of rrweb's packer that holds one
 * - `[windowId, event]` and `{window_id, data: [event, …]}` of PostHog's snapshots API
 * - `$snapshot` and `$snapshot_items` events, `properties` as object or JSON text
 * - rows of the warehouse with `snapshot_data`
 * - other analytics events, which become markers
 *
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/parse-encoded-snapshots.ts,
 * rust/capture/src/events/recordings.rs, posthog/session_recordings/sql/session_recording_event_sql.py
 */
export class RowReader {
  readonly #context: DecodeContext;
  readonly #encoder = new TextEncoder();

  constructor(context: DecodeContext) {
    this.#context = context;
  }

  *read(row: unknown): Generator<RawEvent> {
    if (typeof row === 'string') yield* this.#snapshotData(row, NOWHERE);
    else if (Array.isArray(row)) yield* this.#list(row);
    else if (isRecord(row)) yield* this.#object(row);
  }

  *#list(row: readonly unknown[]): Generator<RawEvent> {
    const [windowId, event] = row;
    const isPair = row.length === 2 && !Array.isArray(windowId) && !isRecord(windowId) && isRecord(event);
    if (isPair) yield* this.#event(event, { windowId: asId(windowId), recording: null });
    else yield* this.#snapshotData(row, NOWHERE);
  }

  *#object(row: Fields): Generator<RawEvent> {
    const recording = asId(row['session_id']) || null;
    if (isEvent(row)) yield* this.#event(row, NOWHERE);
    else if ('snapshot_data' in row) yield* this.#batch(row['snapshot_data'], row, recording);
    else if (typeof row['event'] === 'string') yield* this.#analyticsEvent(row['event'], row);
    else if (isBatch(row)) yield* this.#batch(row['data'], row, recording);
    else if (recording !== null) this.#metadata(row, recording);
  }

  *#batch(data: unknown, row: Fields, recording: string | null): Generator<RawEvent> {
    if (recording !== null) this.#context.describe({ id: recording }, recording);
    yield* this.#snapshotData(data, { windowId: asId(row['window_id'] ?? row['windowId']), recording });
  }

  /** A row about the session as a whole, such as the support archive holds. */
  #metadata(row: Fields, id: string): void {
    const library = asText(row['snapshot_library']);
    const isMobile = row['snapshot_source'] === 'mobile';
    this.#context.describe(
      { id, ...(library && { library }), ...(isMobile && { platform: 'mobile' }) },
      null,
    );
  }

  *#analyticsEvent(name: string, row: Fields): Generator<RawEvent> {
    const properties = parsed(row['properties']);
    const fields = asRecord(properties);
    const recording = asId(fields['$session_id']) || asId(row['$session_id']) || null;
    if (name !== '$snapshot' && name !== '$snapshot_items') {
      const timestamp = timeIn(row['timestamp']);
      if (timestamp !== null) this.#context.marker(timestamp, name, recording);
      return;
    }
    if (properties === undefined) this.#context.warn('undecodable');
    const library = asText(fields['$lib']);
    const version = asText(fields['$lib_version']);
    this.#context.describe(
      {
        ...(recording !== null && { id: recording }),
        ...(library && { library }),
        ...(version && { version }),
        ...(fields['$snapshot_source'] === 'mobile' && { platform: 'mobile' as const }),
      },
      recording,
    );
    const belonging = { windowId: asId(fields['$window_id']), recording };
    yield* this.#snapshotData(fields['$snapshot_items'] ?? fields['$snapshot_data'], belonging);
  }

  /** Everything that has stood under `$snapshot_data` in the course of the years. */
  *#snapshotData(data: unknown, to: Belonging, depth = 0): Generator<RawEvent> {
    if (depth > MAX_DEPTH) {
      this.#context.warn('undecodable');
    } else if (Array.isArray(data)) {
      for (const item of data) yield* this.#snapshotData(item, to, depth + 1);
    } else if (typeof data === 'string') {
      const value = valueIn(data);
      if (value === undefined) this.#context.warn('undecodable');
      else yield* this.#snapshotData(value, to, depth + 1);
    } else if (isRecord(data)) {
      if (typeof data['chunk_id'] === 'string') yield* this.#chunk(data, data['chunk_id'], to, depth);
      else if (Array.isArray(data['data_items']))
        yield* this.#snapshotData(data['data_items'], to, depth + 1);
      else yield* this.#event(data, to);
    }
  }

  *#chunk(data: Fields, id: string, to: Belonging, depth: number): Generator<RawEvent> {
    const events = this.#context.chunks.add(
      `${to.recording ?? ''} ${id}`,
      Number(data['chunk_index'] ?? 0),
      Number(data['chunk_count'] ?? 1),
      asText(data['data']),
    );
    if (events === null) this.#context.warn('undecodable');
    else if (events !== undefined) yield* this.#snapshotData(events, to, depth + 1);
  }

  *#event(event: Fields, { windowId, recording }: Belonging): Generator<RawEvent> {
    try {
      yield { bytes: this.#encoder.encode(JSON.stringify(event)), windowId, recording, value: event };
    } catch {
      // Nested more deeply than can be written.
      this.#context.warn('undecodable');
    }
  }
}

/** The value in a string: JSON, compressed JSON, base64 of that. */
function valueIn(text: string): unknown {
  if (text.startsWith('H4sI')) return unpackBase64(text);
  return /^\s*[[{"]/.test(text) ? parsed(text) : unpackText(text);
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function isEvent({ type, ...row }: Fields): boolean {
  return (typeof type === 'number' || (typeof type === 'string' && /^\d+$/.test(type))) && 'timestamp' in row;
}

/** True for a list of events of a window, packed or not. */
function isBatch({ data, ...row }: Fields): boolean {
  return Array.isArray(data) || (typeof data === 'string' && ('window_id' in row || 'windowId' in row));
}
