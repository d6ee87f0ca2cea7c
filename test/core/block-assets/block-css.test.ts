import { expect } from 'chai';
import { blockCss } from '../../../src/core/block-assets/block-css.ts';

function blocked(css: string): { css: string; notes: string[] } {
  const notes: string[] = [];
  return { css: blockCss(css, (kind, address) => notes.push(`${kind} ${address}`)), notes };
}

const CASES: readonly (readonly [what: string, css: string, result: string, notes: readonly string[]])[] = [
  [
    'images, quoted in any way',
    'a{background:red url("https://a.test/1.png")}b{background:url(\'//b.test/2\') no-repeat}c{background:url( https://c.test/3;x )}',
    'a{background:red url("data:,")}b{background:url("data:,") no-repeat}c{background:url("data:,")}',
    ['image https://a.test/1.png', 'image //b.test/2', 'image https://c.test/3;x'],
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
  ['a relative address', 'a{background:url(img/x.png)}', 'a{background:url("data:,")}', ['image img/x.png']],
];

describe('blockCss', () => {
  for (const [what, css, result, notes] of CASES) {
    it(`takes out ${what}`.replace('takes out nothing', 'leaves alone'), () => {
      expect(blocked(css)).to.deep.equal({ css: result, notes });
    });
  }

  it('goes through texts made to be hard in one go', () => {
    const size = 200_000;
    for (const css of [
      `url(${' '.repeat(size)}`,
      `@import${' '.repeat(size)}`,
      `@import url("${'x'.repeat(size)}`,
      'url("'.repeat(size / 5),
      'url(a) format('.repeat(size / 14),
      `@font-face${'url(a)'.repeat(size / 6)}`,
    ]) {
      expect(blocked(css).css).to.be.a('string');
    }
  });
});
