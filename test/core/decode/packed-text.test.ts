import { expect } from 'chai';
import { strFromU8, zlibSync } from 'fflate';
import { gzipBase64, gzipped, zstd } from '../../../fixtures/shapes.mjs';
import { unpackBase64, unpackText } from '../../../src/core/decode/packed-text.ts';
import { joined } from '../../../src/core/unpack/bytes.ts';
import { lines, utf16, utf8 } from '../unpack/pieces.ts';

const MARK = '\ufeff';
const VALUES: readonly unknown[] = [
  [],
  { a: 'é😀\u0085\u2028' },
  'text',
  0,
  null,
  false,
  lines(3000).split('\n'),
];

const binary = (bytes: Uint8Array) => strFromU8(bytes, true);
const base64 = (bytes: Uint8Array) => btoa(binary(bytes));
const withTail = (bytes: Uint8Array, ...tail: number[]) =>
  joined([bytes.slice(0, bytes.length - tail.length), Uint8Array.from(tail)]);

const PACKERS: readonly [name: string, pack: (bytes: Uint8Array) => Uint8Array][] = [
  ['gzip', gzipped],
  ['zlib', (bytes) => zlibSync(bytes)],
  ['zlib without compression', (bytes) => zlibSync(bytes, { level: 0 })],
  ['zstd', zstd],
];
const WRITINGS: readonly [name: string, write: (text: string) => Uint8Array][] = [
  ['UTF-8', utf8],
  ['UTF-8 behind a mark', (text) => utf8(MARK + text)],
  ['UTF-16, low byte first, behind a mark', (text) => utf16(text, 'le', MARK)],
  ['UTF-16, high byte first, behind a mark', (text) => utf16(text, 'be', MARK)],
];

describe('packed texts', () => {
  it('takes an empty text for no packing, whatever was inflated before', () => {
    expect(unpackText('')).to.equal(undefined);
    expect(unpackText(binary(gzipped(utf8('[]'))))).to.deep.equal([]);
    expect(unpackText('')).to.equal(undefined);
  });

  for (const [packing, pack] of PACKERS) {
    for (const [writing, write] of WRITINGS) {
      it(`inflates ${packing} of ${writing}`, () => {
        for (const value of VALUES) {
          const bytes = pack(write(JSON.stringify(value)));
          expect(unpackText(binary(bytes))).to.deep.equal(value);
          expect(unpackBase64(base64(bytes))).to.deep.equal(value);
        }
      });
    }

    it(`gives ${packing} up that is cut off anywhere, or holds no JSON`, () => {
      const bytes = pack(utf8('{"a":"text that is long enough"}'));
      // Behind the content stands a checksum, which nothing needs.
      for (let length = 0; length < bytes.length - 12; length++) {
        expect(unpackText(binary(bytes.slice(0, length))), String(length)).to.be.undefined;
      }
      for (const text of ['', 'undefined', '{"a":1', '[1]]']) {
        expect(unpackText(binary(pack(utf8(text)))), text).to.be.undefined;
      }
    });
  }

  it('reads base64 with white space around it', () => {
    expect(unpackBase64(` \r\n${gzipBase64([1])}\n`)).to.deep.equal([1]);
  });

  it('reads one byte from each character, whatever its upper half holds', () => {
    const shifted = [...binary(gzipped(utf8('[7]')))].map((c) =>
      String.fromCharCode(c.charCodeAt(0) | 0x100),
    );
    expect(unpackText(shifted.join(''))).to.deep.equal([7]);
  });

  for (const text of [
    '',
    'H',
    'H4sI',
    'H4sI****',
    '[1]',
    '"',
    'x',
    'x\u009c',
    '\u001f\u008b',
    '(\u00b5/\u00fd',
  ]) {
    it(`finds nothing packed in ${JSON.stringify(text)}`, () => {
      expect(unpackText(text)).to.be.undefined;
      expect(unpackBase64(text)).to.be.undefined;
    });
  }

  it('reserves nothing for gzip that lies about its length', () => {
    const bytes = gzipped(utf8('[1]'));
    for (const lie of [
      [0, 0, 0, 0xff],
      [1, 0, 0, 0x10],
    ]) {
      expect(unpackText(binary(withTail(bytes, ...lie)))).to.be.undefined;
    }
  });

  it('stops inflating what would fill the memory', () => {
    // Blocks of zstd that stand for 128 KiB of spaces each.
    const [length, count] = [2 ** 17, 2 ** 11];
    const blocks = Uint8Array.from({ length: count * 4 }, (_, i) => {
      const header = (length << 3) | (1 << 1);
      return [header & 0xff, (header >> 8) & 0xff, header >> 16, 0x20][i % 4]!;
    });
    const frame = (spaces: Uint8Array) =>
      joined([
        Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x38),
        Uint8Array.of(8, 0, 0, 0x5b),
        spaces,
        Uint8Array.of(9, 0, 0, 0x5d),
      ]);
    expect(unpackText(binary(frame(blocks.slice(0, 400))))).to.deep.equal([]);
    expect(unpackText(binary(frame(blocks)))).to.be.undefined;
  });
});
