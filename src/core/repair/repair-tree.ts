import { NodeType } from '@rrweb/types';
import { asArray, isRecord } from '../json.ts';
import { isClobbering } from './clobbering.ts';
import { repairTexts } from './repair-text.ts';
import { canHostShadow, NO_CUSTOM_NAME } from '../rrweb/shadow-host.ts';
import {
  childNodesOf,
  nodeIdOf,
  type SerializedNode,
  writableAttributesOf,
} from '../rrweb/serialized-node.ts';

/** Deeper than any page is written, and as deep as a browser still lays out without running out of stack. */
const MAX_DEPTH = 256;
/** Numbers for nodes that have to be renumbered: no recorder counts so far. */
const FIRST_FREE_ID = 2 ** 45;

/** True for a number that no recorder gave. */
export function isRenumbered(id: unknown): boolean {
  return Number(id) >= FIRST_FREE_ID - 1;
}

/** Names that every browser takes; recorders write `div` for others. */
const TAG_NAME = /^[a-z_:][a-z0-9_:.-]*$/i;
const SVG_NAME = /^(svg:)?[a-z_][a-z0-9_.-]*$/i;
const CUSTOM_NAME = /^[a-z][a-z0-9_.]*-[a-z0-9_.-]*$/;
const DOCTYPE_NAME = /^[a-z][a-z0-9_.-]*$/i;
/** What recorders write for the text of a script: a word of the page, wherever that shows its scripts. */
export const SCRIPT_TEXT = 'SCRIPT_PLACEHOLDER';
const MEDIA = /^(audio|video)$/i;

export interface RepairedTree {
  /** Nodes that shared a number with an earlier one. */
  readonly duplicates: number;
  /** Nodes that were cut off because they lay too deep. */
  readonly tooDeep: number;
  /** Nodes that are none, or that cannot be where they are. */
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
export function repairTree(root: unknown, seen = new Set<number>()): RepairedTree {
  const result = { duplicates: 0, tooDeep: 0, invalid: 0, cut: 0 };
  let free = FIRST_FREE_ID;
  const stack: { node: SerializedNode; depth: number }[] = isRecord(root) ? [{ node: root, depth: 0 }] : [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    repairNode(node);
    if (repairTexts(node)) result.cut++;
    const id = nodeIdOf(node['id']);
    if (id === null || seen.has(id)) {
      if (id !== null) result.duplicates++;
      while (seen.has(free)) free++;
      node['id'] = free;
    }
    seen.add(Number(node['id']));
    const children = childNodesOf(node);
    const valid = fitting(node, children.filter(isNode));
    result.invalid += children.length - valid.length;
    const isDeepest = depth >= MAX_DEPTH;
    if (isDeepest) result.tooDeep += valid.length;
    const kept = isDeepest ? [] : withRoot(node, valid);
    if ('childNodes' in node) node['childNodes'] = kept;
    for (const child of kept.toReversed()) stack.push({ node: child, depth: depth + 1 });
  }
  return result;
}

/** True for what can be built at all: a known type and a number. */
export function isNode(value: unknown): value is SerializedNode {
  if (!isRecord(value)) return false;
  const { type } = value;
  const isType =
    typeof type === 'number' &&
    Number.isInteger(type) &&
    type >= NodeType.Document &&
    type <= NodeType.Comment;
  return (
    isType &&
    nodeIdOf(value['id']) !== null &&
    (type !== NodeType.Element || typeof value['tagName'] === 'string')
  );
}

function repairNode(node: SerializedNode): void {
  node['id'] = nodeIdOf(node['id']);
  // A document is in no other; some recorders say that it is in itself, where nobody would find it.
  if ('rootId' in node) {
    const rootId = nodeIdOf(node['rootId']);
    if (rootId === null || node['type'] === NodeType.Document) delete node['rootId'];
    else node['rootId'] = rootId;
  }
  // Documents of HTML, which all replayed ones are, refuse CDATA; what was one in XML looks like text.
  if (node['type'] === NodeType.CDATA) node['type'] = NodeType.Text;
  const { type } = node;
  if (type === NodeType.Element || type === NodeType.Document)
    node['childNodes'] = asArray(node['childNodes']);
  if (type === NodeType.Element) repairElement(node);
  else if (type === NodeType.DocumentType) repairDoctype(node);
  else if (type !== NodeType.Document) {
    const { textContent } = node;
    node['textContent'] = typeof textContent === 'string' && textContent !== SCRIPT_TEXT ? textContent : '';
  }
}

function repairElement(node: SerializedNode): void {
  const given = String(node['tagName']);
  const isSvg = node['isSVG'] === true;
  // The core keeps a table of names, and finds what every object has in it as well.
  const isName = (isSvg ? SVG_NAME : TAG_NAME).test(given) && !(given in {});
  const tagName = isName ? (isSvg && given === 'textpath' ? 'textPath' : given) : isSvg ? 'g' : 'div';
  node['tagName'] = tagName;
  // Few nodes have any of these, and what need not be deleted costs less when nobody tries.
  if ('isSVG' in node && !isSvg) delete node['isSVG'];
  if ('isCustom' in node && !isCustomName(tagName)) delete node['isCustom'];
  if ('isShadowHost' in node && !canHostShadow(node)) delete node['isShadowHost'];
  const attributes = writableAttributesOf(node);
  for (const name of Object.keys(attributes))
    if (!isAttribute(name, attributes[name], node)) Reflect.deleteProperty(attributes, name);
}

/** True for what elements can be named that a page defines. */
export function isCustomName(tagName: string): boolean {
  return CUSTOM_NAME.test(tagName) && !NO_CUSTOM_NAME.test(tagName);
}

function repairDoctype(node: SerializedNode): void {
  const { name } = node;
  node['name'] = typeof name === 'string' && DOCTYPE_NAME.test(name) ? name : 'html';
  for (const field of ['publicId', 'systemId']) {
    if (typeof node[field] !== 'string') node[field] = '';
  }
}

/** Text, numbers (scroll offsets), flags (`checked`), and null for one that was taken away. */
function isAttribute(name: string, value: unknown, { tagName, isSVG }: SerializedNode): boolean {
  if (isSVG !== true && isClobbering(name, value, String(tagName))) return false;
  if (!name.startsWith('rr_media')) {
    // An element of SVG has nothing to load a picture with.
    const isPicture = name !== 'rr_dataURL' || isSVG !== true;
    return isPicture && (value === null || ['string', 'number', 'boolean'].includes(typeof value));
  }
  // These are not written into the page but done to a player.
  if (isSVG === true || !MEDIA.test(String(tagName))) return false;
  if (name === 'rr_mediaVolume') return typeof value === 'number' && value >= 0 && value <= 1;
  if (name === 'rr_mediaPlaybackRate') return typeof value === 'number' && value >= 0.0625 && value <= 16;
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The children that may stand in a node: one doctype and one element in a document, all but these anywhere else. */
function fitting(parent: SerializedNode, children: readonly SerializedNode[]): readonly SerializedNode[] {
  if (parent['type'] !== NodeType.Document) {
    return children.filter(({ type }) => type !== NodeType.Document && type !== NodeType.DocumentType);
  }
  const root = children.findIndex(({ type }) => type === NodeType.Element);
  const doctype = children.findIndex(({ type }) => type === NodeType.DocumentType);
  const isFirst = root < 0 || doctype < root;
  return children.filter(
    ({ type }, i) => type === NodeType.Comment || i === root || (i === doctype && isFirst),
  );
}

/** The replay core looks for an element in every document. */
function withRoot({ type }: SerializedNode, children: readonly SerializedNode[]): readonly SerializedNode[] {
  if (type !== NodeType.Document || children.some((child) => child['type'] === NodeType.Element))
    return children;
  return [
    ...children,
    { type: NodeType.Element, id: FIRST_FREE_ID - 1, tagName: 'html', attributes: {}, childNodes: [] },
  ];
}
