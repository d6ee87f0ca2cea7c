import { expect } from 'chai';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { takeListedSheets } from '../../../src/core/rrweb/listed-sheets.ts';

const rules = [{ rule: 'p { color: red }', index: 0 }];
const host = (id: number, adoptedStyleSheets?: unknown) => ({
  type: 2,
  id,
  tagName: 'x-card',
  attributes: {},
  childNodes: [],
  isShadowHost: true,
  ...(adoptedStyleSheets !== undefined && { adoptedStyleSheets }),
});
const take = (event: object) => takeListedSheets(event as ReplayEvent);

describe('takeListedSheets', () => {
  it('makes events of the sheets that a full snapshot lists, and takes them off its nodes', () => {
    const hosts = [host(7, [{ styleId: 1, rules }]), host(8, [{ styleId: 1, rules: [] }]), host(9)];
    const node = { type: 0, id: 1, childNodes: hosts, adoptedStyleSheets: [{ styleId: 2, rules }] };
    const snapshot = { type: 2, timestamp: 5, data: { node, initialOffset: { left: 0, top: 0 } } };
    const adopt = (data: object) => ({ type: 3, timestamp: 5, data: { source: 15, ...data } });
    expect(take(snapshot)).to.deep.equal([
      adopt({ id: 1, styleIds: [2], styles: [{ styleId: 2, rules }] }),
      adopt({ id: 7, styleIds: [1], styles: [{ styleId: 1, rules }] }),
      // Its rules are in the list before.
      adopt({ id: 8, styleIds: [1] }),
    ]);
    expect(JSON.stringify(snapshot)).not.to.contain('adopted');
    expect(take(snapshot)).to.deep.equal([]);
  });

  it('makes events of what is added later', () => {
    const adds = [{ parentId: 4, nextId: null, node: host(7, [{ styleId: 3, rules: [] }]) }];
    const [adopted] = take({ type: 3, timestamp: 6, data: { source: 0, adds } });
    expect(adopted?.data).to.deep.equal({
      source: 15,
      id: 7,
      styleIds: [3],
      styles: [{ styleId: 3, rules: [] }],
    });
  });

  it('leaves other events and odd lists alone', () => {
    expect(take({ type: 5, timestamp: 1, data: { node: host(7, [{ styleId: 1, rules }]) } })).to.deep.equal(
      [],
    );
    expect(
      take({ type: 3, timestamp: 1, data: { source: 0, adds: [null, 5, { node: host(7, 'x') }] } }),
    ).to.deep.equal([]);
    expect(take({ type: 3, timestamp: 1, data: { source: 3, id: 1 } })).to.deep.equal([]);
  });
});
