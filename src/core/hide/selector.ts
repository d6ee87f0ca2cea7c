import { childrenOf, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { attributesOf, isDocument, isElement, isText, tagNameOf } from '../rrweb/serialized-node.ts';
import { anyOf, firstOf, indexOf, MatchedSoFar, type Test } from './matched-so-far.ts';
import {
  type AttributeSelector,
  type Combinator,
  type ComplexSelector,
  type CountedSelector,
  parseSelector,
  type SelectorList,
  type SimpleSelector,
} from './parse-selector.ts';
import { below, elementsAbove, elementsAfter, elementsBefore, some, take } from './related-elements.ts';

/**
 * How far a change of one element may reach into what others match: only itself; what is inside of it; its
 * siblings and what is inside of them; the whole page.
 */
export type Reach = 'itself' | 'inside' | 'siblings' | 'page';

/** What can be asked of the elements of a page. */
export interface ElementMatcher {
  /**
   * @param treeNode of an element
   * @param known the same for all that are asked before the page changes
   */
  readonly matches: (treeNode: ReadonlyTreeNode, known?: MatchedSoFar) => boolean;
  /** Names of the attributes it looks at, in lower case. */
  readonly attributes: ReadonlySet<string>;
  readonly reach: Reach;
}

/** A selector that can be asked, and what it was written as. */
export interface CompiledSelector extends ElementMatcher {
  readonly source: string;
  /** Tags, ids and classes that it names. */
  readonly names: ReadonlySet<string>;
}

const REACHES: readonly Reach[] = ['itself', 'inside', 'siblings', 'page'];

/**
 * Of these, HTML compares values without regard to case.
 * Source: https://html.spec.whatwg.org/multipage/semantics-other.html#case-sensitivity-of-selectors
 */
const ANY_CASE: ReadonlySet<string> = new Set(
  (
    'accept accept-charset align alink axis bgcolor charset checked clear codetype color compact declare defer dir ' +
    'direction disabled enctype face frame hreflang http-equiv lang language link media method multiple nohref ' +
    'noresize noshade nowrap readonly rel rev rules scope scrolling selected shape target text type valign valuetype ' +
    'vlink'
  ).split(' '),
);

/**
 * A list of selectors in CSS, to be asked of a page that is no document. It matches within each document and each
 * shadow root by itself, as in a browser; attributes are those of the recording, in which addresses are absolute.
 *
 * @throws RuleError for what is no selector, or one that asks for what a recording does not hold, such as `:hover`
 */
export function compileSelector(selector: string): CompiledSelector {
  return compile(selector, parseSelector(selector));
}

/**
 * Each selector of a list by itself.
 *
 * @throws RuleError as {@link compileSelector}
 */
export function compileEach(selector: string): readonly CompiledSelector[] {
  return parseSelector(selector).map((part) => compile(part.source, [part]));
}

function compile(source: string, list: SelectorList): CompiledSelector {
  const compiler = new Compiler();
  const test = compiler.list(list);
  const matches = (treeNode: ReadonlyTreeNode, known = new MatchedSoFar()) => test(treeNode, known);
  return { source, matches, attributes: compiler.attributes, names: compiler.names, reach: compiler.reach };
}

class Compiler {
  readonly attributes = new Set<string>();
  readonly names = new Set<string>();
  reach: Reach = 'itself';

  /** @param start what a selector that begins with a combinator begins from */
  list(selectors: SelectorList, start?: Test): Test {
    const tests = selectors.map((selector) => this.#complex(selector, start));
    return (treeNode, known) => tests.some((test) => test(treeNode, known));
  }

  /** From left to right: each combinator asks the elements it leads to for all that stands before it. */
  #complex({ steps }: ComplexSelector, start?: Test): Test {
    let before = start;
    for (const { combinator, tests } of steps) {
      const own = tests.map((test) => this.#simple(test));
      if (combinator && before) own.unshift(this.#relation(combinator, before));
      before = all(own);
    }
    return before ?? (() => false);
  }

  #relation(combinator: Combinator, test: Test): Test {
    this.#reaches(combinator === '+' || combinator === '~' ? 'siblings' : 'inside');
    const related = COMBINATORS[combinator];
    return combinator === ' ' || combinator === '~' ? anyOf(related, test) : firstOf(related, test);
  }

  #simple(selector: SimpleSelector): Test {
    switch (selector.type) {
      case 'universal':
        return () => true;
      case 'tag': {
        const name = lower(selector.name);
        this.names.add(name);
        return (treeNode) => tagNameOf(treeNode.node) === name;
      }
      case 'id':
      case 'class':
        return this.#named(selector.type, selector.name);
      case 'attribute':
        return this.#attribute(selector);
      case 'nested':
        return this.#nested(selector.name, selector.list);
      case 'root':
        return ({ parent }) => parent !== null && isDocument(parent.node);
      case 'empty':
        this.#reaches('page');
        return (treeNode) => !some(childrenOf(treeNode), isContent);
      case 'counted':
        return this.#counted(selector);
    }
  }

  #named(key: 'id' | 'class', name: string): Test {
    this.names.add(name);
    this.attributes.add(key);
    const inQuirks = lower(name);
    return (treeNode) => {
      const value = attributeOf(treeNode, key);
      if (value === null) return false;
      const found = key === 'id' ? [value] : wordsOf(value);
      return found.includes(name) || (found.some((word) => lower(word) === inQuirks) && isInQuirks(treeNode));
    };
  }

  #attribute({ name, operator, value, isAnyCase }: AttributeSelector): Test {
    const key = lower(name);
    this.attributes.add(key);
    const compare = COMPARISONS[operator];
    return (treeNode) => {
      const found = attributeOf(treeNode, name);
      if (found === null) return false;
      const isFolded = isAnyCase || (ANY_CASE.has(key) && treeNode.node['isSVG'] !== true);
      return isFolded ? compare(lower(found), lower(value)) : compare(found, value);
    };
  }

  #nested(name: 'is' | 'where' | 'not' | 'has', list: SelectorList): Test {
    if (name === 'has') return this.#has(list);
    const test = this.list(list);
    return name === 'not' ? (treeNode, known) => !test(treeNode, known) : test;
  }

  #has(selectors: SelectorList): Test {
    let scope: ReadonlyTreeNode | null = null;
    const test = this.list(selectors, (treeNode) => treeNode === scope);
    this.#reaches('page');
    return (treeNode) => {
      scope = treeNode;
      const known = new MatchedSoFar();
      const isFound = (other: ReadonlyTreeNode) => test(other, known);
      return (
        some(below(treeNode), isFound) || some(elementsAfter(treeNode), (next) => reaches(next, isFound))
      );
    };
  }

  #counted(selector: CountedSelector): Test {
    this.#reaches('siblings');
    const { step, offset } = selector;
    return (treeNode, known) => {
      const index = indexOf(treeNode, selector, known.of<number>(selector));
      return step === 0 ? index === offset : (index - offset) % step === 0 && (index - offset) / step >= 0;
    };
  }

  #reaches(reach: Reach): void {
    if (REACHES.indexOf(reach) > REACHES.indexOf(this.reach)) this.reach = reach;
  }
}

/** Which elements stand on the left of a combinator when one stands on its right. */
const COMBINATORS: Readonly<Record<Combinator, (treeNode: ReadonlyTreeNode) => Iterable<ReadonlyTreeNode>>> =
  {
    ' ': elementsAbove,
    '>': (treeNode) => take(elementsAbove(treeNode)),
    '~': elementsBefore,
    '+': (treeNode) => take(elementsBefore(treeNode)),
  };

const COMPARISONS: Readonly<
  Record<AttributeSelector['operator'], (found: string, wanted: string) => boolean>
> = {
  '': () => true,
  '=': (found, wanted) => found === wanted,
  '~=': (found, wanted) => wanted !== '' && wordsOf(found).includes(wanted),
  '|=': (found, wanted) => found === wanted || found.startsWith(`${wanted}-`),
  '^=': (found, wanted) => wanted !== '' && found.startsWith(wanted),
  '$=': (found, wanted) => wanted !== '' && found.endsWith(wanted),
  '*=': (found, wanted) => wanted !== '' && found.includes(wanted),
};

/** An attribute as text; null when the element has none of the name. */
export function attributeOf({ node }: ReadonlyTreeNode, name: string): string | null {
  const attributes = attributesOf(node);
  const value = attributes[name] ?? attributes[name.toLowerCase()];
  if (value === true) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function reaches(treeNode: ReadonlyTreeNode, test: (treeNode: ReadonlyTreeNode) => boolean): boolean {
  return test(treeNode) || some(below(treeNode), test);
}

function isContent({ node }: ReadonlyTreeNode): boolean {
  return node['isShadow'] !== true && (isElement(node) || (isText(node) && node['textContent'] !== ''));
}

function all(tests: readonly Test[]): Test {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (treeNode, known) => tests.every((test) => test(treeNode, known));
}

/** Other letters than those of ASCII have their case everywhere in CSS. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Cut at what HTML takes for space. */
export function wordsOf(text: string): string[] {
  return text.split(/[\t\n\f\r ]+/).filter((word) => word !== '');
}

/** True for an element of a document without the doctype that ends quirks: there case does not matter in names. */
function isInQuirks(treeNode: ReadonlyTreeNode): boolean {
  let at = treeNode;
  while (at.parent && !isDocument(at.node)) at = at.parent;
  return at.node['compatMode'] === 'BackCompat';
}
