import { constants, deflateRawSync } from 'node:zlib';
import { SHAPES } from '../../../fixtures/shapes.mjs';
import { CHECKOUT } from './fixtures.mjs';
import { ENDING, eventArray, META, page } from './small-recording.mjs';

export function patched(bytes, at, patch) {
  const copy = Buffer.from(bytes);
  patch.copy(copy, at < 0 ? copy.length + at : at);
  return copy;
}

export const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
export const END_OF_DEFLATE = Buffer.from([3, 0]);

/** A part of a deflate stream that refers to nothing before it, so that it can be repeated. */
export function deflatedPiece(bytes) {
  return deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
}

export function deflated(bytes) {
  return Buffer.concat([deflatedPiece(bytes), END_OF_DEFLATE]);
}

/** The start of a recording and so many megabytes of spaces, deflated. */
export function bomb(megabytes) {
  const spaces = deflatedPiece(Buffer.alloc(2 ** 20, ' '));
  const start = deflatedPiece(`${eventArray(META, page(), ...ENDING).slice(0, -1)},`);
  return Buffer.concat([start, ...Array.from({ length: megabytes }, () => spaces), END_OF_DEFLATE]);
}

export function* followedBySpaces(start, length) {
  yield Buffer.from(start);
  const spaces = Buffer.alloc(2 ** 24, ' ');
  for (let left = length; left > 0; left -= spaces.length) yield spaces;
}

/** As the string that a compressed field is; in itself sound, its checksum aside. */
export function spacesOfOneGB() {
  const spaces = deflatedPiece(Buffer.alloc(2 ** 24, ' '));
  const length = Buffer.from([0, 0, 0, 0x40]);
  return Buffer.concat([
    GZIP_HEADER,
    ...Array.from({ length: 64 }, () => spaces),
    END_OF_DEFLATE,
    Buffer.alloc(4),
    length,
  ]).toString('latin1');
}

/** A zip of one deflated entry, with lies on request. */
export function zip(packed, { size = 0, packedSize = packed.length, offset = 0, entries = 1 } = {}) {
  const name = Buffer.from('export-ph-recording.json');
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(packedSize, 14);
  about.writeUInt32LE(size, 18);
  about.writeUInt16LE(name.length, 22);
  const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, packed]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  const directory = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, place, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries, 4);
  end.writeUInt16LE(entries, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(entry.length, 12);
  return Buffer.concat([entry, directory, Buffer.from('PK\u0005\u0006'), end]);
}

export function patchedArchive(patch) {
  const bytes = Buffer.from(SHAPES.find(({ id }) => id === 'archive').write(CHECKOUT, 'session-1'));
  patch(bytes);
  return bytes;
}

/** A snappy block behind its length. */
export function framed(block) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(block.length);
  return Buffer.concat([length, block]);
}

/** A snappy block with another length at its start. */
export function declaring2GB(block) {
  const endOfLength = block.findIndex((byte) => byte < 0x80) + 1;
  return Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0xff, 0x07]), block.subarray(endOfLength)]);
}
