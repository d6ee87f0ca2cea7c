import { type AddressRules, blockCss } from './block-css.ts';

/** Attributes of SVG that hold what a style sheet could say as well. */
const STYLED = [
  'fill',
  'stroke',
  'clip-path',
  'mask',
  'filter',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
  'cursor',
];
const LINKS = ['href', 'xlink:href'];
/** Elements of SVG that refer to others of the same page. */
const OF_PAGE =
  /^(lineargradient|radialgradient|pattern|filter|textpath|mpath|tref|set|animate|animatemotion|animatetransform)$/;
/** Elements of SVG that refer to others of any document. */
const OF_ANY = /^(use|feimage)$/;

/**
 * Makes references to elements of the page lead to them, in the attributes of an element.
 *
 * @param tag null when it is not known, as of attributes that change
 */
export function keepPlaces(
  tag: string | null,
  attributes: Record<string, unknown>,
  rules: AddressRules,
): void {
  for (const name of STYLED) {
    const value = attributes[name];
    if (typeof value === 'string') attributes[name] = blockCss(value, rules);
  }
  const isOfPage = tag !== null && OF_PAGE.test(tag);
  if (tag !== null && !isOfPage && !OF_ANY.test(tag)) return;
  for (const name of LINKS) {
    const place = rules.own.placeIn(attributes[name], isOfPage);
    if (place !== null) attributes[name] = place;
  }
}
