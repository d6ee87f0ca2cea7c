import { apart, cutCss, type CssRules } from './css-cutter.ts';
import { headOf, svgOf } from './data-address.ts';
import { DrawingGraph, type Place } from './drawing-graph.ts';
import { pixelsOf } from './picture-size.ts';
import { ON_LINE, pointsOf, referencesOf, weightOfPoints } from './references.ts';
import { StyleRules } from './style-rules.ts';
import { countJoined } from './text-runs.ts';
import type { CostKind } from '../cost-kinds.ts';

/** Pictures in pictures in pictures are none that anybody made for others to see. */
const DEEPEST = 3;
const MOST_SPANNED = 100;
const TAG = /<(\/?)([a-z][-\w:.]*)(?![-\w:.])([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*)>/gi;
const ATTRIBUTE = /(?<![-\w:.])([-\w:.]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Of others a browser draws nothing more than once. */
const WANTED = /href\s*=|url\(|<style|<!ENTITY|foreignObject/i;
/** Words that stand for others may stand for anything, but in the names of vocabularies, where some programs put them. */
const VOCABULARY = /\sxmlns(?::[-\w.]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g;
const ENTITY = /&(?!amp;|lt;|gt;|quot;|apos;|#)/;

/** What a picture in an address costs: how many elements are drawn, how many pixels it has. */
export function costOfPicture(
  address: string,
  rules: CssRules,
  depth = 0,
): readonly (readonly [CostKind, number])[] {
  if (!/^\s*data:\s*image/i.test(headOf(address))) return [];
  const svg = svgOf(address);
  if (svg !== null) return [['drawing', costOfSvg(svg, rules, depth)]];
  const pixels = pixelsOf(address);
  return pixels > 0 ? [['pixels', pixels]] : [];
}

/** How many elements of a drawing are drawn, each as often as others refer to it; those in its pictures too. */
function costOfSvg(svg: string, rules: CssRules, depth: number): number {
  // No drawing in UTF-8 has these.
  if (svg.includes('\0') || countJoined(plain(svg)) > rules.most('marks')) return Infinity;
  if (!WANTED.test(svg)) return 0;
  if (depth >= DEEPEST) return Infinity;
  if (/<!ENTITY/i.test(svg) && ENTITY.test(svg.replace(VOCABULARY, ''))) return Infinity;
  const graph = new DrawingGraph();
  const styles = new StyleRules();
  const open: (Place | null)[] = [];
  let pictures = 0;
  let line: readonly [place: Place | null, to: string, from: number] | null = null;
  const checked = apart(rules, styles);
  for (const [, css = ''] of svg.matchAll(/<style[^>]*>([^<]*)/gi))
    if (cutCss(css, checked) !== css) return Infinity;
  if (/foreignObject/i.test(svg) && (styles.has('columns') || !isPlainPage(svg, rules))) return Infinity;
  for (const { index, 1: closes, 2: name = '', 3: rest = '' } of svg.matchAll(TAG)) {
    const tag = name.toLowerCase().replace(/^.*:/, '');
    if (closes) {
      open.pop();
      if (tag === ON_LINE && line) graph.addReference(line[0], line[1], 1, index - line[2]);
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => [
        key,
        plain(double ?? single ?? ''),
      ]),
    );
    let place = open.at(-1) ?? null;
    const { id, style } = attributes;
    if (id !== undefined) place = graph.addPlace(id, place, tag.endsWith('marker'));
    else if (place) graph.addElement(place);
    const points = pointsOf(attributes);
    if (place && 'd' in attributes) graph.addElement(place, weightOfPoints(points));
    for (const [, to] of referencesOf(tag, attributes)) {
      graph.addReference(place, to, points);
      if (tag === ON_LINE) line = [place, to, index];
    }
    for (const to of styles.of(tag, attributes).places) graph.addReference(place, to, points);
    if (style !== undefined) for (const to of placesOf(style, checked)) graph.addReference(place, to, points);
    for (const [key, source] of Object.entries(attributes)) {
      if (!key.endsWith('href')) continue;
      for (const [kind, cost] of costOfPicture(source, rules, depth + 1))
        if (kind === 'drawing') pictures += cost;
    }
    if (!rest.trimEnd().endsWith('/')) open.push(place);
    if (open.length > rules.most('depth')) return Infinity;
  }
  return graph.total + pictures;
}

/** True where elements of HTML in a drawing have by their attributes no columns, cells or values that could cost much. */
function isPlainPage(svg: string, rules: CssRules): boolean {
  const found = new StyleRules();
  const checked = apart(rules, found);
  for (const [, key = '', double, single] of svg.matchAll(ATTRIBUTE)) {
    const value = plain(double ?? single ?? '');
    if (/^(?:col|row)?span$/i.test(key) && Number.parseInt(value, 10) > MOST_SPANNED) return false;
    if (/^style$/i.test(key) && cutCss(value, checked) !== value) return false;
  }
  return !found.has('columns');
}

/** Names of elements that an element is drawn with, by the declarations of its `style`. */
function placesOf(style: string, rules: CssRules): readonly string[] {
  if (!style.includes('#')) return [];
  const own = new StyleRules();
  cutCss(style, apart(rules, own));
  return own.of('', {}).places;
}

/** With characters in place of their numbers. */
function plain(value: string): string {
  return value.replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, isHex: string, code: string) =>
    String.fromCodePoint(Math.min(parseInt(code, isHex ? 16 : 10) || 0, 0x10ffff)),
  );
}
