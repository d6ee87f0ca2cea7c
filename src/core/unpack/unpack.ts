import type { RecordingLimits } from '../limits.ts';
import { type Bytes, peek, without } from './bytes.ts';
import { inflate, INFLATERS, isGzip, isZlib, isZstd } from './inflate.ts';
import { PackingMeter } from './packing-meter.ts';
import { bareSnappy, isPrefixedSnappy, isSnappyBlock, prefixedSnappy } from './snappy.ts';
import { fromBase64, fromUtf16, isBase64Gzip, markLength, utf16Label } from './text.ts';
import { isSavedPage, recordingIn } from './saved-page.ts';
import { isZip, unzip } from './unzip.ts';

/** A file of text, out of everything it was packed in. */
export interface UnpackedFile {
  readonly name: string;
  /** What it was packed in, from the outside in. */
  readonly packing: readonly string[];
  /** Stands for the archive that it is in, the innermost one; null when it is in none. */
  readonly archive: object | null;
  readonly bytes: Bytes;
}

/** What unpacking needs of those around it. */
export interface UnpackContext {
  readonly limits: RecordingLimits;
  warn(code: 'truncated' | 'bad-block'): void;
  /** Told of bytes that were inflated. @throws ReplayError `too-large` */
  inflated(count: number): void;
}

/** Enough to tell every packing by. */
const HEAD_BYTES = 64;
/** Nobody packs what is packed so often already. */
const MAX_DEPTH = 8;

/**
 * Takes a file out of what it was packed in: gzip, zlib, zstd, snappy, zip, base64,
 * UTF-16, a page that the player has saved, in any order. Each is
 * recognised by its first bytes, never by the file's name. An archive yields several files, which have to be read
 * one after the other.
 */
export async function* unpack(
  file: UnpackedFile,
  context: UnpackContext,
  depth = 0,
): AsyncGenerator<UnpackedFile> {
  const { head, whole } = await peek(file.bytes, HEAD_BYTES);
  const layer = depth < MAX_DEPTH ? layerOf(head.subarray(0, HEAD_BYTES)) : null;
  if (!layer) {
    yield { ...file, bytes: whole };
    return;
  }
  const label = LABELS[layer];
  const packing = label === null ? file.packing : [...file.packing, label];
  const meter = new PackingMeter((count) => context.inflated(count));
  const packed = meter.taken(whole);
  if (layer === 'zip') {
    const archive = {};
    for await (const entry of unzip(packed, () => context.warn('truncated'))) {
      if (isHousekeeping(entry.name)) continue;
      const bytes = meter.given(entry.bytes);
      yield* unpack({ name: entry.name, packing, archive, bytes }, context, depth + 1);
    }
  } else {
    const bytes = meter.given(opened(layer, packed, head, context));
    yield* unpack({ ...file, packing, bytes }, context, depth + 1);
  }
}

/** What people call a layer; null for what is not worth a word. */
const LABELS = {
  'gzip': 'gzip',
  'zlib': 'zlib',
  'zstd': 'zstd',
  'zip': 'zip',
  'snappy': 'snappy',
  'snappy-block': 'snappy',
  'base64': 'base64',
  'page': 'html',
  'utf-16': null,
  'mark': null,
  'segment-header': null,
} as const;

type Layer = keyof typeof LABELS;

function layerOf(head: Uint8Array): Layer | null {
  if (isGzip(head)) return 'gzip';
  if (isZip(head)) return 'zip';
  if (isZstd(head)) return 'zstd';
  if (isZlib(head)) return 'zlib';
  if (isSavedPage(head)) return 'page';
  if (isBase64Gzip(head)) return 'base64';
  if (isPrefixedSnappy(head)) return 'snappy';
  if (utf16Label(head)) return 'utf-16';
  if (markLength(head) > 0) return 'mark';
  if (segmentHeaderLength(head) > 0) return 'segment-header';
  // In a support archive zeros stand where other recordings were in the original file.
  const isPadded = head.length >= 4 && head.subarray(0, 4).every((byte) => byte === 0);
  if (isPadded || isSnappyBlock(head)) return 'snappy-block';
  return null;
}

function opened(layer: Exclude<Layer, 'zip'>, bytes: Bytes, head: Uint8Array, context: UnpackContext): Bytes {
  const { limits } = context;
  switch (layer) {
    case 'gzip':
    case 'zlib':
    case 'zstd':
      return inflate(bytes, INFLATERS[layer], () => context.warn('truncated'));
    case 'snappy':
      return prefixedSnappy(bytes, limits.eventBytes, context);
    case 'snappy-block':
      return bareSnappy(bytes, limits.eventBytes, context);
    case 'page':
      return recordingIn(bytes);
    case 'base64':
      return fromBase64(bytes);
    case 'utf-16':
      return fromUtf16(bytes);
    case 'mark':
      return without(bytes, markLength(head));
    case 'segment-header':
      return without(bytes, segmentHeaderLength(head));
  }
}

/** Length of the line that Sentry puts before the events of a segment; 0 without one. */
function segmentHeaderLength(head: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(head);
  return /^\{\s*"segment_id"\s*:\s*\d+\s*\}\r?\n/.exec(text)?.[0].length ?? 0;
}

/** What systems and archivers leave in archives of their own accord. */
function isHousekeeping(name: string): boolean {
  return name.endsWith('/') || /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name);
}
