import { isRecord } from '../json.ts';
import type { DecodeContext, EventDecoder, RawEvent } from '../formats/format.ts';
import { LineSplitter } from './line-splitter.ts';
import { RowReader } from './row-reader.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Cuts events out of lines, each one of the rows that `RowReader` knows. */
export class LineDecoder implements EventDecoder {
  readonly #context: DecodeContext;
  readonly #lines: LineSplitter;
  readonly #rows: RowReader;
  readonly #decoder = new TextDecoder();

  constructor(context: DecodeContext) {
    this.#context = context;
    this.#rows = new RowReader(context);
    this.#lines = new LineSplitter(context.limits.eventBytes, () => context.warn('oversized'));
  }

  *write(chunk: Uint8Array): Generator<RawEvent> {
    for (const line of this.#lines.write(chunk)) yield* this.#decodeLine(line, 'bad-line');
  }

  *end(): Generator<RawEvent> {
    yield* this.#decodeLine(this.#lines.end(), 'truncated');
  }

  *#decodeLine(line: Uint8Array, damage: 'bad-line' | 'truncated'): Generator<RawEvent> {
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
    if (isPair(row)) yield { bytes: eventInPair(line), windowId: row[0], recording: null };
    else if (isBareEvent(row)) yield { bytes: line, windowId: null, recording: null };
    else yield* this.#rows.read(row);
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
  let at = line.indexOf(QUOTE) + 1;
  while (at < line.length && line[at] !== QUOTE) at += line[at] === BACKSLASH ? 2 : 1;
  return line.subarray(line.indexOf(OPEN_OBJECT, at), line.lastIndexOf(CLOSE_OBJECT) + 1);
}
