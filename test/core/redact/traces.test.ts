import { expect } from 'chai';
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
} from './session.ts';

const VALUE = 'Jane Roe-Quist 4711';
const STEPS = Array.from(VALUE, (_, i) => VALUE.slice(0, i + 1));
const CARD = '4111 1111 1111 1234';
const changed = (seconds: number, node: Json, value: string) =>
  mutation(seconds, { texts: [{ id: textIdOf(node), value }] });

describe('redactSession, over time', () => {
  const field = element('input', { value: '' });
  const heading = element('h1', {}, text('Results for “”'));
  const suggestions = element('div');
  const WAYS: Readonly<Record<string, (step: string, i: number) => Json>> = {
    'typed into a field': (step, i) => input(i, field, step),
    'written into a text': (step, i) => changed(i, heading, step),
    'written among other words': (step, i) => changed(i, heading, `Results for “${step}” here`),
    'written into a value': (step, i) => attribute(i, field, { value: step }),
    'written into a label': (step, i) => attribute(i, field, { 'aria-label': `Search: ${step}` }),
    'written into data': (step, i) => attribute(i, field, { 'data-query': step }),
    'written into an address': (step, i) =>
      attribute(i, heading, { href: `/find?q=${encodeURIComponent(step)}&tab=all` }),
    'put into new nodes': (step, i) => {
      const block = element('b');
      const adds = [
        { parentId: idOf(suggestions), nextId: null, node: block },
        { parentId: idOf(block), nextId: null, node: text(step) },
      ];
      return mutation(i, { adds });
    },
    'in addresses of requests': (step, i) =>
      request(i, { name: `https://shop.test/find?q=${encodeURIComponent(step)}` }),
    'in paths of requests': (step, i) =>
      request(i, { name: `https://shop.test/find/${encodeURIComponent(step)}` }),
    'in bodies of requests': (step, i) =>
      request(i, { requestBody: JSON.stringify({ query: step, page: 1 }) }),
    'in forms': (step, i) => request(i, { requestBody: new URLSearchParams({ q: step }).toString() }),
    'in addresses of pages': (step, i) =>
      custom(i, '$pageview', { href: `https://shop.test/?q=${encodeURIComponent(step)}` }),
    'in fragments': (step, i) =>
      custom(i, '$pageview', { href: `https://shop.test/#q=${encodeURIComponent(step)}` }),
    'in events of the site': (step, i) => custom(i, 'searched', { term: step }),
  };

  for (const [how, write] of Object.entries(WAYS)) {
    it(`leaves no beginning of what was ${how}`, async () => {
      const steps = STEPS.map((step, i) => write(step, i + 1));
      const others = [element('p', {}, text('Jan, Jane and J')), element('p', { title: 'Jane' }, text('J'))];
      const { events } = await redacted(
        sessionOf([...page([field, heading, suggestions, ...others]), ...steps]),
        {
          strings: [VALUE],
        },
      );
      for (const [i, event] of events.slice(2).entries()) {
        const left = JSON.stringify(event);
        expect(left, STEPS[i]).not.to.match(/"J|[=“/: ]J[a“"&*%\\]|Jan|ane/);
      }
      expect(JSON.stringify(events[1])).to.contain('Jan, Jane and J').and.contain('"title":"Jane"');
    });

    it(`leaves nothing when what was ${how} is deleted again`, async () => {
      const steps = [...STEPS, ...STEPS.toReversed()].map((step, i) => write(step, i + 1));
      const { events } = await redacted(sessionOf([...page([field, heading, suggestions]), ...steps]), {
        strings: [VALUE],
      });
      expect(JSON.stringify(events.slice(2))).not.to.match(/Jan|ane/);
    });
  }

  it('masks in a page the beginning of a text that a later event completes', async () => {
    const label = element('p', {}, text('Dear Jane Ro'));
    const { events } = await redacted(sessionOf([...page([label]), changed(2, label, `Dear ${VALUE}!`)]), {
      strings: [VALUE],
    });
    expect(textsIn(events)).to.deep.equal(['Dear **** **', 'Dear **** ********* ****!'].slice(0, 1));
    expect(JSON.stringify(events[2])).to.contain('Dear **** ********* ****!');
  });

  it('leaves what does not grow into it', async () => {
    const label = element('p', {}, text('Jane'));
    const session = sessionOf([
      ...page([label, field]),
      changed(2, label, 'Total'),
      changed(3, label, VALUE),
      request(1, { name: 'https://shop.test/?name=Jane' }),
      request(2, { name: 'https://shop.test/?name=Bob' }),
      request(3, { name: `https://shop.test/?name=${encodeURIComponent(VALUE)}` }),
      plugin(1, 'console', { level: 'log', payload: ['"Jane"'] }),
    ]);
    const { json } = await redacted(session, { strings: [VALUE] });
    expect(json)
      .to.contain('"textContent":"Jane"')
      .and.contain('name=Jane')
      .and.contain('Total')
      .and.contain('\\"Jane\\"');
    expect(json).not.to.contain('Quist');
  });
});

describe('redactSession, over nodes', () => {
  const each = (tag: string, parts: readonly string[]) => parts.map((part) => element(tag, {}, text(part)));
  const shadow = (node: Json) => ({ ...node, isShadow: true });
  const PIECES = ['4111', '1111', '1111', '1234'];
  const SPREAD: Readonly<Record<string, readonly Json[]>> = {
    'blocks': each('div', PIECES),
    'blocks with spaces': each(
      'p',
      PIECES.map((one) => `\n  ${one}\n`),
    ),
    'blocks in blocks': each('div', PIECES).map((node) =>
      element('section', {}, text('\n '), element('div', {}, node)),
    ),
    'letters': each('div', [...PIECES.join('')]),
    'cells': [element('table', {}, element('tr', {}, ...each('td', PIECES)))],
    'list items': [element('ul', {}, ...each('li', PIECES))],
    'buttons': each('button', PIECES),
    'lines': PIECES.flatMap((one) => [text(one), element('br')]),
    'fields': PIECES.map((value) => element('input', { value })),
    'fields and texts': PIECES.map((value, i) =>
      i % 2 === 0 ? element('input', { value }) : element('p', {}, text(value)),
    ),
    'slots': [
      {
        ...element(
          'x-card',
          {},
          ...each('span', PIECES.slice(1, 3)),
          shadow(element('b', {}, text('4111'))),
          shadow(element('slot')),
          shadow(element('i', {}, text('1234'))),
        ),
        isShadowHost: true,
      },
    ],
    'named slots': [
      {
        ...element(
          'x-card',
          {},
          element('span', { slot: 'b' }, text('1234')),
          element('span', { slot: 'a' }, text('4111 1111 1111')),
          shadow(element('p', {}, element('slot', { name: 'a' }))),
          shadow(element('p', {}, element('slot', { name: 'b' }))),
        ),
        isShadowHost: true,
      },
    ],
  };

  for (const [what, nodes] of Object.entries(SPREAD)) {
    for (const named of [CARD, CARD.replaceAll(' ', '')]) {
      it(`removes ${named} spread over ${what}`, async () => {
        const session = sessionOf(
          page([element('p', {}, text('Pay by')), ...nodes, element('p', {}, text('thank you'))]),
        );
        const { events } = await redacted(session, { strings: [named] });
        const left = textsIn(events);
        expect(left.join('').replace('thank you', '')).to.match(/^Pay by[*\s]*$/);
        expect(left).to.include('thank you');
        expect(JSON.stringify(events)).not.to.match(/"value":"[^"]*\d/);
      });
    }
  }

  it('removes a name spread over cells, and leaves its words elsewhere', async () => {
    const session = sessionOf(
      page([element('tr', {}, ...each('td', ['Jane', 'Quist'])), ...each('p', ['Jane', 'and', 'Quist'])]),
    );
    const { events } = await redacted(session, { strings: ['Jane Quist'] });
    expect(textsIn(events)).to.deep.equal(['****', '*****', 'Jane', 'and', 'Quist']);
  });

  it('removes what was typed into fields in a row, letter by letter, also by a pattern', async () => {
    for (const rules of [{ strings: [CARD] }, { patterns: [/\d{16}/] }]) {
      const fields = PIECES.map(() => element('input'));
      const typed = fields.flatMap((node, i) =>
        Array.from(PIECES[i]!, (_, at) => input(i * 4 + at + 1, node, PIECES[i]!.slice(0, at + 1))),
      );
      const { events } = await redacted(sessionOf([...page(fields), ...typed]), rules);
      for (const event of events.slice(2))
        expect(event['data']).to.have.property('text').that.matches(/^\*+$/);
    }
  });

  it('removes what is completed by a node that is added', async () => {
    const first = element('div', {}, text('4111 1111'));
    const block = element('div');
    const adds = [
      { parentId: 4, nextId: null, node: block },
      { parentId: idOf(block), nextId: null, node: text('1111 1234') },
    ];
    const added = mutation(2, { adds });
    const { events } = await redacted(sessionOf([...page([first]), added]), { strings: [CARD] });
    expect(textsIn(events)).to.deep.equal(['**** ****', '**** ****']);
  });

  it('leaves tables of numbers as they are', async () => {
    const cells = ['4111', '1111', '2024', '1234', '17', '4711'];
    const { events } = await redacted(sessionOf(page([element('tr', {}, ...each('td', cells))])), {
      strings: [CARD],
      patterns: ['\\d{4} \\d{4}', '\\d{8}'],
    });
    expect(textsIn(events)).to.deep.equal(cells);
  });
});

function textIdOf(node: Json): unknown {
  return (node['childNodes'] as readonly Json[])[0]?.['id'];
}

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'textContent' in value ? [String(value.textContent)] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}
