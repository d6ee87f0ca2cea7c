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
/** In a picture the vocabulary of links may go by any name. */
const HREF = /^(?:[-\w.]+:)?href$/;
const PLACE = /url\(\s*(?:["']\s*)?#([^"')\s]+)/i;

/** Has each letter of its text placed along the shape of another element. */
export const ON_LINE = 'textpath';

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
    // A link leads somewhere, and draws nothing.
    if (HREF.test(name) && tag !== 'a') {
      const [, place] = /^\s*#(.+)$/.exec(value.trim()) ?? [];
      if (place !== undefined) found.push([attribute, decoded(place)]);
    } else if (BY_URL.has(name)) {
      const [, place] = PLACE.exec(value) ?? [];
      if (place !== undefined) found.push([attribute, decoded(place)]);
    }
  }
  return found;
}

/** At how many points of its shape an element draws its markers; once each for other references. */
export function pointsOf({ d, points }: Fields): number {
  const shape = typeof d === 'string' ? d : points;
  return typeof shape === 'string' ? Math.max(1, (shape.match(/\d[\s,a-z-]/gi)?.length ?? 0) / 2) : 1;
}

/** As how many elements the points of a shape count. */
export function weightOfPoints(points: number): number {
  return points / 1000;
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}
