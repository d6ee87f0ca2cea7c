import { asRecord } from '../json.ts';
import { type SerializedNode } from '../rrweb/serialized-node.ts';

/**
 * Additions in an order in which each finds its parent and its next sibling in place. The replay core takes those
 * that come too early in again and again, in proportion to the square of their number, and loses some.
 */
export function orderAdds(adds: readonly SerializedNode[]): readonly SerializedNode[] {
  if (isOrdered(adds)) return adds;
  const byId = new Map<unknown, SerializedNode>();
  for (const add of adds) byId.set(asRecord(add['node'])['id'], add);
  const ordered = new Set<SerializedNode>();
  const entered = new Set<SerializedNode>();
  for (const first of adds) {
    const stack = [first];
    for (let add = stack.at(-1); add; add = stack.at(-1)) {
      const needed = entered.has(add) ? [] : neededBy(add, byId).filter((other) => !entered.has(other));
      entered.add(add);
      if (needed.length > 0) {
        stack.push(...needed);
      } else {
        stack.pop();
        ordered.add(add);
      }
    }
  }
  return [...ordered];
}

function isOrdered(adds: readonly SerializedNode[]): boolean {
  const toCome = new Set<unknown>(adds.map(({ node }) => asRecord(node)['id']));
  return adds.every(({ parentId, nextId, node }) => {
    toCome.delete(asRecord(node)['id']);
    return !toCome.has(parentId) && !toCome.has(nextId);
  });
}

function neededBy(add: SerializedNode, byId: ReadonlyMap<unknown, SerializedNode>): SerializedNode[] {
  return [add['nextId'], add['parentId']].flatMap((id) => {
    const other = byId.get(id);
    return other && other !== add ? [other] : [];
  });
}
