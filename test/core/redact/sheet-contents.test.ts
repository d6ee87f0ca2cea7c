import { expect } from 'chai';
import { placesOf } from './search-export.ts';
import {
  element,
  idOf,
  incremental,
  type Json,
  mutation,
  page,
  redacted,
  sessionOf,
  text,
} from './session.ts';

const HIDE = { selectors: ['.secret'] };
const SECRET = 'Marlene Quist';
const card = element('p', { class: 'card big', id: 'own' });
const box = element('div', { class: 'secret' }, card, element('ul', {}, element('li')));
const sheet = element('style', {}, text('p{color:red}'));

const said: Readonly<Record<string, string>> = {
  'of a class': `.card::before{content:"${SECRET}"}`,
  'of all that must be there': `main > p.card.big#own:hover::after , b {color:red;content: "a" attr(x) '${SECRET}' }`,
  'of a tag, in another rule': `@media print{@supports (a:b){li::marker{content:"${SECRET}"}}}`,
  'of everything': `*::before{content:"${SECRET}"}`,
  'by a variable': `.card{--who:"${SECRET}"}`,
  'with escapes': `.card::before{content:"\\4d arlene Quist"}`,
  'behind what looks like an end': `.a{content:";}{"} /* } */ .c\\61 rd::before{content:"} ${SECRET}"}`,
  'in quotes of a quotation': `.card{quotes:"${SECRET}" ""}`,
};

describe('a text that a style sheet elsewhere has a hidden element show', () => {
  for (const [title, css] of Object.entries(said)) {
    const events: Readonly<Record<string, readonly Json[]>> = {
      'a style element': page([box, element('style', {}, text(css))]),
      'a linked sheet': page([element('link', { rel: 'stylesheet', _cssText: css }), box]),
      'a rule inserted later': [
        ...page([box, sheet]),
        incremental(2, { source: 8, id: idOf(sheet), adds: [{ rule: css, index: 0 }] }),
      ],
      'an adopted sheet': [
        ...page([box]),
        incremental(2, {
          source: 15,
          id: 1,
          styleIds: [1],
          styles: [{ styleId: 1, rules: [{ rule: css }] }],
        }),
      ],
    };
    it(`is removed from a copy: ${title}`, async () => {
      for (const [place, given] of Object.entries(events)) {
        const { json } = await redacted(sessionOf(given), HIDE);
        expect(placesOf(SECRET, json), place).to.deep.equal([]);
      }
    });
  }

  it('is removed also where the element is called so only later', async () => {
    const later = mutation(3, { attributes: [{ id: idOf(card), attributes: { class: 'paid' } }] });
    const css = element('style', {}, text(`.paid::after{content:"Paid by ${SECRET}"}`));
    const { json } = await redacted(sessionOf([...page([box, css]), later]), HIDE);
    expect(placesOf(SECRET, json)).to.deep.equal([]);
  });

  it('stays where it is for others alone, and what has no letters stays', async () => {
    const css =
      '.menu::after{content:"Open the menu"} .card::before{content:"\\2192  →"; font-family:"Card Icons"}';
    const { json } = await redacted(sessionOf(page([box, element('style', {}, text(css))])), HIDE);
    expect(json).to.contain('Open the menu').and.contain('Card Icons').and.contain('→');
  });

  it('takes no longer than there is to read', async () => {
    const long = [
      'a'.repeat(1e6),
      '/*'.repeat(5e5),
      '\\"'.repeat(4e5),
      '{"'.repeat(4e5),
      '}'.repeat(1e6),
      '--'.repeat(5e5),
    ];
    const selectors = ['['.repeat(1e6), `${'a'.repeat(1e6)} b`, ':a('.repeat(4e5)];
    long.push(...selectors.map((selector) => `"a1"}${selector}{content:"a1"}`));
    const sheets = long.map((css) => element('style', {}, text(`.card{content:${css}`)));
    const { json } = await redacted(sessionOf(page([box, ...sheets])), HIDE);
    expect(json.length).to.be.greaterThan(3e6);
  });
});
