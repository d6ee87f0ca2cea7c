import { expect } from '@open-wc/testing';
import { createMirror, snapshot } from 'rrweb-snapshot';
import { compileEach, compileSelector } from '../../../src/core/hide/selector.ts';
import { RuleError } from '../../../src/core/rule-error.ts';
import { PageTree } from '../../../src/core/rrweb/page-tree.ts';
import { isElement } from '../../../src/core/rrweb/serialized-node.ts';
import { treeNodesIn } from '../../../src/core/rrweb/tree-node.ts';

const PAGE = `
  <main id="main" class="wide dark" lang="en-GB" data-x="a b">
    <h1 id="-x" title="Über uns">Shop</h1>
    <ul class="list a"><li class="item b">1</li><li class="item 1a" id="1a">2</li><li class="--x">3</li><li>4</li></ul>
    <form name="f"><input type="EMAIL" checked><input type="password" data-x="b"><label class="é">L <b class="a B">!</b></label></form>
    <p class="a:b"></p><p data-x> </p><p><!-- nothing --></p><span data-x="a&quot;b"></span><span class="c/d a.b"></span>
    <svg viewBox="0 0 1 1"><g class="a"><path d="M0 0"></path></g></svg>
    <div class="a"><div class="b"><i class="a b">x</i></div><i id="i">y</i></div>
  </main>`;

/**
 * What a browser's parser could take for something else, or we. Tags of drawings are in lower case: browsers differ in
 * whether `G` is one, and ours matches it.
 */
const ODD = [
  '..address', '.1a', '#1a', 'a..b', '>a', 'a>', ':not(', ':not()', ':is()', ':has()', '[a="b', "[a='b", '[a=1]', '.',
  '#', ':', '::', '', ' ', ',', 'a,', ',a', 'a,,b', 'a b >', 'a > > b', 'a + + b', 'a ~ > b', '[', '[]', '[a', '[a=]',
  '[a=b', '[=b]', '[a==b]', '[a~ =b]', '[a="b"x]', '[a=b i i]', '[a="b" s]', '[a=b c]', '[*|a]', '[|a]', '[a|b]', '*|*',
  '*|a', '|a', 'svg|a', '**', '*a', '.a*', '.a#', '#.a', 'a#', '[a]b', ':first-child b', ':first-childb', 'a:hover',
  ':unknown', 'a::before', 'a:before', '::-x', ':matches(a)', ':any(a)', ':-webkit-any(a)', ':contains(a)', ':eq(1)',
  '[a!=b]', 'a || b', 'a >>> b', 'a /deep/ b', 'a ! b', 'a $ b', 'a & b', '&', '& b', '@media', 'a{}', 'a;b', 'a(b)', '()',
  ')', 'a)', ':not(a', ':not(a))', ':not(a,)', ':not(,a)', ':not(> a)', ':is(> a)', ':has(a:has(b))', ':has(:is(:has(b)))',
  ':not(::before)', ':root()', ':empty()', ':first-child()', ':not', ':is', ':has', ':nth-child', ':nth-child()',
  ':nth-child(x)', ':nth-child(+ 2n)', ':nth-child(2 n)', ':nth-child(- n)', ':nth-child(2n 1)', ':nth-child(2n + -1)',
  ':nth-child(1.5)', ':nth-child(1e1)', ':nth-child(n-1)', ':nth-child(n- 1)', ':nth-child(n -1)', ':nth-child(-n- 1)',
  ':nth-child(--n)', ':nth-child(+odd)', ':nth-child(+n)', ':nth-child(2n-)', ':nth-child(2 of .a)', ':nth-child(0n+2)',
  ':nth-last-child(2n/**/+1)', ':NTH-CHILD(ODD)', ':nth-of-type(n+2)', ':first-line', ':nth-first-child(1)', ':first-last-child',
  '.\\31 a', '#\\31 a', '#\\31', '.\\', '\\', 'a\\', '.a\\:b', '.a\\.b', '.c\\/d', '.\\000061', '.\\61 \\62', '.\\61b', '.\\61\n', '.a\n.b',
  '.\\0', '.\\d800', '.\\110000', '#-x', '#--x', '.--x', '.-x', '.-1', '.-', '#-', '-', '--', '-->', '-->a', 'a-->b', 'a -->b', '<!--',
  '<!-- a', 'a/**/', '/**/a', 'a/**/b', 'a/**/.a', '.a/**/.b', 'a /**/ b', 'li/**/:first-child', ':not/**/(a)', ':/**/empty', './**/a',
  '#/**/main', '[/**/data-x/**/]', '[data-x/**/=/**/b]', 'a/*', 'a/* b', 'a*/b', '//a', '.é', '.É', '\u00a0.a', '.a\u00a0.b', '.a\u00a0',
  '.\u2028', '.\ud83d\ude00', '.\ud83d', '\ud83da', '.a\0', '.\ufffd', '\t.a\r\n.b\f', '.a\u000b.b', '.a,\n.b', '[data-x="a b"]', "[data-x='a\\\"b']",
  '[data-x="a\\\nb"]', '[data-x="a\nb"]', '[data-x="\\61 b"]', '[data-x="\\"]', '[data-x=a\\ b]', '[data-x="A B"i]', '[data-x="A B" I]',
  '[data-x="A B" \\69]', '[data-x="A B"]', '[DATA-X]', '[viewBox]', '[type=email]', '[type="email" i]', '[checked=CHECKED]',
  '[checked]', '[lang|=en]', '[lang|="en-GB"]', '[lang|=e]', '[title="über UNS" i]', '[title="ÜBER uns" i]', '[class~=a]', '[class~="a b"]', '[class~=""]',
  '[class^=""]', '[class*=""]', '[class=""]', '[data-x=""]', '.b', '.B', 'I', 'path', '\\69', 'l\\69', 'a:not(b):is(a)',
  'li:not(.item, :last-child)', 'ul:has(> li + .--x)', 'h1:has(+ ul)', 'h1:has(~ form b)', ':has(.a .b)', ':has(i, ~ div)', 'h1:has(li, ~ form)', ':has(~ .b, .b)', 'main :has(+ i, i) i', 'x main i', 'main div i:not(x i)', 'li ~ li ~ li', 'p ~ span ~ .a i', 'main :is(.a .b, ul > li)', ':not(:not(li))',
  'u+a', 'U+a', 'u+1', 'a+b', 'a+-b', 'a+1', 'a~b', 'a>b', 'url(a)', ':url(a)', 'a:not("b")', '"a"', "'a'", '1a', '1', '.5', '.a.5', '%', 'a%', '50%', 'from',
  '!important', 'a:not(:hover)', ':is(:hover, a)', ':is(:unknown, li)', ':where()', ':scope', ':scope > *', ':host', '::slotted(a)', ':root', ':root > *',
  ':'.repeat(3), ':not('.repeat(40) + 'a' + ')'.repeat(40), '.a'.repeat(500), 'a '.repeat(300) + 'b',
]; // prettier-ignore

const PIECES = [
  'a', 'li', 'b', 'i', 'svg', '*', '.a', '.b', '.item', '#main', '#i', '[data-x]', '[data-x=b]', '[class~="a"]', '[type=email i]', ':first-child',
  ':last-child', ':nth-child(2n+1)', ':nth-last-of-type(2)', ':only-child', ':empty', ':root', ':not(', ':is(', ':has(', ':where(', '(', ')', ')', ')', ' ', ' ', ' > ',
  '+', '~', ',', ', ', '.', '#', ':', '::', '[', ']', '=', '"', "'", '\\', '\\61 ', '-', '--', '1', '2n', '|', '/**/', '/*', '*/', '\n', '\t', '>', 'é', '\u00a0', '&', '@', '{', '}',
  ';', '!', '%', 'before', 'hover', 'i', 's', '\0', '\ud800', '\u200d', '-x', 'odd',
]; // prettier-ignore

/** Numbers that are the same in each run. */
function* numbers(): Generator<number> {
  let state = 20_261;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function* generated(count: number): Generator<string> {
  const random = numbers();
  const next = () => random.next().value as number;
  for (let i = 0; i < count; i++) {
    const length = 1 + Math.floor(next() * 9);
    yield Array.from({ length }, () => PIECES[Math.floor(next() * PIECES.length)] ?? '').join('');
  }
}

describe('compileSelector, against the browser', () => {
  let page: Document;
  let tree: PageTree;
  let idOf: (node: Node) => number;

  before(() => {
    page = new DOMParser().parseFromString(`<!doctype html><title>x</title>${PAGE}`, 'text/html');
    const mirror = createMirror();
    tree = new PageTree(JSON.parse(JSON.stringify(snapshot(page, { mirror }))) as Record<string, unknown>);
    idOf = (node) => mirror.getId(node);
  });

  /** Numbers of the elements found; null where it is refused. */
  function theirs(selector: string): number[] | null {
    try {
      return [...page.querySelectorAll(selector)].map(idOf);
    } catch {
      return null;
    }
  }

  function ours(selector: string): number[] | null {
    try {
      const { matches } = compileSelector(selector);
      return [...treeNodesIn(tree.root)]
        .filter((at) => isElement(at.node) && matches(at))
        .map(({ id }) => id);
    } catch (error) {
      if (error instanceof RuleError) return null;
      throw error;
    }
  }

  /** What is wrong with what we make of some; and how many we take. */
  function compared(selectors: Iterable<string>): { wrong: string[]; taken: number } {
    const result = { wrong: [] as string[], taken: 0 };
    for (const selector of selectors) {
      const own = ours(selector);
      if (!own) continue;
      result.taken++;
      if (String(own) !== String(theirs(selector)))
        result.wrong.push(`${JSON.stringify(selector)}: ${String(own)}, not ${String(theirs(selector))}`);
    }
    return result;
  }

  it('finds the same elements or refuses, for everything that looks odd', () => {
    const { wrong, taken } = compared(ODD);
    expect(wrong).to.deep.equal([]);
    expect(taken).to.be.greaterThan(80);
  });

  it('finds the same elements or refuses, for selectors made at random', () => {
    const { wrong, taken } = compared(generated(60_000));
    expect(wrong).to.deep.equal([]);
    expect(taken).to.be.greaterThan(3000);
  });

  it('does so for each of a list by itself', () => {
    const parts = compileEach(' li:not(.a, .b) > b , /* x */ #main.wide ,\n\\31 a ');
    expect(parts.map(({ source }) => source)).to.deep.equal(['li:not(.a, .b) > b', '#main.wide', '\\31 a']);
    expect(parts[1]?.names).to.deep.equal(new Set(['main', 'wide']));
  });

  it('reads a page in quirks mode as the browser does', () => {
    // DOMParser makes no such page in WebKit; a frame without an address is one everywhere.
    const frame = document.body.appendChild(document.createElement('iframe'));
    page = frame.contentDocument!;
    page.body.innerHTML = '<p class="Secret a" id="One"></p><p class="b"></p>';
    const mirror = createMirror();
    tree = new PageTree(JSON.parse(JSON.stringify(snapshot(page, { mirror }))) as Record<string, unknown>);
    idOf = (node) => mirror.getId(node);
    expect(page.compatMode).to.equal('BackCompat');
    const { wrong, taken } = compared([
      '.secret',
      '.SECRET.A',
      '#one',
      '.Secret',
      '[class=secret]',
      'p:not(.secret)',
    ]);
    expect([wrong, taken]).to.deep.equal([[], 6]);
    frame.remove();
  });
});
