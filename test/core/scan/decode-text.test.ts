import { expect } from '@open-wc/testing';
import { decodeText } from '../../../src/core/scan/decode-text.ts';

describe('decodeText', () => {
  const cases: readonly [raw: string, text: string][] = [
    ['jane%40example.org', 'jane@example.org'],
    ['jane%2540example.org', 'jane@example.org'],
    ['jane\\u0040example.org', 'jane@example.org'],
    ['{\\"a\\":\\"b\\\\n\\"}', '{"a":"b\n"}'],
    ['a&#64;b&#x40;c&commat;d&amp;e', 'a@b@c@d&e'],
    ['https:\\/\\/x.example\\/', 'https://x.example/'],
  ];
  for (const [raw, text] of cases) {
    it(`takes the escapes out of ${raw}`, () => expect(decodeText(raw)?.text).to.equal(text));
  }

  for (const raw of ['', 'plain', '100 % sure', 'C:\\users', '%C3%BC', 'a & b']) {
    it(`leaves ${raw || 'nothing'} as it is`, () => expect(decodeText(raw)).to.be.null);
  }

  it('knows where each character stood, also through several layers', () => {
    const raw = 'x=%2522jane%2540example.org%2522&y=\\"1\\"';
    const decoded = decodeText(raw)!;
    const at = (value: string) => {
      const from = decoded.text.indexOf(value);
      return raw.slice(decoded.rawIndex(from), decoded.rawIndex(from + value.length));
    };
    expect(at('jane@example.org')).to.equal('jane%2540example.org');
    expect(at('@')).to.equal('%2540');
    expect(at('x=')).to.equal('x=');
    expect(at('"1"')).to.equal('\\"1\\"');
  });
});
