import type { CostKind } from '../cost-kinds.ts';
import type { StyleTrait } from './style-rules.ts';

const DECLARATION = /^\s*([-\w]+)\s*:([^]*)$/;
const COLUMNS = /^(?:-webkit-|-moz-)?column(?:s|-count|-width)$/i;
const TRANSITION = /^(?:-webkit-|-moz-)?transition(?:-duration)?$/i;
const FILTER = /^(?:-webkit-)?(?:backdrop-)?filter$/i;
const COSTLY_FILTER = /blur|shadow|url\(/i;
/** What has an element drawn by itself, or anew with each frame. */
const EFFECT =
  /^(?:-webkit-)?(?:animation|animation-name|will-change|transform-style|perspective|animation-timeline)$/i;
const NO_EFFECT = /^\s*(?:none|auto|flat|initial|unset|revert|inherit)\b/i;
const FONT = /^font(?:-family)?$/i;
const GRID = /^grid(?:-auto-flow)?$/i;
const WRAP = /^text-wrap(?:-style)?$/i;
const ONE_COLUMN = /^\s*(?:auto|1|initial|unset|revert|none|normal)(?:\s+(?:auto|1))?\s*(?:!|$)/i;
const SHADOW = /^(?:-webkit-)?(?:box|text)-shadow$/i;
const BLUR = /\b(?:blur|drop-shadow)\(([^()]*(?:\([^()]*\)[^()]*)*)/gi;
const LENGTH =
  /(?<![-\w.#])[-+]?(\d+(?:\.\d+)?|\.\d+)(?:e\+?(\d+))?(px|r?em|v[hwib]|vmin|vmax|[sld]v\w{1,3}|in|cm|mm|pt|pc|ch|ex|q)?(?![-\w.%])/gi;
/** Two say where a shadow is, the third how blurred it is. */
const PLACE_OF_BLUR = 2;
/** Each shadow takes a browser about as long as so many other parts of a value. */
const SHADOW_PARTS = 4;
/** Parts of values that take a browser about as long as so many others, and what tells them apart. */
const PARTS_OF_HEAVY = 50;
const HEAVY_PARTS: readonly (readonly [property: RegExp, parts: RegExp])[] = [
  [/^(?:-webkit-)?animation(?:-name)?$/i, /,/g],
  [FONT, /,/g],
  [/^content$/i, /attr\(/gi],
];
const REPEATED = /\brepeat\(\s*(\d+)/gi;
const PLACE = /url\(\s*(?:["']\s*)?#([^"')\s]+)/gi;
const PIXELS: Readonly<Record<string, number>> = { px: 1, in: 96, cm: 38, mm: 4, q: 1, pt: 1.4, pc: 16 };

/** What one declaration costs. */
export interface DeclarationCost {
  /** What it is too much of whatever it is for, by how much of it. */
  readonly own: readonly (readonly [CostKind, number])[];
  /** What it costs by the elements it is for. */
  readonly traits: readonly StyleTrait[];
  readonly places: readonly string[];
  /** Fonts that it names or brings. */
  readonly families: readonly string[];
}

const FREE: DeclarationCost = { own: [], traits: [], places: [], families: [] };

/** @param text a name and its value */
export function costOfDeclaration(text: string): DeclarationCost {
  const [, name = '', value = ''] = DECLARATION.exec(withoutEscapes(text)) ?? [];
  return name === '' ? FREE : costOfValue(name, value);
}

/** @param name of a property */
export function costOfValue(name: string, value: string): DeclarationCost {
  const own: [CostKind, number][] = [];
  const traits: StyleTrait[] = [];
  const isShadow = SHADOW.test(name);
  if (isShadow)
    own.push(['blur', Math.max(...shadowsIn(value).map((shadow) => lengthIn(shadow, PLACE_OF_BLUR)))]);
  for (const [call, content = ''] of value.matchAll(BLUR))
    own.push(['blur', lengthIn(content, call.startsWith('b') || call.startsWith('B') ? 0 : PLACE_OF_BLUR)]);
  if (value.length > 1000 || value.includes('repeat('))
    own.push(['values', partsOf(value) * (isShadow ? SHADOW_PARTS : 1)]);
  const heavy = HEAVY_PARTS.find(([property]) => property.test(name));
  if (heavy) own.push(['values', (value.match(heavy[1])?.length ?? 0) * PARTS_OF_HEAVY]);
  if (FILTER.test(name) && (COSTLY_FILTER.test(value) || (/backdrop/i.test(name) && !NO_EFFECT.test(value))))
    traits.push('filters');
  if (EFFECT.test(name) && !NO_EFFECT.test(value)) traits.push('effects');
  if (WRAP.test(name) && /balance|pretty/i.test(value)) traits.push('wrapping');
  if (COLUMNS.test(name) && !ONE_COLUMN.test(value)) traits.push('columns');
  if (/^float$/i.test(name) && !/^\s*none/i.test(value)) traits.push('floats');
  if (GRID.test(name) && /dense/i.test(value)) traits.push('dense');
  if (TRANSITION.test(name) && !/^\s*(?:none|0m?s)\s*(?:!|$)/i.test(value)) traits.push('motion');
  if (/(?:open|close)-quote/i.test(value)) traits.push('quotes');
  const places = value.includes('#') ? [...value.matchAll(PLACE)].map(([, place = '']) => place) : [];
  const families = FONT.test(name) ? value.split(',') : /^src$/i.test(name) ? [value] : [];
  return own.length + traits.length + places.length + families.length === 0
    ? FREE
    : { own, traits, places, families };
}

/** Without what stands in brackets, which are colours. */
function shadowsIn(value: string): readonly string[] {
  return value.replace(/\([^()]*\)/g, '').split(',', 10_000);
}

/** One of the lengths in a text, about, in pixels. */
function lengthIn(text: string, place: number): number {
  const [, number = 0, power = 0, unit = 'px'] = [...text.matchAll(LENGTH)][place] ?? [];
  return Number(number) * 10 ** Number(power) * (PIXELS[unit.toLowerCase()] ?? 16);
}

/** How many parts a value has, those that are repeated as often as they are. */
function partsOf(value: string): number {
  let parts = 1;
  for (let at = value.indexOf(','); at >= 0; at = value.indexOf(',', at + 1)) parts++;
  for (const [, count] of value.matchAll(REPEATED)) parts += Number(count);
  return parts;
}

/** As a browser reads it: without comments, and with the characters that escapes stand for. */
function withoutEscapes(text: string): string {
  return unescaped(text.includes('/*') ? text.replace(/\/\*[^]*?(?:\*\/|$)/g, ' ') : text);
}

/** With the characters that escapes stand for. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_, code?: string, sign?: string) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)),
  );
}
