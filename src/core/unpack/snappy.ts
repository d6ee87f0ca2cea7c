import snappy from 'snappyjs/snappy_decompressor.js';
import { type Bytes, collect, joined } from './bytes.ts';

const PREFIX_BYTES = 4;
/** Length of a block and of its first literal, and the character that follows. */
export const SNAPPY_HEAD_BYTES = PREFIX_BYTES + 5 + 5 + 1;

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
  return length > 0 && length < 2 ** 28 && isSnappyBlock(bytes, PREFIX_BYTES);
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
  let held = new Uint8Array(0);
  for await (const chunk of bytes) {
    held = Uint8Array.from(joined([held, chunk]));
    let at = 0;
    while (held.length - at >= PREFIX_BYTES) {
      const length = u32(held, at);
      if (length > limit) {
        report.warn('bad-block');
        return;
      }
      if (held.length - at < PREFIX_BYTES + length) break;
      yield* uncompress(held.subarray(at + PREFIX_BYTES, at + PREFIX_BYTES + length), limit, report);
      yield NEWLINE;
      at += PREFIX_BYTES + length;
    }
    held = held.subarray(at);
  }
  if (held.length > PREFIX_BYTES) {
    report.warn('truncated');
    yield* uncompress(held.subarray(PREFIX_BYTES), limit, { warn: () => undefined });
  }
}

const NEWLINE = new Uint8Array([0x0a]);

/** Inflates one block, which has to be held whole; zeros before and behind it are padding. */
export async function* bareSnappy(
  bytes: Bytes,
  limit: number,
  report: SnappyReport,
): AsyncGenerator<Uint8Array> {
  const block = await collect(withoutLeadingZeros(bytes), limit);
  if (block) yield* uncompress(block, limit, report);
  else report.warn('bad-block');
}

/** A block's bytes; of a damaged one those before the damage. */
function* uncompress(block: Uint8Array, limit: number, report: SnappyReport): Generator<Uint8Array> {
  const decompressor = new snappy.SnappyDecompressor(block);
  const length = decompressor.readUncompressedLength();
  if (length < 0 || length > limit) {
    report.warn('bad-block');
    return;
  }
  const inflated = new Uint8Array(length);
  // The decompressor says no to damage, but only after it has written all that stands before it.
  if (decompressor.uncompressToBuffer(inflated)) {
    yield inflated;
    return;
  }
  report.warn('bad-block');
  const end = inflated.indexOf(0);
  yield end < 0 ? inflated : inflated.subarray(0, end);
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
