import { NodeType } from '@rrweb/types';

/** Serialised nodes as rrweb wants them. Source: rrweb-io/rrweb: packages/types/src/index.ts */
export type WebNode = ElementNode | TextNode;

export interface ElementNode {
  readonly type: NodeType.Element;
  readonly id: number;
  readonly tagName: string;
  readonly attributes: Attributes;
  readonly childNodes: readonly WebNode[];
  readonly isSVG?: true;
}

export interface TextNode {
  readonly type: NodeType.Text;
  readonly id: number;
  readonly textContent: string;
}

export type Attributes = Readonly<Record<string, string | number | true>>;

/** What a wireframe became: its own node, with what belongs to it alone, and the wireframes inside of it. */
export interface Block {
  readonly node: ElementNode;
  readonly children: readonly Block[];
}

/** Attributes whose value is undefined are left out. */
export function element(
  id: number,
  tagName: string,
  attributes: Readonly<Record<string, string | number | true | undefined>> = {},
  childNodes: readonly WebNode[] = [],
): ElementNode {
  const kept: Record<string, string | number | true> = { 'data-rrweb-id': id };
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value;
  return { type: NodeType.Element, id, tagName, attributes: kept, childNodes };
}

export function svgElement(
  id: number,
  tagName: string,
  attributes: Readonly<Record<string, string>> = {},
  childNodes: readonly WebNode[] = [],
): ElementNode {
  return { ...element(id, tagName, attributes, childNodes), isSVG: true };
}

export function text(id: number, textContent: string): TextNode {
  return { type: NodeType.Text, id, textContent };
}

/** The block as one tree. */
export function assemble(block: Block): ElementNode {
  const { node, children } = block;
  return children.length === 0
    ? node
    : { ...node, childNodes: [...node.childNodes, ...children.map(assemble)] };
}
