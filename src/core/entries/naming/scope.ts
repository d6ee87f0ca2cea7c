import { isDocument } from '../../rrweb/serialized-node.ts';
import { type ReadonlyTreeNode, treeNodesIn } from '../../rrweb/tree-node.ts';
import { attributesOf } from '../../rrweb/serialized-node.ts';

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
