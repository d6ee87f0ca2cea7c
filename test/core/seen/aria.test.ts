import { expect } from 'chai';
import { PageTree } from '../../../src/core/rrweb/page-tree.ts';
import { ariaTreeOf } from '../../../src/core/seen/aria-node.ts';
import { ariaYaml } from '../../../src/core/seen/aria-yaml.ts';
import type { ElementView, PageLayout } from '../../../src/core/seen/page-layout.ts';
import { sightOf } from '../../../src/core/seen/outline-changes.ts';
import { sightLines } from '../../../src/core/seen/sight.ts';

type Node = Record<string, unknown>;

let id = 0;
const element = (tagName: string, attributes: object = {}, ...childNodes: (Node | string)[]): Node => ({
  ...{ type: 2, id: ++id, tagName, attributes },
  childNodes: childNodes.map((child) =>
    typeof child === 'string' ? { type: 3, id: ++id, textContent: child } : child,
  ),
});

/** The outline of a page whose body holds these. */
function outlineOf(...body: (Node | string)[]): string[] {
  return laidOut(new Map(), ...body);
}

function laidOut(layout: PageLayout, ...body: (Node | string)[]): string[] {
  const html = element(
    'html',
    {},
    element('head', {}, element('title', {}, 'Shop')),
    element('body', {}, ...body),
  );
  const tree = new PageTree({ type: 0, id: ++id, childNodes: [html] });
  const stylesOf = (at: number) => tree.stylesOf(at);
  const states = { stylesOf, checkedOf: () => undefined, find: (at: number) => tree.find(at) };
  return [...ariaYaml(ariaTreeOf(tree.root, states, layout))];
}

describe('accessibility outlines', () => {
  const cases: readonly [what: string, nodes: (Node | string)[], lines: string[]][] = [
    [
      'a heading',
      [element('h2', {}, 'Your ', element('b', {}, 'cart'))],
      ['- heading "Your cart" [level=2]'],
    ],
    ['a text', ['Hello\n  there'], ['- text: Hello there']],
    ['texts in blocks', [element('div', {}, 'one'), element('div', {}, 'two')], ['- text: one two']],
    ['texts in a line', ['Pay ', element('b', {}, 'now')], ['- text: Pay now']],
    ['a paragraph', [element('p', {}, 'Not paid')], ['- paragraph: Not paid']],
    ['a button', [element('button', { disabled: '' }, 'Pay')], ['- button "Pay" [disabled]']],
    [
      'a link',
      [element('a', { href: 'https://x.test/' }, 'Home')],
      ['- link "Home":', '  - /url: https://x.test/'],
    ],
    [
      'a field',
      [element('label', {}, 'Name ', element('input', { value: 'Ada' }))],
      ['- text: Name', '- textbox "Name"'],
    ],
    [
      'a box that is ticked',
      [element('input', { type: 'checkbox', checked: true, 'aria-label': 'Yes' })],
      ['- checkbox "Yes" [checked]'],
    ],
    [
      'a box that is not',
      [element('input', { type: 'checkbox', 'aria-label': 'Yes' })],
      ['- checkbox "Yes"'],
    ],
    [
      'a choice',
      [element('select', { 'aria-label': 'Country' }, element('option', {}, 'France'))],
      ['- combobox "Country"'],
    ],
    [
      'a long text that was typed',
      [element('textarea', { 'aria-label': 'Note' }, 'Ring twice')],
      ['- textbox "Note"'],
    ],
    [
      'a list',
      [element('ul', {}, element('li', {}, 'a'), element('li', {}, 'b'))],
      ['- list:', '  - listitem: a', '  - listitem: b'],
    ],
    [
      'a menu button',
      [element('button', { 'aria-expanded': 'true', 'aria-pressed': 'mixed' }, 'More')],
      ['- button "More" [expanded] [pressed=mixed]'],
    ],
    ['a tab', [element('div', { role: 'tab', 'aria-selected': 'true' }, 'One')], ['- tab "One" [selected]']],
    ['an alert', [element('div', { role: 'alert' }, 'Card declined: no')], ['- alert: "Card declined: no"']],
    ['a name that YAML would read', [element('button', {}, 'Pay: now')], ['- \'button "Pay: now"\'']],
    ['texts that YAML would read', ['- true'], ['- text: "- true"']],
    ['a number', [element('p', {}, '42')], ['- paragraph: "42"']],
    ['a picture', [element('img', { alt: 'A fern' })], ['- img "A fern"']],
    ['a picture for decoration', [element('img', { alt: '' })], []],
    [
      'hidden things',
      [
        element('p', { hidden: '' }, 'a'),
        element('p', { 'aria-hidden': 'true' }, 'b'),
        element('script', {}, 'c'),
      ],
      [],
    ],
    ['masked text', [element('p', {}, '**** **')], ['- paragraph: "**** **"']],
    ['a closed dialog', [element('dialog', {}, 'Really?')], []],
  ];
  for (const [what, nodes, lines] of cases)
    it(`tells of ${what}`, () => expect(outlineOf(...nodes)).to.deep.equal(lines));

  it('tell of what was out of view, hidden by styles or covered, where that is known', () => {
    const page = [
      element(
        'section',
        { 'aria-label': 'Cart' },
        element('button', {}, 'Pay'),
        element('button', {}, 'Keep'),
      ),
      element('div', {}, 'hidden ', element('p', {}, 'seen')),
      element('div', { id: 'bar' }, 'bar'),
      element('div', {}, element('div', { role: 'dialog', 'aria-label': 'Cookies' }, 'no thanks')),
    ];
    const [cart, hidden, bar, around] = page as { id: number; childNodes: { id: number }[] }[];
    const layout: PageLayout = new Map<number, ElementView>([
      [cart!.id, 'offscreen'],
      [cart!.childNodes[1]!.id, bar!.id],
      [hidden!.id, 'hidden'],
      [hidden!.childNodes[1]!.id, around!.id],
      [around!.childNodes[0]!.id, 'offscreen'],
    ]);
    expect(laidOut(layout, ...page)).to.deep.equal([
      '- region "Cart" [offscreen]:',
      '  - button "Pay"',
      '  - button "Keep" [covered-by=#bar]',
      '- paragraph [covered-by=dialog "Cookies"]: seen',
      '- text: bar',
      '- dialog "Cookies" [offscreen]: no thanks',
    ]);
  });

  it('are made of pages of any depth', () => {
    let deep = element('p', {}, 'bottom');
    for (let i = 0; i < 20_000; i++) deep = element('div', {}, deep);
    expect(outlineOf(deep)).to.deep.equal(['- paragraph: bottom']);
  });
});

describe('what changed in an outline', () => {
  it('is told by lines, in whatever depth they are now', () => {
    const before = ['- main:', '  - button "Pay"', '  - text: Not paid'];
    const now = [
      '- main:',
      '  - group:',
      '    - button "Pay" [disabled]',
      '    - text: Not paid',
      '    - alert: Declined',
    ];
    expect(sightLines(sightOf(before, now))).to.deep.equal([
      '-   - button "Pay"',
      '+   - group:',
      '+     - button "Pay" [disabled]',
      '+     - alert: Declined',
    ]);
  });

  it('is nothing where the page was scrolled alone', () => {
    const before = ['- button "Pay" [disabled] [offscreen]', '- region "Top":', '  - link "Home" [in-view]'];
    const now = ['- button "Pay" [disabled]', '- region "Top" [offscreen]:', '  - link "Home"'];
    expect(sightOf(before, now)).to.deep.equal({ changes: [] });
  });

  it('is nothing where nothing did, and everything where most did', () => {
    const page = (name: string) => Array.from({ length: 60 }, (_, i) => `- text: ${name} ${i}`);
    expect(sightOf(page('a'), page('a'))).to.deep.equal({ changes: [] });
    expect(sightOf(page('a'), page('b'))).to.deep.equal({ outline: page('b') });
    expect(sightOf(null, page('a'))).to.deep.equal({ outline: page('a') });
  });
});
