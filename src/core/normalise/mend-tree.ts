import { mendTexts } from './mend-text.ts';
import { asArray, childrenOf, isRecord, type SerializedNode } from './tree.ts';

/** Deeper than any page is written, and as deep as a browser still builds without running out of stack. */
const MAX_DEPTH = 500;
/** Numbers for nodes that have to be renumbered: no recorder counts so far. */
const FIRST_FREE_ID = 2 ** 45;

const DOCUMENT = 0;
const ELEMENT = 2;
const LAST_NODE_TYPE = 5;

export interface MendedTree {
  /** Nodes that shared a number with an earlier one. */
  readonly duplicates: number;
  /** Nodes that were cut off because they lay too deep. */
  readonly tooDeep: number;
  /** Nodes that are none. */
  readonly invalid: number;
  /** Texts and style sheets that were cut because they were too long. */
  readonly cut: number;
}

/**
 * Makes a serialized tree one that a replay core can build: numbers as numbers and each only once, attributes and
 * children of the right kind, no deeper than a browser goes. Edits the tree, which must be the caller's own.
 *
 * @param seen numbers in use; the tree's own are added
 */
export function mendTree(root: unknown, seen = new Set<number>()): MendedTree {
  const result = { duplicates: 0, tooDeep: 0, invalid: 0, cut: 0 };
  const stack: { node: SerializedNode; depth: number }[] = isRecord(root) ? [{ node: root, depth: 0 }] : [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    mendNode(node);
    if (mendTexts(node)) result.cut++;
    const id = Number(node['id']);
    if (seen.has(id)) {
      result.duplicates++;
      node['id'] = FIRST_FREE_ID + seen.size;
    }
    seen.add(Number(node['id']));
    const children = childrenOf(node);
    const valid = children.filter(isNode);
    result.invalid += children.length - valid.length;
    const isDeepest = depth >= MAX_DEPTH;
    if (isDeepest) result.tooDeep += valid.length;
    if ('childNodes' in node) node['childNodes'] = isDeepest ? [] : valid;
    if (!isDeepest) for (const child of valid.toReversed()) stack.push({ node: child, depth: depth + 1 });
  }
  return result;
}

/** True for what can be built at all: a known type and a number. */
export function isNode(value: unknown): value is SerializedNode {
  if (!isRecord(value)) return false;
  const { type } = value;
  const isType =
    typeof type === 'number' && Number.isInteger(type) && type >= DOCUMENT && type <= LAST_NODE_TYPE;
  return isType && idOf(value['id']) !== null && (type !== ELEMENT || typeof value['tagName'] === 'string');
}

/** A node's number; some tools write it as text. Null when it is none. */
export function idOf(value: unknown): number | null {
  const id = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof id === 'number' && Number.isFinite(id) ? id : null;
}

function mendNode(node: SerializedNode): void {
  node['id'] = idOf(node['id']);
  const { type } = node;
  if (type === ELEMENT) {
    const attributes = isRecord(node['attributes']) ? node['attributes'] : {};
    node['attributes'] = Object.fromEntries(
      Object.entries(attributes).filter(([, value]) => isAttribute(value)),
    );
  }
  if (type === ELEMENT || type === DOCUMENT) node['childNodes'] = asArray(node['childNodes']);
  else if (typeof node['textContent'] !== 'string' && type !== 1) node['textContent'] = '';
}

/** Text, numbers (scroll offsets), flags (`checked`), and null for one that was taken away. */
function isAttribute(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
