import snappy from 'snappyjs/snappy_decompressor.js';
import { type Bytes, collect, joined } from './bytes.ts';

const PREFIX_BYTES = 4;
/** Longer blocks are not served, and the length of shorter ones never starts like text: 0x09 is a tab. */
const PREFIX_LIMIT = 2 ** 27;
/** The most that a byte of a block can stand for: three bytes copy 64. */
const MOST_OF_BYTE = 22;

const LINE_STARTS = [0x5b, 0x7b];

/** What a decoder of damaged blocks tells. */
export interface SnappyReport {
  warn(code: 'bad-block' | 'truncated'): void;
}

/**
 * True when a raw snappy block of JSON lines starts here: a length as a varint, then a literal, which cannot
 * refer back and so shows the first characters as they are.
 */
export function isSnappyBlock(bytes: Uint8Array, at = 0): boolean {
  // Shorter blocks would hold no event, and start like text.
  if ((bytes[at] ?? 0) < 0x80) return false;
  const varint = bytes.subarray(at, at + 5);
  const lengthEnd = varint.findIndex((byte) => byte < 0x80) + 1;
  if (lengthEnd === 0) return false;
  const tag = bytes[at + lengthEnd];
  if (tag === undefined || (tag & 3) !== 0) return false;
  const extra = Math.max(0, (tag >>> 2) - 59);
  return LINE_STARTS.includes(bytes[at + lengthEnd + 1 + extra] ?? 0);
}

/** True for blocks each behind its length, as PostHog's API serves them with `decompress=false`. */
export function isPrefixedSnappy(bytes: Uint8Array): boolean {
  const length = u32(bytes, 0);
  return length > 0 && length < PREFIX_LIMIT && isSnappyBlock(bytes, PREFIX_BYTES);
}

/**
 * Inflates blocks, each behind its length (4 bytes, big-endian).
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/parse-encoded-snapshots.ts
 */
export async function* prefixedSnappy(
  bytes: Bytes,
  limit: number,
  report: SnappyReport,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  let needed = PREFIX_BYTES;
  for await (const chunk of bytes) {
    held.push(chunk.slice());
    length += chunk.length;
    if (length < needed) continue;
    const whole = joined(held);
    let at = 0;
    needed = PREFIX_BYTES;
    while (whole.length - at >= needed) {
      const size = u32(whole, at);
      if (size > limit) {
        report.warn('bad-block');
        return;
      }
      needed = PREFIX_BYTES + size;
      if (whole.length - at < needed) break;
      if (size > 0) {
        yield* uncompress(whole.subarray(at + PREFIX_BYTES, at + needed), limit, report);
        yield NEWLINE;
      }
      at += needed;
      needed = PREFIX_BYTES;
    }
    held = [whole.subarray(at)];
    length = whole.length - at;
  }
  if (length === 0) return;
  report.warn('truncated');
  const rest = joined(held).subarray(PREFIX_BYTES);
  if (rest.length > 0) yield* uncompress(rest, limit, { warn: () => undefined });
}

const NEWLINE = new Uint8Array([0x0a]);

/** Inflates one block, which has to be held whole; zeros before and behind it are padding. */
export async function* bareSnappy(
  bytes: Bytes,
  limit: number,
  report: SnappyReport,
): AsyncGenerator<Uint8Array> {
  const block = await collect(withoutLeadingZeros(bytes), limit);
  if (!block) report.warn('bad-block');
  else if (block.length > 0) yield* uncompress(block, limit, report);
}

/** A block's bytes; of a damaged one those before the damage. */
function* uncompress(block: Uint8Array, limit: number, report: SnappyReport): Generator<Uint8Array> {
  const { sound, cut } = withoutCutLiteral(block);
  const decompressor = new snappy.SnappyDecompressor(sound);
  const length = decompressor.readUncompressedLength();
  if (length < 0 || length > limit) {
    report.warn('bad-block');
    return;
  }
  const inflated = new Uint8Array(Math.min(length, block.length * MOST_OF_BYTE));
  // The decompressor stops at damage after it has written all that stands before it.
  decompressor.uncompressToBuffer(inflated);
  const end = endOfText(inflated);
  inflated.set(cut.subarray(0, inflated.length - end), end);
  const known = endOfText(inflated);
  if (known < length) report.warn('bad-block');
  if (known > 0) yield inflated.subarray(0, known);
}

/**
 * A block up to a literal that is longer than what there is of it, and what there is. snappyjs would leave it out,
 * and reads a length of 2 GB and more as a negative one, which leads it in circles for ever.
 * Source: google/snappy: format_description.txt
 */
function withoutCutLiteral(block: Uint8Array): { sound: Uint8Array; cut: Uint8Array } {
  let at = block.findIndex((byte) => byte < 0x80) + 1;
  while (at < block.length) {
    const [tag = 0, a = 0, b = 0, c = 0, d = 0] = block.subarray(at, at + 5);
    const [kind, upper] = [tag & 3, tag >>> 2];
    if (kind > 0) {
      at += kind === 3 ? 5 : 1 + kind;
      continue;
    }
    const width = Math.max(0, upper - 59);
    const size = width === 0 ? upper : (((d << 24) | (c << 16) | (b << 8) | a) >>> 0) % 2 ** (8 * width);
    const start = at + 1 + width;
    if (start + size >= block.length) {
      const cut = block.subarray(start);
      return size + 1 > cut.length ? { sound: block.subarray(0, at), cut } : { sound: block, cut: NOTHING };
    }
    at = start + size + 1;
  }
  return { sound: block, cut: NOTHING };
}

const NOTHING = new Uint8Array(0);

/** Where text ends in a buffer that was zeros: there are none in text. */
function endOfText(bytes: Uint8Array): number {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes.length : end;
}

async function* withoutLeadingZeros(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let started = false;
  for await (const chunk of bytes) {
    const from = started ? 0 : chunk.findIndex((byte) => byte !== 0);
    if (from < 0) continue;
    started = true;
    yield chunk.subarray(from);
  }
}

function u32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + PREFIX_BYTES);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
