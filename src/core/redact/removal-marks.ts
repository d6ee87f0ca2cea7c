import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import { REDACTED_ATTRIBUTE, REDACTED_TEXT_ATTRIBUTE } from '../rrweb/mask-traces.ts';
import {
  attributesOf,
  childNodesOf,
  isElement,
  isTag,
  isText,
  type SerializedNode,
  tagNameOf,
  writableAttributesOf,
} from '../rrweb/serialized-node.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';

/** Attributes that are seen. */
const SHOWN = ['value', 'placeholder', 'alt'];

/** What is known of fields by what happens to them later. */
interface KnownFields {
  /** Something is typed into it that is removed: it is marked when it comes. */
  isTypedInto(id: unknown): boolean;
  /** The recorder masks it: what it holds in clear all the same has to be told, whatever else was removed. */
  isMasked(id: unknown): boolean;
}

/** Not there by themselves, but in the menu around them. */
const IN_MENUS: ReadonlySet<string> = new Set(['option', 'optgroup']);

/**
 * Marks elements of which a text is removed by itself, so that it can be told from what the recorder masked: by an
 * attribute, which a copy keeps in whatever shape it is written. It is found by comparing what is left with what was.
 *
 * @param given event as it was
 * @param left what is left of it, which is edited
 * @param tree the page after the event
 */
export function markRemovals(given: Fields, left: Fields, tree: PageTree | null, fields: KnownFields): void {
  const before = asRecord(given['data']);
  const after = left['data'];
  if (!isRecord(after)) return;
  const kind = kindOf(Number(given['type']), before);
  if (kind === 'fullSnapshot') markNodes(before['node'], after['node'], fields);
  if (kind === 'mutation') markChange(before, after, tree, fields);
}

function markChange(
  before: Fields,
  after: Record<string, unknown>,
  tree: PageTree | null,
  fields: KnownFields,
): void {
  const marked = new Set<number>();
  const markAround = (id: unknown) => {
    const holder = holderOf(tree?.find(id));
    if (holder && !fields.isMasked(holder.id)) marked.add(holder.id);
  };
  for (const [was, is] of pairs(before['adds'], after['adds'])) {
    if (markNodes(was['node'], is['node'], fields)) markAround(is['parentId']);
  }
  for (const [was, is] of pairs(before['texts'], after['texts']))
    if (was['value'] !== is['value']) markAround(tree?.find(is['id'])?.parent?.id);
  for (const [was, is] of pairs(before['attributes'], after['attributes']))
    if (showsOther(was, is)) markAround(is['id']);
  if (marked.size > 0) after['attributes'] = [...asArray(after['attributes']), ...Array.from(marked, markOf)];
}

function markOf(id: unknown) {
  return { id, attributes: { [REDACTED_TEXT_ATTRIBUTE]: '' } };
}

/** @returns true when what is around the node has to be marked */
function markNodes(given: unknown, left: unknown, fields: KnownFields): boolean {
  let isAround = false;
  const stack: [was: unknown, is: unknown, holder: SerializedNode | null][] = [[given, left, null]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [was, is, around] = top;
    // What is hidden with all in it is marked as a whole.
    if (!isRecord(was) || !isRecord(is) || REDACTED_ATTRIBUTE in attributesOf(is)) continue;
    const holder = isElement(is) && !IN_MENUS.has(tagNameOf(is)) ? is : around;
    if (
      isText(is)
        ? was['textContent'] !== is['textContent']
        : showsOther(was, is) || fields.isTypedInto(is['id'])
    ) {
      if (!holder) isAround = true;
      else if (!isTag(holder, 'style') && !fields.isMasked(holder['id']))
        writableAttributesOf(holder)[REDACTED_TEXT_ATTRIBUTE] = '';
    }
    const before = childNodesOf(was);
    childNodesOf(is).forEach((child, i) => stack.push([before[i], child, holder]));
  }
  return isAround;
}

function showsOther(was: SerializedNode, is: SerializedNode): boolean {
  return SHOWN.some((name) => attributesOf(was)[name] !== attributesOf(is)[name]);
}

/** The element itself, or the menu around it. */
function holderOf(treeNode: ReadonlyTreeNode | null | undefined): ReadonlyTreeNode | null {
  let at = treeNode;
  while (at && IN_MENUS.has(tagNameOf(at.node))) at = at.parent;
  return at && isElement(at.node) && !isTag(at.node, 'style') ? at : null;
}

function* pairs(before: unknown, after: unknown): Generator<readonly [was: Fields, is: Fields]> {
  const given = asArray(before);
  for (const [i, is] of asArray(after).entries()) yield [asRecord(given[i]), asRecord(is)];
}
