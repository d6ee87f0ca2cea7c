import { expect } from 'chai';
import { MobileTransformer } from '../../../src/core/mobile/mobile-transformer.ts';
import { FIRST_SYNTHETIC, mutation, mutationOf, snapshot, type MutationShape } from './shapes.ts';

const box = (id: unknown, ...childWireframes: unknown[]) => ({ id, type: 'div', childWireframes });
const words = (id: unknown, text: string) => ({ id, type: 'text', text });

function onPage(...wireframes: unknown[]): MobileTransformer {
  const transformer = new MobileTransformer();
  transformer.transform(snapshot(...wireframes));
  return transformer;
}

const change = (transformer: MobileTransformer, lists: Readonly<Record<string, unknown>>) =>
  mutationOf(transformer.transform(mutation(lists)));

/** Adds in short: parent, next sibling and id or text. */
const placesOf = ({ adds }: MutationShape) =>
  adds.map(({ parentId, nextId, node }) => [parentId, nextId, node.textContent ?? node.id]);

describe('mutations of a mobile recording', () => {
  it('adds each node by itself, parents first', () => {
    const wireframe = box(50, words(51, 'a'), box(52));
    const result = change(onPage(box(40)), { adds: [{ parentId: 40, wireframe }] });
    expect(placesOf(result)).to.deep.equal([
      [40, null, 50],
      [50, null, 51],
      [51, null, 'a'],
      [50, null, 52],
    ]);
    expect(result.adds.every(({ node }) => (node.childNodes ?? []).length === 0)).to.be.true;
    expect(result).to.deep.include({ source: 0, removes: [], texts: [], attributes: [] });
  });

  it('puts what has no parent, and screenshots, into the body below the keyboard', () => {
    const screenshot = { id: 60, type: 'screenshot', base64: 'AA' };
    const adds = [{ wireframe: box(50) }, { parentId: 40, wireframe: screenshot }];
    expect(placesOf(change(onPage(box(40)), { adds }))).to.deep.equal([
      [5, 9, 50],
      [5, 9, 60],
    ]);
  });

  it('keeps the last of two copies of a view', () => {
    const adds = [{ wireframe: box(50, words(51, 'old')) }, { parentId: 50, wireframe: words(51, 'new') }];
    const places = placesOf(change(onPage(box(40)), { adds }));
    expect(places.map(([, , name]) => name)).to.deep.equal([50, 51, 'new']);
    expect(placesOf(change(onPage(box(40)), { adds: adds.toReversed() })).at(-1)![2]).to.equal('old');
  });

  it('keeps equal texts of different parents', () => {
    const adds = [50, 51].map((id) => ({ wireframe: words(id, 'same') }));
    const places = placesOf(change(onPage(box(40)), { adds }));
    expect(places.filter(([, , name]) => name === 'same').map(([parent]) => parent)).to.deep.equal([50, 51]);
  });

  it('tells two views of one id under different parents apart', () => {
    const adds = [40, 41].map((parentId) => ({ parentId, wireframe: box(50) }));
    const { adds: added } = change(onPage(box(40), box(41)), { adds });
    expect(added.map(({ parentId }) => parentId)).to.deep.equal([40, 41]);
    expect(added[0]!.node.id).to.equal(50);
    expect(added[1]!.node.id).to.be.at.least(FIRST_SYNTHETIC);
  });

  it('puts an updated view back where it was', () => {
    const page = box(40, words(41, 'a'), words(42, 'b'), words(43, 'c'));
    const result = change(onPage(page), { updates: [{ parentId: 40, wireframe: words(42, 'B') }] });
    expect(result.removes).to.deep.equal([{ parentId: 40, id: 42 }]);
    expect(placesOf(result)).to.deep.equal([
      [40, 43, 42],
      [42, null, 'B'],
    ]);
  });

  it('puts several updated views back in their order', () => {
    const page = box(40, box(41), box(42), box(43), box(44));
    const updates = [43, 41, 42].map((id) => ({ parentId: 40, wireframe: box(id) }));
    expect(placesOf(change(onPage(page), { updates }))).to.deep.equal([
      [40, 44, 43],
      [40, 43, 41],
      [40, 43, 42],
    ]);
  });

  it('goes to the end when the view after it is removed too', () => {
    const page = box(40, box(41), box(42));
    const lists = { removes: [{ parentId: 40, id: 42 }], updates: [{ parentId: 40, wireframe: box(41) }] };
    expect(placesOf(change(onPage(page), lists))).to.deep.equal([[40, null, 41]]);
  });

  it('adds the children of an updated view again as it has them now', () => {
    const transformer = onPage(box(40, box(41)));
    change(transformer, { adds: [{ parentId: 41, wireframe: words(50, 'a') }] });
    const wireframe = box(41, words(50, 'a'), words(51, 'b'));
    const result = change(transformer, { updates: [{ parentId: 40, wireframe }] });
    expect(result.removes).to.deep.equal([{ parentId: 40, id: 41 }]);
    expect(result.adds.map(({ node }) => node.id).filter((id) => id < FIRST_SYNTHETIC)).to.deep.equal([
      41, 50, 51,
    ]);
  });

  it('finds labelled inputs again by the ids of their wireframes', () => {
    const tick = { id: 41, type: 'input', inputType: 'checkbox', label: 'Yes' };
    const transformer = onPage(box(40, tick, box(42)));
    const result = change(transformer, {
      updates: [{ parentId: 40, wireframe: { ...tick, checked: true } }],
    });
    expect(result.removes).to.deep.equal([{ parentId: 40, id: 41 }]);
    expect(result.adds[0]).to.deep.include({ parentId: 40, nextId: 42 });
    expect(result.adds[0]!.node).to.include({ id: 41, tagName: 'label' });
    const removed = change(transformer, { removes: [{ parentId: 40, id: 41 }] });
    expect(removed.removes).to.deep.equal([{ parentId: 40, id: 41 }]);
  });

  it('names a radio button that comes to its group later', () => {
    const wireframe = { id: 41, type: 'input', inputType: 'radio' };
    const transformer = onPage({ id: 40, type: 'radio_group' });
    const { adds } = change(transformer, { adds: [{ parentId: 40, wireframe }] });
    expect(adds[0]!.node.attributes!['name']).to.equal('radio_group_40');
  });

  it('takes removes without the other lists, with the parents that the nodes have', () => {
    const removes = [{ id: 41 }, { parentId: 7, id: 42 }, { parentId: 1, id: 3 }, { id: {} }, null];
    expect(change(onPage(box(40, box(41)), box(42)), { removes })).to.deep.equal({
      source: 0,
      adds: [],
      removes: [
        { parentId: 40, id: 41 },
        { parentId: 5, id: 42 },
      ],
      texts: [],
      attributes: [],
    });
  });

  it('finds views again whose ids cannot be used', () => {
    for (const odd of [7, -4, 2 ** 60, 'view']) {
      const transformer = onPage(box(40), box(odd, box(41)));
      const { removes, adds } = change(transformer, { updates: [{ wireframe: box(odd) }] });
      expect(removes).to.have.length(1);
      expect(adds[0]!.node.id).to.equal(removes[0]!.id);
      expect(removes[0]!.id).to.be.at.least(FIRST_SYNTHETIC);
      const later = change(transformer, { adds: [{ parentId: odd, wireframe: box(42) }] });
      expect(later.adds[0]!.parentId).to.equal(adds[0]!.node.id);
      expect(change(transformer, { removes: [{ id: odd }] }).removes).to.deep.equal(removes);
    }
  });

  it('leaves out what has no parent on the page', () => {
    const adds = [
      { parentId: 99, wireframe: box(50) },
      { parentId: 52, wireframe: box(51) },
      { parentId: 51, wireframe: box(52) },
    ];
    expect(change(onPage(box(40)), { adds }).adds).to.deep.equal([]);
  });

  it('replaces the bars where they are', () => {
    const bar = { id: 41, type: 'status_bar' };
    const { removes, adds } = change(onPage(box(40, bar)), { updates: [{ parentId: 40, wireframe: bar }] });
    expect(removes).to.deep.equal([{ parentId: 11, id: 41 }]);
    expect(adds[0]).to.deep.include({ parentId: 11, nextId: null });
  });

  it('trusts the file when nobody saw the page', () => {
    const updates = [{ parentId: 40, wireframe: words(41, 'a') }];
    const result = change(new MobileTransformer(), { updates });
    expect(result.removes).to.deep.equal([{ parentId: 40, id: 41 }]);
    expect(placesOf(result)).to.deep.equal([
      [40, null, 41],
      [41, null, 'a'],
    ]);
  });

  it('gives mutations of nodes all four lists', () => {
    const adds = [{ parentId: 40, nextId: null, node: { type: 3, id: 90, textContent: 'a' } }];
    expect(change(onPage(box(40)), { adds })).to.deep.equal({
      source: 0,
      adds,
      removes: [],
      texts: [],
      attributes: [],
    });
  });
});
