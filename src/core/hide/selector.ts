import { AttributeAction, type AttributeSelector, parse, type Selector, SelectorType } from 'css-what';
import { childrenOf, isBeside, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { attributesOf, isDocument, isElement, isText, tagNameOf } from '../rrweb/serialized-node.ts';

/**
 * How far a change of one element may reach into what others match: only itself; what is inside of it; its
 * siblings and what is inside of them; the whole page.
 */
export type Reach = 'itself' | 'inside' | 'siblings' | 'page';

/** What can be asked of the elements of a page. */
export interface ElementMatcher {
  /** @param treeNode of an element */
  readonly matches: (treeNode: ReadonlyTreeNode) => boolean;
  /** Names of the attributes it looks at, in lower case. */
  readonly attributes: ReadonlySet<string>;
  readonly reach: Reach;
}

type Test = (treeNode: ReadonlyTreeNode) => boolean;

const REACHES: readonly Reach[] = ['itself', 'inside', 'siblings', 'page'];

/** Of these the values are compared without regard to case, as HTML says. */
const ANY_CASE: ReadonlySet<string> = new Set(['dir', 'lang', 'media', 'method', 'rel', 'target', 'type']);

const SUPPORTED =
  'Types, classes, ids, attributes, the combinators " ", ">", "+", "~" and :is, :where, :not, :has, :root, :empty, ' +
  ':first-child, :last-child, :only-child, :nth-child() and the same -of-type and -last- are understood.';

/**
 * A list of selectors in CSS, to be asked of a page that is no document. It matches within each document and each
 * shadow root by itself, as in a browser; attributes are those of the recording, in which addresses are absolute.
 *
 * @throws TypeError for what is no selector, or one that asks for what a recording does not hold, such as `:hover`
 */
export function compileSelector(selector: string): ElementMatcher {
  const compiler = new Compiler(selector);
  const test = compiler.list(compiler.parse());
  return { matches: test, attributes: compiler.attributes, reach: compiler.reach };
}

class Compiler {
  readonly attributes = new Set<string>();
  reach: Reach = 'itself';
  readonly #selector: string;

  constructor(selector: string) {
    this.#selector = selector;
  }

  parse(): Selector[][] {
    try {
      const parsed = parse(this.#selector);
      if (parsed.length > 0) return parsed;
    } catch (error) {
      throw this.#refuse('is no selector', error);
    }
    throw this.#refuse('is no selector');
  }

  /** @param start what a selector that begins with a combinator begins from */
  list(selectors: readonly (readonly Selector[])[], start?: Test): Test {
    const tests = selectors.map((tokens) => this.#complex(tokens, start));
    return (treeNode) => tests.some((test) => test(treeNode));
  }

  /** From left to right: each combinator asks the elements it leads to for all that stands before it. */
  #complex(tokens: readonly Selector[], start?: Test): Test {
    let tests: Test[] = start ? [start] : [];
    if (start && !COMBINATORS[tokens[0]?.type ?? ''])
      tests = [this.#relation(SelectorType.Descendant, start)];
    for (const [i, token] of tokens.entries()) {
      if (!COMBINATORS[token.type]) {
        tests.push(this.#simple(token));
        continue;
      }
      if ((i === 0 && !start) || i === tokens.length - 1) throw this.#refuse('is no selector');
      tests = [this.#relation(token.type, all(tests))];
    }
    return all(tests);
  }

  #relation(type: SelectorType, test: Test): Test {
    const isBeside = type === SelectorType.Adjacent || type === SelectorType.Sibling;
    this.#reaches(isBeside ? 'siblings' : 'inside');
    const related = COMBINATORS[type] ?? none;
    return (treeNode) => some(related(treeNode), test);
  }

  #simple(token: Selector): Test {
    switch (token.type) {
      case SelectorType.Universal:
      case SelectorType.Tag: {
        if (token.namespace !== null && token.namespace !== '*') throw this.#refuse('names a namespace');
        if (token.type === SelectorType.Universal) return () => true;
        const name = token.name.toLowerCase();
        return (treeNode) => tagNameOf(treeNode.node) === name;
      }
      case SelectorType.Attribute:
        return this.#attribute(token);
      case SelectorType.Pseudo:
        return this.#pseudo(token.name, token.data);
      default:
        throw this.#refuse('uses what is not understood');
    }
  }

  #attribute({ name, action, value, ignoreCase }: AttributeSelector): Test {
    const key = name.toLowerCase();
    this.attributes.add(key);
    const isAnyCase = ignoreCase === true || (ignoreCase === null && ANY_CASE.has(key));
    const fold = (text: string) => (isAnyCase ? text.toLowerCase() : text);
    const wanted = fold(value);
    const compare = COMPARISONS[action];
    if (!compare) throw this.#refuse('uses what is not understood');
    return (treeNode) => {
      const found = attributeOf(treeNode, name);
      return found !== null && compare(fold(found), wanted);
    };
  }

  #pseudo(name: string, data: Selector[][] | string | null): Test {
    if (Array.isArray(data)) return this.#nested(name, data);
    const counted = /^(nth|first|last|only)(-last)?-(child|of-type)$/.exec(name);
    if (counted) {
      const test = this.#counted(counted, data);
      if (test) return test;
    }
    if (name === 'root') return ({ parent }) => parent !== null && isDocument(parent.node);
    if (name === 'empty') {
      this.#reaches('page');
      return (treeNode) => !some(childrenOf(treeNode), isContent);
    }
    throw this.#refuse(`asks for :${name}`);
  }

  #nested(name: string, selectors: Selector[][]): Test {
    if (name === 'has') return this.#has(selectors);
    const test = this.list(selectors);
    if (name === 'not') return (treeNode) => !test(treeNode);
    if (name === 'is' || name === 'where' || name === 'matches') return test;
    throw this.#refuse(`asks for :${name}()`);
  }

  #has(selectors: Selector[][]): Test {
    let scope: ReadonlyTreeNode | null = null;
    const test = this.list(selectors, (treeNode) => treeNode === scope);
    this.#reaches('page');
    return (treeNode) => {
      // Within :has() there may be another, and within that the first one's test again.
      const outer = scope;
      scope = treeNode;
      const isFound =
        some(below(treeNode), test) || some(elementsAfter(treeNode), (next) => reaches(next, test));
      scope = outer;
      return isFound;
    };
  }

  #counted([, which, fromLast, kind]: RegExpExecArray, data: string | null): Test | null {
    this.#reaches('siblings');
    const isSame = (treeNode: ReadonlyTreeNode): Test =>
      kind === 'child' ? () => true : (other) => tagNameOf(other.node) === tagNameOf(treeNode.node);
    const before = (treeNode: ReadonlyTreeNode) => count(elementsBefore(treeNode), isSame(treeNode));
    const after = (treeNode: ReadonlyTreeNode) => count(elementsAfter(treeNode), isSame(treeNode));
    if (which === 'nth' && data !== null) {
      const fits = this.#formula(data);
      return (treeNode) => fits((fromLast ? after : before)(treeNode) + 1);
    }
    if (data !== null || fromLast || which === 'nth') return null;
    return (treeNode) =>
      (which === 'last' || before(treeNode) === 0) && (which === 'first' || after(treeNode) === 0);
  }

  /** `odd`, `even`, `3`, `2n + 1`. Source: https://drafts.csswg.org/css-syntax/#anb-microsyntax */
  #formula(text: string): (index: number) => boolean {
    const plain = text.toLowerCase().replace(/\s+/g, '');
    const known = { odd: '2n+1', even: '2n' }[plain] ?? plain;
    const [found, a, b = '0'] = /^(?:([+-]?\d*)n)?([+-]?\d+)?$/.exec(known) ?? [];
    if (!found) throw this.#refuse('counts in a way that is not understood');
    const step = a === undefined ? 0 : a === '' || a === '+' ? 1 : a === '-' ? -1 : Number(a);
    const offset = Number(b);
    return (index) =>
      step === 0 ? index === offset : (index - offset) % step === 0 && (index - offset) / step >= 0;
  }

  #reaches(reach: Reach): void {
    if (REACHES.indexOf(reach) > REACHES.indexOf(this.reach)) this.reach = reach;
  }

  #refuse(reason: string, cause?: unknown): TypeError {
    return new TypeError(`"${this.#selector}" ${reason}. ${SUPPORTED}`, { cause });
  }
}

/** Which elements stand on the left of a combinator when one stands on its right. */
const COMBINATORS: Readonly<
  Partial<Record<string, (treeNode: ReadonlyTreeNode) => Iterable<ReadonlyTreeNode>>>
> = {
  [SelectorType.Descendant]: elementsAbove,
  [SelectorType.Child]: (treeNode) => take(elementsAbove(treeNode)),
  [SelectorType.Sibling]: elementsBefore,
  [SelectorType.Adjacent]: (treeNode) => take(elementsBefore(treeNode)),
};

const COMPARISONS: Readonly<Record<AttributeAction, ((found: string, wanted: string) => boolean) | null>> = {
  [AttributeAction.Exists]: () => true,
  [AttributeAction.Equals]: (found, wanted) => found === wanted,
  [AttributeAction.Element]: (found, wanted) => wanted !== '' && found.split(/\s+/).includes(wanted),
  [AttributeAction.Hyphen]: (found, wanted) => found === wanted || found.startsWith(`${wanted}-`),
  [AttributeAction.Start]: (found, wanted) => wanted !== '' && found.startsWith(wanted),
  [AttributeAction.End]: (found, wanted) => wanted !== '' && found.endsWith(wanted),
  [AttributeAction.Any]: (found, wanted) => wanted !== '' && found.includes(wanted),
  // jQuery's `!=`.
  [AttributeAction.Not]: null,
};

/** An attribute as text; null when the element has none of the name. */
export function attributeOf({ node }: ReadonlyTreeNode, name: string): string | null {
  const attributes = attributesOf(node);
  const value = attributes[name] ?? attributes[name.toLowerCase()];
  if (value === true) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

export function* elementsBefore(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  for (let at = treeNode.before; at; at = at.before)
    if (isElement(at.node) && isBeside(at, treeNode)) yield at;
}

function* elementsAfter(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  for (let at = treeNode.after; at; at = at.after) if (isElement(at.node) && isBeside(at, treeNode)) yield at;
}

/** From the parent up to the root of the tree, which may be a shadow root or a frame's document. */
function* elementsAbove(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  let child = treeNode;
  for (
    let at = treeNode.parent;
    at && isElement(at.node) && child.node['isShadow'] !== true;
    at = at.parent
  ) {
    yield at;
    child = at;
  }
}

/** All elements within the same tree. */
function* below(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  const stack = [...childrenOf(treeNode)];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (!isElement(at.node) || at.node['isShadow'] === true) continue;
    yield at;
    stack.push(...childrenOf(at));
  }
}

function reaches(treeNode: ReadonlyTreeNode, test: Test): boolean {
  return test(treeNode) || some(below(treeNode), test);
}

function isContent({ node }: ReadonlyTreeNode): boolean {
  return node['isShadow'] !== true && (isElement(node) || (isText(node) && node['textContent'] !== ''));
}

function all(tests: readonly Test[]): Test {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (treeNode) => tests.every((test) => test(treeNode));
}

function some(treeNodes: Iterable<ReadonlyTreeNode>, test: Test): boolean {
  for (const treeNode of treeNodes) if (test(treeNode)) return true;
  return false;
}

function count(treeNodes: Iterable<ReadonlyTreeNode>, test: Test): number {
  let found = 0;
  for (const treeNode of treeNodes) if (test(treeNode)) found++;
  return found;
}

function* take(treeNodes: Iterable<ReadonlyTreeNode>): Generator<ReadonlyTreeNode> {
  for (const treeNode of treeNodes) {
    yield treeNode;
    return;
  }
}

function none(): ReadonlyTreeNode[] {
  return [];
}
