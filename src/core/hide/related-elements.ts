import { isElement, tagNameOf } from '../rrweb/serialized-node.ts';
import { childrenOf, isBeside, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';

export function* elementsBefore(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  for (let at = treeNode.before; at; at = at.before)
    if (isElement(at.node) && isBeside(at, treeNode)) yield at;
}

export function* elementsAfter(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  for (let at = treeNode.after; at; at = at.after) if (isElement(at.node) && isBeside(at, treeNode)) yield at;
}

/** From the parent up to the root of the tree, which may be a shadow root or a frame's document. */
export function* elementsAbove(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
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
export function* below(treeNode: ReadonlyTreeNode): Generator<ReadonlyTreeNode> {
  const stack = [...childrenOf(treeNode)];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (!isElement(at.node) || at.node['isShadow'] === true) continue;
    yield at;
    stack.push(...childrenOf(at));
  }
}

export function* take(treeNodes: Iterable<ReadonlyTreeNode>): Generator<ReadonlyTreeNode> {
  for (const treeNode of treeNodes) {
    yield treeNode;
    return;
  }
}

export function some(
  treeNodes: Iterable<ReadonlyTreeNode>,
  test: (treeNode: ReadonlyTreeNode) => boolean,
): boolean {
  for (const treeNode of treeNodes) if (test(treeNode)) return true;
  return false;
}

export function isSameType(a: ReadonlyTreeNode, b: ReadonlyTreeNode): boolean {
  return tagNameOf(a.node) === tagNameOf(b.node) && (a.node['isSVG'] === true) === (b.node['isSVG'] === true);
}
