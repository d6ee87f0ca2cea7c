/**
 * The parts of a style sheet or of a block in it: rules, statements such as `@import`, and declarations, each with what
 * ends it and the comments before it.
 */
export function partsOfCss(css: string): string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (const { index, 0: token } of css.matchAll(TOKENS)) {
    if (token === '{' || token === '(' || token === '[') depth++;
    else if (token === '}' || token === ')' || token === ']') depth = Math.max(0, depth - 1);
    const ends = depth === 0 && (token === '}' || token === ';');
    if (!ends) continue;
    const end = index + 1;
    // It belongs to no rule, and no rule is counted for it.
    if (/^\s*@charset\b/i.test(css.slice(start, end))) continue;
    parts.push(css.slice(start, end));
    start = end;
  }
  if (css.slice(start).replace(COMMENTS, '').trim() !== '') parts.push(css.slice(start));
  return parts;
}

/** What is looked past as a whole, and what opens or ends something. */
const TOKENS = /\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|\\[^]|[{}()[\];]/g;
const COMMENTS = /\/\*[^]*?(?:\*\/|$)/g;
/** Blocks of these hold rules; those of all others declarations. */
const GROUP =
  /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*@(?!font-face|page|property|counter-style|font-palette-values)/i;
const DECLARATION = /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*([\w-]+|--[^\s:]*)\s*:/;

/** Declarations without those of a property. */
export function withoutProperty(declarations: string, property: string): string {
  const wanted = property.trim().toLowerCase();
  return partsOfCss(declarations)
    .filter((part) => DECLARATION.exec(part)?.[1]?.toLowerCase() !== wanted)
    .join('');
}

type Place = number | readonly number[] | undefined;

interface Group {
  /** What stands before the block. */
  readonly prelude: string;
  readonly rules: RuleList;
}

/** Rules that scripts change by their place. What has no such place is passed over. */
export class RuleList {
  readonly #rules: (string | Group)[];

  constructor(css: string) {
    this.#rules = partsOfCss(css);
  }

  /** @param place as rrweb tells it: of a rule in another one a list of places; the first by default */
  insert(rule: string, place: Place): void {
    this.#at(place, (rules, index) => rules.#rules.splice(index, 0, rule));
  }

  remove(place: Place): void {
    this.#at(place, (rules, index) => rules.#rules.splice(index, 1));
  }

  /** @param value null takes a property away */
  declare(place: Place, property: string, value: string | null, priority: string): void {
    this.#at(place, (rules, index) => {
      const rule = rules.#rules[index];
      const block = typeof rule === 'string' ? blockOf(rule) : null;
      if (!block) return;
      const kept = withoutProperty(block.inside, property).trim();
      const set = value === null ? '' : `${property}: ${value}${priority && ` !${priority}`};`;
      const separator = kept === '' || kept.endsWith(';') || set === '' ? '' : ';';
      rules.#rules[index] = `${block.prelude}{${kept}${separator}${set}}`;
    });
  }

  /** The rules one by one. */
  texts(): string[] {
    return this.#rules.map((rule) =>
      typeof rule === 'string' ? rule : `${rule.prelude}{${rule.rules.texts().join('')}}`,
    );
  }

  #at(place: Place, change: (rules: RuleList, index: number) => void): void {
    const [index = 0, ...rest] = [place ?? 0].flat();
    if (rest.length === 0) {
      change(this, index);
      return;
    }
    const rule = this.#rules[index];
    const group = typeof rule === 'string' ? groupOf(rule) : rule;
    if (!group) return;
    this.#rules[index] = group;
    group.rules.#at(rest, change);
  }
}

function groupOf(rule: string): Group | null {
  const block = GROUP.test(rule) ? blockOf(rule) : null;
  return block && { prelude: block.prelude, rules: new RuleList(block.inside) };
}

function blockOf(rule: string): { readonly prelude: string; readonly inside: string } | null {
  for (const { index, 0: token } of rule.matchAll(TOKENS)) {
    if (token !== '{') continue;
    const end = rule.lastIndexOf('}');
    return { prelude: rule.slice(0, index), inside: rule.slice(index + 1, end > index ? end : rule.length) };
  }
  return null;
}
