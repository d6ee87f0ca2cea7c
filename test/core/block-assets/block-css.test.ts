import { expect } from 'chai';
import { blockCss, type TakeAddress } from '../../../src/core/block-assets/block-css.ts';
import { OwnAddresses } from '../../../src/core/block-assets/own-addresses.ts';

const PAGE = new OwnAddresses(['https://shop.test/a/list?q=1']);

function blocked(css: string): { css: string; notes: string[] } {
  const notes: string[] = [];
  const take: TakeAddress = (kind, address) => {
    if (kind) notes.push(`${kind} ${address}`);
    return null;
  };
  return { css: blockCss(css, { own: PAGE, take }), notes };
}

const CASES: readonly (readonly [what: string, css: string, result: string, notes: readonly string[]])[] = [
  [
    'images, quoted in any way',
    'a{background:red url("https://a.test/1.png")}b{background:url(\'//b.test/2\') no-repeat}c{background:url( https://c.test/3;x )}',
    'a{background:red url("data:,")}b{background:url("data:,") no-repeat}c{background:url("data:,")}',
    ['image https://a.test/1.png', 'image https://b.test/2', 'image https://c.test/3;x'],
  ],
  [
    'imports with their conditions',
    '@import "https://a.test/x.css";@import url(https://a.test/css2?w=400;700) screen and (width>1px);b{}',
    'b{}',
    ['stylesheet https://a.test/x.css', 'stylesheet https://a.test/css2?w=400;700'],
  ],
  [
    'fonts, of whose formats one is loaded',
    '@font-face{font-family:F;src:local("F"),url("https://a.test/f.woff2") format("woff2"),url(https://a.test/f.woff) format("woff")}i{mask:url(https://a.test/m.svg)}',
    '@font-face{font-family:F;src:local("F"),local(""),local("")}i{mask:url("data:,")}',
    ['font https://a.test/f.woff2', 'image https://a.test/m.svg'],
  ],
  [
    'nothing that the recording holds',
    '@import url("data:text/css,a{}");@font-face{src:url(data:font/woff2;base64,AA) format("woff2")}a{fill:url(#x);background:url( "data:image/png;base64,AA==" )}',
    '@import url("data:text/css,a{}");@font-face{src:url(data:font/woff2;base64,AA) format("woff2")}a{fill:url(#x);background:url( "data:image/png;base64,AA==" )}',
    [],
  ],
  [
    'sets of images, of which one is loaded',
    'a{background:image-set("https://a.test/1.avif" type("image/avif"), url(https://a.test/2.png) 2x)}b{background:-webkit-image-set(url("https://b.test/1") 1x),url(//c.test/1)}',
    'a{background:image-set(url("data:,") type("image/avif"), url("data:,") 2x)}b{background:-webkit-image-set(url("data:,") 1x),url("data:,")}',
    ['image https://a.test/1.avif', 'image https://b.test/1', 'image https://c.test/1'],
  ],
  [
    'sets with brackets in them, or quotes in capitals',
    `a{background:IMAGE-SET(linear-gradient(rgb(0,0,0),rgba(1,1,1,calc(1/2))) 1x,'https://a.test/1' 2x,"data:image/png;base64,AA" 3x)}`,
    `a{background:image-set(linear-gradient(rgb(0,0,0),rgba(1,1,1,calc(1/2))) 1x,url("data:,") 2x,"data:image/png;base64,AA" 3x)}`,
    ['image https://a.test/1'],
  ],
  [
    'nothing that stands for an element of the page',
    'a{clip-path:url("https://shop.test/a/#c");fill:url(\'https://shop.test/a/list?q=1#g\') red;mask:url(list?q=1#m)}',
    'a{clip-path:url("#c");fill:url(\'#g\') red;mask:url(#m)}',
    [],
  ],
  [
    'elements of other documents',
    'a{mask:url(https://shop.test/a/sprite.svg#m);fill:url(https://shop.test/a/other#g);filter:url(https://cdn.test/a/#f);background:url(https://shop.test/a/list?q=1#)}',
    'a{mask:url("data:,");fill:url("data:,");filter:url("data:,");background:url("data:,")}',
    [
      'image https://shop.test/a/sprite.svg#m',
      'image https://shop.test/a/other#g',
      'image https://cdn.test/a/#f',
      'image https://shop.test/a/list?q=1#',
    ],
  ],
  [
    'a relative address',
    'a{background:url(img/x.png)}',
    'a{background:url("data:,")}',
    ['image https://shop.test/a/img/x.png'],
  ],
];

describe('blockCss', () => {
  for (const [what, css, result, notes] of CASES) {
    it(`takes out ${what}`.replace('takes out nothing', 'leaves alone'), () => {
      expect(blocked(css)).to.deep.equal({ css: result, notes });
    });
  }

  it('takes out nothing where a page may load what it refers to, but knows what stands for its elements', () => {
    const css = '@import "https://a.test/x.css";a{background:url(https://a.test/1);clip-path:url(';
    expect(blockCss(`${css}https://shop.test/a/#c)}`, { own: PAGE, take: null })).to.equal(`${css}#c)}`);
  });

  it('goes through texts made to be hard in one go', () => {
    const size = 200_000;
    for (const css of [
      `url(${' '.repeat(size)}`,
      `@import${' '.repeat(size)}`,
      `@import url("${'x'.repeat(size)}`,
      'url("'.repeat(size / 5),
      'url('.repeat(size / 4),
      'a{b:url('.repeat(size / 8),
      'url(a) format('.repeat(size / 14),
      'image-set('.repeat(size / 10),
      `image-set(${'a('.repeat(size / 2)}`,
      `image-set(${'"a"'.repeat(size / 3)}`,
      `image-set(${'(a)'.repeat(size / 3)}`,
      `image-set(${'((a)'.repeat(size / 4)}`,
      `image-set(url(${'"'.repeat(size)}`,
      'image-set(("a'.repeat(size / 13),
      `url(https://shop.test/a/${'#'.repeat(size)})`,
      `@font-face${'url(a)'.repeat(size / 6)}`,
    ]) {
      expect(blocked(css).css).to.be.a('string');
    }
  });
});
