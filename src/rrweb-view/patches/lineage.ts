/**
 * A node's element and all that are around it on screen: those of the shadow roots that it is shown in, and the frames
 * that its page is in. States such as `:hover` hold for all of them.
 *
 * @param end the frame around the outermost page, which is none of the recording
 */
export function lineageOf(target: Node, end: Element): readonly Element[] {
  const elements: Element[] = [];
  for (let node: Node | null = target; node && node !== end; node = around(node)) {
    if (isElement(node)) elements.push(node);
  }
  return elements;
}

/** Frames among the elements of a lineage; the page of each is what the inner one is in. */
export function framesAmong(lineage: readonly Element[]): readonly Element[] {
  return lineage.filter(({ localName }) => localName === 'iframe');
}

/**
 * What a node stands in on its page: of what is in a shadow root the host, of a document in a frame the frame.
 *
 * @param end the frame around the outermost page, which is none of the recording
 */
export function containerOf(node: Node, end: Element): Node | null {
  const { parentNode } = node;
  if (parentNode) return isShadowRoot(parentNode) ? parentNode.host : parentNode;
  const frame = 'defaultView' in node ? (node as Document).defaultView?.frameElement : null;
  return frame && frame !== end ? frame : null;
}

function around(node: Node): Node | null {
  if ('assignedSlot' in node && node.assignedSlot) return node.assignedSlot as Node;
  if (node.parentNode) return node.parentNode;
  if (isShadowRoot(node)) return node.host;
  return node.nodeType === Node.DOCUMENT_NODE ? ((node as Document).defaultView?.frameElement ?? null) : null;
}

/** By its type: the node lives in another window, whose classes are not ours. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** Links have a `host`, too. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}
