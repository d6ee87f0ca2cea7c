import type { PageTree } from '../../rrweb/page-tree.ts';
import { isTag } from '../../rrweb/serialized-node.ts';
import { childrenOf, type ReadonlyTreeNode } from '../../rrweb/tree-node.ts';
import { textOf } from './text.ts';

/** The title of a page; empty where it has none, or where it was masked. */
export function pageTitle(tree: PageTree | null): string {
  const child = (parent: ReadonlyTreeNode | undefined, name: string) =>
    parent && childrenOf(parent).find(({ node }) => isTag(node, name));
  const title = child(child(child(tree?.root, 'html'), 'head'), 'title');
  return title ? textOf(title) : '';
}
