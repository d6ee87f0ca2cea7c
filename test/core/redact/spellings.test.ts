import { expect } from 'chai';
import { custom, element, type Json, page, redacted, request, sessionOf, text } from './session.ts';

/** A number or an id in the ways in which people and machines write it, the first as it was named or hidden. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'an IBAN': [
    'DE89 3704 0044 0532 0130 00',
    'DE89370400440532013000',
    'de89-3704-0044-0532-0130-00',
    'DE89\u00a03704\u202f0044\u20090532\u30000130\t00',
    'DE89.3704.0044.0532.0130.00',
    'DE 89 37040044 0532013000',
    'DE89–3704—0044‑0532−0130 00',
    'ＤＥ８９ ３７０４ ００４４ ０５３２ ０１３０ ００',
    'DE٨٩٣٧٠٤٠٠٤٤٠٥٣٢٠١٣٠٠٠',
  ],
  'an IBAN with letters': [
    'GB29 NWBK 6016 1331 9268 19',
    'GB29NWBK60161331926819',
    'GB29-NWBK-601613-31926819',
  ],
  'a card': [
    '4111 1111 1111 1234',
    '4111111111111234',
    '4111-1111-1111-1234',
    '4111.1111.1111.1234',
    '4111/1111/1111/1234',
    '4111 - 1111 - 1111 - 1234',
    '4111\u200b1111\u00ad1111\u20601234',
    '41 11 11 11 11 11 12 34',
    '４１１１ １１１１ １１１１ １２３４',
    '४१११ ११११ ११११ १२३४',
    '𝟜𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟚𝟛𝟜',
    '(4111) 1111-1111_1234',
  ],
  'a telephone number': [
    '+49 170 1234567',
    '+491701234567',
    '0049 170 1234567',
    '00491701234567',
    '+49 (0)170 / 123 45-67',
    '+49 (170) 1234567',
    '+49.170.1234567',
    '0170 1234567',
    '0170/1234567',
    '(0170) 123 4567',
    '٠١٧٠ ١٢٣٤٥٦٧',
  ],
  'an id': [
    'AB-4711-x9',
    'AB4711x9',
    'ab 4711 X9',
    'AB.4711.X9',
    'AB/4711/x9',
    'AB–4711–x9',
    '(AB) 4711 x9',
    'ＡＢ４７１１Ｘ９',
  ],
  'a social security number': ['123-45-6789', '123456789', '123 45 6789', '123.45.6789', '123–45–6789'],
  'a day of birth': ['1985-07-30', '1985/07/30', '1985.07.30', '19850730', '1985 07 30'],
};

/** What is alike and another one. */
const OTHERS = [
  '4111 1111 1111 1235',
  'DE89 3704 0044 0532 0130 01',
  '1,234 and 5,678',
  'in 2024, 17 of 48',
  'room 4711, floor 9',
  '12:30 to 14:45',
  '3.141592',
  '1985-07-31',
  'AB-4711-x8',
  '0170 1234568',
];

describe('redactSession, however something is spelled', () => {
  for (const [kind, spellings] of Object.entries(KINDS)) {
    for (const named of spellings) {
      it(`removes ${kind} named as ${named}`, async () => {
        await expectOnlyOthers(spellings, { strings: [named] });
      });
    }

    it(`removes ${kind} that stood in a hidden element`, async () => {
      const [first = ''] = spellings;
      await expectOnlyOthers(
        spellings,
        { selectors: ['.hidden'] },
        element('p', { class: 'hidden' }, text(first)),
      );
    });
  }

  it('removes numbers in groups that stood among other words in a hidden element', async () => {
    const hidden = element(
      'p',
      { class: 'hidden' },
      text('Card 4111 1111 1111 1234, IBAN GB29 NWBK 6016 1331 9268 19; call +49 170 1234567 (home)'),
    );
    const spellings = [
      ...KINDS['a card']!,
      ...KINDS['an IBAN with letters']!,
      ...KINDS['a telephone number']!.slice(0, 8),
    ];
    await expectOnlyOthers(spellings, { selectors: ['.hidden'] }, hidden);
  });

  it('removes a number of data that was named in groups', async () => {
    const { events } = await redacted(sessionOf([...page([]), custom(1, 'x', { card: 4111111111111234 })]), {
      strings: ['4111 1111 1111 1234'],
    });
    expect(events[2]?.['data']).to.deep.include({ payload: { card: 0 } });
  });

  it('removes names with other dashes, quotes and widths', async () => {
    const spellings = [
      'Anne-Marie O’Neil',
      "anne–marie o'neil",
      'ＡＮＮＥ‑ＭＡＲＩＥ Ｏ＇ＮＥＩＬ',
      '𝐀𝐧𝐧𝐞-𝐌𝐚𝐫𝐢𝐞 𝐎’𝐍𝐞𝐢𝐥',
    ];
    for (const named of spellings) {
      const { events } = await redacted(
        sessionOf(page(spellings.map((one) => element('p', {}, text(one))))),
        { strings: [named] },
      );
      for (const left of texts(events[1])) expect(left).to.match(/^[*\s]+$/);
    }
  });

  it('leaves a time and a price where their digits stand otherwise', async () => {
    const kept = ['at 103000 by 1234', 'code 123456', '10 30 00'];
    const { events } = await redacted(
      sessionOf(
        page([
          element(
            'div',
            { class: 'hidden' },
            element('p', {}, text('10:30:00')),
            element('p', {}, text('1.234,56')),
          ),
          ...kept.map((one) => element('p', {}, text(one))),
        ]),
      ),
      { selectors: ['.hidden'] },
    );
    expect(texts(events[1])).to.include.members(kept);
  });

  it('leaves shapes as they are', async () => {
    const d = 'M12 34 56 78 L41 11 11 11 11 11 12 34';
    const { events } = await redacted(
      sessionOf(
        page([element('svg', {}, element('path', { d })), element('b', { class: 'n' }, text('12-34-56-78'))]),
      ),
      { selectors: ['.n'] },
    );
    expect(JSON.stringify(events)).to.contain(d);
  });
});

async function expectOnlyOthers(
  spellings: readonly string[],
  rules: object,
  ...nodes: readonly Json[]
): Promise<void> {
  const all = [...spellings.map((one) => `x ${one} y`), ...OTHERS];
  const session = sessionOf([
    ...page([...nodes, ...all.map((one) => element('p', { title: one }, text(one)))]),
    ...spellings.map((one) =>
      request(1, { requestBody: JSON.stringify({ n: one }), name: `/?n=${encodeURIComponent(one)}` }),
    ),
  ]);
  const { events } = await redacted(session, rules);
  const left = texts(events[1]).slice(-all.length);
  for (const [i, one] of spellings.entries())
    expect(left[i], one).to.match(
      /^x (?:\+|00)?(?:49\.?)?[*\s\u200b\u00ad\u2060()0]*\*[*\s\u200b\u00ad\u2060()]* y$/,
    );
  expect(left.slice(spellings.length)).to.deep.equal(OTHERS);
  for (const [i, one] of spellings.entries()) {
    const written = JSON.stringify(events[i + 2]);
    expect(written).not.to.contain(one).and.not.contain(encodeURIComponent(one));
    expect(written.replace(/"(?:timestamp|windowId|type)":\d+/g, ''), one).not.to.match(/\d{5}(?!.*plugin)/);
  }
}

function texts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'textContent' in value ? [String(value.textContent)] : [];
  return [...own, ...Object.values(value).flatMap(texts)];
}
