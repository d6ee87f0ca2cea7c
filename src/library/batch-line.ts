import { asRecord } from '../core/json.ts';
import type { SnapshotBatch } from './snapshot-batch.ts';

/**
 * A line of JSON, or a stretch of one. By turns its texts stand in the line as they are, and escaped; the first one as it
 * is.
 */
export type Stretch = readonly string[];

/** Characters. Chrome compresses values beyond 64 KiB and makes Blobs of them, and the page waits for that. */
const PIECE = 60_000;
/** Characters. Escaping a longer text takes the page longer than all that is written beside it. */
const LONG = 4000;

/** Stands for a text that is not escaped yet. Nobody can have written it into a page. */
const MARK = `escaped later: ${Math.random()}`;

/**
 * The line of a batch as it is now, with its end. Long texts, which posthog-js has compressed, are neither copied nor read:
 * it builds them character by character, and whoever reads them first waits while a browser puts them together.
 *
 * @throws TypeError for what JSON cannot hold
 */
export function lineOf({ event, properties }: SnapshotBatch): Stretch {
  const texts: string[] = [];
  const events = properties.$snapshot_data.map((one) => withoutLongTexts(one, texts));
  const line = `${JSON.stringify({ event, properties: { ...properties, $snapshot_data: events } })}\n`;
  return line.split(MARK).flatMap((asItIs, index) => [asItIs, ...texts.slice(index, index + 1)]);
}

/** A line in pieces that a browser writes quickly. */
export function* piecesOf(line: Stretch): Generator<Stretch> {
  let piece: string[] = [];
  let room = PIECE;
  for (const [index, text] of line.entries())
    for (let start = 0; start < text.length;) {
      const end = endOf(text, start + room);
      if (piece.length % 2 !== index % 2) piece.push('');
      piece.push(text.slice(start, end));
      room -= end - start;
      start = end;
      // A character may need two.
      if (room >= 2) continue;
      yield piece;
      piece = [];
      room = PIECE;
    }
  if (piece.length > 0) yield piece;
}

export function textOf(stretch: Stretch): string {
  return stretch.map((text, index) => (index % 2 === 0 ? text : JSON.stringify(text).slice(1, -1))).join('');
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
