import { expect } from 'chai';
import { SoughtTexts } from '../../../src/core/text/sought-texts.ts';
import { TextFinder } from '../../../src/core/text/text-finder.ts';
import type { LeakPlace } from '../../../src/core/scan/leak.ts';
import { LEAK_RULES } from '../../../src/core/scan/rules.ts';
import { TextSearcher } from '../../../src/core/scan/text-searcher.ts';
import { starsInstead } from '../../../src/core/text/stars.ts';

const ADDRESS = 'zoe.quist@shop.example';

const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
const base64 = (text: string) => btoa(String.fromCharCode(...bytesOf(text)));
const eachCharacter = (write: (code: number) => string) => (text: string) =>
  [...text].map((character) => write(character.codePointAt(0)!)).join('');
const hex = (code: number, length: number) => code.toString(16).padStart(length, '0');

/** All that redaction takes an address out of. */
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'percent-encoded': encodeURIComponent,
  'percent-encoded, each byte': (text) =>
    bytesOf(text)
      .map((byte) => `%${hex(byte, 2)}`)
      .join(''),
  'percent-encoded three times': (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text))),
  'escaped as in JSON': eachCharacter((code) => `\\u${hex(code, 4)}`),
  'escaped by code point': eachCharacter((code) => `\\u{${hex(code, 1)}}`),
  'escaped by byte': eachCharacter((code) => `\\x${hex(code, 2)}`),
  'as decimal references': eachCharacter((code) => `&#${code};`),
  'as hexadecimal references': eachCharacter((code) => `&#x${hex(code, 1)};`),
  'as named references': (text) => text.replace('@', '&commat;').replaceAll('.', '&period;'),
  'with a space that nobody sees': (text) => text.replace('@', '\u200b@'),
  'with a soft hyphen': (text) => text.replace('quist', 'qu\u00adist'),
  'JSON in a query': (text) => encodeURIComponent(JSON.stringify({ user: JSON.stringify({ mail: text }) })),
  'in base64': (text) => base64(`to ${text}!`),
  'in the base64 of addresses': (text) => base64(`to ${text}??`).replace(/\+/g, '-').replace(/\//g, '_'),
  'as JSON in base64': (text) => base64(JSON.stringify({ mail: text })),
};
const PLACES: readonly LeakPlace[] = ['text', 'attribute', 'network-body', 'address', 'console', 'custom'];

describe('an address that redaction removes', () => {
  const searcher = new TextSearcher(LEAK_RULES);
  const sought = new SoughtTexts<string>();
  sought.addNamed(ADDRESS, 'rule');
  const finder = new TextFinder(sought, []);

  for (const [name, encode] of Object.entries(ENCODINGS)) {
    for (const place of PLACES) {
      it(`is found by the scan ${name}, in ${place}`, () => {
        const text = `first ${encode(ADDRESS)} last`;
        const removed = starsInstead(text, finder.find(text, 'content'));
        expect(removed, 'what redaction leaves').to.match(/^first \**\S*\*{16}\S* last$/);
        const [found, ...others] = searcher.search(text, place);
        expect(found).to.deep.include({ value: ADDRESS }).and.have.nested.property('rule.kind', 'email');
        expect(text.slice(found!.from, found!.to)).to.equal(found!.form);
        expect(others).to.deep.equal([]);
        expect(searcher.search(removed, place)).to.deep.equal([]);
      });
    }
  }

  it('is found by the scan with the escapes of CSS', () => {
    const text = `a::after { content: "${ADDRESS.replace('@', '\\40 ').replace('q', '\\71 ')}" }`;
    expect(finder.find(text, 'style')).to.have.length(1);
    expect(searcher.search(text, 'style').map(({ value }) => value)).to.deep.equal([ADDRESS]);
  });
});
