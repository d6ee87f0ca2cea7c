import { expect } from 'chai';
import { collect, joined, peek, without } from '../../../src/core/unpack/bytes.ts';
import { fromBase64, markLength, utf16Label } from '../../../src/core/unpack/text.ts';
import { delivered, textOf, utf8, whole } from './pieces.ts';

const DIGITS = utf8('0123456789');

describe('bytes', () => {
  it('joins pieces', () => {
    expect(textOf(joined([utf8('ab'), new Uint8Array(0), utf8('c')]))).to.equal('abc');
    expect(joined([])).to.have.length(0);
  });

  for (const size of [1, 3, Infinity]) {
    it(`looks at the start of a stream and puts it back, in pieces of ${size}`, async () => {
      const { head, whole: stream } = await peek(delivered(DIGITS, size), 4);
      expect(textOf(head).slice(0, 4)).to.equal('0123');
      expect(textOf(await whole(stream))).to.equal('0123456789');
    });

    it(`leaves the first bytes of a stream out, in pieces of ${size}`, async () => {
      expect(textOf(await whole(without(delivered(DIGITS, size), 4)))).to.equal('456789');
      expect(await whole(without(delivered(DIGITS, size), 99))).to.have.length(0);
    });

    it(`collects a stream up to a limit, in pieces of ${size}`, async () => {
      expect(textOf((await collect(delivered(DIGITS, size), 10))!)).to.equal('0123456789');
      expect(await collect(delivered(DIGITS, size), 9)).to.be.null;
    });

    it(`decodes base64 and passes over what is none, in pieces of ${size}`, async () => {
      const text = `"${btoa('any text, really')}"`.replace(/.{5}/g, '$&\n');
      expect(textOf(await whole(fromBase64(delivered(utf8(text), size))))).to.equal('any text, really');
    });
  }

  it('looks at the start of a stream that is shorter', async () => {
    const { head, whole: stream } = await peek(delivered(DIGITS, 4), 64);
    expect(head).to.have.length(10);
    expect(await whole(stream)).to.have.length(10);
  });

  it('lets go of a source that is not read to its end', async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(DIGITS);
      } finally {
        isClosed = true;
      }
    }
    const { whole: stream } = await peek(source(), 4);
    for await (const piece of stream) if (piece.length > 0) break;
    expect(isClosed).to.be.true;
  });
});

describe('marks of texts', () => {
  const cases: readonly [title: string, bytes: readonly number[], label: ReturnType<typeof utf16Label>][] = [
    ['a mark, low byte first', [0xff, 0xfe, 0x5b, 0], 'utf-16le'],
    ['a mark, high byte first', [0xfe, 0xff, 0, 0x5b], 'utf-16be'],
    ['a list, low byte first', [0x5b, 0, 0x5d, 0], 'utf-16le'],
    ['an object, high byte first', [0, 0x7b, 0, 0x22], 'utf-16be'],
    ['white space, low byte first', [0x0a, 0, 0x5b, 0], 'utf-16le'],
    ['white space, high byte first', [0, 0x20, 0, 0x5b], 'utf-16be'],
    ['a bracket alone', [0x7b, 0], 'utf-16le'],
    ['a text in UTF-8', [0x5b, 0x7b], null],
    ['a bracket in binary data', [0x5b, 0, 0x22, 0x80], null],
    ['the length of a block', [0, 0x5b, 0x03, 0x80], null],
    ['nothing', [], null],
  ];
  for (const [title, bytes, label] of cases) {
    it(`${label ?? 'no UTF-16'}: ${title}`, () => {
      expect(utf16Label(Uint8Array.from(bytes))).to.equal(label);
    });
  }

  it('knows the mark of UTF-8', () => {
    expect(markLength(utf8('\ufeff[]'))).to.equal(3);
    expect(markLength(utf8('[]'))).to.equal(0);
    expect(markLength(Uint8Array.of(0xef, 0xbb))).to.equal(0);
  });
});
