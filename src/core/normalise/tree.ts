/** A node as rrweb serializes it, of which nothing is certain. */
export type SerializedNode = Record<string, unknown>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function childrenOf(node: SerializedNode): readonly unknown[] {
  return Array.isArray(node['childNodes']) ? node['childNodes'] : [];
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Elements and documents of a tree in the order of the page. Its own stack: trees can be deeper than the call stack. */
export function* nodesOf(root: unknown): Generator<SerializedNode> {
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isRecord(node)) continue;
    yield node;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  }
}
