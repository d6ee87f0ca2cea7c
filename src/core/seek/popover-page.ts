import { asText } from '../json.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import type { PopoverPage } from '../rrweb/popovers.ts';
import { attributesOf, isDocument } from '../rrweb/serialized-node.ts';
import { type ReadonlyTreeNode, treeNodesIn } from '../rrweb/tree-node.ts';

/** @param treeOf the page; made only when it is asked */
export function popoverPage(treeOf: () => Pick<PageTree, 'find'>): PopoverPage {
  return {
    around(id) {
      const ids: number[] = [];
      for (let at = treeOf().find(id); at; at = at.parent) ids.push(at.id);
      return ids;
    },
    attribute(id, name) {
      const node = treeOf().find(id)?.node;
      const value = node && attributesOf(node)[name];
      return value === undefined || value === null ? null : asText(value);
    },
    byName(name, near) {
      const start = treeOf().find(near);
      if (!start) return null;
      for (const { id, node } of treeNodesIn(rootOf(start))) if (attributesOf(node)['id'] === name) return id;
      return null;
    },
  };
}

/** The document that a node is in, or the element whose shadow root it is in. */
function rootOf(treeNode: ReadonlyTreeNode): ReadonlyTreeNode {
  let at = treeNode;
  while (at.parent && !isDocument(at.node)) {
    const isTop = at.node['isShadow'] === true;
    at = at.parent;
    if (isTop) break;
  }
  return at;
}
