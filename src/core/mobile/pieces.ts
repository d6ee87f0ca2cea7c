import type { Block, ElementNode } from './nodes.ts';

/** A wireframe's node, with what belongs to it alone, that a mutation puts under a parent. */
export interface Piece {
  readonly parentId: number;
  readonly node: ElementNode;
}

/**
 * The nodes of a mutation. SDKs tell of a changed view by itself and again inside of its changed parent: the last
 * copy counts.
 */
export class Pieces {
  #byId = new Map<number, Piece>();

  get ids(): IterableIterator<number> {
    return this.#byId.keys();
  }

  get(id: number): Piece | undefined {
    return this.#byId.get(id);
  }

  add(parentId: number, block: Block, isNested = false): void {
    const { node, children } = block;
    // Among siblings the parent's list of children tells the order; a copy by itself keeps the place of the other.
    if (isNested) this.#byId.delete(node.id);
    this.#byId.set(node.id, { parentId, node });
    for (const child of children) this.add(node.id, child, true);
  }

  /** Parents before their children; without those whose own parent is neither a piece nor on the page. */
  sorted(isOnPage: (id: number) => boolean): Piece[] {
    const siblings = new Map<number, Piece[]>();
    for (const piece of this.#byId.values()) {
      const list = siblings.get(piece.parentId);
      if (list) list.push(piece);
      else siblings.set(piece.parentId, [piece]);
    }
    const stack = [...this.#byId.values()]
      .filter(({ parentId }) => !this.#byId.has(parentId) && isOnPage(parentId))
      .reverse();
    const sorted: Piece[] = [];
    for (let piece = stack.pop(); piece; piece = stack.pop()) {
      sorted.push(piece);
      for (const child of siblings.get(piece.node.id)?.toReversed() ?? []) stack.push(child);
    }
    return sorted;
  }
}
