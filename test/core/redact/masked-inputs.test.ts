import { expect } from 'chai';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { placesOf } from './search-export.ts';
import {
  attribute,
  custom,
  element,
  idOf,
  input,
  type Json,
  mutation,
  page,
  plugin,
  redacted,
  request,
  sessionOf,
  text,
  written,
} from './session.ts';

const NAME = 'Marlene Quist';
const RULES: RedactRules = { kinds: ['masked-inputs'] };

/** A copy of a node, as it is recorded when its page is sent again. */
function again(node: Json, attributes: object): Json {
  return { ...node, attributes: { ...(node['attributes'] as Json), ...attributes } };
}

/** Typed letter by letter: the event is masked, the attribute that a framework writes is not. */
function type(seconds: number, field: Json, value: string): Json[] {
  return Array.from(value).flatMap((_, i) => {
    const typed = value.slice(0, i + 1);
    const at = seconds + i / 10;
    return [input(at, field, '*'.repeat(i + 1)), attribute(at, field, { value: typed })];
  });
}

function valuesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Json)['attributes'] as Json | undefined;
  const text = typeof own?.['value'] === 'string' ? [own['value']] : [];
  return [...text, ...Object.values(value).flatMap(valuesIn)];
}

describe('values of masked inputs', () => {
  const field = element('input', { type: 'text', name: 'who' });

  const places: readonly (readonly [where: string, event: Json])[] = [
    [
      'a text of the page',
      mutation(5, { adds: [{ parentId: 4, nextId: null, node: text(`Dear ${NAME},`) }] }),
    ],
    ['another attribute', attribute(5, field, { 'data-who': NAME })],
    ['a request', request(5, { name: `https://shop.test/?q=${encodeURIComponent(NAME)}` })],
    ['a body', request(5, { requestBody: JSON.stringify({ inner: JSON.stringify({ who: NAME }) }) })],
    ['base64', request(5, { requestBody: btoa(JSON.stringify({ who: NAME })) })],
    ['a console line', plugin(5, 'console', { level: 'log', payload: [JSON.stringify(NAME)], trace: [] })],
    ['a custom event', custom(5, 'bought', { by: NAME.toUpperCase() })],
    ['an address', custom(5, '$pageview', { href: `https://shop.test/${encodeURIComponent(NAME)}/x` })],
    ['what was there before', custom(0.5, 'known', { by: NAME })],
    ['a search while it was typed', request(2, { name: 'https://shop.test/?q=marlen' })],
  ];
  for (const [where, event] of places) {
    it(`are taken out of the field, and of ${where}`, async () => {
      const session = sessionOf([...page([field]), event, ...type(1, field, NAME)]);
      for (const part of [NAME, 'marlen'])
        expect(placesOf(part, await written(session))).not.to.deep.equal([]);
      const { json, events, summary } = await redacted(session, RULES);
      for (const part of [NAME, 'marlen']) expect(placesOf(part, json)).to.deep.equal([]);
      expect(valuesIn(events).filter((value) => !/^\**$/.test(value))).to.deep.equal([]);
      expect(summary.kinds['masked-inputs']).to.be.greaterThan(NAME.length - 1);
    });
  }

  it('stay without the rule', async () => {
    const session = sessionOf([...page([field]), ...type(1, field, NAME)]);
    expect((await redacted(session, { strings: ['nobody'] })).json).to.contain(NAME);
  });

  it('are taken out as stars of the same length', async () => {
    const session = sessionOf([...page([field]), ...type(1, field, 'Jo Do')]);
    const { events } = await redacted(session, RULES);
    expect(valuesIn(events)).to.deep.equal(['*', '**', '***', '****', '*****']);
  });

  const shapes: readonly (readonly [what: string, events: () => readonly Json[]])[] = [
    [
      'a snapshot from before anything was typed',
      () => {
        const node = element('input', { value: NAME });
        return [...page([node]), input(1, node, '****')];
      },
    ],
    [
      'a later snapshot of the same page',
      () => {
        const node = element('input', { name: 'who' });
        return [...page([node]), input(1, node, '****'), ...page([again(node, { value: NAME })], 3)];
      },
    ],
    [
      'a snapshot from before, of a field that is masked in the next one',
      () => {
        const node = element('input', { type: 'email', value: NAME });
        return [...page([node]), ...page([again(node, { value: '****' })], 3)];
      },
    ],
    [
      'a field that is added later',
      () => {
        const node = element('input', { value: NAME });
        return [
          ...page([]),
          mutation(1, { adds: [{ parentId: 4, nextId: null, node }] }),
          input(2, node, '***'),
        ];
      },
    ],
    [
      'the text in a text area',
      () => {
        const inner = text(NAME);
        const node = element('textarea', {}, inner);
        return [
          ...page([node]),
          input(1, node, '***'),
          mutation(2, { texts: [{ id: idOf(inner), value: `${NAME}!` }] }),
          mutation(3, {
            removes: [{ parentId: idOf(node), id: idOf(inner) }],
            adds: [{ parentId: idOf(node), nextId: null, node: text(`by ${NAME}`) }],
          }),
        ];
      },
    ],
    [
      'a password that was shown, and recorded then',
      () => {
        const node = element('input', { type: 'password' });
        return [...page([node]), input(1, node, '*******'), input(2, node, NAME)];
      },
    ],
    [
      'a field that nobody knows',
      () => [...page([]), input(1, { id: 77 }, '***'), attribute(2, { id: 77 }, { value: NAME })],
    ],
  ];
  for (const [what, events] of shapes) {
    it(`are taken out of ${what}`, async () => {
      const session = sessionOf(events());
      expect(placesOf(NAME, await written(session))).not.to.deep.equal([]);
      expect(placesOf(NAME, (await redacted(session, RULES)).json)).to.deep.equal([]);
    });
  }

  it('are taken out of the field however short, and left elsewhere where they stand by chance', async () => {
    const events = [
      ...page([field, element('p', {}, text('7 of 10, on 123 pages by 1234'))]),
      ...type(1, field, '7'),
      ...type(2, field, '123'),
      attribute(3, field, { 'aria-label': '7', 'title': '12' }),
    ];
    const { events: left, json } = await redacted(sessionOf(events), RULES);
    expect(json).to.contain('7 of 10, on *** pages by 1234');
    expect(valuesIn(left)).to.deep.equal(['*', '*', '**', '***']);
    expect(json).to.contain('"aria-label":"*"').and.contain('"title":"**"');
  });

  const others: readonly (readonly [what: string, events: () => readonly Json[]])[] = [
    [
      'a field in which something was typed in clear',
      () => {
        const node = element('input');
        return [
          ...page([node]),
          input(1, node, '*'),
          input(2, node, NAME),
          attribute(2, node, { value: NAME }),
        ];
      },
    ],
    [
      'a choice',
      () => {
        const node = element('input', { type: 'radio', value: NAME });
        return [...page([node]), input(1, node, '****')];
      },
    ],
    [
      'a field of another page with the same number',
      () => {
        const node = element('input', { name: 'public', value: NAME });
        const other = { ...element('input', { name: 'secret' }), id: node['id'] };
        return [...page([node]), ...page([other], 3, 'https://shop.test/next'), input(4, other, '****')];
      },
    ],
    [
      'a button that was masked',
      () => [...page([element('input', { type: 'submit', value: '**' }), element('p', {}, text(NAME))])],
    ],
  ];
  for (const [what, events] of others) {
    it(`leave ${what} alone`, async () => {
      const session = sessionOf(events());
      const { json, summary } = await redacted(session, RULES);
      expect(json).to.contain(NAME);
      expect(summary.kinds).to.deep.equal({});
    });
  }

  it('are found over windows, each with its own numbers', async () => {
    const other = { ...element('input', { value: 'stays here' }), id: field['id'] };
    const session = sessionOf({
      'w-a': [...page([field]), ...type(1, field, NAME)],
      'w-b': [...page([other]), custom(9, 'seen', { who: NAME })],
    });
    const { json } = await redacted(session, RULES);
    expect(placesOf(NAME, json)).to.deep.equal([]);
    expect(json).to.contain('stays here');
  });

  it('are gone from a range that begins after they were typed', async () => {
    const session = sessionOf([...page([field]), ...type(1, field, NAME), custom(9, 'end', {})]);
    const { json, events } = await redacted(session, { ...RULES, range: { start: 5, end: 9 } });
    expect(placesOf(NAME, json)).to.deep.equal([]);
    expect(valuesIn(events)).to.deep.equal(['*'.repeat(NAME.length)]);
  });
});
