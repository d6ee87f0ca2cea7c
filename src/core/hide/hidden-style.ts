import type { Fields } from '../json.ts';

/**
 * Stands on every hidden element. Whatever a style sheet elsewhere has it show, be it a text in `::before`, a marker or
 * a picture, is in its group and as transparent: nothing inside can undo that, as it could with `visibility`.
 */
export const SHIELD = 'opacity:0!important;animation:none!important;transition:none!important';

/** Properties by which an element has its place and size. Borders have a width, but no picture. */
const LAYOUT =
  /^(?:display|position|float|clear|(?:top|right|bottom|left)|inset(?:-\w+){0,2}|(?:(?:min|max)-)?(?:width|height|(?:inline|block)-size)|(?:margin|padding)(?:-\w+){0,2}|border(?:-\w+){0,2}-width|border-(?:collapse|spacing)|box-sizing|aspect-ratio|(?:flex|place)(?:-\w+)?|order|(?:align|justify)-(?:content|items|self)|(?:row-|column-)?gap|grid-(?:template-columns|template-rows|auto-columns|auto-rows|auto-flow|row|column|(?:row|column)-(?:start|end))|overflow(?:-[xy])?|object-fit|table-layout|vertical-align|text-align|text-indent|white-space|word-break|overflow-wrap|font-size|line-height|letter-spacing|word-spacing|writing-mode|direction|columns?|column-(?:count|width)|transform|translate|rotate|scale|visibility|z-index|zoom)$/;
/** Of no more digits than a length has, with a unit or without. */
const NUMBER =
  /^[+-]?(?:\d{1,6}(?:\.\d{1,3})?|\.\d{1,3})(?:%|px|r?em|ex|ch|r?lh|pt|pc|cm|mm|in|q|fr|deg|rad|turn|[sld]?v(?:w|h|min|max|i|b))?$/;
/** Words with which no text can be spelled. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'none auto block inline flex grid table contents flow-root list-item inline-block inline-flex inline-grid ' +
    'inline-table table-row table-cell table-column table-caption table-row-group table-header-group ' +
    'table-footer-group -webkit-box absolute relative fixed sticky static left right both top bottom middle center ' +
    'start end flex-start flex-end self-start self-end space-between space-around space-evenly stretch baseline first ' +
    'last row column row-reverse column-reverse wrap nowrap wrap-reverse dense span hidden visible collapse separate ' +
    'scroll clip border-box content-box min-content max-content fit-content normal pre pre-wrap pre-line break-spaces ' +
    'break-word break-all keep-all anywhere justify inherit initial unset revert contain cover fill scale-down sub ' +
    'super text-top text-bottom thin thick medium small large x-small xx-small x-large xx-large smaller larger ltr rtl ' +
    'horizontal-tb vertical-rl vertical-lr auto-fill auto-fit calc min max clamp minmax repeat translate translatex ' +
    'translatey translatez translate3d scale scalex scaley scalez scale3d rotate rotatex rotatey rotatez rotate3d skew ' +
    'skewx skewy matrix matrix3d perspective important'
  ).split(' '),
);

/** What is left of a `style` attribute: place and size, and that it shows nothing. */
export function hiddenStyle(css: string): string {
  const kept = css.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(colon, 0)).trim();
    const value = layoutValue(name, declaration.slice(colon + 1));
    return value === null ? [] : `${name}:${value}`;
  });
  return [...kept, SHIELD].join(';');
}

/**
 * What is left of properties that changed one by one.
 *
 * @param changes each a value, a pair with its priority, or false where it was taken away
 */
export function hiddenDeclarations(changes: Fields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, change] of Object.entries(changes)) {
    const [given, priority] = Array.isArray(change) ? (change as unknown[]) : [change];
    const value = typeof given === 'string' ? layoutValue(name, given) : null;
    if (value !== null) kept[name] = priority === 'important' ? [value, priority] : value;
    else if (change === false && LAYOUT.test(name)) kept[name] = false;
  }
  return kept;
}

/** A length, or a word that any style may have; null for anything else. */
export function plainValue(value: string): string | null {
  return layoutValue('width', value);
}

/** Null for what is not about place and size, or could be about something else as well. */
function layoutValue(name: string, given: string): string | null {
  if (!LAYOUT.test(name.toLowerCase())) return null;
  const value = given.trim().replace(/\d*\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))));
  const parts = value.toLowerCase().match(/[+-]?[\w.%-]+|\S/g) ?? [];
  const isPlain = parts.every((part) => /^[(),/*+!-]$/.test(part) || WORDS.has(part) || NUMBER.test(part));
  return parts.length > 0 && isPlain ? value : null;
}
