import { asArray, asText, type Fields } from '../json.ts';
import { attributesOf, isTag, tagNameOf } from '../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';

/** They and all that is in them is never on the page. */
const UNSEEN: ReadonlySet<string> = new Set(
  'script style noscript template head title desc metadata datalist'.split(' '),
);

/** Attributes by which an element comes into sight or goes. */
export const HIDING_ATTRIBUTES: ReadonlySet<string> = new Set(['hidden', 'style', 'open']);

/**
 * True for an element that is out of sight with all that is in it, as far as its tag and its attributes tell. What style
 * sheets hide is not known.
 *
 * @param styles properties that were set one by one, as events tell them
 */
export function isHiddenElement({ node, parent }: ReadonlyTreeNode, styles: Fields): boolean {
  const tag = tagNameOf(node);
  if (tag === '') return false;
  const attributes = attributesOf(node);
  const isSummary = tag === 'summary';
  return (
    UNSEEN.has(tag) ||
    isOn(attributes['hidden']) ||
    (tag === 'dialog' && !isOn(attributes['open'])) ||
    (!isSummary &&
      parent !== null &&
      isTag(parent.node, 'details') &&
      !isOn(attributesOf(parent.node)['open'])) ||
    isHiddenBy(asText(attributes['style']), styles)
  );
}

function isOn(attribute: unknown): boolean {
  return attribute !== undefined && attribute !== null && attribute !== false;
}

const HIDING = [
  { property: 'display', value: 'none', written: /(^|;)\s*display\s*:\s*none\b/i },
  { property: 'visibility', value: 'hidden', written: /(^|;)\s*visibility\s*:\s*hidden\b/i },
];

function isHiddenBy(style: string, styles: Fields): boolean {
  return HIDING.some(({ property, value, written }) => {
    const set = styles[property];
    if (set !== undefined) return asText(asArray(set)[0] ?? set).trim() === value;
    return style !== '' && written.test(style);
  });
}
