import { gunzip, isGzip } from './decode/gunzip.ts';
import { type Detected, detectFormat } from './detect-format.ts';
import type { DecodeReport, EventDecoder, RawEvent } from './formats/format.ts';

/** Cutting is fast enough that so much of a chunk fits into any slice of time. */
const PIECE_BYTES = 16 * 1024;

const BOM = [0xef, 0xbb, 0xbf];

/** Told of what decoding finds. */
export interface SourceReport extends DecodeReport {
  /** The source is of this format. */
  formatFound(id: string): void;
}

/**
 * The events of a source in the order in which they stand in it: inflated if it was gzipped, and cut by the
 * decoder of the format it turns out to be.
 *
 * @param pause called often; may give other tasks a chance before it resolves
 * @throws ReplayError when it is no recording
 */
export async function* decodeEvents(
  source: AsyncIterable<Uint8Array>,
  report: SourceReport,
  pause: () => Promise<void>,
): AsyncGenerator<RawEvent> {
  let head: Uint8Array = new Uint8Array(0);
  let decoder: EventDecoder | null = null;
  const begin = ({ format, head: known }: Detected) => {
    report.formatFound(format.id);
    return format.createDecoder(known, report);
  };
  for await (const chunk of inflated(source, report)) {
    let rest = chunk;
    if (!decoder) {
      head = joined(head, chunk);
      const detected = detectFormat(head, false);
      if (!detected) continue;
      decoder = begin(detected);
      rest = head;
    }
    for (let offset = 0; offset < rest.length; offset += PIECE_BYTES) {
      yield* decoder.write(rest.subarray(offset, offset + PIECE_BYTES));
      await pause();
    }
  }
  if (!decoder) {
    const detected = detectFormat(head, true);
    if (!detected) return;
    decoder = begin(detected);
    yield* decoder.write(head);
  }
  yield* decoder.end();
}

/** The bytes of a source, inflated if they are gzip, without a byte order mark. */
async function* inflated(
  source: AsyncIterable<Uint8Array>,
  report: SourceReport,
): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array(0);
  // A first chunk may be shorter than what has to be looked at.
  while (first.length < BOM.length) {
    const next: IteratorResult<Uint8Array, unknown> = await chunks.next();
    if (next.done) break;
    first = joined(first, next.value);
  }
  const whole = prepend(first, { [Symbol.asyncIterator]: () => chunks });
  if (isGzip(first)) {
    yield* gunzip(whole, () => {
      report.warn('truncated', 'The gzip file stops in the middle; everything up to there plays.');
    });
  } else {
    yield* whole;
  }
}

async function* prepend(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hasMark = BOM.every((byte, i) => first[i] === byte);
  yield hasMark ? first.subarray(BOM.length) : first;
  yield* rest;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
