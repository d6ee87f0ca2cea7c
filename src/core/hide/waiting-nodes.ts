import { asRecord, type Fields } from '../json.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import { isDocument } from '../rrweb/serialized-node.ts';
import { nextOfKind, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { copyEvent } from './copy-event.ts';

/**
 * Nodes that were added before what they are added to, or beside what is yet to come. Until they have their place
 * nobody can say whether they are in a hidden element, so they are kept back until then.
 */
export class WaitingNodes {
  /** Additions by the number of their node, in the order in which they came. */
  readonly #adds = new Map<unknown, Fields>();

  /** @param add of a node that is not on the page yet */
  keep(add: Fields): void {
    this.#adds.set(asRecord(add['node'])['id'], add);
  }

  /** Additions of those that have found their place by now. */
  take(tree: PageTree): Record<string, unknown>[] {
    const placed: Record<string, unknown>[] = [];
    for (const [id, { node }] of this.#adds) {
      const treeNode = tree.find(id);
      if (!treeNode?.parent || !isOnPage(treeNode, tree)) continue;
      this.#adds.delete(id);
      // A document comes as a whole; of others the tree knows what has changed meanwhile.
      const now = isDocument(treeNode.node) ? asRecord(node) : { ...treeNode.node, childNodes: [] };
      const nextId = nextOfKind(treeNode)?.id ?? null;
      placed.push({ parentId: treeNode.parent.id, nextId, node: copyEvent(now) });
    }
    return placed;
  }

  clear(): void {
    this.#adds.clear();
  }
}

/** False for what is waiting for its place, and for what is in it. */
export function isOnPage(treeNode: ReadonlyTreeNode, tree: PageTree): boolean {
  let at = treeNode;
  while (at.parent) at = at.parent;
  return at === tree.root;
}
