import { DEFAULT_LIMITS, type RecordingLimits } from '../../../src/core/limits.ts';
import type { WarningCode } from '../../../src/core/warning-kinds.ts';
import { type Bytes, joined } from '../../../src/core/unpack/bytes.ts';
import { unpack, type UnpackedFile } from '../../../src/core/unpack/unpack.ts';

/** What came out of a file. */
export interface Unpacked {
  readonly files: readonly { name: string; packing: readonly string[]; text: string }[];
  readonly warnings: readonly WarningCode[];
  /** Bytes that were told as inflated. */
  readonly inflated: number;
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Lines `[windowId, event]`, different enough not to be a single repetition. */
export function lines(count: number): string {
  const events = Array.from({ length: count }, (_, i) => ({
    type: 3,
    timestamp: 1_700_000_000_000 + i,
    data: { source: 1, text: `é${(i * 7919) % 1000}-${(i * 104_729) % 997}` },
  }));
  return events.map((event) => JSON.stringify(['window', event])).join('\n');
}

/** Bytes as a slow source delivers them. */
export async function* delivered(bytes: Uint8Array, size = Infinity): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
}

/** Everything in a file, read to its end. */
export async function unpackAll(
  bytes: Uint8Array,
  size = Infinity,
  limits: Partial<RecordingLimits> = {},
): Promise<Unpacked> {
  const warnings: WarningCode[] = [];
  const files: { name: string; packing: readonly string[]; text: string }[] = [];
  let inflated = 0;
  const context = {
    limits: { ...DEFAULT_LIMITS, ...limits },
    warn: (code: WarningCode) => void warnings.push(code),
    inflated: (count: number) => void (inflated += count),
  };
  const source: UnpackedFile = { name: 'given', packing: [], archive: null, bytes: delivered(bytes, size) };
  for await (const { name, packing, bytes: content } of unpack(source, context)) {
    files.push({ name, packing, text: textOf(await whole(content)) });
  }
  return { files, warnings, inflated };
}

/** A stream as one array. */
export async function whole(bytes: Bytes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece.slice());
  return joined(pieces);
}

/** A copy with some bytes in its middle overwritten. */
export function damaged(bytes: Uint8Array, at = 0.6): Uint8Array {
  return bytes.map((byte, i) => {
    const isHit = i >= Math.floor(bytes.length * at) && i < Math.floor(bytes.length * at) + 40;
    return isHit ? 0xff : byte;
  });
}

/** A snappy block behind its length. */
export function prefixed(block: Uint8Array): Uint8Array {
  const { length } = block;
  return joined([Uint8Array.of(length >>> 24, length >>> 16, length >>> 8, length), block]);
}

export function utf16(text: string, order: 'le' | 'be', mark = ''): Uint8Array {
  const characters = mark + text;
  const bytes = new Uint8Array(characters.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < characters.length; i++) view.setUint16(i * 2, characters.charCodeAt(i), order === 'le');
  return bytes;
}
