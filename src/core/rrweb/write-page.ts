import { IncrementalSource } from '@rrweb/types';
import type { Fields } from '../json.ts';
import { isDocument, isElement, type SerializedNode } from './serialized-node.ts';
import { childrenOf, isFrame, type TreeNode } from './tree-node.ts';

/** A page: a document, and a mutation for what a document cannot hold. */
export interface WrittenPage {
  readonly node: SerializedNode;
  readonly rest: Fields | null;
}

/**
 * A tree as a page. Shares its nodes with the tree.
 *
 * @param attributes changes that go with it, as a mutation has them
 */
export function writePage(root: TreeNode, attributes: readonly Fields[]): WrittenPage {
  const adds: Fields[] = [];
  const documents = [root];
  for (const top of documents) {
    for (const frame of writeTree(top)) {
      const document = childrenOf(frame).find(({ node }) => isDocument(node));
      if (!document) continue;
      documents.push(document);
      adds.push({ parentId: frame.id, nextId: null, node: document.node });
    }
  }
  const isWhole = adds.length === 0 && attributes.length === 0;
  const rest = isWhole
    ? null
    : {
        source: IncrementalSource.Mutation,
        removes: [],
        adds,
        texts: [],
        attributes,
        // As recorders say it, who send each document by itself.
        ...(adds.length > 0 && { isAttachIframe: true }),
      };
  return { node: root.node, rest };
}

/** Gives each node its children back, and yields the frames, whose documents are written apart. */
function* writeTree(root: TreeNode): Generator<TreeNode> {
  const stack = [root];
  for (let treeNode = stack.pop(); treeNode; treeNode = stack.pop()) {
    const { node } = treeNode;
    if (isFrame(treeNode)) yield treeNode;
    if (!isDocument(node) && !isElement(node)) continue;
    const children = childrenOf(treeNode).filter((child) => !isDocument(child.node));
    node['childNodes'] = children.map((child) => child.node);
    for (const child of children) stack.push(child);
  }
}
