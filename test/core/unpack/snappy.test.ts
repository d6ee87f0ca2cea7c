import { expect } from 'chai';
import { snappy } from '../../../fixtures/shapes.mjs';
import { joined } from '../../../src/core/unpack/bytes.ts';
import {
  bareSnappy,
  isPrefixedSnappy,
  isSnappyBlock,
  prefixedSnappy,
} from '../../../src/core/unpack/snappy.ts';
import { delivered, lines, prefixed, textOf, utf8, whole } from './pieces.ts';

const LIMIT = 1024 ** 2;

async function inflate(
  decode: typeof bareSnappy,
  bytes: Uint8Array,
  limit = LIMIT,
): Promise<{ text: string; warnings: string[] }> {
  const warnings: string[] = [];
  const text = textOf(
    await whole(decode(delivered(bytes, 1000), limit, { warn: (code) => warnings.push(code) })),
  );
  return { text, warnings };
}

/** A block that says how long it is, and whatever follows. */
const block = (length: number, ...tags: readonly (number | string)[]) =>
  joined([
    length < 0x80 ? Uint8Array.of(length) : Uint8Array.of((length & 0x7f) | 0x80, length >> 7),
    ...tags.map((tag) => (typeof tag === 'string' ? utf8(tag) : Uint8Array.of(tag))),
  ]);

/** Tags of literals, whose length stands in the tag or in so many bytes behind it. */
const literal = (text: string, width = 0): (number | string)[] => {
  const last = text.length - 1;
  const bytes = Array.from({ length: width }, (_, i) => (last >>> (8 * i)) & 0xff);
  return [(width === 0 ? last : 59 + width) << 2, ...bytes, text];
};
const TEN = '[123456789';

describe('snappy', () => {
  const blocks: readonly [title: string, bytes: Uint8Array, text: string][] = [
    ['a literal', block(10, ...literal(TEN)), TEN],
    [
      'literals with lengths of one to four bytes',
      block(50, ...[0, 1, 2, 3, 4].flatMap((i) => literal(TEN, i))),
      TEN.repeat(5),
    ],
    ['a copy with an offset of a byte', block(14, ...literal(TEN), 1, 10), `${TEN}[123`],
    [
      'a copy with an offset of eleven bits',
      block(304, ...literal('a'.repeat(299) + 'b', 2), (1 << 5) | 1, 0x2c),
      'a'.repeat(299) + 'baaaa',
    ],
    ['a copy with an offset of two bytes', block(15, ...literal(TEN), (4 << 2) | 2, 10, 0), `${TEN}[1234`],
    [
      'a copy with an offset of four bytes',
      block(15, ...literal(TEN), (4 << 2) | 3, 10, 0, 0, 0),
      `${TEN}[1234`,
    ],
    [
      'a copy of what it writes itself',
      block(74, ...literal(TEN), (63 << 2) | 2, 1, 0),
      TEN + '9'.repeat(64),
    ],
    ['zeros behind it', joined([block(10, ...literal(TEN)), new Uint8Array(33)]), TEN],
    ['other bytes behind it', block(10, ...literal(TEN), ...literal('more')), TEN],
    ['nothing', block(0), ''],
  ];
  for (const [title, bytes, text] of blocks) {
    it(`inflates ${title}`, async () => {
      expect(await inflate(bareSnappy, bytes)).to.deep.equal({ text, warnings: [] });
    });
  }

  it('inflates what compresses well', async () => {
    const text = 'abcd'.repeat(20_000);
    expect(await inflate(bareSnappy, snappy(utf8(text)))).to.deep.equal({ text, warnings: [] });
  });

  const bad: readonly [title: string, bytes: Uint8Array, kept: string][] = [
    ['a literal that is cut off', block(20, ...literal(TEN), 19 << 2, 'abc'), `${TEN}abc`],
    ['a cut behind a tag', block(20, ...literal(TEN)), TEN],
    ['a cut within a length', block(200, ...literal(TEN), 61 << 2, 1), TEN],
    ['a cut within an offset', block(20, ...literal(TEN), 2, 10), TEN],
    ['an offset of 0', block(20, ...literal(TEN), 2, 0, 0, ...literal(TEN)), TEN],
    ['an offset before the start', block(20, ...literal(TEN), 2, 11, 0, ...literal(TEN)), TEN],
    ['an offset beyond all', block(20, ...literal(TEN), 3, 255, 255, 255, 255), TEN],
    ['a length that leads backwards', block(200, 63 << 2, 0xfa, 0xff, 0xff, 0xff, TEN), TEN],
    ['a length that is none', Uint8Array.from({ length: 300 }, () => 0x80), ''],
    ['a length beyond the limit', joined([Uint8Array.of(0xff, 0xff, 0xff, 0x7f), utf8(TEN)]), ''],
  ];
  for (const [title, bytes, kept] of bad) {
    it(`keeps what stands before ${title}`, async () => {
      expect(await inflate(bareSnappy, bytes)).to.deep.equal({ text: kept, warnings: ['bad-block'] });
      const found = await inflate(
        prefixedSnappy,
        joined([prefixed(bytes), prefixed(block(3, ...literal('end')))]),
      );
      expect(found).to.deep.equal({ text: `${kept}\nend\n`, warnings: ['bad-block'] });
    });
  }

  it('refuses a bare block that is larger than the limit', async () => {
    expect(await inflate(bareSnappy, snappy(utf8(lines(500))), 5000)).to.deep.equal({
      text: '',
      warnings: ['bad-block'],
    });
  });

  it('refuses prefixed blocks whose length is larger than the limit', async () => {
    const bytes = joined([prefixed(block(3, ...literal('one'))), prefixed(snappy(utf8(lines(500))))]);
    expect(await inflate(prefixedSnappy, bytes, 5000)).to.deep.equal({
      text: 'one\n',
      warnings: ['bad-block'],
    });
  });

  it('passes over empty blocks', async () => {
    const bytes = joined([new Uint8Array(8), prefixed(block(3, ...literal('one'))), new Uint8Array(400)]);
    expect(await inflate(prefixedSnappy, bytes)).to.deep.equal({ text: 'one\n', warnings: [] });
  });

  const starts: readonly [title: string, bytes: Uint8Array, isBlock: boolean][] = [
    ['a list', block(200, ...literal(TEN)), true],
    ['an object in a long literal', block(200, ...literal('{' + 'x'.repeat(199), 2)), true],
    ['a word', block(200, ...literal('word')), false],
    ['a copy first', block(200, 1, 10, TEN), false],
    ['a block too short for an event', block(100, ...literal(TEN)), false],
    ['nothing', new Uint8Array(0), false],
    ['a length alone', Uint8Array.of(0xff, 0xff, 0x01), false],
    ['a length without an end', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), false],
  ];
  for (const [title, bytes, isBlock] of starts) {
    it(`${isBlock ? 'knows' : 'does not take for'} a block by its start: ${title}`, () => {
      expect(isSnappyBlock(bytes)).to.equal(isBlock);
      expect(isPrefixedSnappy(prefixed(bytes))).to.equal(isBlock);
    });
  }

  it('takes no white space for the length of a block', () => {
    for (const space of ['\t', '\n', '\r', ' ']) {
      const text = joined([utf8(`${space}["`), Uint8Array.of(0xf9), block(200, ...literal(TEN))]);
      expect(isPrefixedSnappy(text), JSON.stringify(space)).to.be.false;
    }
  });
});
