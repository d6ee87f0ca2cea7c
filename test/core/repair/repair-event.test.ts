import { expect } from 'chai';
import { repairEvent } from '../../../src/core/repair/repair-event.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { WarningLog } from '../../../src/core/warnings.ts';

const WRONG: readonly unknown[] = [undefined, null, true, 7, 'x', [], [[]], {}];

/** An event of unforeseen content, put right, and the warnings about it. */
function repaired(type: number, data: unknown) {
  const event = { type, timestamp: 1, data: structuredClone(data) } as ReplayEvent;
  const warnings = new WarningLog();
  repairEvent(event, warnings);
  const counts = Object.fromEntries(warnings.list().map(({ code, count }) => [code, count]));
  return { data: event.data as Record<string, unknown>, counts };
}

const node = (id: unknown) => ({ type: 3, id, textContent: 'text' });
const add = (fields: object = {}) => ({ parentId: 1, nextId: null, node: node(5), ...fields });
const mutation = (lists: object) => ({
  source: 0,
  texts: [],
  attributes: [],
  removes: [],
  adds: [],
  ...lists,
});

describe('repairEvent', () => {
  it('leaves a mutation without fault as it is', () => {
    const data = mutation({
      texts: [{ id: 2, value: 'x' }],
      attributes: [{ id: 2, attributes: { class: null } }],
      removes: [{ id: 3, parentId: 2, isShadow: true }],
      adds: [add(), add({ node: node(6), nextId: 5 })],
    });
    expect(repaired(3, data)).to.deep.equal({ data, counts: {} });
  });

  it('repairs the tree of a full snapshot', () => {
    const page = { type: 0, id: 1, childNodes: [{ type: 2, id: '1', tagName: 'html' }, null] };
    const { data, counts } = repaired(2, { node: page, initialOffset: { top: 0, left: 0 } });
    expect(data).to.have.nested.property('node.childNodes[0].tagName', 'html');
    expect(data).to.have.nested.property('node.childNodes.length', 1);
    expect(counts).to.deep.equal({ 'duplicate-nodes': 1, 'unreplayable': 1 });
  });

  it('tells what was too deep', () => {
    let inner: unknown = node(9000);
    for (let id = 1000; id > 1; id--) inner = { type: 2, id, tagName: 'p', childNodes: [inner] };
    const { counts } = repaired(2, { node: { type: 0, id: 1, childNodes: [inner] } });
    expect(counts).to.deep.equal({ 'too-deep': 1 });
  });

  it('takes browser extensions out of a full snapshot and names them', () => {
    const warnings = new WarningLog();
    const bar = { type: 2, id: 3, tagName: 'aitopia-bar', attributes: {}, childNodes: [node(4)] };
    const html = { type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: [bar] };
    const event = { type: 2, timestamp: 1, data: { node: { type: 0, id: 1, childNodes: [html] } } };
    repairEvent(event, warnings);
    expect(
      warnings
        .list()
        .map(({ message }) => message)
        .join(),
    ).to.contain('AITOPIA');
    expect(bar.childNodes).to.deep.equal([]);
  });

  it('reads numbers that are written as text', () => {
    const { data, counts } = repaired(
      3,
      mutation({
        texts: [{ id: '2', value: 'x' }],
        attributes: [{ id: '2', attributes: {} }],
        removes: [{ id: '3', parentId: '2' }],
        adds: [{ parentId: '2', nextId: '4', previousId: '8', node: { ...node('5'), rootId: '1' } }],
      }),
    );
    expect(data).to.deep.equal(
      mutation({
        texts: [{ id: 2, value: 'x' }],
        attributes: [{ id: 2, attributes: {} }],
        removes: [{ id: 3, parentId: 2 }],
        adds: [{ parentId: 2, nextId: 4, previousId: 8, node: { ...node(5), rootId: 1 } }],
      }),
    );
    expect(counts).to.deep.equal({});
  });

  it('takes no object for a number', () => {
    for (const odd of [{ toString: 1, valueOf: 1 }, [{ toString: 1 }], {}]) {
      const { data } = repaired(3, {
        source: 2,
        type: odd,
        id: odd,
        x: odd,
        positions: [null, { x: odd, y: 5 }],
      });
      const expected = { source: 2, type: null, id: null, x: null, positions: [null, { x: null, y: 5 }] };
      expect(data).to.deep.equal(expected);
    }
  });

  it('reads the number of the node that any other event is about', () => {
    expect(repaired(3, { source: 3, id: '12', x: 0, y: 5 }).data).to.deep.equal({
      source: 3,
      id: 12,
      x: 0,
      y: 5,
    });
  });

  for (const list of ['texts', 'attributes', 'removes', 'adds']) {
    it(`takes anything for ${list}, and tells what it leaves out`, () => {
      for (const value of WRONG) {
        const { data, counts } = repaired(3, mutation({ [list]: value }));
        expect(data[list]).to.deep.equal([]);
        expect(counts['unreplayable'] ?? 0).to.equal(Array.isArray(value) ? value.length : 0);
      }
      const { data, counts } = repaired(3, mutation({ [list]: WRONG }));
      expect(data[list]).to.deep.equal([]);
      expect(counts).to.deep.equal({ unreplayable: WRONG.length });
    });

    it(`leaves items of ${list} without a number out`, () => {
      const items = [{}, { id: null }, { id: 'x' }, { id: {} }].map((item) => ({
        ...item,
        parentId: 'none',
      }));
      const { data, counts } = repaired(3, mutation({ [list]: items }));
      expect(data[list]).to.deep.equal([]);
      expect(counts).to.deep.equal({ unreplayable: items.length });
    });
  }

  it('leaves additions out that have no parent or no node', () => {
    const adds = [
      add({ parentId: undefined }),
      add({ parentId: {} }),
      add({ node: null }),
      add({ node: node('x') }),
      add({ node: { type: 2, id: 6 } }),
      add(),
    ];
    const { data, counts } = repaired(3, mutation({ adds }));
    expect(data['adds']).to.deep.equal([add()]);
    expect(counts).to.deep.equal({ unreplayable: 5 });
  });

  it('gives no element the name of what a form or a document is asked for', () => {
    const change = {
      id: 2,
      attributes: { 'name': 'appendChild', 'id': 'body', 'title': 'body', 'aria-label': null },
    };
    const { data } = repaired(3, mutation({ attributes: [change] }));
    expect(data['attributes']).to.deep.equal([
      { id: 2, attributes: { 'title': 'body', 'aria-label': null } },
    ]);
  });

  it('adds at the end where the place is none', () => {
    for (const value of [undefined, null, 'x', {}, true]) {
      const { data } = repaired(3, mutation({ adds: [add({ nextId: value, previousId: value })] }));
      expect(data['adds']).to.deep.equal([add()]);
    }
  });

  it('keeps the number of a node that moves, and repairs what is in it', () => {
    const inner = { type: 2, id: 5, tagName: 'p', childNodes: [node(5), 7] };
    const { data, counts } = repaired(3, mutation({ adds: [add(), add({ node: inner })] }));
    expect(data).to.have.nested.property('adds[0].node.id', 5);
    expect(data).to.have.nested.property('adds[1].node.id', 5);
    expect(data).not.to.have.nested.property('adds[1].node.childNodes[0].id', 5);
    expect(counts).to.deep.equal({ 'duplicate-nodes': 1, 'unreplayable': 1 });
  });

  it('orders many additions by the numbers that they have in the end', () => {
    const chain = Array.from({ length: 600 }, (_, i) =>
      add({ parentId: i, node: node(String(i + 1)) }),
    ).reverse();
    const { data } = repaired(3, mutation({ adds: chain }));
    const parents = (data['adds'] as { parentId: number }[]).map(({ parentId }) => parentId);
    expect(parents).to.deep.equal(parents.toSorted((a, b) => a - b));
  });

  for (const type of [0, 2, 3, 4, 5, 6, 99]) {
    it(`takes anything for the data of an event of type ${type}`, () => {
      for (const value of WRONG) expect(repaired(type, value).counts).to.deep.equal({});
      for (const value of WRONG) {
        expect(repaired(type, { node: value, source: value, id: value }).counts).to.deep.equal({});
      }
    });
  }
});
