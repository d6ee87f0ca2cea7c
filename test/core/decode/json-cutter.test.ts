import { expect } from 'chai';
import { JsonCutter } from '../../../src/core/decode/json-cutter.ts';

type Choose = ConstructorParameters<typeof JsonCutter>[0];

/** What is cut out of a text, fed in pieces of a size. */
function cutAll(text: string, size: number, choose: Choose, limit = Infinity) {
  const bytes = new TextEncoder().encode(text);
  let oversized = 0;
  const cutter = new JsonCutter(choose, { bytes: limit, onOversized: () => oversized++ });
  const found: [string, string][] = [];
  const take = (values: ReturnType<JsonCutter['write']>) => {
    for (const { path, bytes: value } of values)
      found.push([path.join('/'), new TextDecoder().decode(value)]);
  };
  for (let i = 0; i < bytes.length; i += size) {
    const chunk = bytes.slice(i, i + size);
    take(cutter.write(chunk));
    // The bytes are used again, as those of a reader are.
    chunk.fill(0x2a);
  }
  take(cutter.end());
  const { isComplete, hasTrailing } = cutter;
  return { found, oversized, isComplete, hasTrailing };
}

const items: Choose = (path) => (path.length === 1 ? 'cut' : 'enter');
const leaves: Choose = (path) => (path.length === 2 ? 'cut' : 'enter');

describe('JsonCutter', () => {
  const texts: readonly [title: string, text: string][] = [
    ['escapes and quotes', '{"a":["\\\\","\\"","\\\\\\"]"],"b":["\\u005d"]}'],
    ['white space everywhere', ' {\n"a" : [ 1 ,\t2 ] , "b":[ ] }\r\n'],
    ['scalars at every end', '[[null,true],[1.5e3,false],["x"]]'],
    ['nested containers', '{"a":{"x":{"y":[{"z":"}"}]},"w":[[]]}}'],
    ['letters of several bytes', '{"ключ":["値","😀"]}'],
    ['keys that are dangerous elsewhere', '{"__proto__":{"constructor":[1]},"":{"":2}}'],
  ];
  for (const [title, text] of texts) {
    for (const size of [1, 2, 3, 1000]) {
      it(`cuts ${title} like a parser would, in pieces of ${size}`, () => {
        const expected = Object.entries(JSON.parse(text) as Record<string, object>).flatMap(([key, inner]) =>
          Object.entries(inner).map(([name, value]) => [`${key}/${name}`, JSON.stringify(value)]),
        );
        const { found, isComplete } = cutAll(text, size, leaves);
        expect(found.map(([path, value]) => [path, JSON.stringify(JSON.parse(value))])).to.deep.equal(
          expected,
        );
        expect(isComplete).to.be.true;
      });
    }
  }

  it('passes over the word undefined', () => {
    const { found } = cutAll('{"a":{"person":undefined,"id":"x"}}', 4, (path) =>
      path[1] === 'id' ? 'cut' : path.length < 2 ? 'enter' : 'skip',
    );
    expect(found).to.deep.equal([['a/id', '"x"']]);
  });

  it('goes as deep as the text does', () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    const { found, isComplete } = cutAll(`[${deep},[7]]`, 777, (path) =>
      path.length === 1 ? 'cut' : 'enter',
    );
    expect(found.map(([path]) => path)).to.deep.equal(['0', '1']);
    expect(isComplete).to.be.true;
  });

  it('knows when a text stops in the middle', () => {
    for (const text of ['{"a":[1', '{"a', '[{"x":"', '[1,'])
      expect(cutAll(text, 3, leaves).isComplete, text).to.be.false;
  });

  it('cuts the same wherever one piece ends and the next begins', () => {
    const text = ' {"a\\\\":[1.5,"x\\\\\\"]",null],\t"\\u0062":{"é":{"😀":"}\\\\"},"":[]}}\n[[7]] ';
    const whole = cutAll(text, Infinity, leaves);
    expect(whole.found).to.deep.equal([
      ['a\\/0', '1.5'],
      ['a\\/1', '"x\\\\\\"]"'],
      ['a\\/2', 'null'],
      ['b/é', '{"😀":"}\\\\"}'],
      ['b/', '[]'],
      ['0/0', '7'],
    ]);
    for (let size = 1; size < 80; size++)
      expect(cutAll(text, size, leaves), String(size)).to.deep.equal(whole);
  });

  for (const size of [1, 4, 1000]) {
    it(`passes over values beyond the limit and tells of each, in pieces of ${size}`, () => {
      const long = 'x'.repeat(9);
      const text = JSON.stringify([
        long,
        'y'.repeat(8),
        [long, long, long],
        { long },
        123456789012,
        [1, 2, 3],
      ]);
      expect(cutAll(text, size, items, 10)).to.deep.equal({
        found: [
          ['1', '"yyyyyyyy"'],
          ['5', '[1,2,3]'],
        ],
        oversized: 4,
        isComplete: true,
        hasTrailing: false,
      });
    });

    it(`sets no limit to what it skips and enters, in pieces of ${size}`, () => {
      const text = JSON.stringify({ skip: 'x'.repeat(99), enter: { a: [1], b: [2] }, last: 'x'.repeat(99) });
      const choose: Choose = ([first, second]) =>
        second !== undefined ? 'cut' : first === undefined || first === 'enter' ? 'enter' : 'skip';
      const { found, oversized } = cutAll(text, size, choose, 6);
      expect(found).to.deep.equal([
        ['enter/a', '[1]'],
        ['enter/b', '[2]'],
      ]);
      expect(oversized).to.equal(0);
    });

    it(`reads documents that follow each other, in pieces of ${size}`, () => {
      for (const between of ['', ' ', '\n', '\r\n\n']) {
        const { found, ...state } = cutAll(`[1]${between}{"a":2}${between}[]${between}[[3],4]`, size, items);
        expect(found.map((pair) => pair.join('='))).to.deep.equal(['0=1', 'a=2', '0=[3]', '1=4']);
        expect(state).to.deep.equal({ oversized: 0, isComplete: true, hasTrailing: false });
      }
    });

    for (const trailing of ['x', ']', '}', ',', '"', '0', '<html>', ',[2]', 'x\n[2]']) {
      it(`stops before ${JSON.stringify(trailing)} behind a document, in pieces of ${size}`, () => {
        const { found, ...state } = cutAll(`[1] ${trailing}`, size, items);
        expect(found).to.deep.equal([['0', '1']]);
        expect(state).to.deep.equal({ oversized: 0, isComplete: true, hasTrailing: true });
      });
    }

    it(`cuts out a document as a whole, in pieces of ${size}`, () => {
      const documents = ['[1,[2]]', '{"a":"]"}', '[]'];
      const { found } = cutAll(documents.join(' '), size, () => 'cut');
      expect(found).to.deep.equal(documents.map((text) => ['', text]));
      for (const text of ['12', '"a b"', 'null', 'undefined']) {
        const scalar = cutAll(text, size, () => 'cut');
        expect(scalar).to.deep.include({ found: [['', text]], isComplete: true });
      }
    });
  }

  it('asks about each value once, with its first byte', () => {
    const asked: string[] = [];
    cutAll(' {"a":[1,"x"],"b":{"c":null}}', 3, (path, byte) => {
      asked.push(`${path.join('/')} ${String.fromCharCode(byte)}`);
      return path[0] === 'b' ? 'skip' : 'enter';
    });
    expect(asked).to.deep.equal([' {', 'a [', 'a/0 1', 'a/1 "', 'b {']);
  });
});
