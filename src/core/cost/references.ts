import type { Fields } from '../json.ts';

/** Attributes of SVG that name an element to draw with. */
const BY_URL: ReadonlySet<string> = new Set([
  'clip-path',
  'mask',
  'filter',
  'fill',
  'stroke',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
]);
const HREF: ReadonlySet<string> = new Set(['href', 'xlink:href']);
/** A link leads somewhere, and draws nothing; the gradients of others are only looked up. */
const NO_DRAWING: ReadonlySet<string> = new Set(['a', 'lineargradient', 'radialgradient']);
const PLACE = /url\(\s*(?:["']\s*)?#([^"')\s]+)/i;

/**
 * Names of elements that an element of SVG is drawn with, by its attributes; those of its `style` not among them.
 *
 * @param tag in lower case; null where it is not known
 */
export function referencesOf(
  tag: string | null,
  attributes: Fields,
): (readonly [attribute: string, name: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value !== 'string' || !value.includes('#')) continue;
    const name = attribute.toLowerCase();
    if (HREF.has(name) && !NO_DRAWING.has(tag ?? '')) {
      const [, place] = /^\s*#(.+)$/.exec(value.trim()) ?? [];
      if (place !== undefined) found.push([attribute, decoded(place)]);
    } else if (BY_URL.has(name)) {
      const [, place] = PLACE.exec(value) ?? [];
      if (place !== undefined) found.push([attribute, decoded(place)]);
    }
  }
  return found;
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}
