import { asText, type Fields } from '../json.ts';
import { attributesOf, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import type { CostKind } from '../cost-kinds.ts';

/** A cell spans no more, whatever it says. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed', 'portal', 'fencedframe']);
const MEDIA: ReadonlySet<string> = new Set(['video', 'audio', 'bgsound']);

/** What an element costs by its name and attributes: a kind, how much of it, and how it is made cheap. */
export type ElementCost = readonly [kind: CostKind, count: number];

/** Elements that a browser makes of many others, and as how many of them each counts. */
const WEIGHTS: Readonly<Record<string, number>> = {
  input: 50,
  select: 50,
  textarea: 50,
  details: 100,
  progress: 20,
  meter: 20,
  ruby: 20,
  rt: 20,
  marquee: 5000,
  option: 20,
};
/** An element with a shadow root. */
const HOST = 50;
/** A field with a list of its own options. */
const LISTING = 1000;
/** One of a group: a browser looks at the others with each. */
const RADIO = 150;

/** As how many elements one counts. */
export function weightOf(node: SerializedNode): number {
  const tag = tagNameOf(node);
  if (node['isShadowHost'] === true) return HOST;
  const { list, type } = attributesOf(node);
  if (tag === 'input' && list !== undefined) return LISTING;
  if (tag === 'input' && /^radio$/i.test(asText(type))) return RADIO;
  return Object.hasOwn(WEIGHTS, tag) ? (WEIGHTS[tag] ?? 1) : 1;
}

/** @param tag in lower case */
export function costOfElement(tag: string, attributes: Fields): ElementCost | null {
  if (FRAMES.has(tag)) return ['frames', 1];
  if (MEDIA.has(tag)) return ['media', 1];
  if (tag === 'q') return ['quotes', 2];
  if (tag === 'canvas')
    return ['pixels', sideOf(attributes['width'], 300) * sideOf(attributes['height'], 150)];
  if (tag !== 'td' && tag !== 'th' && tag !== 'col' && tag !== 'colgroup') return null;
  const columns = Math.min(sideOf(attributes['colspan'] ?? attributes['span'], 1), MOST_COLUMNS);
  const cells = columns * Math.min(sideOf(attributes['rowspan'], 1), MOST_ROWS);
  return cells > 1 ? ['cells', cells] : null;
}

/** Attributes by which the cost of elements changes. */
export const SIZES = ['width', 'height', 'colspan', 'rowspan', 'span'] as const;

/**
 * Makes an element one that costs nothing of its kind: it keeps its place, and what its attributes make of it.
 *
 * @param attributes edited
 * @returns the name it has then
 */
export function makeCheap(kind: CostKind, tag: string, attributes: Record<string, unknown>): string {
  switch (kind) {
    case 'pixels':
      Object.assign(attributes, { width: '1', height: '1' });
      return tag;
    case 'cells':
      for (const name of ['colspan', 'rowspan', 'span']) Reflect.deleteProperty(attributes, name);
      return tag;
    case 'quotes':
      return 'span';
    default:
      for (const name of ['src', 'srcdoc', 'data', 'autoplay', 'poster', 'rr_src'])
        Reflect.deleteProperty(attributes, name);
      for (const name of Object.keys(attributes))
        if (name.startsWith('rr_media')) Reflect.deleteProperty(attributes, name);
      return 'div';
  }
}

function sideOf(value: unknown, otherwise: number): number {
  const side = typeof value === 'number' ? value : parseInt(asText(value), 10);
  return Number.isFinite(side) && side >= 0 ? side : otherwise;
}
