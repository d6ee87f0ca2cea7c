import { expect } from 'chai';
import { FollowedPage } from '../../../src/core/hide/followed-page.ts';
import { HiddenNodes } from '../../../src/core/hide/hidden-nodes.ts';
import { compileSelector } from '../../../src/core/hide/selector.ts';
import type { Json } from '../redact/session.ts';

const NODES = 300;

/** Elements that tell how often somebody has asked for their tag. */
class AskedNodes {
  count = 0;
  #lastId = 1;

  of(tag: string, ...childNodes: readonly Json[]): Json {
    const asked = () => this.count++;
    return {
      type: 2,
      id: ++this.#lastId,
      attributes: {},
      childNodes,
      get tagName() {
        asked();
        return tag;
      },
    };
  }

  deep(): Json {
    let node = this.of('a');
    for (let i = 1; i < NODES; i++) node = this.of('a', node);
    return node;
  }

  wide(): Json {
    return this.of('a', ...Array.from({ length: NODES }, () => this.of('a')));
  }
}

function askedFor(selector: string, shape: 'deep' | 'wide'): number {
  const nodes = new AskedNodes();
  const node = { type: 0, id: 1, childNodes: [nodes[shape]()] };
  const change = new FollowedPage().follow({ type: 2, data: { node } });
  if (!change) throw new Error('no page');
  nodes.count = 0;
  new HiddenNodes([compileSelector(selector)]).note(change);
  return nodes.count;
}

describe('compileSelector, of a page of many elements', () => {
  for (const [selector, shape] of [
    ['x a a a a a a a', 'deep'],
    ['x > a a > a a > a a', 'deep'],
    [':is(x a, x a a) a a a:not(x a a a)', 'deep'],
    ['x ~ a ~ a ~ a ~ a', 'wide'],
    ['a:nth-of-type(n+2) ~ a:nth-last-of-type(2n) ~ x', 'wide'],
  ] as const) {
    it(`asks each of them a few times for ${selector}`, () => {
      expect(askedFor(selector, shape)).to.be.lessThan(NODES * 40);
    });
  }

  it('asks what is in each of them once for :has()', () => {
    expect(askedFor('a:has(x a a a a)', 'deep')).to.be.lessThan(NODES * NODES * 10);
  });

  it('looks at what is added in something added once', () => {
    const page = new FollowedPage();
    page.follow({
      type: 2,
      data: { node: { type: 0, id: 1, childNodes: [{ ...new AskedNodes().of('body') }] } },
    });
    const adds = Array.from({ length: NODES }, (_, i) => ({
      parentId: i + 2,
      nextId: null,
      node: { type: 2, id: i + 3, tagName: 'p', attributes: {}, childNodes: [] },
    }));
    const change = page.follow({
      type: 3,
      data: { source: 0, adds, removes: [], texts: [], attributes: [] },
    });
    expect(change?.added.map(({ id }) => id)).to.deep.equal([3]);
  });
});
