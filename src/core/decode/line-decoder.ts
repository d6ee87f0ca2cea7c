import type { DecodeReport, EventDecoder, RawEvent } from '../formats/format.ts';
import { LineSplitter } from './line-splitter.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;

/**
 * Cuts events out of lines, each one of: an array `[windowId, event]`, an event with `windowId`, an object whose
 * `data` is an array of events. The shapes may be mixed.
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/parse-encoded-snapshots.ts
 */
export class LineDecoder implements EventDecoder {
  readonly #report: DecodeReport;
  readonly #lines = new LineSplitter();
  readonly #decoder = new TextDecoder();
  readonly #encoder = new TextEncoder();

  constructor(report: DecodeReport) {
    this.#report = report;
  }

  *write(chunk: Uint8Array): Generator<RawEvent> {
    for (const line of this.#lines.write(chunk)) yield* this.#decodeLine(line);
  }

  *end(): Generator<RawEvent> {
    yield* this.#decodeLine(this.#lines.end());
  }

  *#decodeLine(line: Uint8Array): Generator<RawEvent> {
    const text = this.#decoder.decode(line).trim();
    if (text === '') return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.#report.warn('bad-line', 'Lines that could not be read were left out.');
      return;
    }
    if (Array.isArray(value)) {
      const windowId: unknown = value[0];
      if (typeof value[1] === 'object' && value[1] !== null) {
        yield { bytes: eventInPair(line), windowId: typeof windowId === 'string' ? windowId : '' };
      }
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && 'timestamp' in value) yield { bytes: line, windowId: null };
    else yield* this.#eventsOf(value);
  }

  *#eventsOf(value: object): Generator<RawEvent> {
    const fields: Readonly<Record<string, unknown>> = { ...value };
    const windowId = 'window_id' in fields ? fields['window_id'] : fields['windowId'];
    const events: unknown = fields['data'];
    if (!Array.isArray(events)) return;
    for (const event of events) {
      yield {
        bytes: this.#encoder.encode(JSON.stringify(event)),
        windowId: typeof windowId === 'string' || typeof windowId === 'number' ? String(windowId) : '',
      };
    }
  }
}

/** The event's own bytes in `["window", {…}]`: behind the string and its comma, up to the last bracket. */
function eventInPair(line: Uint8Array): Uint8Array {
  let at = line.indexOf(QUOTE) + 1;
  while (at < line.length && line[at] !== QUOTE) at += line[at] === BACKSLASH ? 2 : 1;
  return line.subarray(line.indexOf(OPEN_OBJECT, at), line.lastIndexOf(0x7d) + 1);
}
