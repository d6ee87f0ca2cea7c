import { expect } from 'chai';
import { gzipBase64 } from '../../../fixtures/shapes.mjs';
import { ChunkAssembler } from '../../../src/core/decode/chunk-assembler.ts';

const EVENTS = [{ type: 5, timestamp: 1, data: { tag: 'é😀' } }];

/** A batch in so many pieces. */
function piecesOf(value: unknown, count: number): string[] {
  const whole = gzipBase64(value);
  const size = Math.ceil(whole.length / count);
  return Array.from({ length: count }, (_, i) => whole.slice(i * size, (i + 1) * size));
}

/** What comes back for each piece of one batch, given in some order. */
function addAll(order: readonly number[], chunks = new ChunkAssembler(), id = 'batch'): unknown[] {
  const pieces = piecesOf(EVENTS, 3);
  return order.map((i) => chunks.add(id, i, pieces.length, pieces[i]!));
}

describe('ChunkAssembler', () => {
  const orders: readonly (readonly number[])[] = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ];
  for (const order of orders) {
    it(`gives a batch out with its last piece when they come as ${order.join(', ')}`, () => {
      const chunks = new ChunkAssembler();
      expect(addAll(order, chunks)).to.deep.equal([undefined, undefined, EVENTS]);
      expect(chunks.incomplete).to.equal(0);
    });
  }

  it('sorts pieces by number, not as words', () => {
    const chunks = new ChunkAssembler();
    const found = piecesOf(EVENTS, 12).map((piece, i) => chunks.add('batch', i, 12, piece));
    expect(found.at(-1)).to.deep.equal(EVENTS);
  });

  it('counts a piece that comes twice once', () => {
    const chunks = new ChunkAssembler();
    expect(addAll([0, 0, 1, 1], chunks)).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(chunks.incomplete).to.equal(1);
    expect(addAll([2], chunks)).to.deep.equal([EVENTS]);
  });

  it('keeps the first of two pieces with the same number', () => {
    const chunks = new ChunkAssembler();
    addAll([0], chunks);
    chunks.add('batch', 0, 3, 'something else');
    expect(addAll([1, 2], chunks)).to.deep.equal([undefined, EVENTS]);
  });

  it('does not begin a complete batch anew', () => {
    const chunks = new ChunkAssembler();
    addAll([0, 1, 2], chunks);
    expect(addAll([0, 1, 2], chunks)).to.deep.equal([undefined, undefined, undefined]);
    expect(chunks.incomplete).to.equal(0);
  });

  it('keeps batches apart whose pieces are mixed', () => {
    const chunks = new ChunkAssembler();
    const found = [0, 1, 2].flatMap((i) => ['a', 'b'].flatMap((id) => addAll([i], chunks, id)));
    expect(found).to.deep.equal([undefined, undefined, undefined, undefined, EVENTS, EVENTS]);
  });

  it('counts the batches of which a piece is missing', () => {
    const chunks = new ChunkAssembler();
    addAll([0, 1], chunks, 'a');
    addAll([2], chunks, 'b');
    addAll([0, 1, 2], chunks, 'c');
    expect(chunks.incomplete).to.equal(2);
  });

  const unreadable: readonly [title: string, text: string][] = [
    ['no base64', 'H4sI no base64 *'],
    ['nothing packed', btoa('[{}]')],
    ['nothing', ''],
    ['half of a batch', piecesOf(EVENTS, 2)[0]!],
  ];
  for (const [title, text] of unreadable) {
    it(`says that a batch cannot be read which holds ${title}`, () => {
      const chunks = new ChunkAssembler();
      expect(chunks.add('batch', 0, 1, text)).to.be.null;
      expect(chunks.incomplete).to.equal(0);
    });
  }

  it('takes a count that is none for a batch of one piece', () => {
    const [whole] = piecesOf(EVENTS, 1);
    for (const count of [0, -1, NaN]) {
      expect(new ChunkAssembler().add('batch', 0, count, whole!), String(count)).to.deep.equal(EVENTS);
    }
  });

  it('holds no more than a browser can join to one text', () => {
    const chunks = new ChunkAssembler();
    const huge = 'A'.repeat(2 ** 28);
    expect([0, 1, 2].map((i) => chunks.add('huge', i, 3, huge))).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect(chunks.incomplete).to.equal(1);
  });

  it('gives room free with each complete batch', () => {
    const chunks = new ChunkAssembler();
    const [first, last] = piecesOf(EVENTS, 2);
    const padded = `${' '.repeat(2 ** 24)}${first}`;
    for (let i = 0; i < 40; i++) {
      chunks.add(`batch ${i}`, 0, 2, padded);
      expect(chunks.add(`batch ${i}`, 1, 2, last!), String(i)).to.deep.equal(EVENTS);
    }
  });
});
