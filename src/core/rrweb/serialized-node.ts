import { NodeType } from '@rrweb/types';
import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';

/** A node as rrweb serializes it, of which nothing is certain. */
export type SerializedNode = Record<string, unknown>;

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tspan time tt u var wbr'.split(
    ' ',
  ),
);
const NO_TEXT: ReadonlySet<string> = new Set(['style', 'script', 'textarea', 'option']);

export function childNodesOf(node: SerializedNode): readonly unknown[] {
  return asArray(node['childNodes']);
}

/** Elements and documents of a tree in the order of the page. Its own stack: trees can be deeper than the call stack. */
export function* nodesOf(root: unknown): Generator<SerializedNode> {
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isRecord(node)) continue;
    yield node;
    const children = childNodesOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  }
}

export function isDocument(node: SerializedNode): boolean {
  return node['type'] === NodeType.Document;
}

export function isElement(node: SerializedNode): boolean {
  return node['type'] === NodeType.Element;
}

export function isText(node: SerializedNode): boolean {
  return node['type'] === NodeType.Text;
}

/** In lower case; empty for what is no element. */
export function tagNameOf(node: Readonly<SerializedNode> | undefined): string {
  return asText(node?.['tagName']).toLowerCase();
}

export function isTag(node: SerializedNode, name: string): boolean {
  return tagNameOf(node) === name;
}

/** To be read; none for what has none. */
export function attributesOf(node: SerializedNode): Fields {
  return asRecord(node['attributes']);
}

/** To be changed; a node without any gets some. */
export function writableAttributesOf(node: SerializedNode): Record<string, unknown> {
  if (isRecord(node['attributes'])) return node['attributes'];
  const attributes = {};
  node['attributes'] = attributes;
  return attributes;
}

/** What the replay core compares a node with one that it has by, besides attributes. */
const COMPARED = ['type', 'tagName', 'textContent', 'isSVG', 'needBlock'] as const;

/** True when a node that is added again under its number is still what it was; children do not count. */
export function isSameNode(a: Readonly<SerializedNode>, b: Readonly<SerializedNode>): boolean {
  if (COMPARED.some((field) => a[field] !== b[field])) return false;
  return JSON.stringify(a['attributes']) === JSON.stringify(b['attributes']);
}

/** True for elements that go on with the line they stand in. */
export function isInline(node: SerializedNode): boolean {
  return INLINE.has(tagNameOf(node));
}

/** False for elements in which a text is no text of the page. */
export function showsText(node: SerializedNode): boolean {
  return !NO_TEXT.has(tagNameOf(node));
}

/** The number in a node's `id`, which some tools write as text; null for anything else. */
export function nodeIdOf(value: unknown): number | null {
  const id = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof id === 'number' && Number.isFinite(id) ? id : null;
}
