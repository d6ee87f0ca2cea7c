import { expect } from 'chai';
import { orderAdds } from '../../../src/core/repair/order-adds.ts';

interface Add extends Record<string, unknown> {
  readonly parentId: number;
  readonly nextId: number | null;
  readonly node: { readonly id: number };
}
const add = (id: number, parentId: number, nextId: number | null = null): Add => ({
  parentId,
  nextId,
  node: { id },
});
const idsOf = (adds: readonly Record<string, unknown>[]) =>
  (adds as readonly Add[]).map(({ node }) => node.id);
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The same each time, and far from any order. */
const shuffled = <T>(items: readonly T[]) => items.map((_, i) => items[(i * 7919) % items.length]!);

/** Each addition is there once, behind its parent and its next sibling. */
function expectOrdered(given: readonly Add[]): void {
  const ids = idsOf(orderAdds(given));
  const place = new Map(ids.map((id, i) => [id, i]));
  expect(ids).to.have.length(given.length);
  expect(new Set(ids)).to.deep.equal(new Set(idsOf(given)));
  const early = given.filter(({ node, parentId, nextId }) => {
    const [own, parent = -1, next = -1] = [node.id, parentId, nextId ?? -1].map((id) => place.get(id));
    return parent > own! || next > own!;
  });
  expect(early).to.deep.equal([]);
}

describe('orderAdds', () => {
  const COUNT = 1009;
  const shapes: readonly [title: string, adds: readonly Add[]][] = [
    [
      'siblings from the first to the last',
      range(COUNT).map((i) => add(i, 5000, i + 1 < COUNT ? i + 1 : null)),
    ],
    ['siblings from the last to the first', range(COUNT).map((i) => add(i, 5000, i > 0 ? i - 1 : null))],
    ['children before their parents', range(COUNT).map((i) => add(i, i + 1))],
    [
      'a tree',
      range(COUNT).map((i) =>
        add(i, i > 0 ? Math.floor((i - 1) / 2) : 5000, i % 2 === 1 && i + 1 < COUNT ? i + 1 : null),
      ),
    ],
    [
      'siblings whose last one has children',
      range(COUNT).map((i) => (i < 500 ? add(i, 5000, i + 1) : add(i, i === 500 ? 5000 : 500))),
    ],
  ];
  for (const [title, adds] of shapes) {
    it(`puts ${title} in order, whatever order they come in`, () => {
      for (const given of [adds, adds.toReversed(), shuffled(adds)]) expectOrdered(given);
    });
  }

  it('leaves additions as they are that are in order', () => {
    const adds = range(COUNT).map((i) => add(i, i % 3 === 0 ? 5000 : i - 1));
    expect(idsOf(orderAdds(adds))).to.deep.equal(idsOf(adds));
  });

  it('goes as deep as additions wait for each other', () => {
    expectOrdered(range(100_003).map((i) => add(i, i + 1, i % 2 === 0 ? i + 2 : null)));
  });

  it('keeps all that wait for each other in a circle, or for themselves', () => {
    const circle = range(COUNT).map((i) => add(i, (i + 1) % COUNT, (i + 7) % COUNT));
    const alone = range(COUNT).map((i) => add(i, i, i));
    for (const adds of [circle, alone])
      expect(idsOf(orderAdds(adds)).sort((a, b) => a - b)).to.deep.equal(range(COUNT));
  });

  it('keeps each of those that have the same number, or none', () => {
    const adds = range(COUNT).map((i) => ({ ...add(i % 10, 5000), i }));
    expect(orderAdds(adds)).to.have.length(COUNT);
    const odd = range(COUNT).map((i) => ({ ...add(i, 5000), node: [null, 7, 'x', {}][i % 4] }));
    expect(orderAdds(odd)).to.deep.equal(odd);
  });

  it('leaves what it is given unchanged', () => {
    const few = range(500).map((i) => add(i, 5000, null));
    expect(orderAdds(few)).to.equal(few);
    const many = range(501).map((i) => add(i, i + 1));
    const before = structuredClone(many);
    expect(idsOf(orderAdds(many))).to.deep.equal(range(501).reverse());
    expect(many).to.deep.equal(before);
  });
});
