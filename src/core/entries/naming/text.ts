import { asText } from '../../json.ts';
import { isBlocked } from '../../rrweb/mask-traces.ts';
import {
  attributesOf,
  isDocument,
  isInline,
  isText,
  showsText,
  tagNameOf,
} from '../../rrweb/serialized-node.ts';
import { childrenOf, type ReadonlyTreeNode } from '../../rrweb/tree-node.ts';
import { attribute, hasAttribute, isStars } from './attribute.ts';

/** Nobody reads on; a page can be as long as it likes. */
const LONGEST = 1000;

const HIDDEN_STYLE = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** True for what neither shows nor is read aloud, as far as attributes tell: what styles hide, only a browser knows. */
export function isHidden({ node }: ReadonlyTreeNode): boolean {
  return (
    hasAttribute(node, 'hidden') ||
    attribute(node, 'aria-hidden') === 'true' ||
    HIDDEN_STYLE.test(attribute(node, 'style')) ||
    isBlocked(attributesOf(node))
  );
}

/** The recorded text of a text node; empty where it was masked. */
export function ownText({ node }: ReadonlyTreeNode): string {
  const text = asText(node['textContent']);
  return isStars(text) ? '' : text;
}

/** The text in an element as it is read, without what is hidden or was masked. */
export function textOf(top: ReadonlyTreeNode): string {
  const parts: string[] = [];
  let length = 0;
  const stack: (ReadonlyTreeNode | string)[] = [top];
  while (stack.length > 0 && length < LONGEST) {
    const at = stack.pop();
    if (at === undefined) break;
    const text = typeof at === 'string' ? at : isText(at.node) ? ownText(at) : null;
    if (text !== null) {
      parts.push(text);
      length += text.length;
    } else if (typeof at !== 'string' && (at === top || isRead(at))) {
      const space = isSpaced(at) ? ' ' : '';
      stack.push(space, ...childrenOf(at).reverse(), space);
    }
  }
  return collapsed(parts.join(''));
}

function isRead(treeNode: ReadonlyTreeNode): boolean {
  return !isHidden(treeNode) && showsText(treeNode.node) && !isDocument(treeNode.node);
}

/** True for elements that do not go on with the line they stand in. */
export function isSpaced({ node }: ReadonlyTreeNode): boolean {
  return tagNameOf(node) !== '' && !isInline(node);
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
