/**
 * Nodes as recorders write them, but without numbers, which they get when they are put into a recording.
 *
 * @typedef {{tagName: string, attributes: object, childNodes: HostileNode[]} | {textContent: string, type?: number}} HostileNode
 */

/** @returns {HostileNode} */
export const el = (tagName, attributes = {}, ...childNodes) => ({
  type: 2,
  tagName,
  attributes,
  childNodes: childNodes.map((child) => (typeof child === 'string' ? text(child) : child)),
});

/** An element of SVG, and all elements in it. */
export const svg = (tagName, attributes = {}, ...childNodes) => {
  const node = el(tagName, attributes, ...childNodes);
  const mark = (one) => {
    if (one.type !== 2 || one.isHtml) return;
    one.isSVG = true;
    one.childNodes.forEach(mark);
  };
  mark(node);
  return node;
};

export const text = (textContent) => ({ type: 3, textContent });

export const comment = (textContent) => ({ type: 5, textContent });

/** The same nodes with numbers from a counter, and children, too. */
export function numbered(node, counter) {
  const { childNodes, ...rest } = node;
  const id = counter.next++;
  return childNodes
    ? { ...rest, id, childNodes: childNodes.map((child) => numbered(child, counter)) }
    : { ...rest, id };
}

const VOID = new Set(['base', 'embed', 'frame', 'img', 'input', 'link', 'meta', 'source', 'track']);
const RAW = new Set(['script', 'style']);

/** As the source of a page that nobody protects. */
export function toHtml({ type, tagName, attributes, childNodes, textContent }) {
  if (type === 3) return escaped(textContent);
  if (type === 4) return `<![CDATA[${textContent}]]>`;
  if (type === 5) return `<!--${textContent}-->`;
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== false && value !== null)
    .map(([name, value]) => ` ${name}="${escaped(value === true ? '' : String(value))}"`)
    .join('');
  const name = tagName.toLowerCase();
  if (VOID.has(name)) return `<${tagName}${pairs}>`;
  const inside = childNodes.map((child) => (RAW.has(name) ? child.textContent : toHtml(child))).join('');
  return `<${tagName}${pairs}>${attributes._cssText ?? ''}${inside}</${tagName}>`;
}

function escaped(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
