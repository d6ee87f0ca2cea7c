import { attributesOf, isDocument, isTag, type SerializedNode, tagNameOf } from './serialized-node.ts';

/**
 * A node of a page and where it stands among others, for those who only look. Children of a shadow root stand among
 * those of its host, marked `isShadow`; the document in a frame stands in it as a child. The node's own `childNodes`
 * say nothing.
 */
export interface ReadonlyTreeNode {
  readonly id: number;
  readonly node: Readonly<SerializedNode>;
  readonly parent: ReadonlyTreeNode | null;
  readonly before: ReadonlyTreeNode | null;
  readonly after: ReadonlyTreeNode | null;
  readonly first: ReadonlyTreeNode | null;
  readonly last: ReadonlyTreeNode | null;
}

/** The same for those who build the page. */
export interface TreeNode extends ReadonlyTreeNode {
  /** As it was recorded; its children are given back to it when the page is written. */
  readonly node: SerializedNode;
  parent: TreeNode | null;
  before: TreeNode | null;
  after: TreeNode | null;
  first: TreeNode | null;
  last: TreeNode | null;
}

/** Leads to others of the same kind: from one that may be changed to those that may be. */
interface Linked<P> {
  readonly node: Readonly<SerializedNode>;
  readonly after: P | null;
  readonly first: P | null;
}

/** A node that is nowhere yet. */
export function newTreeNode(node: SerializedNode): TreeNode {
  return { id: Number(node['id']), node, parent: null, before: null, after: null, first: null, last: null };
}

/** Puts a node in front of a child of `parent`, or behind its last. */
export function link(treeNode: TreeNode, parent: TreeNode, after: TreeNode | null): void {
  const before = after ? after.before : parent.last;
  treeNode.parent = parent;
  treeNode.before = before;
  treeNode.after = after;
  if (before) before.after = treeNode;
  else parent.first = treeNode;
  if (after) after.before = treeNode;
  else parent.last = treeNode;
}

export function unlink(treeNode: TreeNode): void {
  const { parent, before, after } = treeNode;
  if (!parent) return;
  if (before) before.after = after;
  else parent.first = after;
  if (after) after.before = before;
  else parent.last = before;
  treeNode.parent = null;
  treeNode.before = null;
  treeNode.after = null;
}

/** Children of a node; those of its shadow root and the document in a frame included. */
export function childrenOf<P extends Linked<P>>({ first }: P): P[] {
  const children: P[] = [];
  for (let child = first; child; child = child.after) children.push(child);
  return children;
}

/** A node and all that is in it, in the order of the page; shadow roots and documents in frames included. */
export function* treeNodesIn(top: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  let at: ReadonlyTreeNode | null = top;
  while (at) {
    yield at;
    let next: ReadonlyTreeNode | null = at.first;
    for (let up: ReadonlyTreeNode = at; !next && up !== top; up = up.parent ?? top) next = up.after;
    at = next;
  }
}

/** The next sibling in the same tree. */
export function nextOfKind<P extends Linked<P>>(treeNode: P): P | null {
  let sibling = treeNode.after;
  while (sibling && !isBeside(sibling, treeNode)) sibling = sibling.after;
  return sibling;
}

/** How many nodes a node lies in. */
export function levelOf({ parent }: ReadonlyTreeNode): number {
  let level = 0;
  for (let at = parent; at; at = at.parent) level++;
  return level;
}

/** True for siblings of the same tree: children of a shadow root stand beside those of its host. */
export function isBeside(a: Pick<ReadonlyTreeNode, 'node'>, b: Pick<ReadonlyTreeNode, 'node'>): boolean {
  return a.node['isShadow'] === b.node['isShadow'];
}

/** True for a node that `other` is, or is in. */
export function contains(treeNode: ReadonlyTreeNode, other: ReadonlyTreeNode): boolean {
  for (let at: ReadonlyTreeNode | null = other; at; at = at.parent) if (at === treeNode) return true;
  return false;
}

/** True for a text of a style element. */
export function isInStyle(treeNode: ReadonlyTreeNode | null | undefined): boolean {
  return tagNameOf(treeNode?.parent?.node) === 'style';
}

export function isFrame({ node }: ReadonlyTreeNode): boolean {
  return isTag(node, 'iframe');
}

/** The document that a node is in, or the element whose shadow root it is in. */
export function scopeOf(treeNode: ReadonlyTreeNode): ReadonlyTreeNode {
  let at = treeNode;
  while (at.parent && !isDocument(at.node)) {
    const isTop = at.node['isShadow'] === true;
    at = at.parent;
    if (isTop) break;
  }
  return at;
}

/** The element of an id that another one can refer to. */
export function elementById(from: ReadonlyTreeNode, id: string): ReadonlyTreeNode | null {
  for (const treeNode of treeNodesIn(scopeOf(from)))
    if (attributesOf(treeNode.node)['id'] === id) return treeNode;
  return null;
}
