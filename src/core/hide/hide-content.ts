import { NodeType } from '@rrweb/types';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asRecord, asText, type Fields, isRecord } from '../json.ts';
import { childNodesOf, isElement, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import { starsFor } from '../text/stars.ts';
import { hiddenAttributes } from './hidden-attributes.ts';

/** Tags of HTML and SVG; of all others the name is the site's own. */
const TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body ' +
    'br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em ' +
    'embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i ' +
    'iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noscript object ol ' +
    'optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small ' +
    'source span strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr ' +
    'track tt u ul var video wbr svg g path rect circle ellipse line polyline polygon text tspan textpath defs use ' +
    'symbol clippath mask pattern lineargradient radialgradient stop filter foreignobject image marker desc metadata ' +
    'switch view animate animatemotion animatetransform set mpath feblend fecolormatrix fecomponenttransfer ' +
    'fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedropshadow feflood fefunca fefuncb fefuncg ' +
    'fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset fespecularlighting fetile feturbulence'
  ).split(' '),
);
/** What these hold is no text of the page, and takes no room. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['style', 'script', 'noscript', 'template', 'link']);
/** Fields of a node that say how it is built. */
const KEPT = ['type', 'id', 'rootId', 'isSVG', 'isShadow', 'isShadowHost', 'needBlock'] as const;
const MODES: ReadonlySet<unknown> = new Set(['BackCompat', 'CSS1Compat']);

/** What hides nodes on a page: which ones, and the attribute that tells viewers where something was hidden. */
export interface Hiding {
  isHidden(id: unknown): boolean;
  readonly mark: string;
  /** Tags, classes and ids that a hidden element may keep: style sheets elsewhere name them, or who hides it. */
  readonly names: ReadonlySet<string>;
}

/** Hides what is hidden in a tree. Edits the tree, which must be the caller's own, attributes included. */
export function hideInTree(root: unknown, parent: ReadonlyTreeNode | null, hiding: Hiding): void {
  const stack = [
    { node: root, isInside: parent !== null && hiding.isHidden(parent.id), tag: tagNameOf(parent?.node) },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, isInside, tag } = next;
    if (!isRecord(node)) continue;
    const isHidden = isInside || hiding.isHidden(node['id']);
    if (isHidden) hideNode(node, tag, hiding.names);
    if (isHidden && !isInside && isRecord(node['attributes'])) node['attributes'][hiding.mark] = '';
    for (const child of childNodesOf(node)) {
      stack.push({ node: child, isInside: isHidden, tag: tagNameOf(node) });
    }
  }
}

/**
 * Leaves of a node what is on a list: its kind, its place in the tree, and what gives it its shape.
 *
 * @param tag of the parent
 */
function hideNode(node: SerializedNode, tag: string, names: ReadonlySet<string>): void {
  const given = { ...node };
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key);
  Object.assign(node, pick(given, KEPT));
  node['id'] = Number(given['id']);
  if (Array.isArray(given['childNodes'])) node['childNodes'] = given['childNodes'];
  if (isElement(given)) {
    node['tagName'] = hiddenTag(given, names);
    node['attributes'] = hiddenAttributes(given, { style: null, ...asRecord(given['attributes']) }, names);
  } else if (given['type'] === NodeType.DocumentType) {
    Object.assign(node, { name: 'html', publicId: '', systemId: '' });
  } else if (given['type'] === NodeType.Document) {
    if (MODES.has(given['compatMode'])) node['compatMode'] = given['compatMode'];
  } else {
    node['textContent'] = hiddenText(given, asText(given['textContent']), tag);
  }
}

function hiddenTag(node: Fields, names: ReadonlySet<string>): string {
  const tag = tagNameOf(node);
  if (TAGS.has(tag) || names.has(tag)) return asText(node['tagName']);
  return node['isSVG'] === true ? 'g' : 'span';
}

/**
 * What is left of a hidden text: its shape, where it has one.
 *
 * @param tag of the element it stands in
 */
export function hiddenText(node: Fields, text: string, tag: string): string {
  const isShown = node['type'] === NodeType.Text && node['isStyle'] !== true && !NOT_SHOWN.has(tag);
  return isShown ? starsFor(text) : '';
}

/** Fields of a list, as long as there can be no text in them. */
export function pick(fields: Fields, names: readonly string[]): Record<string, unknown> {
  const isPlain = (value: unknown) =>
    value === null || typeof value === 'number' || typeof value === 'boolean';
  return Object.fromEntries(
    names.filter((name) => isPlain(fields[name])).map((name) => [name, fields[name]]),
  );
}
