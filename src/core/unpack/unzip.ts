import { Unzip, UnzipInflate } from 'fflate';
import { type Bytes, joined } from './bytes.ts';
import { attempt, pieces } from './inflate.ts';

/** Stored and deflated: what every archiver writes unless told otherwise. */
const KNOWN_METHODS = [0, 8];

/** What every archive ends with: the start of the record about its list of contents. */
const END_MARK = [0x50, 0x4b, 0x05, 0x06];

/** One file of an archive. Its bytes have to be read, or left, before the next one is asked for. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Bytes;
}

type Found = { readonly name: string } | { readonly data: Uint8Array } | { readonly damaged: true };

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** The files of a zip archive in the order in which they stand in it, inflated as bytes arrive. */
export async function* unzip(chunks: Bytes, onDamage: () => void): AsyncGenerator<ArchiveEntry> {
  const found = unzipped(chunks, onDamage);
  let next = await found.next();
  while (!next.done) {
    if (!('name' in next.value)) {
      next = await found.next();
      continue;
    }
    const entry = { name: next.value.name, bytes: bytesOf() };
    yield entry;
    // What the reader has left of it.
    await drain(entry.bytes);
  }

  async function* bytesOf(): AsyncGenerator<Uint8Array> {
    for (;;) {
      next = await found.next();
      if (next.done || 'name' in next.value) return;
      if ('damaged' in next.value) onDamage();
      else yield next.value.data;
    }
  }
}

async function drain(bytes: Bytes): Promise<void> {
  const chunks = bytes[Symbol.asyncIterator]();
  while (!(await chunks.next()).done);
}

async function* unzipped(chunks: Bytes, onDamage: () => void): AsyncGenerator<Found> {
  const found: Found[] = [];
  const archive = new Unzip((file) => {
    let isDamaged = false;
    found.push({ name: file.name });
    file.ondata = (error, data) => {
      if (isDamaged) return;
      isDamaged = error !== null;
      found.push(isDamaged ? { damaged: true } : { data });
    };
    if (KNOWN_METHODS.includes(file.compression)) file.start();
    else found.push({ damaged: true });
  });
  archive.register(UnzipInflate);
  let hasEnd = false;
  let tail: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces(chunks)) {
    const isSound = attempt(() => archive.push(piece.bytes, piece.final));
    yield* found.splice(0);
    tail = joined([tail, piece.bytes]);
    hasEnd ||= includesMark(tail);
    tail = tail.slice(1 - END_MARK.length);
    if (!isSound || (piece.final && !hasEnd)) {
      onDamage();
      return;
    }
  }
}

function includesMark(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(END_MARK[0] ?? 0);
  while (at >= 0 && !END_MARK.every((byte, i) => bytes[at + i] === byte)) {
    at = bytes.indexOf(END_MARK[0] ?? 0, at + 1);
  }
  return at >= 0;
}
