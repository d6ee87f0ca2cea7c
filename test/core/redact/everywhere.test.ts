import { expect } from 'chai';
import { placesOf } from './search-export.ts';
import {
  custom,
  element,
  idOf,
  incremental,
  input,
  type Json,
  mutation,
  page,
  plugin,
  type Redacted,
  redacted,
  request,
  sessionOf,
  START,
  text,
  written,
} from './session.ts';

/** What nobody may find, in the ways in which people and machines are named. */
const NAME = `Zoë "Q" O’Neil & Söhne`;
const EMAIL = 'zoe.q+shop@söhne.example';
const CODE = 'AB-4711-x9';
const SECRETS = [NAME, EMAIL, CODE];
const ALL = SECRETS.join(' | ');

const UTF8_BASE64 = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify({ who: ALL }))));
const ESCAPED = ALL.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const HTML = `<p title="${ESCAPED.replaceAll('"', '&quot;')}">${ESCAPED}</p>`;
const CSS_ESCAPED = Array.from(ALL, (c) =>
  /[a-z0-9 ]/i.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `,
).join('');
const JSON_ESCAPED = JSON.stringify({ a: { b: ALL } }).replace(
  /[^\x20-\x7e]/g,
  (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
const COMPOSED = ALL.normalize('NFD');
const IN_PATH = `https://shop.test/of/${encodeURIComponent(NAME)}/${CODE}?m=${encodeURIComponent(EMAIL)}`;
const TWICE = `https://shop.test/in?next=${encodeURIComponent(IN_PATH)}`;
const IN_FORM = new URLSearchParams({ a: NAME, b: EMAIL, c: CODE }).toString();

const shadow = { ...element('span', {}, text(ALL)), isShadow: true };
const target = element('p', {}, text('nothing yet'));
const [changing] = target['childNodes'] as readonly Json[];
const field = element('input', { type: 'text' });
const frame = element('iframe');
const style = element('style', {}, text('p{}'));
const [rules] = style['childNodes'] as readonly Json[];
const moves = (source: number, data: object) => incremental(2, { source, ...data });

/** Where a secret can be; nodes go into the page, all else into its events. */
const PLACES: Readonly<
  Record<string, { readonly nodes?: readonly Json[]; readonly events?: readonly Json[] }>
> = {
  'a text': { nodes: [element('p', {}, text(`by ${ALL}.`))] },
  'a text in other spelling': { nodes: [element('p', {}, text(COMPOSED.toUpperCase()))] },
  'a text of a shadow root': { nodes: [{ ...element('div', {}, shadow), isShadowHost: true }] },
  'a comment': { nodes: [{ type: 5, id: 5000, textContent: ALL }] },
  'a text that is added': {
    nodes: [target],
    events: [mutation(2, { adds: [{ parentId: idOf(target), nextId: null, node: text(ALL) }] })],
  },
  'a text that changes': {
    nodes: [target],
    events: [mutation(2, { texts: [{ id: changing?.['id'], value: ALL }] })],
  },
  'a document in a frame': {
    nodes: [frame],
    events: [
      mutation(2, {
        adds: [
          {
            parentId: idOf(frame),
            nextId: null,
            node: { type: 0, id: 5001, childNodes: [element('html', {}, element('body', {}, text(ALL)))] },
          },
        ],
      }),
    ],
  },
  'attributes': {
    nodes: [
      element('a', {
        'title': ALL,
        'aria-label': ALL,
        'data-who': ALL,
        'href': IN_PATH,
        'alt': ALL,
        'placeholder': ALL,
        'onclick': `open(${JSON.stringify(ALL)})`,
      }),
    ],
  },
  'names': {
    nodes: [
      element('p', { id: `of-${CODE}`, class: `a b-${CODE}` }),
      element('input', { name: `u[${EMAIL}]` }),
    ],
  },
  'values': { nodes: [element('input', { value: ALL }), element('textarea', { value: `Dear\n${ALL}` })] },
  'an attribute that changes': {
    nodes: [target],
    events: [
      mutation(2, {
        attributes: [
          { id: idOf(target), attributes: { title: ALL, style: { content: [`"${ALL}"`, 'important'] } } },
        ],
      }),
    ],
  },
  'what is typed': { nodes: [field], events: [moves(5, { id: idOf(field), text: ALL, isChecked: false })] },
  'a style attribute': {
    nodes: [element('p', { style: `--who: "${CSS_ESCAPED}"; background: url("${IN_PATH}")` })],
  },
  'a style sheet': {
    nodes: [element('style', { _cssText: `p::after{content:"${CSS_ESCAPED}"} .u-${CODE}{} /* ${ALL} */` })],
  },
  'text of a style element': { nodes: [element('style', {}, text(`@import url(${IN_PATH});`))] },
  'text of a style element that changes': {
    nodes: [style],
    events: [mutation(2, { texts: [{ id: rules?.['id'], value: `p{content:'${CSS_ESCAPED}'}` }] })],
  },
  'rules that scripts write': {
    nodes: [style],
    events: [
      moves(8, { id: idOf(style), adds: [{ rule: `p::after{content:"${CSS_ESCAPED}"}`, index: 0 }] }),
      moves(8, { styleId: 1, replace: `p{background:url(${IN_PATH})}` }),
      moves(13, { id: idOf(style), index: [0], set: { property: 'content', value: `"${CSS_ESCAPED}"` } }),
      moves(15, {
        id: 1,
        styleIds: [2],
        styles: [{ styleId: 2, rules: [{ rule: `a{--b:"${CSS_ESCAPED}"}` }] }],
      }),
    ],
  },
  'fonts': { events: [moves(10, { family: CODE, fontSource: `url(${IN_PATH})`, buffer: false })] },
  'an address of the page': {
    events: [{ type: 4, timestamp: START + 2000, data: { href: TWICE, width: 800, height: 600 } }],
  },
  'an address that changes': {
    events: [custom(2, '$pageview', { href: `${IN_PATH}#${encodeURIComponent(NAME)}` })],
  },
  'addresses of requests': { events: [request(2, { name: IN_PATH }), request(2, { name: TWICE })] },
  'bodies of requests': {
    events: [
      request(2, { requestBody: JSON.stringify({ u: ALL }), responseBody: HTML }),
      request(2, { requestBody: IN_FORM, responseBody: JSON_ESCAPED }),
    ],
  },
  'JSON within JSON': {
    events: [request(2, { responseBody: JSON.stringify({ payload: JSON.stringify({ u: ALL }) }) })],
  },
  'headers of requests': {
    events: [
      request(2, {
        requestHeaders: {
          'authorization': `Basic ${UTF8_BASE64}`,
          'x-user': ALL,
          'cookie': `u=${encodeURIComponent(ALL)}`,
        },
      }),
    ],
  },
  'lines of the console': {
    events: [
      plugin(2, 'console', {
        level: 'log',
        trace: [`f (${IN_PATH}:1:2)`],
        payload: [JSON.stringify(ALL), JSON.stringify({ u: { e: ALL } })],
      }),
    ],
  },
  'a line of an app': { events: [plugin(2, 'console', { level: 'info', payload: `App: ${ALL}` })] },
  'an event of the site': {
    events: [custom(2, 'bought', { by: ALL, [EMAIL]: true, files: [`${CODE}.pdf`], deep: [[{ x: ALL }]] })],
  },
  'the name of an event': { events: [custom(2, `of ${CODE}`, {})] },
  'an event of an unknown kind': {
    events: [{ type: 9, timestamp: START + 2000, data: { any: ALL }, extra: ALL }],
  },
  'words on a canvas': {
    nodes: [element('canvas')],
    events: [
      moves(9, { id: 1, type: 0, commands: [{ property: 'fillText', args: [ALL, 1, 2] }] }),
      moves(9, { id: 1, type: 0, property: 'strokeText', args: [ALL, 1, 2] }),
    ],
  },
  'a drawing': {
    nodes: [
      element('img', { src: `data:image/svg+xml,${encodeURIComponent(HTML)}` }),
      element('img', { src: `data:image/svg+xml;base64,${UTF8_BASE64}` }),
    ],
  },
  'a frame by its source': { nodes: [element('iframe', { srcdoc: HTML })] },
};

describe('redactSession, wherever something stands', () => {
  for (const [place, { nodes = [], events = [] }] of Object.entries(PLACES)) {
    const session = sessionOf([...page(nodes), ...events]);

    it(`removes a string from ${place}`, async () => {
      await expectSecret(session);
      expectNothing(await redacted(session, { strings: SECRETS }));
    });

    it(`removes from ${place} what stood in a hidden element`, async () => {
      const card = element(
        'div',
        { class: 'card' },
        ...SECRETS.map((secret) => element('p', {}, text(secret))),
      );
      const hiding = sessionOf([...page([card, ...nodes]), ...events]);
      expectNothing(await redacted(hiding, { selectors: ['.card'] }));
    });

    it(`removes from ${place} what was typed into a hidden field`, async () => {
      const secretField = element('input', { class: 'secret' });
      const typed = SECRETS.map((secret) => input(9, secretField, secret));
      const hiding = sessionOf([...page([secretField, ...nodes]), ...events, ...typed]);
      expectNothing(await redacted(hiding, { selectors: ['.secret'] }));
    });
  }

  it('removes what is spread over neighbouring texts', async () => {
    const spread = (...parts: readonly string[]) =>
      element('p', {}, ...parts.map((part) => element('span', {}, text(part))));
    const late = element('p', {}, text('AB-47'));
    const added = mutation(2, { adds: [{ parentId: idOf(late), nextId: null, node: text('11-x9') }] });
    const session = sessionOf([...page([spread('zoe.q+shop@', 'söhne', '.example'), late]), added]);
    const { json, events } = await redacted(session, { strings: SECRETS });
    expect(joinedTexts(events[1])).to.contain('**********').and.not.contain('example');
    expect(json).not.to.contain('11-x9').and.not.contain('"zoe.q');
  });

  it('removes what was typed letter by letter, also from what was asked for meanwhile', async () => {
    const field = element('input');
    const states = Array.from(EMAIL, (_, i) => EMAIL.slice(0, i + 1));
    const typed = states.flatMap((state, i) => [
      input(i, field, state),
      request(i, { name: `https://shop.test/find?${new URLSearchParams({ q: state }).toString()}` }),
    ]);
    const { json } = await redacted(sessionOf([...page([field]), ...typed]), { strings: [EMAIL] });
    for (const state of states.filter(({ length }) => length > 4))
      expect(placesOf(state, json)).to.deep.equal([]);
  });

  it('removes a number that is one in data', async () => {
    const session = sessionOf([
      ...page([element('b', { class: 'no' }, text('No. 47110815'))]),
      custom(2, 'bought', { account: 47110815, price: 12 }),
    ]);
    const { events } = await redacted(session, { selectors: ['.no'] });
    expect(events[2]?.['data']).to.deep.equal({ tag: 'bought', payload: { account: 0, price: 12 } });
  });

  it('removes it from the person and the id', async () => {
    const person = JSON.stringify({ distinct_ids: [EMAIL, 'other'], properties: { name: NAME, plan: CODE } });
    const session = sessionOf(page([]), { person, id: `s-${CODE}` });
    const { json, data } = await redacted(session, { strings: SECRETS });
    for (const secret of SECRETS) expect(placesOf(secret, json), secret).to.deep.equal([]);
    expect(data['person']).to.have.nested.property('distinct_ids[1]', 'other');
  });

  it('removes a person and what tells who it is', async () => {
    const person = JSON.stringify({
      distinct_ids: [EMAIL],
      properties: { name: NAME, $city_name: 'Lisbon' },
    });
    const session = sessionOf([...page([element('p', {}, text(`${NAME}, ${EMAIL}, Lisbon`))])], { person });
    const { json, data, summary } = await redacted(session, { kinds: ['person'] });
    expect(data).not.to.have.property('person');
    for (const secret of [NAME, EMAIL]) expect(placesOf(secret, json), secret).to.deep.equal([]);
    expect(json).to.contain('Lisbon');
    expect(summary.kinds).to.deep.equal({ person: 1 });
  });

  it('removes what patterns find, also where these would not', async () => {
    const session = sessionOf([
      ...page([element('p', {}, text('card 4111 1111 1111 1111'))]),
      custom(2, 'x', { n: '4111111111111111', m: 4111111111111111 }),
    ]);
    const { json } = await redacted(session, { patterns: ['\\d{4} \\d{4} \\d{4} \\d{4}'] });
    expect(json).not.to.contain('1111');
  });

  it('removes parameters, also where their value stands alone', async () => {
    const session = sessionOf([
      ...page(
        [element('a', { href: 'https://shop.test/?token=s3cr3t-token&tab=all' })],
        0,
        'https://shop.test/?a=1&token=s3cr3t-token',
      ),
      request(1, {
        requestHeaders: { authorization: 'Bearer s3cr3t-token' },
        name: 'https://shop.test/?tab=all',
      }),
    ]);
    const { json, summary } = await redacted(session, { urlParameters: ['token'] });
    expect(json).to.contain('tab=all').and.not.contain('s3cr3t');
    expect(summary.rules).to.deep.equal([{ rule: 'urlParameters', index: 0, elements: 0, texts: 3 }]);
  });
});

/** The test itself must be able to find it. */
async function expectSecret(session: Parameters<typeof written>[0]): Promise<void> {
  const json = await written(session);
  expect(SECRETS.some((secret) => placesOf(secret, json).length > 0)).to.equal(true);
}

function expectNothing({ json, summary }: Redacted): void {
  for (const secret of SECRETS) expect(placesOf(secret, json), secret).to.deep.equal([]);
  for (const secret of SECRETS) expect(placesOf(secret, JSON.stringify(summary)), secret).to.deep.equal([]);
}

function joinedTexts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const own = 'textContent' in value ? String(value.textContent) : '';
  return own + Object.values(value).map(joinedTexts).join('');
}
