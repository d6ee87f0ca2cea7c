import { isDocument, isElement, isTag, isText, showsText, tagNameOf } from '../../rrweb/serialized-node.ts';
import { childrenOf, elementById, type ReadonlyTreeNode, treeNodesIn } from '../../rrweb/tree-node.ts';
import { attribute, hasAttribute } from './attribute.ts';
import { labelsOf, LABELABLE } from './labels.ts';
import { roleOf } from './roles.ts';
import { collapsed, isHidden, isSpaced, ownText } from './text.ts';

/** Roles that are named by what is in them. Source: https://www.w3.org/TR/wai-aria-1.2/#namefromcontent */
const BY_CONTENT: ReadonlySet<string> = new Set(
  'button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row rowheader switch tab tooltip treeitem'.split(
    ' ',
  ),
);
/** What buttons say that say nothing themselves. */
const BUTTON_TEXTS: Readonly<Partial<Record<string, string>>> = {
  submit: 'Submit',
  reset: 'Reset',
  image: 'Submit',
};
const BUTTON_TYPES: ReadonlySet<string> = new Set(['button', 'submit', 'reset', 'image']);
/** Inputs that show `placeholder`. */
const WITHOUT_PLACEHOLDER: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'range',
  'color',
  'file',
  'hidden',
]);
/** Elements whose name stands in a child. */
const NAMING_CHILDREN: Readonly<Partial<Record<string, string>>> = {
  fieldset: 'legend',
  figure: 'figcaption',
  table: 'caption',
  svg: 'title',
  details: 'summary',
};

/** No name is made of more nodes; they can lie deeper in each other than calls can. */
const MOST_NODES = 500;

/** How a name is looked for. */
interface Walk {
  /** Nodes that count already: names can go round in circles. */
  readonly seen: Set<ReadonlyTreeNode>;
  /** Named by another element, or in one that is: hidden or not, and what is in it counts whatever its role. */
  readonly isReferenced: boolean;
  /** In an element that is named by its content. */
  readonly isInside: boolean;
}

/**
 * The accessible name of an element, by the rules of browsers as far as a page without styles allows; nothing that was
 * masked, and nothing that a user has typed, is part of it.
 * Source: https://www.w3.org/TR/accname-1.2/#computation-steps, https://www.w3.org/TR/html-aam-1.0/
 */
export function accessibleName(element: ReadonlyTreeNode): string {
  return collapsed(nameOf(element, { seen: new Set(), isReferenced: false, isInside: false }));
}

function nameOf(treeNode: ReadonlyTreeNode, walk: Walk): string {
  const { seen, isReferenced, isInside } = walk;
  if (seen.has(treeNode) || seen.size > MOST_NODES || (isHidden(treeNode) && !(isReferenced && !isInside)))
    return '';
  seen.add(treeNode);
  if (isText(treeNode.node)) return ownText(treeNode);
  if (!isElement(treeNode.node)) return isInside ? '' : contentOf(treeNode, walk);
  return (
    (isReferenced ? '' : labelledBy(treeNode, seen)) ||
    attribute(treeNode.node, 'aria-label') ||
    nativeName(treeNode, walk) ||
    contentName(treeNode, walk) ||
    attribute(treeNode.node, 'title') ||
    placeholder(treeNode)
  );
}

function labelledBy(treeNode: ReadonlyTreeNode, seen: Set<ReadonlyTreeNode>): string {
  const ids = attribute(treeNode.node, 'aria-labelledby').split(/\s+/).filter(Boolean);
  const parts = ids.map((id) => {
    const element = elementById(treeNode, id);
    // An element may name itself, by its label and its content.
    if (element === treeNode) seen.delete(treeNode);
    return element ? nameOf(element, { seen, isReferenced: true, isInside: false }) : '';
  });
  return collapsed(parts.join(' '));
}

/** What HTML names an element by. */
function nativeName(treeNode: ReadonlyTreeNode, { seen, isInside }: Walk): string {
  const { node } = treeNode;
  const tag = tagNameOf(node);
  const type = attribute(node, 'type').toLowerCase();
  if (tag === 'input' && BUTTON_TYPES.has(type))
    return (
      (type === 'image' ? attribute(node, 'alt') : attribute(node, 'value')) ||
      attribute(node, 'title') ||
      (BUTTON_TEXTS[type] ?? '')
    );
  if (tag === 'img' || tag === 'area') return attribute(node, 'alt');
  if (tag === 'optgroup' || tag === 'option') return attribute(node, 'label');
  // Within a label its control is not named again.
  if (LABELABLE.has(tag) && !isInside) {
    const labels = labelsOf(treeNode).map((label) =>
      nameOf(label, { seen, isReferenced: true, isInside: false }),
    );
    return collapsed(labels.join(' '));
  }
  const naming = NAMING_CHILDREN[tag];
  const child = naming && childrenOf(treeNode).find((inner) => isTag(inner.node, naming));
  return child ? nameOf(child, { seen, isReferenced: true, isInside: false }) : '';
}

function contentName(treeNode: ReadonlyTreeNode, walk: Walk): string {
  const isNamed = walk.isReferenced || walk.isInside || BY_CONTENT.has(roleOf(treeNode));
  return isNamed && !LABELABLE_FIELDS.has(tagNameOf(treeNode.node)) ? contentOf(treeNode, walk) : '';
}

/** What a user chose or typed is no part of a name. */
const LABELABLE_FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'meter', 'progress']);

function contentOf(treeNode: ReadonlyTreeNode, { seen, isReferenced }: Walk): string {
  if (!showsText(treeNode.node) && !isTag(treeNode.node, 'option')) return '';
  return childrenOf(treeNode)
    .filter(({ node }) => !isDocument(node))
    .map((child) => {
      const name = nameOf(child, { seen, isReferenced, isInside: true });
      return isSpaced(child) ? ` ${name} ` : name;
    })
    .join('');
}

function placeholder({ node }: ReadonlyTreeNode): string {
  const tag = tagNameOf(node);
  const isField =
    tag === 'textarea' || (tag === 'input' && !WITHOUT_PLACEHOLDER.has(attribute(node, 'type')));
  return (
    (isField && hasAttribute(node, 'placeholder') ? attribute(node, 'placeholder') : '') ||
    attribute(node, 'aria-placeholder')
  );
}

/** What stands on an element that has no name: its text, where that is short. */
export function shortText(treeNode: ReadonlyTreeNode, longest: number): string {
  let length = 0;
  for (const inner of treeNodesIn(treeNode)) {
    if (!isText(inner.node)) continue;
    length += ownText(inner).trim().length;
    if (length > longest) return '';
  }
  return collapsed(contentOf(treeNode, { seen: new Set(), isReferenced: false, isInside: false }));
}
