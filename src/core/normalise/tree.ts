import { NodeType } from '@rrweb/types';
import { isRecord } from '../json.ts';
/** A node as rrweb serializes it, of which nothing is certain. */
export type SerializedNode = Record<string, unknown>;

export function childrenOf(node: SerializedNode): readonly unknown[] {
  return Array.isArray(node['childNodes']) ? node['childNodes'] : [];
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

export function isDocument(node: SerializedNode): boolean {
  return node['type'] === NodeType.Document;
}

export function isText(node: SerializedNode): boolean {
  return node['type'] === NodeType.Text;
}

export function isTag({ tagName }: SerializedNode, name: string): boolean {
  return typeof tagName === 'string' && tagName.toLowerCase() === name;
}
