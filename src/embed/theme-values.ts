/** The custom properties of a theme, and the CSS property whose values each takes. */
const THEME = new Map([
  ['--replay-accent', 'color'],
  ['--replay-surface', 'color'],
  ['--replay-text', 'color'],
  ['--replay-track', 'color'],
  ['--replay-hidden-color', 'color'],
  ['--replay-redacted-color', 'color'],
  ['--replay-outline-color', 'color'],
  ['--replay-font', 'font-family'],
  ['--replay-radius', 'border-radius'],
]);

export const THEME_PROPERTIES: readonly string[] = [...THEME.keys()];

/** Functions that compute a colour or a length and fetch nothing. */
const FUNCTIONS = new Set(
  'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark calc min max clamp'.split(' '),
);

const MAX_LENGTH = 200;

/**
 * Whether a theme may have a value: a colour, a list of fonts or a radius, written out. Nothing that is fetched, nothing
 * that stands for another value (`url()`, `var()`), and no escapes, which could hide either.
 *
 * @param supports as `CSS.supports`
 */
export function isThemeValue(
  name: string,
  value: unknown,
  supports: (property: string, value: string) => boolean = (property, text) => CSS.supports(property, text),
): value is string {
  const property = THEME.get(name);
  if (property === undefined || typeof value !== 'string' || value.length > MAX_LENGTH) return false;
  if (/[\\;{}@]/.test(value)) return false;
  const called = [...value.matchAll(/([\w-]*)\s*\(/g)].map(([, called = '']) => called.toLowerCase());
  return called.every((of) => FUNCTIONS.has(of)) && supports(property, value);
}
