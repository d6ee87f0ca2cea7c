import { expect } from 'chai';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { base64, bigEndian } from './encode.ts';
import { custom, element, page, plugin, redacted, request, sessionOf, text } from './session.ts';

const NAME = 'Jürgen Weiß';
const CARD = '4111 1111 1111 1234';
const between = (given: string, sign: string) => Array.from(given).join(sign);
const each = (given: string, write: (code: number) => string) =>
  Array.from(given, (character) => write(character.codePointAt(0) ?? 0)).join('');
const letters = (given: string, capital: number, small: number) =>
  given
    .replace(/[A-Z]/g, (letter) => String.fromCodePoint(capital + letter.charCodeAt(0) - 65))
    .replace(/[a-z]/g, (letter) => String.fromCodePoint(small + letter.charCodeAt(0) - 97));
const digits = (given: string, zero: number) =>
  given.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** What is named, and how else it is written: none of it may be left. */
const WRITINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [NAME]: {
    'with soft hyphens': between(NAME, '\u00ad'),
    'with variation selectors': between(NAME, '\u{e0100}'),
    'with tags that nobody sees': between(NAME, '\u{e0061}'),
    'with fillers': between(NAME, '\u3164'),
    'with marks of order': between(NAME, '\ufeff'),
    'with controls': between(NAME, '\u0001'),
    'from right to left': `\u202e${between(NAME, '\u200f')}\u202c`,
    'in circles': letters(NAME, 0x24b6, 0x24d0),
    'in bold': letters(NAME, 0x1d400, 0x1d41a),
    'in squares': letters(NAME.toUpperCase().replace('SS', 'ß'), 0x1f130, 0x1f130),
    'in capitals': NAME.toUpperCase(),
    'in composed and other letters': 'Ju\u0308rgen Weiß',
    'with spaces of another kind': NAME.replace(' ', '\u2800'),
    'with a line between': NAME.replace(' ', '\u0085'),
    'as the name of an account': NAME.replace(' ', '_'),
    'as the name of a page': NAME.replace(' ', '-').toLowerCase(),
    'in one word': NAME.replace(' ', ''),
    'in references that need no end': NAME.replace('ü', '&uuml').replace('ß', '&szlig'),
    'in references with zeros': each(NAME, (code) => `&#${String(code).padStart(9, '0')};`),
    'in references with a narrow space': NAME.replace(' ', '&emsp14;'),
    'in octal': each(NAME, (code) => `\\${code.toString(8).padStart(2, '0')}`),
    'in code points with zeros': each(NAME, (code) => `\\u{${code.toString(16).padStart(8, '0')}}`),
    'in escapes of CSS': each(NAME, (code) => `\\${code.toString(16).padStart(6, '0')}`),
    'in short escapes of CSS': each(NAME, (code) => `\\${code.toString(16)} `),
    'in markup': `<p>J<em>ürgen</em> <mark>We</mark>iß</p>`,
    'in cells': `<tr><td>Jürgen</td>\n  <td>Weiß</td></tr>`,
    'in a form': `first=J%C3%BCrgen&last=Wei%C3%9F`,
    'in members of JSON': JSON.stringify({ first: 'Jürgen', last: 'Weiß' }),
    'in base64 with tabs': base64(`to ${NAME} and all of them`).replace(/.{20}/g, '$&\t'),
    'in base64 with empty lines': base64(`to ${NAME} and all of them`).replace(/.{20}/g, '$&\r\n\r\n'),
    'in bytes of no kind': `data:application/octet-stream;base64,${base64(NAME)}`,
    'in what is no picture': `data:image/png;base64,${base64(NAME)}`,
  },
  [CARD]: {
    'in raised digits': '⁴¹¹¹ ¹¹¹¹ ¹¹¹¹ ¹²³⁴',
    'in digits of a display': digits(CARD, 0x1fbf0),
    'in digits of another script': digits(CARD, 0x1e950),
    'far apart': CARD.replaceAll(' ', ' -- '),
    'with number signs': CARD.replaceAll(' ', '#'),
    'in a list of JSON': JSON.stringify(CARD.split(' ')),
    'in a form': CARD.split(' ')
      .map((part, i) => `c${i}=${part}`)
      .join('&'),
    'in markup': CARD.split(' ')
      .map((part) => `<b>${part}</b>`)
      .join(''),
    'behind a footnote': `${CARD.replaceAll(' ', '-')}¹`,
  },
  'Наталья Квист': {
    'as UTF-16 in base64': base64('Наталья Квист', 'utf16le'),
    'as the other UTF-16 in base64': bigEndian('Наталья Квист'),
  },
  '山田太郎': {
    'as UTF-16 in base64': base64('山田太郎', 'utf16le'),
    'as UTF-16 with a mark': base64('\ufeff山田太郎', 'utf16le'),
  },
  'Νίκος Λαμπράκης': { 'in references': 'Ν&#943;&kappa;&omicron;&sigmaf; Λα&mu;&pi;&rho;ά&kappa;&eta;ς' },
  'shop-müller.example': { 'as a host': 'https://xn--shop-mller-feb.example/cart' },
  'ana@müller.example': { 'as an address': 'mailto:ana@xn--mller-kva.example' },
  'Massmann': { 'with another letter': 'Maßmann' },
};

async function leftOf(writing: string, rules: RedactRules, hidden?: string): Promise<string> {
  const card = hidden === undefined ? [] : [element('p', { class: 'hidden' }, text(hidden))];
  const { events } = await redacted(
    sessionOf([
      ...page([...card, element('p', { title: writing }, text(writing))]),
      request(1, { requestBody: writing, name: `https://shop.test/?q=${encodeURIComponent(writing)}` }),
      plugin(1, 'console', { level: 'log', payload: [JSON.stringify(writing)] }),
      custom(1, 'x', { [writing]: writing }),
    ]),
    rules,
  );
  return JSON.stringify(events);
}

/** Parts that nobody would write by chance. */
function partsOf(writing: string): readonly string[] {
  const parts = [writing, JSON.stringify(writing).slice(1, -1), encodeURIComponent(writing)];
  return parts.filter((part) => !/^\w+$/.test(part) || part.length > 7);
}

describe('redactSession, however letters are written', () => {
  for (const [named, writings] of Object.entries(WRITINGS)) {
    for (const [how, writing] of Object.entries(writings)) {
      it(`removes ${named} ${how}`, async () => {
        const left = await leftOf(writing, { strings: [named] });
        for (const part of partsOf(writing)) expect(left).not.to.contain(part);
      });
    }
  }

  it('removes what stood in a hidden element, as well', async () => {
    for (const how of [
      'with controls',
      'in circles',
      'in markup',
      'in cells',
      'in a form',
      'in members of JSON',
    ]) {
      const writing = WRITINGS[NAME]?.[how] ?? '';
      const left = await leftOf(writing, { selectors: ['.hidden'] }, NAME);
      for (const part of partsOf(writing)) expect(left, how).not.to.contain(part);
    }
  });

  it('leaves what only has the same words apart', async () => {
    const kept = ['<p>Jürgen</p><p>and Weiß</p>', 'a=Jürgen&b=1&c=Weiß', '["Jürgen","Anna","Weiß"]'];
    for (const one of kept)
      expect(await leftOf(one, { strings: [NAME] })).to.contain(JSON.stringify(one).slice(1, -1));
  });

  it('does not take fields of a form for one by a pattern', async () => {
    const left = await leftOf('a=4111&b=1111', { patterns: ['\\d{4} \\d{4}', '\\d{8}'] });
    expect(left).to.contain('a=4111&b=1111');
  });
});
