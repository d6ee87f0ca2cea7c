import { expect } from 'chai';
import { adaptCss, adaptMedia, adaptStyleTexts } from '../../../src/core/adapt-css/adapt-css.ts';

/** What a sheet says, and what it says when it is replayed. */
const ADAPTED: readonly (readonly [css: string, adapted: string])[] = [
  ['a:hover{}', 'a[data-replay-hover]{}'],
  ['a:HOVER, b {}', 'a[data-replay-hover], b {}'],
  ['nav:not(:hover) ul{}', 'nav:not([data-replay-hover]) ul{}'],
  ['.a:is(:hover, :focus) > b{}', '.a:is([data-replay-hover], [data-replay-focus]) > b{}'],
  ['.g:has(:focus-visible){}', '.g:has([data-replay-focus-visible]){}'],
  ['i:focus-within p:active{}', 'i[data-replay-focus-within] p[data-replay-active]{}'],
  ['.hover\\:red:hover{}', '.hover\\:red[data-replay-hover]{}'],
  ['v:fullscreen,v:-webkit-full-screen{}', 'v[data-replay-full-screen],v[data-replay-full-screen]{}'],
  ['dialog:fullscreen::backdrop{}', 'dialog[data-replay-full-screen]::backdrop{}'],
  ['a[title=":hover"]:hover{}', 'a[title=":hover"][data-replay-hover]{}'],
  ['/* a:hover{ */ b:hover/* :hover */{}', '/* a:hover{ */ b[data-replay-hover]/* :hover */{}'],
  ['a{content:"b:hover{"} c:hover{}', 'a{content:"b:hover{"} c[data-replay-hover]{}'],
  ['a{background:url(x;a:hover{)} c:hover{}', 'a{background:url(x;a:hover{)} c[data-replay-hover]{}'],
  [
    'a{color:red;&:hover{color:blue}b:hover &{}}',
    'a{color:red;&[data-replay-hover]{color:blue}b[data-replay-hover] &{}}',
  ],
  ['@media (min-width:1px){a:hover{}}', '@media (min-width:1px){a[data-replay-hover]{}}'],
  ['@layer x{@supports (a:b){a:hover{}}}', '@layer x{@supports (a:b){a[data-replay-hover]{}}}'],
  [
    '@scope (.a:hover) to (.b:hover){p:hover{}}',
    '@scope (.a[data-replay-hover]) to (.b[data-replay-hover]){p[data-replay-hover]{}}',
  ],
  ['@media (max-device-width: 9px) and (DEVICE-HEIGHT>1px){}', '@media (max-width: 9px) and (HEIGHT>1px){}'],
  [
    '@media (min-device-aspect-ratio: 1/2){a:hover{}}',
    '@media (min-aspect-ratio: 1/2){a[data-replay-hover]{}}',
  ],
  ['@media (prefers-color-scheme: dark){p{}}', '@media (max-width:0){p{}}'],
  [
    '@media screen and (Prefers-Color-Scheme:LIGHT) and (device-width:1px){p{}}',
    '@media screen and (min-width:0) and (width:1px){p{}}',
  ],
  ['@media ( prefers-reduced-motion : reduce ){p{}}', '@media (max-width:0){p{}}'],
  ['@media (prefers-reduced-motion){p{}}', '@media (max-width:0){p{}}'],
  ['@media (prefers-reduced-motion: no-preference){p{}}', '@media (min-width:0){p{}}'],
  ['@import "x" (device-width:9px);a:hover{}', '@import "x" (width:9px);a[data-replay-hover]{}'],
  ['p{-moz-box-orient: vertical;}', 'p{-webkit-box-orient: vertical;}'],
  ['p{display:-webkit-box;-moz-box-orient:vertical}', 'p{display:-webkit-box;-webkit-box-orient:vertical}'],
  // The view makes text fields of inputs that do not take their masked values.
  [
    'input[type=number]::-webkit-inner-spin-button{}',
    'input:is([type=number],[data-replay-type="number"])::-webkit-inner-spin-button{}',
  ],
  [
    'a:not([ TYPE = "date" i ]):hover{}',
    'a:not(:is([ TYPE = "date" i ],[data-replay-type="date"]))[data-replay-hover]{}',
  ],
  ['a[href^=http]{}', 'a:is([href^=http]:where(:not([data-replay-href])),[data-replay-href^=http]){}'],
  [
    'p a:not( [ href $= ".pdf" i ] )::after{}',
    'p a:not( :is([ href $= ".pdf" i ]:where(:not([data-replay-href])),[data-replay-href$= ".pdf" i ]) )::after{}',
  ],
  ['a::after{content:" (" attr( href ) ")"}', 'a::after{content:" (" attr( data-replay-href ) ")"}'],
  ["[type='text'] b{}", "[type='text']:where(:not([data-replay-type])) b{}"],
  // What leaves the choice to the reader.
  [':root{color-scheme:light dark}', ':root{color-scheme:light}'],
  ['html{Color-Scheme : dark light !important;color:red}', 'html{Color-Scheme : light !important;color:red}'],
  ['a{b:c;color-scheme:only light dark}', 'a{b:c;color-scheme:only light}'],
  ['a{--theme: light  dark;color-scheme:var(--theme)}', 'a{--theme: light;color-scheme:var(--theme)}'],
  ['@media print{a{color-scheme:light dark', '@media print{a{color-scheme:light'],
  // Attributes cannot be asked for behind a part, but it may be one of a second name.
  ['a::part(p):hover{}', 'a::part(p data-replay-hover){}'],
  [
    '::part(p q):focus:active::before,b:hover{}',
    '::part(p q data-replay-focus data-replay-active)::before,b[data-replay-hover]{}',
  ],
  ['a:hover::part( p ):hover{}', 'a[data-replay-hover]::part( p  data-replay-hover){}'],
  // For the rules of its own shadow root a host has no attributes, but in these brackets.
  [':host(:hover) a{}', ':host([data-replay-hover]) a{}'],
  [':host(.x):focus b{}', ':host(.x):host(:where([data-replay-focus])) b{}'],
  ['::slotted(a:hover){}', '::slotted(a[data-replay-hover]){}'],
  // What a browser keeps of a sheet with errors.
  ['a{color:} b:hover{', 'a{color:} b[data-replay-hover]{'],
  ['a{b:c}} d:hover{}', 'a{b:c}} d[data-replay-hover]{}'],
  ['a{b:"c\n} d:hover{}', 'a{b:"c\n} d[data-replay-hover]{}'],
  ['a{;;} <!-- d:hover{}', 'a{;;} <!-- d[data-replay-hover]{}'],
  ['a:hover{} b:hover', 'a[data-replay-hover]{} b:hover'],
];

/** What stays as it is. */
const KEPT: readonly string[] = [
  '',
  'a{color:red}',
  'a{transition:hover 1s;--x:hover}',
  '@media (hover:hover) and (any-hover: hover){a{}}',
  '@supports selector(:hover){a{}}',
  '@container x (min-device-width: 1px){a{}}',
  '.hover\\:red{}',
  'a:hovered,a:hover-x,a:focus-withins,a:active-view-transition{}',
  // Behind a pseudo-element an attribute would make the rule invalid, and with it all of its selectors.
  '::-webkit-scrollbar-thumb:hover,a::part(p)::before:hover,a::part(p):not(:focus),a:before:hover{}',
  'a[href],[data-href^=x]{content:attr(href-of) attr(data-href) "attr(href)" url(attr(href))}',
  'input[type=checkbox],[type],[type^=date],[data-type=number]{grid-template:[type=text] 1fr}',
  'a{color-scheme:light;--x:light dark blue;background:light-dark(#fff,#000);--y:dark}',
  'a{background:url(data:x;a:hover{)}',
];

/** Short texts that come a million times. */
const REPEATED = [
  '(',
  '{',
  ')',
  '}',
  '[',
  ':',
  ';',
  ',',
  '"',
  "'",
  '\\',
  '/*',
  '@',
  '@media ',
  'url(',
  'url(\\)',
  ':not(',
  ':hover',
  'a:hover{',
  'a:hover,',
  '-moz-box-orient',
  'device-width',
  '\n"',
  '::part(a):hover ',
  '[href=',
  'attr(href',
];

describe('adaptCss', () => {
  for (const [css, adapted] of ADAPTED) {
    it(`makes ${JSON.stringify(adapted)} of ${JSON.stringify(css)}`, () => {
      expect(adaptCss(css)).to.equal(adapted);
      expect(adaptCss(adapted), 'a second time').to.equal(adapted);
    });
  }

  for (const css of KEPT) {
    it(`leaves ${JSON.stringify(css)} as it is`, () => {
      const behind = css === '' ? css : `x:hover{} ${css}`;
      expect(adaptCss(css)).to.equal(css);
      expect(adaptCss(behind)).to.equal(behind.replace('x:hover', 'x[data-replay-hover]'));
    });
  }

  it('adapts a sheet that was cut anywhere as it adapts the whole', () => {
    for (const [css, adapted] of ADAPTED) {
      for (let at = 0; at <= css.length; at++) {
        for (const end of [at, Math.min(at + 3, css.length)]) {
          const pieces = adaptStyleTexts([css.slice(0, at), css.slice(at, end), css.slice(end)]);
          expect(pieces).to.have.length(3);
          expect(pieces.join(''), `${css} at ${at}`).to.equal(adapted);
        }
      }
    }
  });

  it('leaves each piece where it was', () => {
    expect(adaptStyleTexts(['a:ho', 'ver{} ', 'b{}', ' c:hover', '{}'])).to.deep.equal([
      'a[data-replay-hover]',
      '{} ',
      'b{}',
      ' c[data-replay-hover]',
      '{}',
    ]);
  });

  it('adapts as many states in one selector as anybody writes', () => {
    const css = `a${':hover'.repeat(600_000)}{}`;
    expect(adaptCss(css)).to.equal(`a${'[data-replay-hover]'.repeat(600_000)}{}`);
  });

  // Ways that grow with the square of the length would take hours.
  for (const text of REPEATED) {
    it(`goes once through a million of ${JSON.stringify(text)}`, () => {
      const css = `a:hover{} ${text.repeat(1_000_000)}`;
      expect(adaptCss(css).startsWith('a[data-replay-hover]{} ')).to.equal(true);
    });
  }
});

describe('adaptMedia', () => {
  it('asks for the viewport where the page asked for the screen', () => {
    expect(adaptMedia('screen and (max-device-width: 480px), print')).to.equal(
      'screen and (max-width: 480px), print',
    );
    expect(adaptMedia('(-webkit-min-device-pixel-ratio: 2)')).to.equal('(-webkit-min-device-pixel-ratio: 2)');
    expect(adaptMedia('(device-width)'.repeat(200_000))).to.have.length('(width)'.length * 200_000);
  });
});
