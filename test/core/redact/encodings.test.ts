import { expect } from 'chai';
import { base64, bigEndian } from './encode.ts';
import { placesOf } from './search-export.ts';
import {
  custom,
  element,
  type Json,
  page,
  plugin,
  redacted,
  request,
  sessionOf,
  START,
  text,
} from './session.ts';

const EMAIL = 'zoe.q@shop.example';
const JSON_TEXT = JSON.stringify({ role: 'user', mail: EMAIL });

const bytesOf = (given: string) => Buffer.from(given, 'utf8');
const urlBase64 = (given: string) => bytesOf(given).toString('base64url');
const utf16 = (given: string) => base64(given, 'utf16le');
const nested = (depth: number) => {
  let wrapped = JSON_TEXT;
  for (let i = 0; i < depth; i++) wrapped = base64(i % 2 === 0 ? wrapped : `{"v":"${wrapped}"}`);
  return wrapped;
};
const each = (write: (code: number) => string) =>
  Array.from(EMAIL, (character) => write(character.charCodeAt(0))).join('');
const hex = (code: number, length: number) => code.toString(16).padStart(length, '0');
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><text>${EMAIL}</text></svg>`;

/** Texts in which nothing can be read before it is decoded. */
const ENCODED: Readonly<Record<string, string>> = {
  'percent-encoded': `?m=${encodeURIComponent(EMAIL)}`,
  'percent-encoded four times': [1, 2, 3, 4].reduce(encodeURIComponent as (s: string) => string, EMAIL),
  'percent-encoded as UTF-16': `?m=${each((code) => `%${hex(code, 2)}%00`)}`,
  'as `escape` writes it': each((code) => `%u${hex(code, 4)}`),
  'in references of HTML': each((code) => `&#${code};`),
  'in references that are not ended': each((code) => `&#x${hex(code, 1)}`).replace(/[a-f0-9](?=&)/g, '$&'),
  'in named references': EMAIL.replace('@', '&commat;').replaceAll('.', '&period;'),
  'escaped as in JSON': JSON.stringify({ a: each((code) => `\\u${hex(code, 4)}`) }),
  'in base64': base64(JSON_TEXT),
  'in base64 without padding': base64(`${JSON_TEXT}.`).replace(/=+$/, ''),
  'in base64 of addresses': urlBase64(`${JSON_TEXT}ÿÿ>?>?`),
  'in short base64': base64(EMAIL),
  'behind a scheme': `Basic ${base64(`${EMAIL}:pw`)}`,
  'behind a prefix': `session-${base64(JSON_TEXT)}`,
  'behind a prefix of one': `v${base64(JSON_TEXT)}`,
  'behind a prefix of two': `s_${base64(JSON_TEXT)}`,
  'behind a prefix of three': `id/${base64(JSON_TEXT)}`,
  'in a path': `/api/users/${urlBase64(JSON_TEXT)}/orders`,
  'in a token': `Bearer ${urlBase64('{"alg":"none"}')}.${urlBase64(JSON_TEXT)}.c2ln`,
  'as UTF-16 in base64': utf16(JSON_TEXT),
  'as the other UTF-16 in base64': bigEndian(JSON_TEXT),
  'as UTF-16 behind a prefix': `id-${utf16(JSON_TEXT)}`,
  'in base64 of several lines': base64(`${'x'.repeat(70)} ${EMAIL} ${'y'.repeat(90)}`).replace(
    /.{76}/g,
    '$&\r\n',
  ),
  'in base64 of short lines': base64(`to ${EMAIL} from here`).replace(/.{16}/g, '$&\n'),
  'in lines of base64 in JSON': JSON.stringify({ f: base64(JSON_TEXT).replace(/.{20}/g, '$&\n') }),
  'in base64 in base64': nested(2),
  'in base64, six deep': nested(6),
  'percent-encoded in base64': base64(`m=${encodeURIComponent(EMAIL)}`),
  'in percent-encoded base64': encodeURIComponent(base64(`${JSON_TEXT}..`)),
  'among bytes': Buffer.concat([Buffer.from([0, 1, 255, 8]), bytesOf(EMAIL), Buffer.from([200, 3])]).toString(
    'base64',
  ),
  'in a drawing': `data:image/svg+xml;base64,${base64(SVG)}`,
  'in the style of a drawing': `data:image/svg+xml,${encodeURIComponent(SVG)}`,
};

const RULES = {
  'strings': { strings: [EMAIL] },
  'patterns': { patterns: ['[\\w.]+@[\\w.]+\\w'] },
};

describe('redactSession, whatever something is encoded in', () => {
  for (const [rule, rules] of Object.entries(RULES)) {
    for (const [how, encoded] of Object.entries(ENCODED)) {
      it(`removes by ${rule} what is ${how}`, async () => {
        const session = sessionOf([
          ...page([
            element('a', { href: `https://shop.test/${encoded}`, title: encoded }),
            element('p', {}, text(encoded)),
          ]),
          request(1, { name: `https://shop.test/${encoded}`, requestHeaders: { authorization: encoded } }),
          custom(1, 'x', { [encoded]: encoded }),
        ]);
        const { json } = await redacted(session, rules);
        expect(placesOf(EMAIL, json)).to.deep.equal([]);
        // A search that cannot read it must not find it gone.
        for (const string of encoded.split(/\s+/).filter(({ length }) => length > 15))
          expect(json).not.to.contain(string);
      });
    }

    it(`removes by ${rule} what a style sheet holds in an address`, async () => {
      const sheets = [
        `url(data:image/svg+xml;base64,${base64(SVG)})`,
        `url("data:image/svg+xml,${encodeURIComponent(SVG)}")`,
      ];
      const css = sheets.map((sheet) => `a{color:red;background:${sheet} no-repeat;top:0}`).join('');
      const { json, events } = await redacted(
        sessionOf(
          page([
            element('style', { _cssText: css }),
            element('p', { style: `background:${sheets[0]};top:0` }),
          ]),
        ),
        rules,
      );
      expect(placesOf(EMAIL, json)).to.deep.equal([]);
      expect(JSON.stringify(events)).to.contain(' no-repeat;top:0}a{color:red').and.contain(');top:0');
    });
  }

  it('leaves what is no base64', async () => {
    const plain = [
      '/assets/shop/products/summer-dresses-and-more_2024.html',
      'a-class_name-of-a-Component__title--isActive3x',
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
      'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
      'The quick brown fox jumps over the lazy dog and runs far away',
    ];
    const { events } = await redacted(
      sessionOf(page(plain.map((one) => element('p', { title: one }, text(one))))),
      {
        strings: [EMAIL],
        patterns: [/\b[A-Z]{2}\d\b/, '[\\w.]+@[\\w.]+'],
      },
    );
    for (const one of plain.slice(0, 2).concat(plain.slice(4)))
      expect(JSON.stringify(events)).to.contain(JSON.stringify(one).slice(1, -1));
    expect(JSON.stringify(events)).to.contain('iVBORw0KGgo');
  });

  it('masks of a path only the part that is encoded', async () => {
    const { json } = await redacted(
      sessionOf([
        ...page([]),
        request(1, { name: `https://shop.test/products/list/${urlBase64(JSON_TEXT)}?tab=all` }),
      ]),
      { strings: [EMAIL] },
    );
    expect(json).to.match(/https:\/\/shop\.test\/products\/li[\w/*]{0,8}\*{20,}\?tab=all/);
  });

  it('removes numbers that patterns match', async () => {
    const session = sessionOf([
      ...page([]),
      custom(1, 'bought', { card: 4111111111111111, deep: [{ ssn: 987654321 }], price: 12.5, year: 2024 }),
      plugin(1, 'console', { level: 'log', payload: ['4111111111111111'] }),
    ]);
    const { events, json } = await redacted(session, { patterns: [/\b\d{16}\b/, '^\\d{9}$'] });
    expect(json).not.to.contain('4111').and.not.contain('98765');
    expect(events[2]?.['data']).to.have.deep.property('payload', {
      card: 0,
      deep: [{ ssn: 0 }],
      price: 12.5,
      year: 2024,
    });
  });

  it('removes elsewhere the number that a pattern matched', async () => {
    const session = sessionOf([
      ...page([element('p', {}, text('ref 4711081512'))]),
      custom(1, 'bought', { account: 4711081512 }),
    ]);
    const { json } = await redacted(session, { patterns: [/^\d{10}$/] });
    expect(json).not.to.contain('4711081512');
  });

  it('is done in time of what is made to take long', async () => {
    const cases = [
      'Pz8/'.repeat(8_000),
      'eHh4'.repeat(8_000),
      'a/'.repeat(8_000),
      '-'.repeat(24_000),
      'url('.repeat(8_000),
      '/*'.repeat(8_000),
      "content:'".repeat(8_000),
      '%25'.repeat(20_000),
      'a=&'.repeat(20_000),
      '\\"'.repeat(8_000),
      ')'.repeat(24_000),
      '?t=' + ');'.repeat(8_000),
      `${'1 '.repeat(12_000)}x`,
    ];
    const nodes = cases.flatMap((one) => [
      element('p', { 'title': one, 'class': one, 'data-x': one, 'href': one }, text(one)),
      element('style', { _cssText: one }),
    ]);
    const hidden = element(
      'div',
      { class: 'hidden' },
      ...cases.map((one) => element('p', { title: one }, text(one))),
    );
    const { json } = await redacted(sessionOf(page([hidden, ...nodes])), {
      strings: [EMAIL],
      selectors: ['.hidden'],
      urlParameters: ['t', '*'],
      patterns: ['[\\w.]{1,40}@[\\w.]{1,40}'],
    });
    expect(json).to.have.length.greaterThan(100_000);
  });

  it('does not look at every word under one key', async () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `customer number ${i} of the shop`);
    const list = element('ul', { class: 'list' }, ...words.map((word) => element('li', {}, text(word))));
    const again = words.map((word) => element('p', {}, text(`by ${word}.`)));
    const { json } = await redacted(sessionOf(page([list, ...again])), { selectors: ['.list'] });
    expect(json).not.to.contain('customer number');
  });
});

describe('redactSession, of parameters', () => {
  const VALUES = [
    's3cret(a)b[c]d{e};f\\g^h|i~k',
    "s3cret'x",
    's3cret%26more%23',
    's3cret=x=y',
    's3cret/a?b:c',
    's3cret,a.b',
  ];
  const ADDRESSES: readonly ((value: string) => string)[] = [
    (value) => `https://shop.test/?token=${value}&tab=all`,
    (value) => `https://shop.test/?tab=all&token=${value}`,
    (value) => `https://shop.test/?tab=all&TOKEN=${value}#top`,
    (value) => `https://shop.test/?t%6Fken=${value}`,
    (value) => `https://shop.test/?token=${value}&token=${value}&token=${value}`,
    (value) => `https://shop.test/?token[]=${value}&token%5B1%5D=${value}`,
    (value) => `https://shop.test/#token=${value}&tab=all`,
    (value) => `https://shop.test/#/in?token=${value}`,
    (value) => `https://shop.test/#!/in?token=${value}`,
    (value) => `https://shop.test/?next=${encodeURIComponent(`/x?token=${value}`)}&tab=all`,
    (value) => `/x?token=${value}`,
    (value) => `?token=${value}`,
    (value) => `token=${value}&tab=all`,
    (value) => `tab=all&token=${value}`,
  ];

  for (const value of VALUES) {
    it(`removes all of ${value}`, async () => {
      const addresses = ADDRESSES.map((write) => write(value));
      const session = sessionOf([
        ...page(
          addresses.map((href) => element('a', { href })),
          0,
          addresses[0],
        ),
        ...addresses.flatMap((name) => [
          request(1, {
            name,
            requestBody: name,
            responseBody: JSON.stringify({ links: [name], html: `<a href="${name}">` }),
          }),
          custom(1, '$pageview', { href: name }),
          plugin(1, 'console', { level: 'log', payload: [JSON.stringify(`GET ${name} done`)] }),
        ]),
      ]);
      const { json, events } = await redacted(session, { urlParameters: ['token'] });
      expect(json).not.to.contain('s3cret');
      for (const part of value.split(/[^\w]+/).filter(({ length }) => length > 3))
        expect(json).not.to.contain(part);
      for (const part of ['tab=all', '#top', ' done', 'links']) expect(json).to.contain(part);
      const [first] = events.filter(({ type }) => type === 4);
      expect(first)
        .to.have.nested.property('data.href')
        .that.matches(/^https:\/\/shop\.test\/\?token=\*+&tab=all$/);
      expect(parsedBodies(events)).to.equal(ADDRESSES.length);
    });
  }

  it('finds names with slashes, brackets and spaces', async () => {
    const names = ['a/b', 'user[email]', 'full name', 'ünï', 'x.y-z'];
    const query = new URLSearchParams(names.map((name) => [name, 's3cret-value'])).toString();
    const raw = 'https://shop.test/?a/b=s3cret&user[email]=s3cret&full+name=s3cret&x.y-z=s3cret';
    const { json } = await redacted(
      sessionOf([
        ...page([]),
        request(1, { name: raw, requestBody: query }),
        request(1, { name: `/?${query}` }),
      ]),
      { urlParameters: names },
    );
    expect(json).not.to.contain('s3cret');
  });

  it('takes the first field of a body, also of any name', async () => {
    const bodies = [
      'mail=s3cret%40x.test&b=s3cret',
      'q=s3cret',
      'a%2Fb=s3cret&c=s3cret',
      'a/b=s3cret&c=s3cret',
    ];
    const { json } = await redacted(
      sessionOf([...page([]), ...bodies.map((requestBody) => request(1, { requestBody }))]),
      { urlParameters: ['*'] },
    );
    expect(json).not.to.contain('s3cret');
  });

  it('ends where the address ends', async () => {
    const kept = [
      ['(see https://shop.test/?token=abc12) or call', '(see https://shop.test/?token=*****) or call'],
      ['[it](https://shop.test/?token=abc12).', '[it](https://shop.test/?token=*****).'],
      ['{"u":"/?token=abc12","v":1}', '{"u":"/?token=*****","v":1}'],
      ['{\\"u\\":\\"/?token=abc12\\",\\"v\\":1}', '{\\"u\\":\\"/?token=*****\\",\\"v\\":1}'],
      ['{"u":"/?token=abc12\\u0026b=2"}', '{"u":"/?token=*****\\u0026b=2"}'],
      ['"GET /?token=abc12\\nnext line"', '"GET /?token=*****\\nnext line"'],
      ["open('/?token=abc12', 1)", "open('/?token=*****', 1)"],
      ['<a href="/?x=1&amp;token=abc12&amp;b=2">', '<a href="/?x=1&amp;token=*****&amp;b=2">'],
      ['/p;token=abc12/next?b=2', '/p;token=*****/next?b=2'],
      ['sid=1; token=abc12; theme=dark', 'sid=1; token=*****; theme=dark'],
      ['/?mytoken=1&tokens=2&xtoken=3', '/?mytoken=1&tokens=2&xtoken=3'],
      ['a token=xyz98 of text', 'a token=xyz98 of text'],
    ] as const;
    const { events } = await redacted(sessionOf(page(kept.map(([one]) => element('p', {}, text(one))))), {
      urlParameters: ['token'],
    });
    expect(texts(events[1])).to.deep.equal(kept.map(([, left]) => left));
  });

  it('leaves the rules around an address in a style sheet', async () => {
    const css = 'a{background:url(/x?token=abc12);color:red}b{background:url("/x?token=abc12")}c{top:0}';
    const { events } = await redacted(sessionOf(page([element('style', { _cssText: css })])), {
      urlParameters: ['token'],
    });
    expect(JSON.stringify(events)).to.contain(
      JSON.stringify(
        'a{background:url(/x?token=*****);color:red}b{background:url("/x?token=*****")}c{top:0}',
      ).slice(1, -1),
    );
  });
});

/** How many bodies are JSON, as all of them were. */
function parsedBodies(events: readonly Json[]): number {
  return events
    .filter(({ type, timestamp }) => type === 6 && timestamp === START + 1000)
    .filter((event) => {
      const body = /"responseBody":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(event))?.[1];
      return body !== undefined && JSON.parse(JSON.parse(body) as string) !== null;
    }).length;
}

function texts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'textContent' in value ? [String(value.textContent)] : [];
  return [...own, ...Object.values(value).flatMap(texts)];
}
