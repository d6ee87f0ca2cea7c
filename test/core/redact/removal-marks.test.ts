import { expect } from 'chai';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { element, idOf, input, type Json, mutation, page, redacted, sessionOf, text } from './session.ts';

const MARK = 'data-replay-redacted-text';
const NAMED: RedactRules = { strings: ['Quist'], patterns: [/\d{16}/] };

/** Numbers of the elements that have the mark, however it came to them. */
async function marked(events: readonly Json[], rules = NAMED): Promise<readonly number[]> {
  const left = await redacted(sessionOf(events), rules);
  expect(left.events).to.have.length(events.length);
  const ids = new Set<number>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { id, attributes } = value as { id?: number; attributes?: object };
    if (id !== undefined && attributes && MARK in attributes) ids.add(id);
    Object.values(value).forEach(look);
  };
  look(left.events);
  return [...ids].sort((a, b) => a - b);
}

const typed = (node: Json, value: string) => input(1, node, value);

describe('redactSession, where it removes texts by themselves', () => {
  const paragraph = element('p', {}, text('Dear Ms Quist'));
  const masked = element('p', {}, text('**** *****'));
  const clear = element('p', {}, text('Hello'));

  it('marks the element that a text is in, and no other', async () => {
    expect(await marked(page([paragraph, masked, clear]))).to.deep.equal([idOf(paragraph)]);
  });

  it('marks what shows an attribute of which something was removed', async () => {
    const shown = [
      element('input', { value: 'Quist' }),
      element('input', { placeholder: 'Quist?' }),
      element('img', { alt: 'Ms Quist' }),
    ];
    const unseen = [element('p', { 'data-name': 'Quist' }), element('a', { href: '/quist' })];
    expect(await marked(page([...shown, ...unseen]))).to.deep.equal(shown.map(idOf));
  });

  it('marks a menu for its options, and a text area for its text', async () => {
    const menu = element('select', {}, element('option', { value: '1' }, text('Quist')));
    const area = element('textarea', {}, text('I am Quist'));
    expect(await marked(page([menu, area]))).to.deep.equal([idOf(menu), idOf(area)]);
  });

  it('marks what is added, and what a text is added to', async () => {
    const menu = element('select');
    const adds = [
      { parentId: 4, nextId: null, node: paragraph },
      { parentId: idOf(clear), nextId: null, node: text('Quist') },
      { parentId: idOf(menu), nextId: null, node: element('option', { value: 'Quist' }) },
      { parentId: 4, nextId: null, node: masked },
    ];
    expect(await marked([...page([clear, menu]), mutation(1, { adds })])).to.have.members([
      idOf(paragraph),
      idOf(clear),
      idOf(menu),
    ]);
  });

  it('marks where a text or an attribute changes later', async () => {
    const note = text('…');
    const [line, image] = [element('p', {}, note), element('img', { alt: '' })];
    const changes = mutation(1, {
      texts: [{ id: idOf(note), value: 'Ms Quist' }],
      attributes: [{ id: idOf(image), attributes: { alt: 'Quist' } }],
    });
    expect(await marked([...page([line, image]), changes])).to.deep.equal([idOf(line), idOf(image)]);
  });

  it('marks the field into which it was typed, letter by letter, and over several fields', async () => {
    const [name, other] = [element('input'), element('input')];
    const letters = Array.from('Quist', (_, at) => typed(name, 'Quist'.slice(0, at + 1)));
    expect(await marked([...page([name, other]), ...letters, typed(other, 'Berlin')])).to.deep.equal([
      idOf(name),
    ]);
    const four = Array.from({ length: 4 }, () => element('input'));
    const pieces = four.map((field, i) => typed(field, ['4111', '1111', '1111', '1112'][i]!));
    expect(await marked([...page(four), ...pieces])).to.deep.equal(four.map(idOf));
  });

  it('leaves the field that the recorder masked, of which more may be in clear', async () => {
    const field = element('input', { type: 'text' });
    const value = mutation(2, { attributes: [{ id: idOf(field), attributes: { value: 'Quist' } }] });
    expect(await marked([...page([field]), typed(field, '*****'), value])).to.deep.equal([]);
  });

  it('marks texts over which a name is spread', async () => {
    const [first, last] = [element('b', {}, text('Jane ')), element('i', {}, text('Roe'))];
    expect(await marked(page([element('p', {}, first, last)]), { strings: ['Jane Roe'] })).to.deep.equal([
      idOf(first),
      idOf(last),
    ]);
  });

  it('keeps the marks of a copy that is redacted again, and adds to them', async () => {
    const first = await redacted(sessionOf(page([paragraph, clear])), NAMED);
    expect(await marked(first.events, { strings: ['Hello'] })).to.deep.equal([idOf(paragraph), idOf(clear)]);
  });

  it('leaves style sheets, and what is taken out with its element', async () => {
    const style = element('style', {}, text('.quist{color:red}'));
    const box = element('section', { class: 'box' }, element('p', {}, text('Quist')));
    expect(await marked(page([style, box]), { ...NAMED, selectors: ['.box'] })).to.deep.equal([]);
  });
});
