import { asRecord } from '../core/json.ts';
import type { SnapshotBatch } from './snapshot-batch.ts';

/**
 * A stretch of the line of JSON that a batch is in a file. By turns its texts stand in the line as they are, and escaped;
 * the first one as it is.
 */
export type LinePiece = readonly string[];

/** Characters. Chrome compresses values beyond 64 KiB and makes Blobs of them, and the page waits for that. */
const PIECE = 60_000;
/** Characters. Escaping a longer text takes the page longer than all that is written beside it. */
const LONG = 4000;

/** Stands for a text that is not escaped yet. Nobody can have written it into a page. */
const MARK = `escaped later: ${Math.random()}`;

/**
 * The line of a batch, with its end, in pieces. Most of a large batch are texts that posthog-js has compressed: of these
 * only the references are copied.
 *
 * @throws TypeError for what JSON cannot hold
 */
export function linePieces({ event, properties }: SnapshotBatch): readonly LinePiece[] {
  const texts: string[] = [];
  const events = properties.$snapshot_data.map((one) => withoutLongTexts(one, texts));
  const line = `${JSON.stringify({ event, properties: { ...properties, $snapshot_data: events } })}\n`;
  const pieces: string[][] = [];
  let room = 0;
  const add = (text: string, turn: number) => {
    for (let start = 0; start < text.length;) {
      if (room < 2) {
        pieces.push([]);
        room = PIECE;
      }
      const end = endOf(text, start + room);
      const piece = pieces.at(-1) ?? [];
      if (piece.length % 2 !== turn) piece.push('');
      piece.push(text.slice(start, end));
      room -= end - start;
      start = end;
    }
  };
  for (const [index, asItIs] of line.split(MARK).entries()) {
    add(asItIs, 0);
    add(texts[index] ?? '', 1);
  }
  return pieces;
}

export function textOf(piece: LinePiece): string {
  return piece.map((text, index) => (index % 2 === 0 ? text : JSON.stringify(text).slice(1, -1))).join('');
}

/** An event with marks in the place of long texts, which are added to `texts` in the order in which they stand in it. */
function withoutLongTexts(event: unknown, texts: string[]): unknown {
  const { data } = asRecord(event);
  if (isLong(data)) {
    texts.push(data);
    return { ...asRecord(event), data: MARK };
  }
  const long = Object.entries(asRecord(data)).filter((field): field is [string, string] => isLong(field[1]));
  if (long.length === 0) return event;
  texts.push(...long.map(([, text]) => text));
  const marks = Object.fromEntries(long.map(([name]) => [name, MARK]));
  return { ...asRecord(event), data: { ...asRecord(data), ...marks } };
}

function isLong(value: unknown): value is string {
  return typeof value === 'string' && value.length > LONG;
}

/** Where a text can be cut, at this place or before it: not between the two halves of a character. */
function endOf(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}
