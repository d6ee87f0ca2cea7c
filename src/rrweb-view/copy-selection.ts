import { LINK_ADDRESS } from '../core/rrweb/link-address.ts';

/** Addresses that are handed on with what is copied. */
const HANDED_ON = /^\s*(?:https?|mailto|tel):/i;

/**
 * Puts what is selected on a replayed page into what is copied, as text and as markup in which links have the addresses
 * they were recorded with: on the page they have none.
 */
export function copySelection(selection: Selection, clipboard: DataTransfer): void {
  clipboard.setData('text/plain', selection.toString());
  // In a document of its own nothing is loaded, nor looked up.
  const holder = document.implementation.createHTMLDocument().createElement('div');
  const range = selection.getRangeAt(0);
  holder.append(range.cloneContents());
  const around = elementOf(range.commonAncestorContainer)?.closest(`[${LINK_ADDRESS}]`);
  if (around) {
    const link = holder.ownerDocument.importNode(around, false);
    link.append(...holder.childNodes);
    holder.append(link);
  }
  for (const link of holder.querySelectorAll(`[${LINK_ADDRESS}]`)) putBack(link);
  clipboard.setData('text/html', holder.innerHTML);
}

function elementOf(node: Node): Element | null {
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}

/** By methods of this page: those of the replayed one give links no address. */
function putBack(link: Element): void {
  const address = link.getAttribute(LINK_ADDRESS) ?? '';
  link.removeAttribute(LINK_ADDRESS);
  if (HANDED_ON.test(address)) Element.prototype.setAttribute.call(link, 'href', address);
  else Element.prototype.removeAttribute.call(link, 'href');
}
