import { IncrementalSource, NodeType } from '@rrweb/types';
import type { Fields } from '../json.ts';
import { attributesOf, isDocument, isElement, isTag, isText } from '../rrweb/serialized-node.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import { childrenOf, nextOfKind, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';

/** What makes a node another one: it cannot be changed, only be built anew. */
const IDENTITY = [
  'type',
  'tagName',
  'isSVG',
  'isShadow',
  'isShadowHost',
  'isCustom',
  'rootId',
  'name',
  'publicId',
  'systemId',
  'compatMode',
] as const;
/** Attributes that the replay core looks at only when it builds an element. */
const BUILT_FROM = /^(rr_(?!scroll)|_cssText$|value$|checked$|selected$|muted$|open$|srcdoc$)/;
/** Where an element was scrolled to when it was recorded; scroll events do the same. */
const SCROLLED = 'rr_scroll';

/**
 * The mutation that makes one page out of another. Recorders number nodes once for as long as a page is loaded, so
 * that most nodes of two moments are the same ones.
 */
export class TreeDifference {
  readonly removes: Fields[] = [];
  readonly adds: Fields[] = [];
  readonly texts: Fields[] = [];
  readonly attributes: Fields[] = [];
  /** Numbers of nodes that are built: there is nothing yet of what was done to them. */
  readonly built = new Set<number>();
  /** Numbers of elements that were scrolled in one of the two when they were recorded. */
  readonly scrolled = new Set<number>();
  readonly #from: PageTree;
  readonly #to: PageTree;
  readonly #rebuilt: ReadonlySet<number>;
  readonly #mostBuilt: number;
  #isPossible = true;

  /**
   * @param rebuilt numbers of nodes that are to be built anew even if they are the same
   * @param mostBuilt of so many nodes at most it is worth going on
   */
  constructor(from: PageTree, to: PageTree, rebuilt: ReadonlySet<number>, mostBuilt: number) {
    this.#from = from;
    this.#to = to;
    this.#rebuilt = rebuilt;
    this.#mostBuilt = mostBuilt;
    if (this.#isSame(from.root, to.root)) this.#compareAll();
    else this.#isPossible = false;
  }

  /** False when the pages have too little in common, or differ in what no mutation can change. */
  get isPossible(): boolean {
    return this.#isPossible;
  }

  /** The data of a mutation event. */
  get data(): Fields {
    const { removes, adds, texts, attributes } = this;
    return { source: IncrementalSource.Mutation, removes, adds, texts, attributes };
  }

  #compareAll(): void {
    const pairs: (readonly [ReadonlyTreeNode, ReadonlyTreeNode])[] = [[this.#from.root, this.#to.root]];
    for (let pair = pairs.pop(); pair && this.#isPossible; pair = pairs.pop()) {
      const [from, to] = pair;
      this.#compareNode(from, to);
      for (const kept of this.#compareChildren(from, to)) pairs.push(kept);
    }
  }

  #compareNode({ node: before }: ReadonlyTreeNode, { id, node }: ReadonlyTreeNode): void {
    if (isPlaying(node)) this.#isPossible = false;
    if (node['textContent'] !== before['textContent'])
      this.texts.push({ id, value: node['textContent'] ?? '' });
    const [old, next] = [attributesOf(before), attributesOf(node)];
    const changes: Record<string, unknown> = {};
    for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
      if (name === 'style' || old[name] === next[name]) continue;
      if (name.startsWith(SCROLLED)) this.scrolled.add(id);
      else changes[name] = next[name] ?? null;
    }
    const [oldStyles, styles] = [this.#from.stylesOf(id), this.#to.stylesOf(id)];
    const isRestyled = old['style'] !== next['style'] || JSON.stringify(oldStyles) !== JSON.stringify(styles);
    if (isRestyled) changes['style'] = next['style'] ?? null;
    if (Object.keys(changes).length > 0) this.attributes.push({ id, attributes: changes });
    if (isRestyled && hasStyles(this.#to, id)) this.#addStyles(id);
  }

  /** Yields the children that stay. */
  *#compareChildren(
    from: ReadonlyTreeNode,
    to: ReadonlyTreeNode,
  ): Generator<readonly [ReadonlyTreeNode, ReadonlyTreeNode]> {
    const before = childrenOf(from);
    const positions = new Map(before.map(({ id }, i) => [id, i]));
    const kept = new Set<number>();
    let last = -1;
    const children = childrenOf(to);
    for (const child of children) {
      const i = positions.get(child.id) ?? -1;
      const old = before[i];
      // What has changed places with a sibling is taken out and put in again.
      if (!old || i < last || !this.#isSame(old, child)) continue;
      last = i;
      kept.add(child.id);
      yield [old, child];
    }
    for (const { id, node } of before) {
      if (kept.has(id)) continue;
      if (isDocument(node)) this.#isPossible = false;
      this.removes.push({ parentId: from.id, id, ...(node['isShadow'] === true && { isShadow: true }) });
    }
    for (const child of children.toReversed()) if (!kept.has(child.id)) this.#addTree(child, to.id);
  }

  #addTree(top: ReadonlyTreeNode, parentId: number): void {
    this.#addNode(top, parentId, nextOfKind(top)?.id ?? null);
    const parents = [top];
    for (let parent = parents.pop(); parent && this.#isPossible; parent = parents.pop()) {
      const children = childrenOf(parent);
      // The core takes rules that were recorded in one piece over into a single text node.
      const isSplit = isTag(parent.node, 'style') && children.length > 1;
      if (isSplit && attributesOf(parent.node)['_cssText'] !== undefined) this.#isPossible = false;
      for (const child of children) {
        this.#addNode(child, parent.id, null);
        parents.push(child);
      }
    }
  }

  #addNode({ id, node }: ReadonlyTreeNode, parentId: number, nextId: number | null): void {
    // Documents come with all that is in them, and after the frame: that is what whole pages are for.
    if (isDocument(node) || node['type'] === NodeType.DocumentType) this.#isPossible = false;
    this.adds.push({ parentId, nextId, node: isElement(node) ? { ...node, childNodes: [] } : node });
    this.built.add(id);
    if (this.built.size > this.#mostBuilt) this.#isPossible = false;
    if (hasStyles(this.#to, id)) this.#addStyles(id);
  }

  #addStyles(id: number): void {
    this.attributes.push({ id, attributes: { style: this.#to.stylesOf(id) } });
  }

  #isSame({ node: before, ...from }: ReadonlyTreeNode, to: ReadonlyTreeNode): boolean {
    const { id, node } = to;
    if (from.id !== id || this.#rebuilt.has(id)) return false;
    // Nothing takes the definition of an element back.
    if (before['isCustom'] === true && node['isCustom'] !== true) this.#isPossible = false;
    if (IDENTITY.some((field) => before[field] !== node[field])) return false;
    const [old, next] = [attributesOf(before), attributesOf(node)];
    for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
      if (old[name] === next[name] || name.startsWith(SCROLLED)) continue;
      const isText = [old[name], next[name]].every(
        (value) => value === undefined || typeof value === 'string',
      );
      if (!isText || BUILT_FROM.test(name) || (name === 'disabled' && isTag(node, 'link'))) return false;
    }
    // Rules that scripts have put into a style element, and what was typed, are gone when its text changes.
    const isWhole = isTag(node, 'style') || isTag(node, 'textarea');
    return !isWhole || textsOf(childrenOf({ node: before, ...from })) === textsOf(childrenOf(to));
  }
}

/** True for a film that goes on by itself: where it is follows from when its page was built. */
function isPlaying(node: ReadonlyTreeNode['node']): boolean {
  if (!isTag(node, 'video') && !isTag(node, 'audio')) return false;
  const { rr_mediaState: state, autoplay } = attributesOf(node);
  return state === undefined ? autoplay !== undefined : state === 'played';
}

function hasStyles(tree: PageTree, id: number): boolean {
  return Object.keys(tree.stylesOf(id)).length > 0;
}

function textsOf(treeNodes: readonly ReadonlyTreeNode[]): string {
  return JSON.stringify(
    treeNodes.filter(({ node }) => isText(node)).map(({ id, node }) => [id, node['textContent']]),
  );
}
