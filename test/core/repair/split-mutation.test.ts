import { expect } from 'chai';
import { splitMutation } from '../../../src/core/repair/split-mutation.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';

const mutation = (adds: number, fields: object = {}) =>
  ({
    type: 3,
    timestamp: 77,
    data: {
      source: 0,
      adds: Array.from({ length: adds }, (_, id) => ({ parentId: 1, nextId: null, node: { id } })),
      removes: [{ id: 1, parentId: 2 }],
      texts: [{ id: 3, value: 'x' }],
      attributes: [{ id: 4, attributes: {} }],
      ...fields,
    },
  }) as unknown as ReplayEvent;

const listsOf = (events: readonly ReplayEvent[], list: string) =>
  events.map(({ data }) => (data as Record<string, unknown[]>)[list]!.length);

describe('splitMutation', () => {
  it('cuts a huge mutation in pieces that add up to it', () => {
    const whole = mutation(2001, { isAttachIframe: true });
    const before = structuredClone(whole);
    const pieces = splitMutation(whole);
    expect(listsOf(pieces, 'adds')).to.deep.equal([1000, 1000, 1, 0, 0]);
    const adds = pieces.flatMap(({ data }) => (data as { adds: unknown[] }).adds);
    expect(adds).to.deep.equal((whole.data as { adds: unknown[] }).adds);
    for (const piece of pieces) {
      expect(piece).to.include({ type: 3, timestamp: 77 });
      expect(piece.data).to.include({ source: 0, isAttachIframe: true });
    }
    expect(whole).to.deep.equal(before);
  });

  it('removes with the first piece, and changes what is there with the last ones', () => {
    const pieces = splitMutation(mutation(1001));
    expect(listsOf(pieces, 'removes')).to.deep.equal([1, 0, 0, 0]);
    expect(listsOf(pieces, 'adds')).to.deep.equal([1000, 1, 0, 0]);
    expect(listsOf(pieces, 'texts')).to.deep.equal([0, 0, 1, 0]);
    expect(listsOf(pieces, 'attributes')).to.deep.equal([0, 0, 0, 1]);
  });

  it('leaves one change of those that set the same attribute of a node again and again', () => {
    const attributes = Array.from({ length: 426_000 }, (_, i) => ({
      id: i % 3,
      attributes: { class: `c${i}`, style: i % 2 ? { top: `${i}px` } : { left: `${i}px` } },
    }));
    const [piece, ...more] = splitMutation(mutation(0, { attributes, texts: [] }));
    expect(more).to.deep.equal([]);
    expect((piece!.data as { attributes: unknown }).attributes).to.deep.equal([
      { id: 0, attributes: { class: 'c425997', style: { left: '425994px', top: '425997px' } } },
      { id: 1, attributes: { class: 'c425998', style: { left: '425998px', top: '425995px' } } },
      { id: 2, attributes: { class: 'c425999', style: { left: '425996px', top: '425999px' } } },
    ]);
  });

  it('begins a style anew where it was set as a whole', () => {
    const change = (style: unknown) => ({ id: 1, attributes: { style } });
    const many = Array.from({ length: 1001 }, () => change({ left: '1px' }));
    const attributes = [...many, change('color: red'), change({ top: '2px' }), change({ top: '3px' })];
    const pieces = splitMutation(mutation(0, { attributes, texts: [] }));
    const found = pieces.flatMap(({ data }) => (data as { attributes: unknown[] }).attributes);
    expect(found).to.deep.equal([change('color: red'), change({ top: '3px' })]);
  });

  const whole: readonly [title: string, event: unknown][] = [
    ['a mutation of the largest size', mutation(998)],
    ['an empty mutation', mutation(0)],
    ['a mutation whose additions are none', mutation(0, { adds: 'x'.repeat(9000) })],
    ['an event of another source', mutation(9000, { source: 8 })],
    ['an event of another type', { ...mutation(9000), type: 5 }],
    ['an event without data', { type: 3, timestamp: 1 }],
  ];
  for (const [title, event] of whole) {
    it(`hands ${title} back as it is`, () => {
      const pieces = splitMutation(event as ReplayEvent);
      expect(pieces).to.have.length(1);
      expect(pieces[0]).to.equal(event);
    });
  }

  it('makes more of one that is just too large', () => {
    expect(listsOf(splitMutation(mutation(999)), 'adds')).to.deep.equal([999, 0, 0]);
  });
});
