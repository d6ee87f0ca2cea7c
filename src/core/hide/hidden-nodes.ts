import { treeNodesIn, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { isElement } from '../rrweb/serialized-node.ts';
import type { PageChange } from './followed-page.ts';
import { MatchedSoFar } from './matched-so-far.ts';
import type { ElementMatcher } from './selector.ts';

/**
 * Finds what is hidden on one page while it changes: elements that match, and all that is in them, shadow roots and
 * frames included. What was hidden once stays so.
 */
export class HiddenNodes<M extends ElementMatcher> {
  /** All hidden nodes by rrweb's ids, each with the matcher that hid it or what it is in. */
  readonly ids = new Map<number, M>();
  readonly #matchers: readonly M[];
  /** Those that have matched nothing so far. */
  readonly #unmatched: Set<M>;
  readonly #onHidden: (matcher: M) => void;
  readonly #isAboutPage: boolean;
  readonly #isAboutSiblings: boolean;
  readonly #isAboutInside: boolean;
  /** Of the page as it is after the change that is being looked at. */
  #known = new MatchedSoFar();

  /**
   * @param onHidden told of each element that matches and is in no hidden one, and of the matcher that hides it; also of
   *   the first one that matches in a hidden one
   */
  constructor(matchers: readonly M[], onHidden: (matcher: M) => void = () => undefined) {
    this.#matchers = matchers;
    this.#unmatched = new Set(matchers);
    this.#onHidden = onHidden;
    const reaches = new Set(matchers.map(({ reach }) => reach));
    this.#isAboutPage = reaches.has('page');
    this.#isAboutSiblings = reaches.has('siblings');
    this.#isAboutInside = this.#isAboutSiblings || reaches.has('inside');
  }

  /** True for a matcher that has matched something, be it in a hidden element. */
  isMatched(matcher: M): boolean {
    return !this.#unmatched.has(matcher);
  }

  /** Looks at what a change may have made match. Returns the nodes that were not hidden before. */
  note({ tree, added, texts, attributes, emptied }: PageChange): readonly ReadonlyTreeNode[] {
    this.#known = new MatchedSoFar();
    const found: ReadonlyTreeNode[] = [];
    const tops = new Set(added);
    if (this.#isAboutPage && added.length + texts.length + attributes.length + emptied.length > 0) {
      tops.add(tree.root);
    } else {
      for (const { treeNode, names } of attributes) {
        if (names.some((name) => this.#asksFor(name))) this.#reachFrom(treeNode, tops, found);
      }
      if (this.#isAboutSiblings) {
        for (const parent of emptied) tops.add(parent);
        for (const { parent } of added) if (parent) tops.add(parent);
      }
    }
    for (const top of tops) for (const treeNode of treeNodesIn(top)) this.#look(treeNode, found);
    return found;
  }

  /** Notes what else may match when an element's attributes have changed. */
  #reachFrom(treeNode: ReadonlyTreeNode, tops: Set<ReadonlyTreeNode>, found: ReadonlyTreeNode[]): void {
    const wasHidden = this.ids.has(treeNode.id);
    if (this.#isAboutSiblings && treeNode.parent) tops.add(treeNode.parent);
    else if (this.#isAboutInside) tops.add(treeNode);
    else this.#look(treeNode, found);
    if (!wasHidden && this.ids.has(treeNode.id)) tops.add(treeNode);
  }

  #look(treeNode: ReadonlyTreeNode, found: ReadonlyTreeNode[]): void {
    const isElementNode = isElement(treeNode.node);
    const around = treeNode.parent ? this.ids.get(treeNode.parent.id) : undefined;
    let matcher = this.ids.get(treeNode.id) ?? around;
    if (!matcher && isElementNode) {
      matcher = this.#matchers.find((candidate) => candidate.matches(treeNode, this.#known));
      if (matcher) this.#onHidden(matcher);
      if (matcher) this.#unmatched.delete(matcher);
    }
    if (!matcher) return;
    if (isElementNode) this.#noteMatched(treeNode);
    if (this.ids.has(treeNode.id)) return;
    this.ids.set(treeNode.id, matcher);
    found.push(treeNode);
  }

  /** What matches in a hidden element hides nothing more, but it does match. */
  #noteMatched(treeNode: ReadonlyTreeNode): void {
    for (const matcher of this.#unmatched) {
      if (!matcher.matches(treeNode, this.#known)) continue;
      this.#unmatched.delete(matcher);
      this.#onHidden(matcher);
    }
  }

  #asksFor(name: string): boolean {
    return this.#matchers.some(({ attributes }) => attributes.has(name.toLowerCase()));
  }
}
