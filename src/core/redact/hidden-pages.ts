import type { SessionEvent } from '../recording.ts';
import { type FollowedPage, FollowedPages } from '../hide/followed-page.ts';
import { HiddenNodes } from '../hide/hidden-nodes.ts';
import { type FoundElement, isOnPath } from './picked-elements.ts';
import type { RuleRef } from './rules.ts';
import type { ElementMatcher } from '../hide/selector.ts';

/** A rule by which elements are hidden. */
export interface HidingRule extends ElementMatcher {
  readonly ref: RuleRef;
  /** Tags, ids and classes that it names. */
  readonly names?: ReadonlySet<string>;
}

const NOTHING: ReadonlyMap<number, HidingRule> = new Map();

/** Finds what is ever hidden on each page of a session: it is hidden from the page's beginning to its end. */
export class HiddenPages {
  readonly #selectors: readonly HidingRule[];
  readonly #picked: readonly FoundElement[];
  readonly #onHidden: (ref: RuleRef) => void;
  readonly #pages = new FollowedPages();
  /** Of each window the nodes of one page after the other. */
  readonly #found = new Map<string, HiddenNodes<HidingRule>[]>();

  /** @param onHidden told of each element that a rule hides */
  constructor(
    selectors: readonly HidingRule[],
    picked: readonly FoundElement[],
    onHidden: (ref: RuleRef) => void,
  ) {
    this.#selectors = selectors;
    this.#picked = picked;
    this.#onHidden = onHidden;
  }

  /** False when no rule hides anything. */
  get isNeeded(): boolean {
    return this.#selectors.length + this.#picked.length > 0;
  }

  /** Tags, ids and classes by which rules tell what to hide. */
  get names(): Iterable<string> {
    return this.#selectors.flatMap(({ names }) => [...(names ?? [])]);
  }

  /** False when nothing is hidden on any page. */
  get isAny(): boolean {
    return [...this.#found.values()].flat().some(({ ids }) => ids.size > 0);
  }

  look({ windowId, event }: SessionEvent): void {
    const page = this.#pages.of(windowId);
    const before = page.count;
    const change = page.follow(event);
    if (!change) return;
    const pages = this.#found.get(windowId) ?? [];
    this.#found.set(windowId, pages);
    if (page.count > before) {
      const rules = [...this.#selectors, ...this.#picked.map((element) => ruleOf(element, windowId, page))];
      pages.push(new HiddenNodes(rules, ({ ref }) => this.#onHidden(ref)));
    }
    pages.at(-1)?.note(change);
  }

  /** The nodes hidden on a page of a window, which are counted from 1, by rrweb's ids. */
  on(windowId: string, page: number): ReadonlyMap<number, HidingRule> {
    return this.#found.get(windowId)?.[page - 1]?.ids ?? NOTHING;
  }
}

/** A picked element by its number where it was picked, and by its place wherever its page is shown. */
function ruleOf(
  { ref, nodeId, path, ...picked }: FoundElement,
  windowId: string,
  page: FollowedPage,
): HidingRule {
  const isPage = picked.windowId === windowId && picked.page === page.count;
  const isAddress = picked.address !== '' && picked.address === page.address;
  return {
    ref,
    attributes: new Set(),
    reach: 'itself',
    matches: (treeNode) => (isPage && treeNode.id === nodeId) || (isAddress && isOnPath(treeNode, path)),
  };
}
