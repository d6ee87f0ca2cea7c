import { asText, type Fields } from '../json.ts';
import type { MaskingRules } from '../recording.ts';
import {
  COVERED_ATTRIBUTE,
  hasClass,
  isBlocked,
  isIgnored,
  isMaskedSelect,
  isMaskedText,
  isMaskedValue,
  isRedactedText,
  isUnrecordedFrame,
  type MaskKind,
  masksType,
  REDACTED_ATTRIBUTE,
  REDACTED_TEXT_ATTRIBUTE,
  WHOLE_ATTRIBUTES,
} from './mask-traces.ts';
import { attributesOf, isTag, isText, showsText, tagNameOf } from './serialized-node.ts';
import { childrenOf, type ReadonlyTreeNode, treeNodesIn } from './tree-node.ts';

const CONTROLS: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

/** What is known of a page besides its nodes. */
interface PageFacts {
  /** Of that moment. */
  readonly rules: MaskingRules | null;
  /** What was entered into a control since the page was there; undefined for nothing. */
  readonly valueOf: (id: number) => string | undefined;
  /** True for a canvas that was drawn on. */
  readonly isDrawn: (id: number) => boolean;
}

/** How an element is hidden, by the traces that this leaves; null for one that is not. */
export function maskKindOf(treeNode: ReadonlyTreeNode, page: PageFacts): MaskKind | null {
  const kind = ownKindOf(treeNode, tagNameOf(treeNode.node), attributesOf(treeNode.node), page);
  return kind && hasAncestor(treeNode.parent, isWhole) ? null : kind;
}

function ownKindOf(
  treeNode: ReadonlyTreeNode,
  tag: string,
  attributes: Fields,
  page: PageFacts,
): MaskKind | null {
  // Without a parent it is waiting for its place.
  if (tag === '' || !treeNode.parent) return null;
  if (COVERED_ATTRIBUTE in attributes) return 'covered';
  if (isBlocked(attributes)) return 'blocked';
  if (REDACTED_ATTRIBUTE in attributes) return 'redacted';
  if (tag === 'iframe') return isUnrecordedFrame(attributes) ? 'frame' : null;
  if (tag === 'canvas')
    return attributes['rr_dataURL'] === undefined && !page.isDrawn(treeNode.id) ? 'canvas' : null;
  if (CONTROLS.has(tag)) return controlKind(treeNode, tag, attributes, page);
  if (hasRedactedText(treeNode, attributes['alt'])) return 'redacted';
  return showsText(treeNode.node) && hasMaskedText(treeNode, page.rules) ? 'text' : null;
}

function controlKind(
  treeNode: ReadonlyTreeNode,
  tag: string,
  attributes: Fields,
  { rules, valueOf }: PageFacts,
): MaskKind | null {
  const isPassword = 'data-rr-is-password' in attributes;
  const type = isPassword ? 'password' : tag === 'input' ? asText(attributes['type']) || 'text' : tag;
  if (isIgnored(asText(attributes['class']), type.toLowerCase(), rules)) return 'ignored';
  const value = valueOf(treeNode.id) ?? attributes['value'] ?? treeNode.first?.node['textContent'];
  if (hasRedactedText(treeNode, asText(value) || attributes['placeholder'])) return 'redacted';
  if (isMaskedSelect(attributes)) return 'input';
  return isMaskedValue(value) && masksType(type.toLowerCase(), rules) ? 'input' : null;
}

function hasMaskedText(treeNode: ReadonlyTreeNode, rules: MaskingRules | null): boolean {
  const name = rules?.maskTextClass ?? 'ph-mask';
  const isInMaskedClass = () =>
    hasAncestor(treeNode, (at) => hasClass(asText(attributesOf(at.node)['class']), name));
  return childrenOf(treeNode).some(
    ({ node }) => isText(node) && isMaskedText(asText(node['textContent']), isInMaskedClass),
  );
}

/** @param shown what else the element shows than texts within */
function hasRedactedText(treeNode: ReadonlyTreeNode, shown: unknown): boolean {
  if (!(REDACTED_TEXT_ATTRIBUTE in attributesOf(treeNode.node))) return false;
  // Those of a menu are in its options.
  const within = isTag(treeNode.node, 'select') ? [...treeNodesIn(treeNode)] : childrenOf(treeNode);
  return (
    isRedactedText(shown) || within.some(({ node }) => isText(node) && isRedactedText(node['textContent']))
  );
}

function hasAncestor(
  treeNode: ReadonlyTreeNode | null,
  fits: (treeNode: ReadonlyTreeNode) => boolean,
): boolean {
  for (let at = treeNode; at; at = at.parent) if (fits(at)) return true;
  return false;
}

/** Hidden with all in it. */
function isWhole(treeNode: ReadonlyTreeNode): boolean {
  return WHOLE_ATTRIBUTES.some((name) => name in attributesOf(treeNode.node));
}
