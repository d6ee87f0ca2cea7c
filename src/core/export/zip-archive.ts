import { blobChunks } from '../source/chunks.ts';

/** A file of an archive. */
export interface ZipMember {
  /** With `/` between folders. */
  readonly path: string;
  readonly content: Blob;
  /** Whether it is compressed: false for what is compressed already. */
  readonly deflate?: boolean;
}

const VERSION = 20;
/** What needs larger numbers than a field has 32 bits for is in an extra field, which this version knows. */
const VERSION_64 = 45;
/** How a file stands in an archive: as it is, or compressed. */
const STORED = 0;
const DEFLATED = 8;
/** The path is UTF-8. */
const UTF8 = 1 << 11;
/** 1 January 1980, midnight: the first day that the format knows. */
const NO_DATE = (1 << 21) | (1 << 16);
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;

/**
 * A zip archive. Nothing of what is not compressed is copied: the Blob refers to the files.
 *
 * @throws the signal's reason
 */
export async function zipBlob(members: readonly ZipMember[], signal?: AbortSignal): Promise<Blob> {
  const parts: BlobPart[] = [];
  for await (const part of zipParts(members, signal)) parts.push(part);
  return new Blob(parts, { type: 'application/zip' });
}

/**
 * The parts of a zip archive, one after the other. Each file stands behind its length and checksum, so that the archive
 * can be read while it arrives, also where a file is an archive itself. A file is read once before, one chunk at a time,
 * for its checksum, and is let go of before the next one is asked for.
 *
 * @throws the signal's reason
 */
export async function* zipParts(
  members: Iterable<ZipMember> | AsyncIterable<ZipMember>,
  signal?: AbortSignal,
): AsyncGenerator<Blob | Uint8Array<ArrayBuffer>> {
  const list: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for await (const { path, content, deflate = false } of members) {
    signal?.throwIfAborted();
    const packed = deflate ? await deflated(content) : content;
    const file = {
      path: new TextEncoder().encode(path),
      method: deflate ? DEFLATED : STORED,
      packedSize: packed.size,
      size: content.size,
      crc: await crc32(content),
    };
    const header = localHeader(file);
    yield header;
    yield packed;
    list.push(listHeader(file, offset));
    offset += header.length + packed.size;
  }
  yield* list;
  const listSize = list.reduce((sum, { length }) => sum + length, 0);
  yield endOf(list.length, listSize, offset);
}

function deflated(content: Blob): Promise<Blob> {
  return new Response(content.stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();
}

interface HeaderFacts {
  readonly path: Uint8Array;
  readonly method: number;
  /** Bytes as it stands in the archive. */
  readonly packedSize: number;
  /** Bytes as it is. */
  readonly size: number;
  readonly crc: number;
}

function localHeader(file: HeaderFacts): Uint8Array<ArrayBuffer> {
  return fields().u32(0x04034b50).u16(VERSION).add(factsOf(file)).u16(0).add(file.path).bytes();
}

function listHeader(file: HeaderFacts, offset: number): Uint8Array<ArrayBuffer> {
  const isFar = offset >= MAX_32;
  const extra = isFar ? fields().u16(1).u16(8).u64(offset).bytes() : new Uint8Array(0);
  return fields()
    .u32(0x02014b50)
    .u16(VERSION_64)
    .u16(isFar ? VERSION_64 : VERSION)
    .add(factsOf(file))
    .u16(extra.length)
    .u16(0) // Length of a comment.
    .u16(0) // Number of the disk.
    .u16(0)
    .u32(0) // Attributes.
    .u32(Math.min(offset, MAX_32))
    .add(file.path)
    .add(extra)
    .bytes();
}

/** What both headers of a file have. */
function factsOf({ path, method, packedSize, size, crc }: HeaderFacts): Uint8Array {
  const sizes = fields().u32(packedSize).u32(size).bytes();
  return fields().u16(UTF8).u16(method).u32(NO_DATE).u32(crc).add(sizes).u16(path.length).bytes();
}

function endOf(count: number, listSize: number, listOffset: number): Uint8Array<ArrayBuffer> {
  const end = fields();
  if (count >= MAX_16 || listSize >= MAX_32 || listOffset >= MAX_32) {
    end
      .u32(0x06064b50)
      .u64(44)
      .u16(VERSION_64)
      .u16(VERSION_64)
      .u32(0)
      .u32(0)
      .u64(count)
      .u64(count)
      .u64(listSize)
      .u64(listOffset)
      // Where that stands.
      .u32(0x07064b50)
      .u32(0)
      .u64(listOffset + listSize)
      .u32(1);
  }
  return end
    .u32(0x06054b50)
    .u16(0)
    .u16(0)
    .u16(Math.min(count, MAX_16))
    .u16(Math.min(count, MAX_16))
    .u32(Math.min(listSize, MAX_32))
    .u32(Math.min(listOffset, MAX_32))
    .u16(0)
    .bytes();
}

/** Numbers one after the other, the lowest byte first. */
function fields() {
  const written: number[] = [];
  const write = (value: number, bytes: number) => {
    for (let rest = value, i = 0; i < bytes; i++, rest = Math.floor(rest / 256)) written.push(rest % 256);
    return self;
  };
  const self = {
    u16: (value: number) => write(value, 2),
    u32: (value: number) => write(value, 4),
    u64: (value: number) => write(value, 8),
    add: (bytes: Uint8Array) => {
      written.push(...bytes);
      return self;
    },
    bytes: () => Uint8Array.from(written),
  };
  return self;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

async function crc32(content: Blob): Promise<number> {
  let crc = MAX_32;
  for await (const chunk of blobChunks(content))
    for (const byte of chunk) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ MAX_32) >>> 0;
}
