import { treeNodesIn, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { isElement } from '../rrweb/serialized-node.ts';
import type { PageChange } from './followed-page.ts';
import type { ElementMatcher } from './selector.ts';

/**
 * Finds what is hidden on one page while it changes: elements that match, and all that is in them, shadow roots and
 * frames included. What was hidden once stays so.
 */
export class HiddenNodes<M extends ElementMatcher> {
  /** All hidden nodes by rrweb's ids, each with the matcher that hid it or what it is in. */
  readonly ids = new Map<number, M>();
  readonly #matchers: readonly M[];
  readonly #onHidden: (matcher: M) => void;
  readonly #isAboutPage: boolean;
  readonly #isAboutSiblings: boolean;
  readonly #isAboutInside: boolean;

  /** @param onHidden told of each element that matches and is in no hidden one, and of the matcher that hides it */
  constructor(matchers: readonly M[], onHidden: (matcher: M) => void = () => undefined) {
    this.#matchers = matchers;
    this.#onHidden = onHidden;
    const reaches = new Set(matchers.map(({ reach }) => reach));
    this.#isAboutPage = reaches.has('page');
    this.#isAboutSiblings = reaches.has('siblings');
    this.#isAboutInside = this.#isAboutSiblings || reaches.has('inside');
  }

  /** Looks at what a change may have made match. Returns the nodes that were not hidden before. */
  note({ tree, added, texts, attributes, emptied }: PageChange): readonly ReadonlyTreeNode[] {
    const found: ReadonlyTreeNode[] = [];
    const tops = new Set(added);
    if (this.#isAboutPage && added.length + texts.length + attributes.length + emptied.length > 0) {
      tops.add(tree.root);
    } else {
      for (const { place, names } of attributes) {
        if (names.some((name) => this.#asksFor(name))) this.#reachFrom(place, tops, found);
      }
      if (this.#isAboutSiblings) {
        for (const parent of emptied) tops.add(parent);
        for (const { parent } of added) if (parent) tops.add(parent);
      }
    }
    for (const top of tops) for (const place of treeNodesIn(top)) this.#look(place, found);
    return found;
  }

  /** Notes what else may match when an element's attributes have changed. */
  #reachFrom(place: ReadonlyTreeNode, tops: Set<ReadonlyTreeNode>, found: ReadonlyTreeNode[]): void {
    const wasHidden = this.ids.has(place.id);
    if (this.#isAboutSiblings && place.parent) tops.add(place.parent);
    else if (this.#isAboutInside) tops.add(place);
    else this.#look(place, found);
    if (!wasHidden && this.ids.has(place.id)) tops.add(place);
  }

  #look(place: ReadonlyTreeNode, found: ReadonlyTreeNode[]): void {
    if (this.ids.has(place.id)) return;
    let matcher = place.parent ? this.ids.get(place.parent.id) : undefined;
    if (!matcher && isElement(place.node)) {
      matcher = this.#matchers.find((candidate) => candidate.matches(place));
      if (matcher) this.#onHidden(matcher);
    }
    if (!matcher) return;
    this.ids.set(place.id, matcher);
    found.push(place);
  }

  #asksFor(name: string): boolean {
    return this.#matchers.some(({ attributes }) => attributes.has(name.toLowerCase()));
  }
}
