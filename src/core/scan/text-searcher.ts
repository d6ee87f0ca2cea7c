import { textOfBase64 } from '../text/base64.ts';
import { type DecodedText, withoutEscapes } from '../text/decode-text.ts';
import type { LeakKind, LeakPlace, LeakRule } from './leak.ts';
import type { TextScope } from './placed-text.ts';
import { plainCharacters } from './plain-characters.ts';
import { isMasked } from './rules.ts';

/** A value in a text. */
export interface LeakMatch {
  readonly rule: LeakRule;
  readonly value: string;
  /** As it stands in the text. */
  readonly form: string;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  /** What stands before the value, decoded; up to 48 characters. */
  readonly before: string;
}

const BEFORE = 48;
const AFTER = 16;
/** So many characters of texts are remembered with what is in them; then all are forgotten. */
const MEMORY = 8 * 1024 * 1024;
/** Shorter texts are looked through faster than remembered. */
const WORTH_REMEMBERING = 40;
/** Not looked for in CSS and in names, where numbers are measures. */
const NO_NAME: ReadonlySet<LeakKind> = new Set([
  'phone',
  'card',
  'iban',
  'national-id',
  'password',
  'username',
]);
/** Numbers that stand in groups, for which there may be a cell each. */
const IN_CELLS: ReadonlySet<LeakKind> = new Set(['card', 'iban']);
const DATA_URL = /;base64,[\w+/=-]{64,}/g;
/** Runs of letters and digits that may be base64; words and names in one case are none. */
const BASE64 = /(?<![\w+/-])[\w+/-]{16,40000}={0,2}/g;
const MAY_BE_BASE64 = /[\w+/-]{16}/;
/** JSON as base64 begins so: `{"` or `[{"`. */
const BASE64_JSON = /^(?:eyJ|W3si)/;
/** Base64 in base64 is looked into so deep. */
const MAX_DEPTH = 2;
const NOTHING: readonly LeakMatch[] = [];

/** Looks for values in texts by rules. Pages repeat themselves: a text that comes again is not searched again. */
export class TextSearcher {
  readonly #inTexts: RuleSet;
  readonly #scoped: Readonly<Record<TextScope, RuleSet>>;
  #known = new Map<string, Map<string, readonly LeakMatch[]>>();
  #remembered = 0;

  constructor(rules: readonly LeakRule[]) {
    this.#inTexts = ruleSetOf(rules);
    this.#scoped = {
      name: ruleSetOf(rules.filter(({ kind }) => !NO_NAME.has(kind))),
      cells: ruleSetOf(rules.filter(({ kind }) => IN_CELLS.has(kind))),
    };
  }

  /** All values in a text, in its order, none within another. */
  search(text: string, place: LeakPlace, scope?: TextScope): readonly LeakMatch[] {
    if (text.length < WORTH_REMEMBERING) return this.#searchEncoded(text, place, scope);
    const where = `${place} ${scope}`;
    const known = this.#known.get(where)?.get(text);
    if (known) return known;
    const found = this.#searchEncoded(text, place, scope);
    this.#remember(text, where, found);
    return found;
  }

  #remember(text: string, where: string, found: readonly LeakMatch[]): void {
    this.#remembered += text.length;
    if (this.#remembered > MEMORY) {
      this.#known.clear();
      this.#remembered = text.length;
    }
    const texts = this.#known.get(where) ?? new Map<string, readonly LeakMatch[]>();
    this.#known.set(where, texts.set(text, found));
  }

  #searchEncoded(raw: string, place: LeakPlace, scope?: TextScope, depth = 0): readonly LeakMatch[] {
    const isStyle = place === 'style';
    const decoded = withoutEscapes(raw, isStyle);
    const text = withoutData(decoded?.text ?? raw);
    const rules = isStyle || scope ? this.#scoped[scope ?? 'name'] : this.#inTexts;
    const plain = plainCharacters(text);
    const found = rules.hint.test(plain) ? searchPlain({ text, plain, place }, rules) : NOTHING;
    const inside = depth < MAX_DEPTH ? this.#searchBase64(text, place, depth + 1) : NOTHING;
    const all = inside.length === 0 ? found : [...found, ...inside];
    return decoded ? all.map((match) => withForm(match, raw, decoded)) : all;
  }

  /** What is within texts that are written as base64, such as what a JWT says. */
  #searchBase64(text: string, place: LeakPlace, depth: number): readonly LeakMatch[] {
    if (!MAY_BE_BASE64.test(text)) return NOTHING;
    const found: LeakMatch[] = [];
    for (const { 0: run, index } of text.matchAll(BASE64)) {
      for (const form of partsOf(run)) {
        const isJson = BASE64_JSON.test(form);
        const inner = isJson || isOfBothCases(form) ? textOfBase64(form, isJson) : null;
        const matches = inner === null ? NOTHING : this.#searchEncoded(inner, place, undefined, depth);
        const from = index + run.indexOf(form);
        for (const match of matches) found.push({ ...match, form, from, to: from + form.length });
        // What the whole run says its parts do not say again.
        if (form === run && matches.length > 0) break;
      }
    }
    return found;
  }
}

/** A run, and what is in it behind a prefix: `session-eyJ…`. */
function partsOf(run: string): readonly string[] {
  if (!/[/_-]/.test(run)) return [run];
  return [...new Set([run, ...run.split('/'), ...run.split(/[/_-]/)])].filter(({ length }) => length >= 16);
}

function isOfBothCases(text: string): boolean {
  return /[A-Z]/.test(text) && /[a-z]/.test(text);
}

/** Rules with the same hint, which is tried once for all of them. */
interface RuleGroup {
  readonly hint: RegExp | null;
  readonly rules: RankedRule[];
}

interface RankedRule {
  readonly rule: LeakRule;
  readonly pattern: RegExp;
  readonly rank: number;
}

/** A text, and the same in plain characters. */
interface SearchedText {
  readonly text: string;
  readonly plain: string;
  readonly place: LeakPlace;
}

/** Of a text in which something may be found most rules still find nothing: some are ruled out at once. */
interface RuleBundle {
  readonly hint: RegExp;
  readonly groups: readonly RuleGroup[];
}

interface RuleSet {
  /** Matches in every text in which any rule could find something. */
  readonly hint: RegExp;
  readonly bundles: readonly RuleBundle[];
}

const GROUPS_IN_A_BUNDLE = 8;

function ruleSetOf(rules: readonly LeakRule[]): RuleSet {
  const groups = new Map<string, RuleGroup>();
  rules.forEach((rule, rank) => {
    const source = rule.hint?.source ?? '';
    const group = groups.get(source) ?? { hint: rule.hint ?? null, rules: [] };
    const { pattern } = rule;
    group.rules.push({
      rule,
      rank,
      pattern: new RegExp(pattern, pattern.global ? pattern.flags : `${pattern.flags}g`),
    });
    groups.set(source, group);
  });
  const sources = [...groups];
  const bundles: RuleBundle[] = [];
  for (let i = 0; i < sources.length; i += GROUPS_IN_A_BUNDLE) {
    const some = sources.slice(i, i + GROUPS_IN_A_BUNDLE);
    bundles.push({ hint: anyOf(some.map(([source]) => source)), groups: some.map(([, group]) => group) });
  }
  return { hint: anyOf([...groups.keys()]), bundles };
}

function anyOf(sources: readonly string[]): RegExp {
  return new RegExp(sources.join('|'));
}

/** The more telling rules' first, and nothing that shares characters with what they found. */
function searchPlain(searched: SearchedText, { bundles }: RuleSet): readonly LeakMatch[] {
  const { plain } = searched;
  const candidates: { readonly match: LeakMatch; readonly rank: number }[] = [];
  const groups = bundles.filter(({ hint }) => hint.test(plain)).flatMap((bundle) => bundle.groups);
  for (const { hint, rules } of groups) {
    if (hint && !hint.test(plain)) continue;
    for (const { rule, rank, pattern } of rules) {
      // Not by matchAll, which makes a copy of the expression for each text.
      pattern.lastIndex = 0;
      for (let found = pattern.exec(plain); found; found = pattern.exec(plain)) {
        const match = matchOf(found, searched, rule);
        if (match) candidates.push({ match, rank });
        if (found[0] === '') pattern.lastIndex++;
      }
    }
  }
  const found: LeakMatch[] = [];
  for (const { match } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (!found.some((other) => other.from < match.to && match.from < other.to)) found.push(match);
  }
  return found.sort((a, b) => a.from - b.from);
}

function matchOf(
  found: RegExpExecArray,
  { text, plain, place }: SearchedText,
  rule: LeakRule,
): LeakMatch | null {
  const value = found.groups?.['value'] ?? found[0];
  // Where a pattern has a group, it is followed by nothing that could be taken for it.
  const from = found.index + found[0].lastIndexOf(value);
  const to = from + value.length;
  const before = plain.slice(Math.max(0, from - BEFORE), from);
  const after = plain.slice(to, to + AFTER);
  if (value === '' || isMasked(value) || rule.unless?.test(before)) return null;
  if (rule.near && !rule.near.test(before)) return null;
  if (rule.check?.(value, { place, before, after }) === false) return null;
  const written = text.slice(from, to);
  return { rule, value: written, form: written, from, to, before };
}

function withForm(match: LeakMatch, raw: string, decoded: DecodedText): LeakMatch {
  const { from, to } = decoded.encoded(match);
  return { ...match, from, to, form: raw.slice(from, to) };
}

/** Blanks out what images and fonts are made of. */
function withoutData(text: string): string {
  return text.includes(';base64,') ? text.replace(DATA_URL, (data) => ' '.repeat(data.length)) : text;
}
