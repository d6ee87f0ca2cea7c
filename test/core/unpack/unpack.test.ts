import { expect } from 'chai';
import { strFromU8, zipSync, zlibSync } from 'fflate';
import { gzipBase64, gzipped, snappy, zstd } from '../../../fixtures/shapes.mjs';
import { joined } from '../../../src/core/unpack/bytes.ts';
import { type UnpackContext, unpack } from '../../../src/core/unpack/unpack.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { ReplayError } from '../../../src/core/replay-error.ts';
import { damaged, delivered, lines, prefixed, textOf, unpackAll, utf16, utf8, whole } from './pieces.ts';

const TEXT = lines(300);
const BYTES = utf8(TEXT);
const MARK = '\ufeff';

const base64 = (bytes: Uint8Array) => btoa(strFromU8(bytes, true));

/** Each way to pack a text, and what people are told of it. */
const LAYERS: readonly [title: string, pack: (bytes: Uint8Array) => Uint8Array, packing: string[]][] = [
  ['nothing', (bytes) => bytes, []],
  ['gzip', gzipped, ['gzip']],
  [
    'several gzip files in a row',
    (bytes) => joined([bytes.slice(0, 99), bytes.slice(99)].map(gzipped)),
    ['gzip'],
  ],
  ['zlib', (bytes) => zlibSync(bytes), ['zlib']],
  ['zlib without compression', (bytes) => zlibSync(bytes, { level: 0 }), ['zlib']],
  ['zstd', zstd, ['zstd']],
  ['a bare snappy block', snappy, ['snappy']],
  [
    'a padded snappy block',
    (bytes) => joined([new Uint8Array(4999), snappy(bytes), new Uint8Array(101)]),
    ['snappy'],
  ],
  ['zip', (bytes) => zipSync({ given: bytes }), ['zip']],
  ['base64 of gzip', (bytes) => utf8(base64(gzipped(bytes))), ['base64', 'gzip']],
  [
    'base64 of gzip in lines',
    (bytes) => utf8(base64(gzipped(bytes)).replace(/.{76}/g, '$&\r\n')),
    ['base64', 'gzip'],
  ],
  ['base64 of gzip in quotes', (bytes) => utf8(` "${base64(gzipped(bytes))}"\n`), ['base64', 'gzip']],
  [
    'base64 of gzip without padding',
    (bytes) => utf8(base64(gzipped(bytes)).replace(/=+$/, '')),
    ['base64', 'gzip'],
  ],
  ['a UTF-8 mark', (bytes) => joined([utf8(MARK), bytes]), []],
  ['UTF-16, low byte first', (bytes) => utf16(textOf(bytes), 'le'), []],
  ['UTF-16, low byte first, with a mark', (bytes) => utf16(textOf(bytes), 'le', MARK), []],
  ['UTF-16, high byte first', (bytes) => utf16(textOf(bytes), 'be'), []],
  ['UTF-16, high byte first, with a mark', (bytes) => utf16(textOf(bytes), 'be', MARK), []],
  ['a segment behind its header', (bytes) => joined([utf8('{"segment_id":12}\n'), bytes]), []],
  ['a segment behind a spaced header', (bytes) => joined([utf8('{"segment_id": 0}\r\n'), bytes]), []],
  [
    'a zlib segment behind its header',
    (bytes) => joined([utf8('{"segment_id":0}\n'), zlibSync(bytes)]),
    ['zlib'],
  ],
  ['gzip of gzip', (bytes) => gzipped(gzipped(bytes)), ['gzip', 'gzip']],
  ['gzip of UTF-16', (bytes) => gzipped(utf16(textOf(bytes), 'le', MARK)), ['gzip']],
  [
    'zip of zstd of a bare block',
    (bytes) => zipSync({ given: zstd(snappy(bytes)) }),
    ['zip', 'zstd', 'snappy'],
  ],
  ['zip of zip', (bytes) => zipSync({ given: zipSync({ given: bytes }) }), ['zip', 'zip']],
  ['zlib of base64 of gzip', (bytes) => zlibSync(utf8(base64(gzipped(bytes)))), ['zlib', 'base64', 'gzip']],
];

const SIZES: readonly [title: string, size: number][] = [
  ['at once', Infinity],
  ['in sevens', 7],
  ['byte by byte', 1],
];

describe('unpack', () => {
  for (const [title, pack, packing] of LAYERS) {
    const packed = pack(BYTES);
    for (const [delivery, size] of SIZES) {
      it(`takes a text out of ${title}, which comes ${delivery}`, async () => {
        const { files, warnings } = await unpackAll(packed, size);
        expect(files.map(({ name }) => name)).to.deep.equal(['given']);
        expect(files[0]!.packing).to.deep.equal(packing);
        expect(files[0]!.text).to.equal(TEXT);
        expect(warnings).to.deep.equal([]);
      });
    }
  }

  for (const [delivery, size] of SIZES) {
    it(`takes lines out of prefixed snappy blocks, which come ${delivery}`, async () => {
      const half = TEXT.length / 2;
      const parts = [TEXT.slice(0, half), '', TEXT.slice(half)];
      const packed = joined(parts.map((part) => prefixed(snappy(utf8(part)))));
      const { files, warnings } = await unpackAll(packed, size);
      expect(files.map(({ packing }) => packing)).to.deep.equal([['snappy']]);
      expect(files[0]!.text).to.equal(`${parts.join('\n')}\n`);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('opens the base64 of gzip of UTF-16 that PostHog stored', async () => {
    const { files } = await unpackAll(utf8(gzipBase64({ events: ['é値'] })));
    expect(files[0]).to.deep.include({ packing: ['base64', 'gzip'], text: '{"events":["é値"]}' });
  });

  it('hands an empty file on', async () => {
    expect((await unpackAll(new Uint8Array(0))).files).to.deep.equal([
      { name: 'given', packing: [], text: '' },
    ]);
  });

  it('stops where nobody packs any more', async () => {
    let packed = utf8('[]');
    for (let i = 0; i < 9; i++) packed = gzipped(packed) as Uint8Array<ArrayBuffer>;
    const { files } = await unpackAll(packed);
    expect(files[0]!.packing).to.have.length(8);
    expect(files[0]!.text).not.to.equal('[]');
  });

  it('counts what each layer inflates to', async () => {
    const { inflated } = await unpackAll(gzipped(zlibSync(BYTES)));
    expect(inflated).to.equal(zlibSync(BYTES).length + BYTES.length);
  });

  describe('passes on that there is too much', () => {
    for (const [title, pack, packing] of LAYERS) {
      if (packing.length === 0) continue;
      it(`in ${title}`, async () => {
        let seen = 0;
        const context: UnpackContext = {
          limits: DEFAULT_LIMITS,
          warn: () => undefined,
          inflated: (count) => {
            seen += count;
            if (seen > 1000) throw ReplayError.of({ code: 'too-large', reason: 'bomb', ratio: 400 });
          },
        };
        const read = async () => {
          const given = { name: '', packing: [], archive: null, bytes: delivered(pack(BYTES)) };
          for await (const { bytes } of unpack(given, context)) await whole(bytes);
        };
        const thrown: unknown = await read().catch((error: unknown) => error);
        expect(thrown).to.have.property('code', 'too-large');
      });
    }
  });

  it('does not hold what a small file inflates to', async () => {
    const bomb = gzipped(new Uint8Array(64 * 1024 ** 2));
    let largest = 0;
    const context: UnpackContext = {
      limits: DEFAULT_LIMITS,
      warn: () => undefined,
      inflated: (count) => void (largest = Math.max(largest, count)),
    };
    for await (const { bytes } of unpack(
      { name: '', packing: [], archive: null, bytes: delivered(bomb) },
      context,
    )) {
      for await (const piece of bytes) if (piece.length > 0) break;
    }
    expect(largest).to.be.within(1, 9 * 1024 ** 2);
  });

  describe('keeps what stands before the damage, and tells', () => {
    const long = lines(4000);
    const cases: readonly [title: string, pack: (bytes: Uint8Array) => Uint8Array, least: number][] = [
      ['gzip', gzipped, 0.4],
      ['zlib without compression', (bytes) => zlibSync(bytes, { level: 0 }), 0.3],
      ['zlib', (bytes) => zlibSync(bytes), 0.4],
      ['zstd', zstd, 0.2],
      ['zip', (bytes) => zipSync({ given: bytes }), 0.4],
      ['a stored zip', (bytes) => zipSync({ given: [bytes, { level: 0 }] }), 0.4],
      ['base64 of gzip', (bytes) => utf8(base64(gzipped(bytes))), 0.4],
      ['a bare snappy block', snappy, 0.4],
      ['a prefixed snappy block', (bytes) => prefixed(snappy(bytes)), 0.4],
    ];
    for (const [title, pack, least] of cases) {
      const packed = pack(utf8(long));
      for (const [delivery, size] of [
        ['at once', Infinity],
        ['in small pieces', 100],
      ] as const) {
        for (const share of [0.5, 0.6, 0.7]) {
          it(`${title}, cut off at ${share}, delivered ${delivery}`, async () => {
            const { files, warnings } = await unpackAll(packed.slice(0, packed.length * share), size);
            // The cut may go through a letter.
            const text = files[0]!.text.replace(/\ufffd+$/, '');
            expect(long.startsWith(text), 'the start of the text').to.be.true;
            expect(text.length).to.be.greaterThan(long.length * least);
            expect(warnings.length).to.be.greaterThan(0);
          });
        }
      }
    }

    for (const missing of [1, 4, 8, 9, 20]) {
      it(`gzip without its last ${missing} bytes`, async () => {
        const { warnings } = await unpackAll(gzipped(BYTES).slice(0, -missing));
        expect(warnings).to.deep.equal(['truncated']);
      });
    }

    for (const [title, pack, least] of [
      ['gzip', gzipped, 0.4],
      ['zlib', (bytes: Uint8Array) => zlibSync(bytes), 0.4],
    ] as const) {
      it(`${title} with other bytes in its middle`, async () => {
        const { files, warnings } = await unpackAll(damaged(pack(utf8(long))));
        expect(warnings).to.deep.equal(['truncated']);
        const common = commonStart(files[0]!.text, long);
        expect(common).to.be.greaterThan(long.length * least);
      });
    }

    it('a snappy block with other bytes in its middle, and the blocks behind it', async () => {
      const blocks = [long, TEXT, '[1]'].map((text, i) => {
        const block = snappy(utf8(text));
        return prefixed(i === 0 ? damaged(block) : block);
      });
      const { files, warnings } = await unpackAll(joined(blocks));
      expect(warnings).to.deep.equal(['bad-block']);
      expect(files[0]!.text.endsWith(`\n${TEXT}\n[1]\n`)).to.be.true;
      expect(commonStart(files[0]!.text, long)).to.be.greaterThan(long.length * 0.4);
    });

    it('snappy blocks that stop within the length of the next one', async () => {
      const { files, warnings } = await unpackAll(joined([prefixed(snappy(BYTES)), Uint8Array.of(0, 0)]));
      expect(files[0]!.text).to.equal(`${TEXT}\n`);
      expect(warnings).to.deep.equal(['truncated']);
    });
  });

  describe('leaves a text as it is', () => {
    const value = { 'é\u{1f600}': [[{ type: 4, data: '\u00ff' }]], '': 'x'.repeat(300) };
    const texts: [title: string, text: string][] = [];
    for (const space of [
      '',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '  \n\t',
      '\n\n\n\n',
      ' '.repeat(100),
      '\t'.repeat(9),
    ]) {
      for (const indent of [undefined, 1, 2, 4, '\t']) {
        const name = `${JSON.stringify(space)} before it and an indent of ${JSON.stringify(indent)}`;
        texts.push([`an object with ${name}`, space + JSON.stringify(value, null, indent)]);
        texts.push([`a list with ${name}`, space + JSON.stringify([[value], value], null, indent)]);
      }
      for (const windowId of ['é', '値', '\u{1f600}', 'x', '']) {
        const pair = JSON.stringify([windowId, { type: 4 }]);
        texts.push([`${pair} behind ${JSON.stringify(space)}`, `${space}${pair}\n${pair}`]);
      }
    }
    texts.push(
      ['no JSON at all', 'é[{(ï{"a":1}]'],
      ['a header of a segment that is none', '{"segment_id":"1"}\n[]'],
      ['a key like that of a segment', '{"segment_id":1,"events":[]}\n[]'],
      ['a text like base64', 'H4rI[]'],
    );
    for (const [title, text] of texts) {
      it(title, async () => {
        const { files, warnings } = await unpackAll(utf8(text));
        expect(files).to.deep.equal([{ name: 'given', packing: [], text }]);
        expect(warnings).to.deep.equal([]);
      });
    }
  });

  it('takes no length of a snappy block for UTF-16', async () => {
    // 0x005bxxxx and 0x007bxxxx are how a text in UTF-16 starts.
    for (const first of [0x5b, 0x7b]) {
      const noise = Uint8Array.from(
        { length: (first << 16) + 300 },
        (_, i) => 33 + ((i * i * 31 + (i >> 7)) % 90),
      );
      noise.set(utf8('["w",{}]\n'));
      const block = snappyOfLength(noise, (first << 16) + 42);
      const { files } = await unpackAll(prefixed(block), 1 << 20);
      expect(files[0]!.packing).to.deep.equal(['snappy']);
      expect(files[0]!.text.slice(0, 9)).to.equal('["w",{}]\n');
    }
  });
});

/** A snappy block of literals that is as long as asked for. */
function snappyOfLength(bytes: Uint8Array, length: number): Uint8Array {
  const content = bytes.slice(0, length - 4 - 4);
  const size = content.length;
  const varint = [
    (size & 0x7f) | 0x80,
    ((size >> 7) & 0x7f) | 0x80,
    ((size >> 14) & 0x7f) | 0x80,
    size >> 21,
  ];
  const last = size - 1;
  return joined([Uint8Array.of(...varint, 62 << 2, last, last >> 8, last >> 16), content]);
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
