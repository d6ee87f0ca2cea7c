import { expect } from '@open-wc/testing';
import { createMirror, snapshot } from 'rrweb-snapshot';
import { PageTree } from '../../../src/core/rrweb/page-tree.ts';
import { treeNodesIn } from '../../../src/core/rrweb/tree-node.ts';
import { isElement } from '../../../src/core/rrweb/serialized-node.ts';
import { FollowedPage } from '../../../src/core/hide/followed-page.ts';
import { compileSelector } from '../../../src/core/hide/selector.ts';
import { asEvents, element, idOf, type Json, mutation, page } from '../redact/session.ts';

const PAGE = `
  <main id="main" class="wide dark" lang="en-GB">
    <h1 title="Über uns">Shop</h1>
    <ul class="list">
      <li class="item first">1</li><li class="item">2</li><li class="item sold out">3</li>
      <li>4</li><li class="item" hidden>5</li>
    </ul>
    <form name="f"><input type="EMAIL" value="a@b.c"><input type="password"><label for="x">L <b>!</b></label></form>
    <p></p><p> </p><p><!-- nothing --></p><span data-x="1:2"></span><span data-x=""></span>
    <a href="#top">up</a><a href="mailto:x@y.z">mail</a><a>none</a>
    <svg viewBox="0 0 1 1"><g><path d="M0 0"></path></g></svg>
  </main>
  <aside><div><div class="deep"><i>x</i></div></div></aside>`;

const SELECTORS = [
  '*',
  'li',
  'LI',
  '.item',
  '.item.sold',
  'li.item:not(.sold)',
  '#main > .list',
  'main li',
  'ul > li + li',
  'h1 ~ form',
  'li:first-child, li:last-child',
  'li:nth-child(2n+1)',
  'li:nth-child(even)',
  'li:nth-child(-n + 2)',
  'li:nth-last-child(2)',
  'p:only-of-type',
  'span:nth-of-type(2)',
  'input:nth-last-of-type(1)',
  ':root',
  'p:empty',
  'form:has(input[type=password])',
  'label:has(> b)',
  'input:has(+ label)',
  'h1:has(~ form b)',
  ':is(h1, aside) .deep',
  ':where(ul, form) > :not(li)',
  'div div',
  'aside > div > .deep > i',
  '[type="email"]',
  '[type=EMAIL]',
  'span[data-x]',
  '[data-x="1:2"]',
  '[data-x^="1"]',
  '[data-x$="2"]',
  '[data-x*=":"]',
  '[data-x^=""]',
  '[class~="out"]',
  '[lang|="en"]',
  '[title="ÜBER uns" i]',
  '[title="über uns"]',
  'li:not(:first-child):not(:nth-child(3))',
  'li:not(.item, [hidden])',
  'a[href^="mailto:"]',
  'path',
  'svg[viewBox] path',
  '.list\\20 x',
  'main :has(b) b',
  'section',
];

describe('compileSelector', () => {
  let tree: PageTree;
  let nodeOf: (id: number) => Node | null;

  before(() => {
    const page = new DOMParser().parseFromString(`<!doctype html><title>x</title>${PAGE}`, 'text/html');
    const mirror = createMirror();
    const node = snapshot(page, { mirror });
    tree = new PageTree(JSON.parse(JSON.stringify(node)) as Record<string, unknown>, {
      gone: () => undefined,
      restyled: () => undefined,
    });
    nodeOf = (id) => mirror.getNode(id);
  });

  for (const selector of SELECTORS) {
    it(`matches ${selector} as the browser does`, () => {
      const { matches } = compileSelector(selector);
      let elements = 0;
      for (const place of treeNodesIn(tree.root)) {
        if (!isElement(place.node)) continue;
        const node = nodeOf(place.id) as Element;
        elements++;
        expect(matches(place), node.outerHTML.slice(0, 60)).to.equal(node.matches(selector));
      }
      expect(elements).to.be.greaterThan(30);
    });
  }

  for (const selector of [
    '',
    'a >',
    '> a',
    'a,,b',
    '[x',
    ':hover',
    'a::before',
    ':nth-child(x)',
    'svg|a',
    'a:contains(b)',
    ':is()',
  ]) {
    it(`refuses "${selector}" by name`, () => {
      expect(() => compileSelector(selector)).to.throw(TypeError, `"${selector}"`);
    });
  }
});

describe('compileSelector, in shadow roots and frames', () => {
  const shadow = { ...element('b', { class: 'in' }), isShadow: true };
  const light = element('b', { class: 'out' });
  const framed = element('html', {}, element('body', {}, element('i')));
  const host = { ...element('div', { id: 'host' }, shadow, light), isShadowHost: true };
  const frame = element('iframe');

  function matched(selector: string): number[] {
    const [, snapshot] = asEvents(page([host, frame]));
    const followed = new FollowedPage();
    followed.follow({ ...snapshot });
    const node = { type: 0, id: 900, childNodes: [framed] };
    const change = followed.follow(
      JSON.parse(
        JSON.stringify(mutation(1, { adds: [{ parentId: idOf(frame), nextId: null, node }] })),
      ) as Json,
    );
    if (!change) throw new Error('No page');
    const { matches } = compileSelector(selector);
    return [...treeNodesIn(change.tree.root)]
      .filter((place) => isElement(place.node) && matches(place))
      .map(({ id }) => id);
  }

  it('matches within each tree by itself', () => {
    expect(matched('b')).to.have.members([idOf(shadow), idOf(light)]);
    expect(matched('#host b')).to.deep.equal([idOf(light)]);
    expect(matched('#host:has(.in)')).to.deep.equal([]);
    expect(matched('b:only-child')).to.have.members([idOf(shadow), idOf(light)]);
    expect(matched('iframe i')).to.deep.equal([]);
    expect(matched(':root')).to.have.members([2, idOf(framed)]);
    expect(matched(':root > body > i')).to.have.lengthOf(1);
  });
});
