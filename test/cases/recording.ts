/** Recordings of pages that nobody has visited, written as rrweb would. */

export interface SerializedNode {
  readonly type: number;
  readonly id: number;
  readonly [field: string]: unknown;
}

/** Milliseconds from the start, and the data of an incremental event or, with a type, of another one. */
export type Happening = readonly [at: number, data: object, type?: number];

export const START = 1_790_000_000_000;

/** @param more fields such as `isSVG`, `isShadowHost` or `isShadow` */
export function el(
  id: number,
  tagName: string,
  attributes: object = {},
  childNodes: readonly SerializedNode[] = [],
  more: object = {},
): SerializedNode {
  return { type: 2, id, tagName, attributes, childNodes, ...more };
}

export function svg(
  id: number,
  tagName: string,
  attributes: object = {},
  childNodes: readonly SerializedNode[] = [],
): SerializedNode {
  return el(id, tagName, attributes, childNodes, { isSVG: true });
}

export function text(id: number, textContent: string, more: object = {}): SerializedNode {
  return { type: 3, id, textContent, ...more };
}

export function doctype(id: number, publicId = '', systemId = ''): SerializedNode {
  return { type: 1, id, name: 'html', publicId, systemId };
}

export function page(id: number, childNodes: readonly SerializedNode[], more: object = {}): SerializedNode {
  return { type: 0, id, childNodes, ...more };
}

/** A page of HTML: its document is 1, its type 2, its root 3, its head 4, its body 5. */
export function htmlPage(
  body: readonly SerializedNode[],
  head: readonly SerializedNode[] = [],
): SerializedNode {
  return page(1, [doctype(2), el(3, 'html', {}, [el(4, 'head', {}, head), el(5, 'body', {}, body)])]);
}

/** The data of a mutation. */
export function mutation(changes: {
  readonly adds?: readonly object[];
  readonly removes?: readonly object[];
  readonly texts?: readonly object[];
  readonly attributes?: readonly object[];
  readonly isAttachIframe?: boolean;
}): object {
  return { source: 0, adds: [], removes: [], texts: [], attributes: [], ...changes };
}

/** The data of a mutation that adds a part of a page: recorders tell of each node by itself, of documents as a whole. */
export function add(parentId: number, node: SerializedNode, nextId: number | null = null): object {
  return mutation({ adds: addsOf(parentId, node, nextId) });
}

export function addsOf(parentId: number, node: SerializedNode, nextId: number | null = null): object[] {
  if (node.type === 0) return [{ parentId, nextId, node }];
  const children = (node['childNodes'] ?? []) as readonly SerializedNode[];
  const own = { parentId, nextId, node: children.length > 0 ? { ...node, childNodes: [] } : node };
  return [own, ...children.flatMap((child) => addsOf(node.id, child))];
}

/** The data of a mutation with which a frame gets its document. */
export function attach(frameId: number, document: SerializedNode): object {
  return mutation({ isAttachIframe: true, adds: addsOf(frameId, document) });
}

export function remove(parentId: number, id: number): object {
  return mutation({ removes: [{ parentId, id }] });
}

export function set(id: number, attributes: object): object {
  return mutation({ attributes: [{ id, attributes }] });
}

/** A full snapshot that is taken later. */
export function snapshot(at: number, node: SerializedNode): Happening[] {
  return [
    [at, { href: 'https://shop.example/', width: 1000, height: 700 }, 4],
    [at, { node, initialOffset: { left: 0, top: 0 } }, 2],
  ];
}

/** A recording of 1000 × 700 px and of at least so many milliseconds, in which the mouse is moved each second. */
export function recordingOf(node: SerializedNode, happenings: readonly Happening[], length = 6000): object[] {
  const last = Math.max(length, ...happenings.map(([at]) => at + 2000));
  const moves = Array.from({ length: Math.floor(last / 1000) }, (_, i): Happening => {
    const position = { x: 950, y: 650, id: node.id, timeOffset: 0 };
    return [(i + 1) * 1000 + 7, { source: 1, positions: [position] }];
  });
  return [...snapshot(0, node), ...happenings, ...moves]
    .map(([at, data, type = 3]) => ({ type, timestamp: START + at, data }))
    .sort((a, b) => a.timestamp - b.timestamp);
}
