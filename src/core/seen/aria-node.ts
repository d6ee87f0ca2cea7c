import { hasAttribute } from '../entries/naming/attribute.ts';
import { accessibleName } from '../entries/naming/accessible-name.ts';
import { roleOf } from '../entries/naming/roles.ts';
import { isSpaced } from '../entries/naming/text.ts';
import { asText, type Fields } from '../json.ts';
import { isHiddenElement } from '../page-text/hidden-element.ts';
import { attributesOf, isElement, isTag, isText, tagNameOf } from '../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import type { ElementView, PageLayout } from './page-layout.ts';
import { Covers, viewStates } from './view-states.ts';

/** A part of a page as it is read aloud. */
export interface AriaNode {
  /** Empty for the page itself. */
  readonly role: string;
  readonly name: string;
  /** Such as `disabled` and `level=2`. */
  readonly states: readonly string[];
  readonly url: string;
  readonly children: (AriaNode | string)[];
}

/** What only events tell of a page. */
export interface PageStates {
  /** Properties that were set one by one on an element's style. */
  readonly stylesOf: (id: number) => Fields;
  /** Of a checkbox or radio button that was clicked; undefined for others. */
  readonly checkedOf: (id: number) => boolean | undefined;
  readonly find: (id: number) => ReadonlyTreeNode | null;
}

/** What is in them was typed or chosen. */
const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** A part of the page, its children still to come, and what they belong to. */
interface Frame {
  next: ReadonlyTreeNode | null;
  readonly into: AriaNode;
  readonly isSpaced: boolean;
  /** How what they are in is to be seen. */
  readonly view: ElementView;
  /** How what they belong to is told to be seen. */
  readonly toldView: ElementView;
}

/**
 * What is on a page: roles, names and texts. What was typed is not in it, and nothing that was masked.
 *
 * @param layout empty where it is not known: all that is not hidden by its tag or attributes then counts as seen
 */
export function ariaTreeOf(root: ReadonlyTreeNode, states: PageStates, layout: PageLayout): AriaNode {
  const page: AriaNode = { role: '', name: '', states: [], url: '', children: [] };
  const covers = new Covers(states.find);
  // Its own stack: trees can be deeper than the call stack.
  const frames: Frame[] = [{ next: root, into: page, isSpaced: false, view: 'seen', toldView: 'seen' }];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const treeNode = frame.next;
    if (!treeNode) {
      if (frame.isSpaced) frame.into.children.push(' ');
      frames.pop();
      continue;
    }
    frame.next = treeNode === root ? null : treeNode.after;
    const inner = enter(treeNode, frame, states, layout, covers);
    if (inner) frames.push(inner);
  }
  return page;
}

/** Takes a node in; what is in it is to follow. */
function enter(
  treeNode: ReadonlyTreeNode,
  around: Frame,
  states: PageStates,
  layout: PageLayout,
  covers: Covers,
): Frame | null {
  const { node, id, first } = treeNode;
  const { into } = around;
  if (isText(node)) {
    if (around.view !== 'hidden') into.children.push(asText(node['textContent']));
    return null;
  }
  if (!isElement(node)) return { ...around, next: first, isSpaced: false };
  const attributes = attributesOf(node);
  if (attributes['aria-hidden'] === 'true' || isHiddenElement(treeNode, states.stylesOf(id))) return null;
  const view = layout.get(id) ?? around.view;
  const role = isTag(node, 'iframe') ? 'iframe' : isTag(node, 'html') ? '' : roleOf(treeNode);
  // What is in something hidden can be seen all the same, where a style says so.
  if (role === '' || view === 'hidden') {
    const isApart = view !== 'hidden' && isSpaced(treeNode);
    if (isApart) into.children.push(' ');
    return { ...around, next: first, isSpaced: isApart, view };
  }
  const found: AriaNode = {
    role,
    name: accessibleName(treeNode),
    states: [...statesOf(treeNode, role, states), ...viewStates(treeNode, view, around.toldView, covers)],
    url: isTag(node, 'a') ? asText(attributes['href']) : '',
    children: [],
  };
  into.children.push(found);
  if (FIELDS.has(tagNameOf(node))) return null;
  return { next: first, into: found, isSpaced: false, view, toldView: view };
}

const CHECKABLE: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'switch',
  'menuitemcheckbox',
  'menuitemradio',
]);
const DISABLEABLE: ReadonlySet<string> = new Set([
  'button',
  'input',
  'select',
  'textarea',
  'option',
  'fieldset',
]);

function statesOf(
  { node, id }: ReadonlyTreeNode,
  role: string,
  { checkedOf }: PageStates,
): readonly string[] {
  const attributes = attributesOf(node);
  const tag = tagNameOf(node);
  const aria = (name: string) => asText(attributes[`aria-${name}`]);
  const states: string[] = [];
  if (CHECKABLE.has(role)) {
    const checked = aria('checked') || String(checkedOf(id) ?? hasAttribute(node, 'checked'));
    if (checked === 'mixed') states.push('checked=mixed');
    else if (checked === 'true') states.push('checked');
  }
  if (aria('disabled') === 'true' || (DISABLEABLE.has(tag) && hasAttribute(node, 'disabled')))
    states.push('disabled');
  if (aria('expanded') === 'true') states.push('expanded');
  const level = aria('level') || (role === 'heading' ? tag.slice(1) : '');
  if (/^\d$/.test(level)) states.push(`level=${level}`);
  if (aria('pressed') === 'mixed') states.push('pressed=mixed');
  else if (aria('pressed') === 'true') states.push('pressed');
  if (aria('selected') === 'true') states.push('selected');
  return states;
}
