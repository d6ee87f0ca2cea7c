import type { PageTree } from '../../rrweb/page-tree.ts';
import { isElement, tagNameOf } from '../../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../../rrweb/tree-node.ts';
import type { EntryTarget } from '../entry.ts';
import { accessibleName, shortText } from './accessible-name.ts';
import { attribute, hasAttribute } from './attribute.ts';
import { controlOf, LABELABLE } from './labels.ts';
import { roleOf } from './roles.ts';
import { selectorOf } from './selector.ts';

/** Names are cut here: as long as it likes is only what a page holds. */
const LONGEST_NAME = 300;
/** A longer text describes an element, but is no name of it. */
const LONGEST_TEXT = 60;

const INTERACTIVE_TAGS: ReadonlySet<string> = new Set(
  'a area button input label option select summary textarea video audio'.split(' '),
);
const INTERACTIVE_ROLES: ReadonlySet<string> = new Set(
  'button checkbox combobox gridcell link listbox menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton switch tab textbox treeitem'.split(
    ' ',
  ),
);

/** What a person would say was acted on at a node: the button that a picture is in, the field that a label is for. */
export function targetOf(tree: PageTree, id: number): EntryTarget | null {
  const element = elementAt(tree, id);
  return element && described(actedOn(element));
}

/** The element of a node itself. */
export function exactTargetOf(tree: PageTree, id: number): EntryTarget | null {
  const element = elementAt(tree, id);
  return element && described(element);
}

function described(element: ReadonlyTreeNode): EntryTarget {
  return {
    name: (accessibleName(element) || ownWords(element)).slice(0, LONGEST_NAME),
    role: roleOf(element) || tagNameOf(element.node),
    selector: selectorOf(element),
    nodeId: element.id,
  };
}

/** What stands in a field is its value. */
function ownWords(element: ReadonlyTreeNode): string {
  return LABELABLE.has(tagNameOf(element.node)) ? '' : shortText(element, LONGEST_TEXT);
}

function elementAt(tree: PageTree, id: number): ReadonlyTreeNode | null {
  let at = tree.find(id);
  while (at && !isElement(at.node)) at = at.parent;
  return at;
}

function actedOn(element: ReadonlyTreeNode): ReadonlyTreeNode {
  for (let at: ReadonlyTreeNode | null = element; at; at = at.parent) {
    if (tagNameOf(at.node) === 'label') return controlOf(at) ?? at;
    if (isInteractive(at)) return at;
  }
  // A drawing is one thing, whatever part of it was hit.
  let drawing: ReadonlyTreeNode | null = null;
  for (let at: ReadonlyTreeNode | null = element; at?.node['isSVG'] === true; at = at.parent) drawing = at;
  return drawing ?? element;
}

function isInteractive({ node }: ReadonlyTreeNode): boolean {
  const tag = tagNameOf(node);
  if (tag === 'a' || tag === 'area') return hasAttribute(node, 'href') || hasAttribute(node, 'role');
  if (INTERACTIVE_TAGS.has(tag) || INTERACTIVE_ROLES.has(attribute(node, 'role').toLowerCase())) return true;
  const editable = attribute(node, 'contenteditable');
  return hasAttribute(node, 'contenteditable') && editable !== 'false';
}
