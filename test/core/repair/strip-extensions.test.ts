import { expect } from 'chai';
import { stripExtensions } from '../../../src/core/repair/strip-extensions.ts';

const element = (tagName: unknown, attributes: object = {}, ...childNodes: unknown[]) => ({
  type: 2,
  id: 1,
  tagName,
  attributes,
  childNodes,
});
const text = (textContent: unknown) => ({ type: 3, id: 1, textContent });
const FILE = 'chrome-extension://becfinhbfclcgokjlobojlnldbfillpf/a.css';

describe('stripExtensions', () => {
  const cases: readonly [title: string, node: unknown, stripped: unknown, names: readonly string[]][] = [
    [
      'empties an element by its name',
      element('AITOPIA-sidebar', {}, text('hello')),
      element('AITOPIA-sidebar'),
      ['AITOPIA'],
    ],
    [
      'empties an element by its id',
      element('div', { id: 'x-Sublime-Root-1' }, element('p')),
      element('div', { id: 'x-Sublime-Root-1' }),
      ['Sublime Pop-up'],
    ],
    [
      'takes its words out of classes and keeps what is inside',
      element('html', { class: 'a dji-sru-on b' }, element('body')),
      element('html', { class: 'a -on b' }, element('body')),
      ['Snap&Read'],
    ],
    [
      'empties styles that name its files',
      element('style', {}, text(`p{background:url(${FILE})}`)),
      element('style', {}, text('')),
      ['AITOPIA'],
    ],
    [
      'empties sheets that name its files',
      element('link', { _cssText: `@import "${FILE}"` }),
      element('link', { _cssText: '' }),
      ['AITOPIA'],
    ],
    [
      'keeps what other extensions have put in',
      element('style', {}, text('p{background:url(chrome-extension://abcdef/a.png)}')),
      element('style', {}, text('p{background:url(chrome-extension://abcdef/a.png)}')),
      [],
    ],
    [
      'keeps a text that speaks of one',
      element('p', {}, text('aitopia and becfinhbfclcgokjlobojlnldbfillpf')),
      element('p', {}, text('aitopia and becfinhbfclcgokjlobojlnldbfillpf')),
      [],
    ],
    ['keeps an element without a class', element('p', { id: 'a' }), element('p', { id: 'a' }), []],
    [
      'takes anything for an element',
      element(7, { id: {}, class: 5, _cssText: null }, null, [1], text(7)),
      element(7, { id: {}, class: 5, _cssText: null }, null, [1], text(7)),
      [],
    ],
  ];
  for (const [title, given, expected, names] of cases) {
    it(title, () => {
      const root = { type: 0, id: 1, childNodes: [element('html', {}, structuredClone(given))] };
      expect(stripExtensions(root)).to.deep.equal(names);
      expect(root.childNodes[0]!.childNodes).to.deep.equal([expected]);
    });
  }

  it('names each of several once', () => {
    const bars = ['aitopia-a', 'dji-sru', 'aitopia-b'].map((name) => element(name));
    expect(stripExtensions(element('body', {}, ...bars)).sort()).to.deep.equal(['AITOPIA', 'Snap&Read']);
  });

  it('goes as deep as a page does', () => {
    let inner: unknown = element('aitopia-bar');
    for (let i = 0; i < 10_000; i++) inner = element('div', {}, inner);
    expect(stripExtensions(inner)).to.deep.equal(['AITOPIA']);
  });

  it('takes anything for a page', () => {
    for (const value of [undefined, null, 7, 'aitopia', [], [element('aitopia-bar')]]) {
      expect(stripExtensions(value)).to.deep.equal([]);
    }
  });
});
