import { link, newTreeNode, type TreeNode, treeNodesIn, unlink } from '../rrweb/tree-node.ts';

/** Which node stands where on the page at hand, by ids. */
export class NodeTree {
  #treeNodes = new Map<number, TreeNode>();

  constructor(rootId: number) {
    this.#treeNodes.set(rootId, newTreeNode({ id: rootId }));
  }

  get size(): number {
    return this.#treeNodes.size;
  }

  has(id: number): boolean {
    return this.#treeNodes.has(id);
  }

  parentOf(id: number): number | undefined {
    return this.#treeNodes.get(id)?.parent?.id;
  }

  /** The sibling after a node. */
  nextOf(id: number): number | null {
    return this.#treeNodes.get(id)?.after?.id ?? null;
  }

  /** Puts a node before a child of its parent, or behind all. Ids and parents that do not fit are left alone. */
  insert(id: number, parentId: number, beforeId: number | null = null): void {
    const parent = this.#treeNodes.get(parentId);
    if (!parent || this.#treeNodes.has(id)) return;
    const next = beforeId === null ? undefined : this.#treeNodes.get(beforeId);
    const treeNode = newTreeNode({ id });
    this.#treeNodes.set(id, treeNode);
    link(treeNode, parent, next?.parent === parent ? next : null);
  }

  /** Takes a node out with all inside of it. */
  remove(id: number): void {
    const treeNode = this.#treeNodes.get(id);
    if (!treeNode?.parent) return;
    this.clear(id);
    unlink(treeNode);
    this.#treeNodes.delete(id);
  }

  /** Takes all out that is inside of a node. */
  clear(id: number): void {
    const treeNode = this.#treeNodes.get(id);
    if (!treeNode) return;
    for (const inner of treeNodesIn(treeNode)) if (inner !== treeNode) this.#treeNodes.delete(inner.id);
    treeNode.first = treeNode.last = null;
  }
}
