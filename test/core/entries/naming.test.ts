import { expect } from 'chai';
import { accessibleName } from '../../../src/core/entries/naming/accessible-name.ts';
import { roleOf } from '../../../src/core/entries/naming/roles.ts';
import { selectorOf } from '../../../src/core/entries/naming/selector.ts';
import { exactTargetOf, targetOf } from '../../../src/core/entries/naming/target.ts';
import { PageTree } from '../../../src/core/rrweb/page-tree.ts';
import { element as el, text } from './built.ts';

let lastId = 100;
/** An element whose number does not matter. */
const some = (tagName: string, attributes: object = {}, ...children: (object | string)[]) =>
  el(
    lastId++,
    tagName,
    attributes,
    ...children.map((child) => (typeof child === 'string' ? words(child) : child)),
  );
const words = (value: string) => text(lastId++, value);
/** The element that is asked about. */
const asked = (tagName: string, attributes: object = {}, ...children: (object | string)[]) => ({
  ...some(tagName, attributes, ...children),
  id: 10,
});

function treeOf(...body: object[]): PageTree {
  const html = el(2, 'html', {}, el(3, 'head'), el(4, 'body', {}, ...body));
  return new PageTree({ type: 0, id: 1, childNodes: [html] });
}

const nameIn = (...body: object[]) => accessibleName(treeOf(...body).find(10)!);

describe('accessible names', () => {
  // Examples of https://www.w3.org/TR/accname-1.2/ and of its tests, as far as they need no styles.
  const cases: readonly [what: string, name: string, ...body: object[]][] = [
    ['text', 'Save', asked('button', {}, 'Save')],
    ['text of what is in it', 'Save all files', asked('button', {}, 'Save ', some('b', {}, 'all'), ' files')],
    [
      'text in blocks, with spaces',
      'Save all',
      asked('a', { href: '#' }, some('div', {}, 'Save'), some('div', {}, 'all')),
    ],
    [
      'text in a line, without',
      'unhappy',
      asked('a', { href: '#' }, some('span', {}, 'un'), some('b', {}, 'happy')),
    ],
    [
      'the alternative of an image',
      'Delete file',
      asked('button', {}, some('img', { alt: 'Delete' }), ' file'),
    ],
    ['the title of a drawing', 'Close', asked('button', {}, some('svg', {}, some('title', {}, 'Close')))],
    ['aria-label before content', 'Close', asked('button', { 'aria-label': 'Close' }, '×')],
    [
      'aria-labelledby before aria-label',
      'Delete Report.pdf',
      some('span', { id: 'verb' }, 'Delete'),
      some('span', { id: 'file' }, 'Report.pdf'),
      asked('button', { 'aria-labelledby': 'verb file', 'aria-label': 'no' }, '×'),
    ],
    [
      'aria-labelledby with itself',
      'Delete Documentation.pdf',
      asked('button', { 'id': 'del', 'aria-label': 'Delete', 'aria-labelledby': 'del name' }),
      some('a', { id: 'name', href: '#' }, 'Documentation.pdf'),
    ],
    [
      'aria-labelledby that leads to another',
      'Two',
      asked('button', { 'aria-labelledby': 'two' }),
      some('span', { 'id': 'two', 'aria-labelledby': 'three' }, 'Two'),
      some('span', { id: 'three' }, 'Three'),
    ],
    [
      'aria-labelledby that leads to something hidden',
      'Hidden name',
      asked('button', { 'aria-labelledby': 'h' }),
      some('span', { id: 'h', hidden: '' }, 'Hidden name'),
    ],
    ['aria-labelledby that leads nowhere', 'Save', asked('button', { 'aria-labelledby': 'gone' }, 'Save')],
    ['nothing hidden', 'Save', asked('button', {}, 'Save', some('span', { 'aria-hidden': 'true' }, ' now'))],
    [
      'nothing hidden by its style',
      'Save',
      asked('button', {}, 'Save', some('i', { style: 'display: none' }, '!')),
    ],
    ['a label around', 'Name', some('label', {}, 'Name ', asked('input', { type: 'text' }))],
    ['a label by id', 'Name', some('label', { for: 'n' }, 'Name'), asked('input', { id: 'n' })],
    [
      'several labels',
      'Your name',
      some('label', { for: 'n' }, 'Your'),
      some('label', { for: 'n' }, 'name'),
      asked('input', { id: 'n' }),
    ],
    [
      'a label of another control',
      '',
      some('label', {}, some('input', { type: 'text' })),
      asked('input', {}),
    ],
    ['a title', 'Search the site', asked('input', { title: 'Search the site', placeholder: 'cats' })],
    ['a placeholder', 'Search', asked('input', { type: 'search', placeholder: 'Search' })],
    [
      'a placeholder after a label',
      'Find',
      some('label', {}, 'Find', asked('input', { placeholder: 'cats' })),
    ],
    ['the value of a button', 'Send', asked('input', { type: 'submit', value: 'Send' })],
    ['a button of its own accord', 'Submit', asked('input', { type: 'submit' })],
    ['an image that is a button', 'Go', asked('input', { type: 'image', alt: 'Go' })],
    ['an image', 'A fern', asked('img', { alt: 'A fern' })],
    ['a legend', 'Address', asked('fieldset', {}, some('legend', {}, 'Address'), some('input'))],
    ['a caption', 'Prices', asked('table', {}, some('caption', {}, 'Prices'))],
    ['a figcaption', 'Fig. 1', asked('figure', {}, some('figcaption', {}, 'Fig. 1'))],
    ['an option', 'Austria', some('select', {}, asked('option', { value: 'at' }, 'Austria'))],
    ['a heading', 'Cart', asked('h2', {}, 'Cart')],
    ['a role that is named by content', 'Home', asked('div', { role: 'tab' }, 'Home')],
    ['one that is not', '', asked('div', { role: 'toolbar' }, 'Home')],
    ['a paragraph, which is not either', '', asked('p', {}, 'Hello')],
    [
      'content without a control’s value',
      'Flash times',
      asked('button', {}, 'Flash ', some('input', { value: '3' }), ' times'),
    ],
    // Masked.
    ['masked text', '', asked('button', {}, '**** ***')],
    [
      'masked text among other',
      'Hello',
      asked('button', {}, 'Hello ', some('b', { class: 'ph-mask' }, '**')),
    ],
    ['masked attributes', '', asked('button', { 'aria-label': '*****', 'title': '***' })],
    [
      'a blocked element',
      '',
      asked('button', { 'class': 'ph-no-capture', 'rr_width': '9px', 'rr_height': '9px', 'aria-label': 'x' }),
    ],
    [
      'a blocked element in another',
      'Hi',
      asked('button', {}, 'Hi', some('img', { alt: 'secret', rr_width: '9px', rr_height: '9px' })),
    ],
    ['the star of a required field', 'Name', some('label', {}, 'Name', some('b', {}, ' *'), asked('input'))],
    ['what was typed', '', asked('textarea', { value: 'secret' })],
    ['what was chosen', '', asked('select', {}, some('option', { selected: true }, 'secret'))],
  ];
  for (const [what, name, ...body] of cases)
    it(`by ${what}`, () => {
      expect(nameIn(...body)).to.equal(name);
    });

  it('end, however they refer to each other', () => {
    const deep = Array.from({ length: 5000 }).reduce<object>((inner) => some('div', {}, inner), words('x'));
    expect(nameIn(asked('button', {}, deep))).to.equal('');
    const round = asked(
      'button',
      { 'id': 'a', 'aria-labelledby': 'a b' },
      'A',
      some('i', { 'id': 'b', 'aria-labelledby': 'a' }, 'B'),
    );
    expect(nameIn(round)).to.include('A');
  });
});

describe('roles', () => {
  const cases: readonly [role: string, tagName: string, attributes?: object][] = [
    ['link', 'a', { href: '/' }],
    ['', 'a'],
    ['button', 'button'],
    ['button', 'input', { type: 'submit' }],
    ['checkbox', 'input', { type: 'checkbox' }],
    ['radio', 'input', { type: 'radio' }],
    ['slider', 'input', { type: 'range' }],
    ['searchbox', 'input', { type: 'search' }],
    ['spinbutton', 'input', { type: 'number' }],
    ['textbox', 'input'],
    ['textbox', 'input', { type: 'EMAIL' }],
    ['combobox', 'input', { list: 'towns' }],
    ['textbox', 'textarea'],
    ['combobox', 'select'],
    ['listbox', 'select', { multiple: true }],
    ['listbox', 'select', { size: '4' }],
    ['img', 'img', { alt: 'x' }],
    ['img', 'img'],
    ['', 'img', { alt: '' }],
    ['heading', 'h3'],
    ['rowheader', 'th', { scope: 'row' }],
    ['columnheader', 'th'],
    ['banner', 'header'],
    ['tab', 'a', { role: 'tab', href: '/' }],
    ['switch', 'input', { type: 'checkbox', role: 'switch checkbox' }],
    ['', 'ul', { role: 'presentation' }],
    ['', 'div'],
    ['', 'x-card'],
  ];
  for (const [role, tagName, attributes = {}] of cases)
    it(`of <${tagName}> with ${JSON.stringify(attributes)} are ${role || 'none'}`, () => {
      expect(roleOf(treeOf(asked(tagName, attributes)).find(10)!)).to.equal(role);
    });

  it('of a header in an article is none', () => {
    expect(roleOf(treeOf(some('article', {}, asked('header'))).find(10)!)).to.equal('');
  });
});

describe('selectors', () => {
  const cases: readonly [selector: string, ...body: object[]][] = [
    // An id that stands there twice.
    ['body > b:nth-of-type(2)', some('b', { id: 'twice' }), asked('b', { id: 'twice' })],
    ['#pay', asked('button', { id: 'pay', class: 'primary' })],
    // Made up anew each time.
    ['button.primary', asked('button', { id: ':r1:', class: 'primary' })],
    ['button.primary', asked('button', { id: 'radix-12', class: 'primary' })],
    ['[data-testid="pay \\"now\\""]', asked('button', { 'data-testid': 'pay "now"', 'name': 'b' })],
    ['[data-attr="pay"]', asked('button', { 'data-attr': 'pay' })],
    ['input[name="email"]', some('p', { name: 'email' }), asked('input', { name: 'email' })],
    ['button.second', some('button', { class: 'btn' }), asked('button', { class: 'btn second' })],
    ['#list > li:nth-of-type(2)', some('ul', { id: 'list' }, some('li'), asked('li'), some('li'))],
    ['body > p', some('div'), asked('p')],
    [
      'body > div:nth-of-type(2) > div > div > b',
      some('i'),
      some('div'),
      some('div', {}, some('div', {}, some('div', {}, asked('b')))),
    ],
  ];
  for (const [selector, ...body] of cases)
    it(`are ${selector}`, () => {
      expect(selectorOf(treeOf(...body).find(10)!)).to.equal(selector);
    });
});

describe('what was acted on', () => {
  const cases: readonly [what: string, name: string, role: string, ...body: object[]][] = [
    ['is the button around', 'Pay', 'button', some('button', {}, asked('span', {}, 'Pay'))],
    ['is the link around', 'Home', 'link', some('a', { href: '/' }, some('b', {}, asked('i', {}, 'Home')))],
    [
      'is the control of a label',
      'Terms',
      'checkbox',
      asked('label', { for: 't' }, 'Terms'),
      some('input', { id: 't', type: 'checkbox' }),
    ],
    [
      'is the control in a label',
      'Terms',
      'checkbox',
      some('label', {}, asked('span', {}, 'Terms'), some('input', { type: 'checkbox' })),
    ],
    ['is a role', 'Menu', 'button', some('div', { role: 'button' }, asked('b', {}, 'Menu'))],
    ['is a whole drawing', '', 'img', { ...some('svg', {}, { ...asked('path'), isSVG: true }), isSVG: true }],
    [
      'is itself otherwise, by its text',
      'Total: 5 €',
      'div',
      some('section', {}, asked('div', {}, 'Total: ', some('b', {}, '5 €'))),
    ],
    ['is without a name where it is long', '', 'div', asked('div', {}, 'a'.repeat(200))],
    ['is without a name where it is masked', '', 'div', asked('div', { class: 'ph-mask' }, '*** **')],
  ];
  for (const [what, name, role, ...body] of cases)
    it(what, () => {
      expect(targetOf(treeOf(...body), 10)).to.include({ name, role });
    });

  it('is nothing where there is no such node', () => {
    expect(targetOf(treeOf(), 10)).to.be.null;
    expect(exactTargetOf(treeOf(), NaN)).to.be.null;
  });
});
