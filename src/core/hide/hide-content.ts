import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { type Fields, isRecord } from '../json.ts';
import { childNodesOf, isTag, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import { blankPicture } from './blank-picture.ts';
import { starsFor } from '../text/stars.ts';

/** Attributes on an element's place and looks, and on nothing that it shows. */
const LAYOUT: ReadonlySet<string> = new Set(
  (
    'class id type width height rows cols colspan rowspan span size dir lang hidden disabled readonly required ' +
    'multiple contenteditable open align valign border cellpadding cellspacing bgcolor color face start reversed ' +
    'wrap role rel is slot part exportparts tabindex data-rrweb-id data-rr-is-password'
  ).split(' '),
);
/** The same of drawings; of all other shapes nothing is left but their place in the tree. */
const SVG_LAYOUT: Readonly<Record<string, ReadonlySet<string>>> = {
  svg: new Set(['xmlns', 'viewbox', 'preserveaspectratio', 'x', 'y']),
  text: new Set(['x', 'y', 'dx', 'dy', 'font-size', 'font-family', 'text-anchor', 'transform']),
  tspan: new Set(['x', 'y', 'dx', 'dy', 'font-size', 'font-family', 'text-anchor']),
};
const RECORDED_LAYOUT =
  /^rr_(?:width|height|left|top|position|display|transform|fullscreen|scroll\w+|media\w+)$/;
/** Which of several was chosen is content too. */
const CHOICE = /^(?:checked|selected|aria-(?:checked|selected|pressed|valuenow|valuetext)|srcset|srcdoc)$/;
const STATE = /^(?:aria|data)-/;
const PLAIN_STATE = /^(?:true|false|open|closed|collapsed|expanded|horizontal|vertical)?$/;
/** Texts that an element shows. */
const SHOWN: ReadonlySet<string> = new Set(['value', 'placeholder', 'label', 'alt', 'title']);
const QUOTED = `"(?:[^"\\\\]|\\\\[^])*"|'(?:[^'\\\\]|\\\\[^])*'`;
const CSS_QUOTED = new RegExp(QUOTED, 'g');
/** Pictures, and declarations that may hold a text; the quoted names of fonts are none. */
const CSS_CONTENT = new RegExp(
  `url\\((?:${QUOTED}|[^)"'\\\\]|\\\\[^])*\\)|(?:content|--[\\w-]+)\\s*:(?:${QUOTED}|[^;}"'])*`,
  'gi',
);

type Attributes = Readonly<Record<string, unknown>>;

/** What hides nodes on a page: which ones, and the attribute that tells viewers where something was hidden. */
export interface Hiding {
  isHidden(id: unknown): boolean;
  readonly mark: string;
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
    if (isHidden) hideNode(node, tag);
    if (isHidden && !isInside && isRecord(node['attributes'])) node['attributes'][hiding.mark] = '';
    for (const child of childNodesOf(node)) {
      stack.push({ node: child, isInside: isHidden, tag: tagNameOf(node) });
    }
  }
}

/** @param tag of the parent */
function hideNode(node: SerializedNode, tag: string): void {
  if (typeof node['textContent'] === 'string')
    node['textContent'] = hiddenText(node, node['textContent'], tag);
  if (isRecord(node['attributes'])) node['attributes'] = hiddenAttributes(node, node['attributes']);
}

/**
 * What is left of a hidden text: its shape; of style sheets all that is no content.
 *
 * @param tag of the element it stands in
 */
export function hiddenText(node: Fields, text: string, tag: string): string {
  return node['isStyle'] === true || tag === 'style' ? withoutCssContent(text) : starsFor(text);
}

/**
 * What is left of attributes of a hidden element, or of changes of some: a value of null takes one away.
 *
 * @param node the element
 */
export function hiddenAttributes(node: Fields, attributes: Attributes): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const hidden = hiddenAttribute(node, name, value);
    if (hidden !== undefined) kept[name] = hidden;
  }
  // The picture that was recorded takes the place of the one at the address.
  if (kept['rr_dataURL'] === '') delete kept['rr_dataURL'];
  return kept;
}

/** Undefined for what is left out. */
function hiddenAttribute(node: Fields, name: string, value: unknown): unknown {
  if (value === null) return null;
  const key = name.toLowerCase();
  if (key === 'style' || key === '_csstext') return hiddenStyle(value);
  if (isLayout(node, key)) return value;
  if (typeof value !== 'string' || CHOICE.test(key)) return undefined;
  if (key === 'rr_dataurl') return isTag(node, 'img') ? blankPicture(value) : undefined;
  if (key === 'src') return blankPicture(value);
  if (key === 'value') return isTag(node, 'option') ? '' : starsForInput(value);
  if (SHOWN.has(key)) return starsFor(value);
  return STATE.test(key) && PLAIN_STATE.test(value) ? value : '';
}

function isLayout(node: Fields, key: string): boolean {
  if (RECORDED_LAYOUT.test(key)) return true;
  if (node['isSVG'] !== true) return LAYOUT.has(key);
  const tag = tagNameOf(node);
  if (key === 'width' || key === 'height') return tag === 'svg';
  return LAYOUT.has(key) || (SVG_LAYOUT[tag]?.has(key) ?? false);
}

/** A `style` attribute or an object of properties that changed, each a value, a pair with its priority, or false. */
function hiddenStyle(value: unknown): unknown {
  if (typeof value === 'string') return withoutCssContent(value);
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, change]) => [name, hiddenDeclaration(name, change)]),
  );
}

function hiddenDeclaration(name: string, change: unknown): unknown {
  if (Array.isArray(change)) return change.map((part) => hiddenDeclaration(name, part));
  if (typeof change !== 'string') return change;
  return withoutCssContent(`${name}:${change}`).slice(name.length + 1);
}

/** Pictures and the texts that style sheets write taken out. */
function withoutCssContent(css: string): string {
  return css.replace(CSS_CONTENT, (part) =>
    /^url/i.test(part) ? 'none' : part.replace(CSS_QUOTED, '""').replace(/url\([^)]*\)/gi, 'none'),
  );
}

/** What was typed is masked with its spaces. Source: PostHog/posthog-js: packages/rrweb/rrweb-snapshot/src/utils.ts */
export function starsForInput(text: string): string {
  return '*'.repeat(text.length);
}
