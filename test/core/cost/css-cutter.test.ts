import { expect } from 'chai';
import { allowanceOf, type CostKind } from '../../../src/core/cost-kinds.ts';
import { cutCss, type CssRules } from '../../../src/core/cost/css-cutter.ts';
import { StyleRules } from '../../../src/core/cost/style-rules.ts';
import { costOfPicture } from '../../../src/core/cost/svg-cost.ts';

/** What is left of a sheet, and of which kinds something was left out. */
function cut(css: string, over: readonly CostKind[] = [], found: StyleRules | null = null) {
  const kinds = new Set<CostKind>();
  const most = allowanceOf(1);
  const rules: CssRules = {
    most: (kind) => most[kind],
    over: new Set(over),
    note: (kind) => kinds.add(kind),
    picture: (address) => costOfPicture(address, rules),
    families: () => true,
    matching: null,
    sheets: null,
    found,
  };
  return { css: cutCss(css, rules), kinds: [...kinds] };
}

const nested = (selectors: string, levels: number) =>
  `${`${selectors}{`.repeat(levels)}color:red${'}'.repeat(levels)}`;

describe('cutCss', () => {
  it('leaves what pages are made of as it is', () => {
    for (const css of [
      '',
      'a:hover, b > c { color: red; columns: 2 }',
      '@media (width > 1px) { .a { & .b { &:hover, &:focus { color: red } } } }',
      '.a{background:url("data:image/png;base64,iVBORw0KGgo=")}',
      '.a{box-shadow:0 0 0 9999px rgba(0,0,0,.5), inset 0 0 0 1000px white}',
      ':root{--radius:9999px;--shadow:0 1px 2px 0 rgb(0 0 0 / .05)}',
      '.a{filter:blur(20px) drop-shadow(0 0 10px red);grid-template-columns:repeat(12,1fr)}',
      `.a{background:url(data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/></svg>)}`,
      'a { content: "}" } b { color: "{{{{" } /* { */ c { }',
      nested('.a .b', 6),
      nested('& .b', 30),
    ])
      expect(cut(css)).to.deep.equal({ css, kinds: [] });
  });

  it('leaves out rules in rules that can be read in too many ways', () => {
    for (const selectors of ['& &', 'b,i', ':is(b,i)', '&>&,&+&']) {
      const { css, kinds } = cut(`p{color:red}${nested(selectors, 28)}u{color:blue}`);
      expect(kinds).to.deep.equal(['rules']);
      expect(css.startsWith('p{color:red}')).to.equal(true);
      expect(css.endsWith('u{color:blue}')).to.equal(true);
      expect(css.length).to.be.below(300);
    }
    expect(cut(nested('@media print{b,i', 28)).kinds).to.deep.equal(['rules']);
    expect(cut('b,i{'.repeat(28)).kinds).to.deep.equal(['rules']);
  });

  it('leaves out single declarations that cost too much', () => {
    const shadows = Array.from({ length: 600 }, () => '0 0 5px red').join();
    for (const [declaration, kind] of [
      ['filter:blur(9999px)', 'blur'],
      ['-webkit-backdrop-filter: blur( 100rem )', 'blur'],
      ['filter:drop-shadow(1px 1px 5000px red)', 'blur'],
      ['box-shadow:1px 1px 3e4px red', 'blur'],
      ['--x:blur(5000px)', 'blur'],
      ['f\\69lter:blur(9999px)', 'blur'],
      ['/* a */filter:blur(9999px)', 'blur'],
      [`box-shadow:${shadows}`, 'values'],
      [`animation:${'a 1s,'.repeat(60)}b 1s`, 'values'],
      [`font-family:${'a,'.repeat(60)}b`, 'values'],
      [`content:${'attr(title)'.repeat(60)}`, 'values'],
      ['grid-template-rows:repeat(1000000,1px)', 'values'],
      ['grid:repeat(1500,1px)/repeat(1500,1px)', 'values'],
    ] as const) {
      expect(cut(`a{color:red;${declaration};top:0}`), declaration).to.deep.equal({
        css: 'a{color:red;;top:0}',
        kinds: [kind],
      });
      expect(cut(declaration), declaration).to.deep.equal({ css: '', kinds: [kind] });
    }
  });

  it('leaves out functions that call others more than once', () => {
    const css = '@function --a(){result:1px}@function --b(){result:--a() --a()}@function --c(){result:--b()}';
    expect(cut(css)).to.deep.equal({
      css: '@function --a(){result:1px}@function --b(){}@function --c(){result:--b()}',
      kinds: ['values'],
    });
    expect(cut('@function --b(--x: --a() --a()){result:1px}p{top:0}').css).to.equal('p{top:0}');
    expect(cut('p{margin:--a() --a()}').kinds).to.deep.equal([]);
  });

  it('finds pictures in texts with escapes', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `<g id=\\"l${i}\\">${i ? `<use href=\\"#l${i - 1}\\"/>`.repeat(10) : '<rect/>'}</g>`,
    );
    const picture = `<svg xmlns=\\"http://www.w3.org/2000/svg\\">${levels.join('')}</svg>`;
    for (const type of [
      'data:image/svg+xml',
      'data:ima\\67 e/svg+xml',
      'data: image/svg+xml',
      'da\\\nta:image/svg+xml',
    ])
      expect(cut(`p{background:url("${type},${picture}")}`), type).to.deep.equal({
        css: 'p{}',
        kinds: ['drawing'],
      });
  });

  it('leaves out what a page has too much of', () => {
    const css = 'a{columns:2;color:red}b::before{content:open-quote}c{clip-path:url(#x)}d{column-count:1}';
    const { css: left } = cut(css, ['columns', 'quotes', 'drawing']);
    expect(left).to.equal('a{;color:red}b::before{}c{}d{column-count:1}');
  });

  it('tells of what costs by the elements that it is for', () => {
    const found = new StyleRules();
    cut(
      `div .a:hover > p, #b { columns: 2 } @media print { q { content: no-open-quote; content: open-quote } }
       .c { & .d { clip-path: url("#x") } &.e { mask: url(#y) } }`,
      [],
      found,
    );
    const traits = (tag: string, attributes = {}) => [...found.of(tag, attributes).traits];
    expect(traits('p')).to.deep.equal(['columns']);
    expect(traits('div', { id: 'b' })).to.deep.equal(['columns']);
    expect(traits('q')).to.deep.equal(['quotes']);
    expect(traits('div', { class: 'x y', id: 'c' })).to.deep.equal([]);
    expect(found.of('i', { class: 'd' }).places).to.deep.equal(['x']);
    expect(found.of('i', { class: 'c' }).places).to.deep.equal(['y']);
  });

  it('goes through a text once, whatever it is made of', () => {
    const units = [
      '(',
      '{',
      '}',
      'url(',
      '"',
      "'",
      '\\',
      '/*',
      'a{b:',
      ';',
      '&,',
      'filter:blur(',
      'box-shadow:1',
      '1e',
      'repeat(',
      'url(#',
    ];
    for (const unit of units) {
      const text = `a{filter:${unit.repeat(400_000 / unit.length)}`;
      expect(cut(text).css.length, unit).to.be.at.most(text.length);
    }
  });
});
