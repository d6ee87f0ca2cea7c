import { isRecord } from '../json.ts';
import type { DecodeContext, EventDecoder, RawEvent } from './recording-format.ts';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COMMA,
  isWord,
  ODD,
  OPEN_ARRAY,
  OPEN_OBJECT,
  plainEnd,
  QUOTE,
  spaceEnd,
  stringEnd,
} from './json-bytes.ts';
import { LineSplitter } from './line-splitter.ts';
import { RowReader } from './row-reader.ts';
import { EventScanner } from './scan-event.ts';

/** Cuts events out of lines, each one of the rows that `RowReader` knows. */
export class LineDecoder implements EventDecoder {
  readonly #context: DecodeContext;
  readonly #lines: LineSplitter;
  readonly #rows: RowReader;
  readonly #scanner = new EventScanner();
  readonly #decoder = new TextDecoder();
  #windowId = '';

  constructor(context: DecodeContext) {
    this.#context = context;
    this.#rows = new RowReader(context);
    this.#lines = new LineSplitter(context.limits.eventBytes, () => context.warn('oversized'));
  }

  *write(chunk: Uint8Array): Generator<RawEvent> {
    for (const line of this.#lines.write(chunk)) {
      const cut = this.#cut(line);
      if (cut) yield cut;
      else yield* this.#parse(line, 'bad-line');
    }
  }

  *end(): Generator<RawEvent> {
    yield* this.#parse(this.#lines.end(), 'truncated');
  }

  *#parse(line: Uint8Array, damage: 'bad-line' | 'truncated'): Generator<RawEvent> {
    const text = this.#decoder.decode(line).trim();
    if (text === '') return;
    let row: unknown;
    try {
      row = JSON.parse(text);
    } catch {
      this.#context.warn(damage);
      return;
    }
    // The two most frequent rows hold the event's own text, which need not be written anew.
    if (isPair(row)) {
      yield { bytes: eventInPair(line), windowId: row[0], recording: null, value: row[1] };
    } else if (isBareEvent(row)) yield { bytes: line, windowId: null, recording: null, value: row };
    else yield* this.#rows.read(row);
  }

  /** The event in a line of either of these rows, where it need not be parsed. */
  #cut(line: Uint8Array): RawEvent | null {
    if (line[0] === OPEN_OBJECT) {
      const scanned = this.#scanner.scan(line);
      return scanned && { bytes: line, windowId: null, recording: null, scanned };
    }
    const close = line.lastIndexOf(CLOSE_ARRAY);
    const quote = plainEnd(line, 1);
    const isPair = line[0] === OPEN_ARRAY && quote !== ODD && line[quote + 1] === COMMA;
    if (!isPair || spaceEnd(line, close + 1) !== line.length) return null;
    const bytes = line.subarray(spaceEnd(line, quote + 2), close);
    const scanned = this.#scanner.scan(bytes);
    if (!scanned) return null;
    // Most lines are of the same window as the one before: comparing takes less time than decoding.
    if (!isWord(line, 2, quote, this.#windowId))
      this.#windowId = this.#decoder.decode(line.subarray(2, quote));
    return { bytes, windowId: this.#windowId, recording: null, scanned };
  }
}

function isPair(row: unknown): row is [string, object] {
  return Array.isArray(row) && row.length === 2 && typeof row[0] === 'string' && isRecord(row[1]);
}

/** Analytics events, which have a name, may say `"type": "capture"` too. */
function isBareEvent(row: unknown): boolean {
  return isRecord(row) && 'type' in row && 'timestamp' in row && typeof row['event'] !== 'string';
}

/** The event's own bytes in `["window", {…}]`: behind the string and its comma, up to the last bracket. */
function eventInPair(line: Uint8Array): Uint8Array {
  const at = stringEnd(line, line.indexOf(QUOTE));
  return line.subarray(line.indexOf(OPEN_OBJECT, at), line.lastIndexOf(CLOSE_OBJECT) + 1);
}
