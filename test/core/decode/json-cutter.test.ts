import { expect } from '@open-wc/testing';
import { JsonCutter } from '../../../src/core/decode/json-cutter.ts';

/** What is cut out of a text, fed in pieces of a size. */
function cutAll(text: string, size: number, choose: ConstructorParameters<typeof JsonCutter>[0]) {
  const bytes = new TextEncoder().encode(text);
  const cutter = new JsonCutter(choose);
  const found: [string, string][] = [];
  const take = (values: ReturnType<JsonCutter['write']>) => {
    for (const { path, bytes: value } of values)
      found.push([path.join('/'), new TextDecoder().decode(value)]);
  };
  for (let i = 0; i < bytes.length; i += size) take(cutter.write(bytes.subarray(i, i + size)));
  take(cutter.end());
  return { found, isComplete: cutter.isComplete };
}

const leaves: ConstructorParameters<typeof JsonCutter>[0] = (path) => (path.length === 2 ? 'cut' : 'enter');

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
});
