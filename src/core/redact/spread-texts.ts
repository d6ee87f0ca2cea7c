import { childrenOf, type ReadonlyTreeNode, treeNodesIn } from '../rrweb/tree-node.ts';
import { asText } from '../json.ts';
import { attributesOf, isText, showsText, tagNameOf } from '../rrweb/serialized-node.ts';
import { attributeKey, textKey } from './text-places.ts';

/** A text of a page that may be a part of a longer one. */
export interface SpreadPart {
  readonly key: string;
  readonly text: string;
  /** Spaces at its ends are none of it. */
  readonly from: number;
  readonly to: number;
  readonly isField: boolean;
}

/** What was typed last into a field. */
export type Typed = (id: number) => string | undefined;

/** Characters before and after a change, and nodes on the way: what is looked for is spread over no more. */
const AROUND = 200;
const NODES_AROUND = 300;
/** An element whose shadow root shows what is in it is so few levels up. */
const LEVELS = 6;
const NODES_IN_HOST = 2000;

/** Texts in the order of the page: those in `top`, and around it. */
export function spreadAround(top: ReadonlyTreeNode, typed: Typed): readonly SpreadPart[] {
  const parts = [...partsBeside(top, typed, before).reverse()];
  for (const treeNode of treeNodesIn(top)) addPart(parts, treeNode, typed);
  return [...parts, ...partsBeside(lastIn(top), typed, after)];
}

/**
 * The same of elements with a shadow root, in the order that their slots give: those in `top`, and the nearest one
 * around it.
 */
export function* spreadInHosts(top: ReadonlyTreeNode, typed: Typed): Generator<readonly SpreadPart[]> {
  let around = top.parent;
  for (let level = 0; around && level < LEVELS && !isHost(around); level++) around = around.parent;
  if (around && isHost(around)) yield partsIn(around, typed);
  for (const treeNode of treeNodesIn(top)) if (isHost(treeNode)) yield partsIn(treeNode, typed);
}

function partsIn(host: ReadonlyTreeNode, typed: Typed): readonly SpreadPart[] {
  const parts: SpreadPart[] = [];
  const stack = [host];
  let count = 0;
  for (let at = stack.pop(); at && count < NODES_IN_HOST; at = stack.pop(), count++) {
    addPart(parts, at, typed);
    for (const child of shownIn(at).reverse()) stack.push(child);
  }
  return parts;
}

function partsBeside(
  from: ReadonlyTreeNode,
  typed: Typed,
  step: (treeNode: ReadonlyTreeNode) => ReadonlyTreeNode | null,
): SpreadPart[] {
  const parts: SpreadPart[] = [];
  let characters = 0;
  let at = step(from);
  for (let count = 0; at && count < NODES_AROUND && characters < AROUND; count++, at = step(at)) {
    const added = addPart(parts, at, typed);
    characters += added ? added.to - added.from : 0;
  }
  return parts;
}

function addPart(
  parts: SpreadPart[],
  { id, node, parent }: ReadonlyTreeNode,
  typed: Typed,
): SpreadPart | null {
  const isField = /^(?:input|textarea)$/.test(tagNameOf(node));
  if (!isField && !(isText(node) && parent && showsText(parent.node))) return null;
  const text = isField ? (typed(id) ?? asText(attributesOf(node)['value'])) : asText(node['textContent']);
  // A space may have been typed, in a text of its own.
  const own = text === ' ' ? text : text.trim();
  if (own === '') return null;
  const from = text.indexOf(own);
  const to = from + own.length;
  const part = { key: isField ? attributeKey(id, 'value') : textKey(id), text, from, to, isField };
  parts.push(part);
  return part;
}

function isHost(treeNode: ReadonlyTreeNode): boolean {
  return childrenOf(treeNode).some(({ node }) => node['isShadow'] === true);
}

/** Children as a reader sees them: those of the shadow root, and in its slots those of the element. */
function shownIn(treeNode: ReadonlyTreeNode): ReadonlyTreeNode[] {
  const children = childrenOf(treeNode);
  const shadow = children.filter(({ node }) => node['isShadow'] === true);
  if (shadow.length > 0) return shadow;
  if (tagNameOf(treeNode.node) !== 'slot') return children;
  let root = treeNode;
  while (root.parent && root.node['isShadow'] !== true) root = root.parent;
  const name = slotName(treeNode, 'name');
  const assigned = (root.parent ? childrenOf(root.parent) : []).filter(
    (child) => child.node['isShadow'] !== true && slotName(child, 'slot') === name,
  );
  return assigned.length > 0 ? assigned : children;
}

function slotName({ node }: ReadonlyTreeNode, attribute: string): string {
  return asText(attributesOf(node)[attribute]);
}

function lastIn(treeNode: ReadonlyTreeNode): ReadonlyTreeNode {
  let at = treeNode;
  while (at.last) at = at.last;
  return at;
}

function before(treeNode: ReadonlyTreeNode): ReadonlyTreeNode | null {
  return treeNode.before ? lastIn(treeNode.before) : treeNode.parent;
}

function after(treeNode: ReadonlyTreeNode): ReadonlyTreeNode | null {
  if (treeNode.first) return treeNode.first;
  let at: ReadonlyTreeNode | null = treeNode;
  while (at && !at.after) at = at.parent;
  return at?.after ?? null;
}
