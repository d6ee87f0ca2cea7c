/** A line of an error's stack: of Chromium, or of Firefox and Safari. */
const FRAME = /^[ \t]+at .*(?::\d+\)?|<anonymous>\)?|\(native\))$|^[^@]*@\S*:\d+$/;

/**
 * The arguments of a console's method as one text, as a console writes it: the places `%s %d %i %f %o %O` of the first
 * are filled with those that follow it, `%c` takes a style and writes nothing, the rest comes behind.
 * Source: https://console.spec.whatwg.org/#formatter
 */
export function formatLog(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string' || rest.length === 0) return values.map(shown).join(' ');
  let used = 0;
  const text = first.replace(/%([sdifoOc%])/g, (place, kind: string) => {
    if (kind === '%') return '%';
    if (used >= rest.length) return place;
    return filled(kind, rest[used++]);
  });
  return [used > 0 ? text : shown(text), ...rest.slice(used).map(shown)].join(' ');
}

function filled(kind: string, value: unknown): string {
  switch (kind) {
    case 'c':
      return '';
    case 'd':
    case 'i':
      return String(Math.trunc(toNumber(value)));
    case 'f':
      return String(toNumber(value));
    default:
      return shown(value);
  }
}

/** Big integers were recorded as `12n`, which is not a number for JavaScript. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseFloat(value) : NaN;
}

/** A value in a line of text. Of an error the stack is left out, which is kept with the value. */
function shown(value: unknown): string {
  if (typeof value === 'string') return withoutStack(value);
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function withoutStack(text: string): string {
  const lines = text.trimEnd().split('\n');
  let end = lines.length;
  while (end > 1 && FRAME.test(lines[end - 1] ?? '')) end--;
  return end < lines.length ? lines.slice(0, end).join('\n') : text;
}
