import { cutCss, type CssRules } from './css-cutter.ts';
import { svgOf } from './data-address.ts';
import { DrawingGraph, type Place } from './drawing-graph.ts';
import { pixelsOf } from './picture-size.ts';
import { referencesOf } from './references.ts';
import { StyleRules } from './style-rules.ts';
import type { CostKind } from '../cost-kinds.ts';

/** Pictures in pictures in pictures are none that anybody made for others to see. */
const DEEPEST = 3;
const TAG = /<(\/?)([a-z][-\w:.]*)(?![-\w:.])([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*)>/gi;
const ATTRIBUTE = /(?<![-\w:.])([-\w:.]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Of others a browser draws nothing more than once. */
const WANTED = /href\s*=|url\(|<style/i;

/** What a picture in an address costs: how many elements are drawn, how many pixels it has. */
export function costOfPicture(
  address: string,
  rules: CssRules,
  depth = 0,
): readonly (readonly [CostKind, number])[] {
  if (!/^\s*data:/i.test(address)) return [];
  const svg = svgOf(address);
  if (svg !== null) return [['drawing', costOfSvg(svg, rules, depth)]];
  const pixels = pixelsOf(address);
  return pixels > 0 ? [['pixels', pixels]] : [];
}

/** How many elements of a drawing are drawn, each as often as others refer to it; those in its pictures too. */
function costOfSvg(svg: string, rules: CssRules, depth: number): number {
  if (!WANTED.test(svg)) return 0;
  if (depth >= DEEPEST) return Infinity;
  const graph = new DrawingGraph();
  const styles = new StyleRules();
  const open: (Place | null)[] = [];
  let pictures = 0;
  const checked = { ...rules, found: styles, note: () => undefined };
  for (const [, css = ''] of svg.matchAll(/<style[^>]*>([^<]*)/gi))
    if (cutCss(css, checked) !== css) return Infinity;
  for (const [, closes, name = '', rest = ''] of svg.matchAll(TAG)) {
    if (closes) {
      open.pop();
      continue;
    }
    const tag = name.toLowerCase();
    const attributes = Object.fromEntries(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => [
        key,
        plain(double ?? single ?? ''),
      ]),
    );
    let place = open.at(-1) ?? null;
    const { id, style, href, 'xlink:href': linked } = attributes;
    if (id !== undefined) place = graph.addPlace(id, place);
    else if (place) graph.addElement(place);
    for (const [, to] of referencesOf(tag, attributes)) graph.addReference(place, to);
    for (const to of styles.of(tag, attributes).places) graph.addReference(place, to);
    if (style !== undefined) for (const to of placesOf(style, checked)) graph.addReference(place, to);
    for (const source of [href, linked]) {
      if (source === undefined) continue;
      for (const [kind, cost] of costOfPicture(source, rules, depth + 1))
        if (kind === 'drawing') pictures += cost;
    }
    if (!rest.trimEnd().endsWith('/')) open.push(place);
    if (open.length > rules.most('depth')) return Infinity;
  }
  return graph.total + pictures;
}

/** Names of elements that an element is drawn with, by the declarations of its `style`. */
export function placesOf(style: string, rules: CssRules): readonly string[] {
  if (!style.includes('#')) return [];
  const own = new StyleRules();
  cutCss(style, { ...rules, found: own });
  return own.of('', {}).places;
}

/** With characters in place of their numbers. */
function plain(value: string): string {
  return value.replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, isHex: string, code: string) =>
    String.fromCodePoint(Math.min(parseInt(code, isHex ? 16 : 10) || 0, 0x10ffff)),
  );
}
