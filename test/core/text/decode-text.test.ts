import { expect } from 'chai';
import { decodeText, withoutEscapes } from '../../../src/core/text/decode-text.ts';

describe('withoutEscapes', () => {
  const cases: readonly [raw: string, text: string][] = [
    ['jane%40example.org', 'jane@example.org'],
    ['jane%2540example.org', 'jane@example.org'],
    ['jane\\u0040example.org', 'jane@example.org'],
    ['jane\\u{40}example.org', 'jane@example.org'],
    ['jane\\x40example.org', 'jane@example.org'],
    ['{\\"a\\":\\"b\\\\n\\"}', '{"a":"b\n"}'],
    ['a&#64;b&#x40;c&commat;d&amp;e', 'a@b@c@d&e'],
    ['https:\\/\\/x.example\\/', 'https://x.example/'],
    ['jane\u200b@example\u00ad.org', 'jane@example.org'],
    ['jane\ufeff@\ufeff\ufeffexample.org', 'jane@example.org'],
    ['%C3%BC', 'ü'],
    ['a  b', 'a b'],
  ];
  for (const [raw, text] of cases) {
    it(`takes the escapes out of ${raw}`, () => {
      expect(withoutEscapes(raw)?.text).to.equal(text);
      expect(decodeText(raw)).to.equal(text);
    });
  }

  it('takes those of CSS out of a style sheet, and what is within them', () => {
    expect(withoutEscapes('\\6a ane\\40 example.org', true)?.text).to.equal('jane@example.org');
    expect(withoutEscapes('\\6a ane%40example.org', true)?.text).to.equal('jane@example.org');
    expect(withoutEscapes('\\6a ane%40example.org')?.text).to.equal('\\6a ane@example.org');
  });

  for (const raw of ['', 'plain', '100 % sure', 'C:\\users', 'a & b']) {
    it(`leaves ${raw || 'nothing'} as it is`, () => {
      expect(withoutEscapes(raw)).to.be.null;
      expect(decodeText(raw)).to.equal(raw);
    });
  }

  it('knows where each character stood, also through several layers', () => {
    const raw = 'x=%2522jane%2540example.org%2522&y=\\"1\\"';
    const decoded = withoutEscapes(raw)!;
    const at = (value: string) => {
      const from = decoded.text.indexOf(value);
      const encoded = decoded.encoded({ from, to: from + value.length });
      return raw.slice(encoded.from, encoded.to);
    };
    expect(at('jane@example.org')).to.equal('jane%2540example.org');
    expect(at('@')).to.equal('%2540');
    expect(at('x=')).to.equal('x=');
    expect(at('"1"')).to.equal('\\"1\\"');
  });
});
