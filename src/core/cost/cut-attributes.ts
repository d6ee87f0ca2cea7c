import { asArray, isRecord } from '../json.ts';
import type { CssRules } from './css-cutter.ts';
import { cutCss, refusalOf } from './css-cutter.ts';
import { costOfValue } from './declaration-cost.ts';
import { SIZES } from './element-cost.ts';

type Attributes = Record<string, unknown>;

/** Attributes with an address of a picture. */
const PICTURES = [
  'src',
  'href',
  'xlink:href',
  'poster',
  'data',
  'srcset',
  'background',
  'rr_dataURL',
] as const;
/** A picture that is none, and that nobody is told of. */
const NO_PICTURE = 'data:,';

/** Others that say what an element costs. */
const NAMES: ReadonlySet<string> = new Set([
  ...PICTURES,
  ...SIZES,
  ...['style', 'class', 'id', 'srcdoc', 'autoplay', 'd', 'points', 'type', 'list', 'face'],
]);

/** Leaves out of an element's attributes what costs too much by itself: pictures in addresses, styles. Edits them. */
export function cutAttributes(attributes: Attributes, rules: CssRules): void {
  for (const [name, value] of Object.entries(attributes)) {
    // Browsers take names in any case.
    const plain = name.toLowerCase();
    if (plain === name || !NAMES.has(plain)) continue;
    Reflect.deleteProperty(attributes, name);
    attributes[plain] = value;
  }
  for (const name of PICTURES) {
    const address = attributes[name];
    if (typeof address !== 'string' || address.length < 100) continue;
    const source = name === 'srcset' ? address.replace(/\s+[\d.]+[wx]\s*$/, '') : address;
    const tooMuch = rules.picture(source).find(([kind, cost]) => cost > rules.most(kind));
    if (!tooMuch) continue;
    rules.note(tooMuch[0], address);
    attributes[name] = NO_PICTURE;
  }
  for (const name of ['face', 'font-family']) {
    const fonts = attributes[name];
    if (typeof fonts !== 'string' || rules.families(fonts.split(','))) continue;
    rules.note('families', fonts);
    Reflect.deleteProperty(attributes, name);
  }
  const { _cssText: css, style } = attributes;
  if (typeof css === 'string') attributes['_cssText'] = cutCss(css, rules);
  // What a style of its own gives to an element is looked at with the element.
  const own = { ...rules, found: null, matching: null, sheets: null };
  if (typeof style === 'string') attributes['style'] = cutCss(style, own);
  else if (isRecord(style)) cutDeclarations(style, own);
}

/** Changed declarations: a value, a value with its priority, or false for one that is gone. */
function cutDeclarations(style: Attributes, rules: CssRules): void {
  for (const [name, change] of Object.entries(style)) {
    const value = Array.isArray(change) ? asArray(change)[0] : change;
    if (typeof value !== 'string') continue;
    const refusal = refusalOf(costOfValue(name, value), rules);
    if (!refusal) continue;
    rules.note(refusal, value);
    Reflect.deleteProperty(style, name);
  }
}
