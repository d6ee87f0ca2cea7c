import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snappy } from '../../../fixtures/shapes.mjs';
import { FIXTURES } from './fixtures.mjs';
import {
  declaring2GB,
  deflated,
  deflatedPiece,
  END_OF_DEFLATE,
  framed,
  GZIP_HEADER,
  patched,
  patchedArchive,
  spacesOfOneGB,
  zip,
} from './packing.mjs';
import { AT, ENDING, eventArray, META, mutation, page } from './small-recording.mjs';

const v2 = () => readFileSync(join(FIXTURES, 'checkout.v2.json'));
const v2Gzip = () => readFileSync(join(FIXTURES, 'checkout.v2.json.gz'));
const pairs = readFileSync(join(FIXTURES, 'checkout.jsonl'));
const MB = 2 ** 20;

/**
 * Files whose packing is broken, or holds far more than there is room for.
 * Contents of files by what is wrong with them; made when asked for, since some are large.
 */
export const PACKED_FILES = {
  '50 MB of gzip that hold 50 GB of zeros': () => {
    const zeros = deflatedPiece(Buffer.alloc(64 * MB));
    return [
      (function* () {
        yield GZIP_HEADER;
        for (let i = 0; i < 800; i++) yield zeros;
        yield END_OF_DEFLATE;
        yield Buffer.alloc(8);
      })(),
    ];
  },
  'a compressed mutation that holds 1 GB of spaces': () => {
    const data = { ...mutation(500, {}).data, adds: spacesOfOneGB() };
    return [eventArray(META, page(), { type: 3, timestamp: AT + 500, cv: '2024-10', data }, ...ENDING)];
  },
  'a compressed full snapshot that holds 1 GB of spaces': () => [
    eventArray(META, { type: 2, timestamp: AT + 1, cv: '2024-10', data: spacesOfOneGB() }, ...ENDING),
  ],
  'ten compressed full snapshots of 1 GB of spaces beside a good one': () => {
    const data = spacesOfOneGB();
    const bombs = Array.from({ length: 10 }, (_, i) => ({
      type: 2,
      timestamp: AT + 10 + i,
      cv: '2024-10',
      data,
    }));
    return [eventArray(META, page(), ...bombs, ...ENDING)];
  },
  'gzip that says it is longer than it is': () => [patched(v2Gzip(), -4, Buffer.from([255, 255, 255, 255]))],
  'gzip that says it is shorter than it is': () => [patched(v2Gzip(), -4, Buffer.from([1, 0, 0, 0]))],
  'gzip with a wrong checksum': () => [patched(v2Gzip(), -8, Buffer.from([1, 2, 3, 4]))],
  'a zip that says its entry holds one byte': () => [zip(deflated(v2()), { size: 1 })],
  'a zip that says its entry holds 4 GB': () => [zip(deflated(v2()), { size: 0xfffffffe })],
  'a zip that says its entry takes 4 GB of the file': () => [zip(deflated(v2()), { packedSize: 0xfffffffe })],
  'a zip that says its entry takes no bytes': () => [zip(deflated(v2()), { packedSize: 0 })],
  'a zip whose entry stands behind its end': () => [zip(deflated(v2()), { offset: 0x7fffffff })],
  'a zip that says it has 65,535 entries': () => [zip(deflated(v2()), { entries: 0xffff })],
  'a zip without entries': () => [Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])],
  'a snappy file whose only block declares 2 GB': () => [framed(declaring2GB(snappy(pairs)))],
  'a snappy file whose second block declares 2 GB': () => [
    Buffer.concat([framed(snappy(pairs)), framed(declaring2GB(snappy(pairs)))]),
  ],
  'a snappy file whose block is said to take 2 GB': () => [
    patched(framed(snappy(pairs)), 0, Buffer.from([0x7f, 0xff, 0xff, 0xff])),
  ],
  'a bare snappy block that declares 2 GB': () => [declaring2GB(snappy(pairs))],
  'a bare snappy block that copies from before its start': () => [
    Buffer.concat([
      Buffer.from([0xff, 0xff, 0xff, 0xff, 0x07, 0x04]),
      Buffer.from('['),
      Buffer.alloc(30_000, Buffer.from([0xfe, 0x34, 0x12])),
    ]),
  ],
  'a support archive with blocks of zeros': () => [
    patchedArchive((bytes) => bytes.fill(0, 0, bytes.length - 4096)),
  ],
};
