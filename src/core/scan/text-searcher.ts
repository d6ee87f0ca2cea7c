import { type DecodedText, decodeText } from './decode-text.ts';
import type { LeakPlace, LeakRule } from './leak.ts';
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
/** What people read is spelled as it is. */
const PLAIN_PLACES: ReadonlySet<LeakPlace> = new Set(['text', 'canvas', 'input', 'style', 'marker']);
/** Not looked for in CSS, where numbers are measures. */
const NO_STYLE: ReadonlySet<string> = new Set(['phone', 'card', 'iban', 'national-id', 'password']);
const DATA_URL = /;base64,[\w+/=-]{64,}/g;
/** JSON as base64 begins so: `{"` or `[{"`. */
const BASE64_JSON = /(?<![\w+/-])(?:eyJ|W3si)[\w+/-]{12,40000}={0,2}/g;
const BASE64_START = /(?:eyJ|W3si)[\w+/-]{12}/;
/** Base64 in base64 is looked into so deep. */
const MAX_DEPTH = 2;
const NOTHING: readonly LeakMatch[] = [];

/** Looks for values in texts by rules. Pages repeat themselves: a text that comes again is not searched again. */
export class TextSearcher {
  readonly #inTexts: RuleSet;
  readonly #inStyles: RuleSet;
  #known = new Map<LeakPlace, Map<string, readonly LeakMatch[]>>();
  #remembered = 0;

  constructor(rules: readonly LeakRule[]) {
    this.#inTexts = ruleSetOf(rules);
    this.#inStyles = ruleSetOf(rules.filter(({ kind }) => !NO_STYLE.has(kind)));
  }

  /** All values in a text, in its order, none within another. */
  search(text: string, place: LeakPlace): readonly LeakMatch[] {
    if (text.length < WORTH_REMEMBERING) return this.#searchEncoded(text, place);
    const known = this.#known.get(place)?.get(text);
    if (known) return known;
    const found = this.#searchEncoded(text, place);
    this.#remember(text, place, found);
    return found;
  }

  #remember(text: string, place: LeakPlace, found: readonly LeakMatch[]): void {
    this.#remembered += text.length;
    if (this.#remembered > MEMORY) {
      this.#known.clear();
      this.#remembered = text.length;
    }
    const texts = this.#known.get(place) ?? new Map<string, readonly LeakMatch[]>();
    this.#known.set(place, texts.set(text, found));
  }

  #searchEncoded(raw: string, place: LeakPlace, depth = 0): readonly LeakMatch[] {
    const decoded = PLAIN_PLACES.has(place) ? null : decodeText(raw);
    const text = withoutData(decoded?.text ?? raw);
    const rules = place === 'style' ? this.#inStyles : this.#inTexts;
    if (!rules.hint.test(text)) return NOTHING;
    const found = searchPlain(text, place, rules);
    const all = depth < MAX_DEPTH ? [...found, ...this.#searchBase64(text, place, depth + 1)] : found;
    return decoded ? all.map((match) => withForm(match, raw, decoded)) : all;
  }

  /** What is within JSON that is written as base64, such as what a JWT says. */
  #searchBase64(text: string, place: LeakPlace, depth: number): LeakMatch[] {
    const found: LeakMatch[] = [];
    if (!BASE64_START.test(text)) return found;
    for (const { 0: form, index } of text.matchAll(BASE64_JSON)) {
      const json = fromBase64(form);
      if (json === null) continue;
      // As a body: it has escapes.
      for (const match of this.#searchEncoded(json, place === 'text' ? 'custom' : place, depth)) {
        found.push({ ...match, form, from: index, to: index + form.length });
      }
    }
    return found;
  }
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

interface RuleSet {
  /** Matches in every text in which any rule could find something. */
  readonly hint: RegExp;
  readonly groups: readonly RuleGroup[];
}

function ruleSetOf(rules: readonly LeakRule[]): RuleSet {
  const groups = new Map<string, RuleGroup>();
  rules.forEach((rule, rank) => {
    const source = rule.hint?.source ?? '';
    const group = groups.get(source) ?? { hint: rule.hint ?? null, rules: [] };
    const { pattern } = rule;
    group.rules.push({
      rule,
      rank,
      pattern: pattern.global ? pattern : new RegExp(pattern, `${pattern.flags}g`),
    });
    groups.set(source, group);
  });
  return {
    hint: new RegExp([BASE64_START.source, ...groups.keys()].join('|')),
    groups: [...groups.values()],
  };
}

/** The more telling rules' first, and nothing that shares characters with what they found. */
function searchPlain(text: string, place: LeakPlace, { groups }: RuleSet): readonly LeakMatch[] {
  const candidates: { readonly match: LeakMatch; readonly rank: number }[] = [];
  for (const { hint, rules } of groups) {
    if (hint && !hint.test(text)) continue;
    for (const { rule, rank, pattern } of rules) {
      for (const found of text.matchAll(pattern)) {
        const match = matchOf(found, text, rule, place);
        if (match) candidates.push({ match, rank });
      }
    }
  }
  const found: LeakMatch[] = [];
  for (const { match } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (!found.some((other) => other.from < match.to && match.from < other.to)) found.push(match);
  }
  return found.sort((a, b) => a.from - b.from);
}

function matchOf(found: RegExpExecArray, text: string, rule: LeakRule, place: LeakPlace): LeakMatch | null {
  const value = found.groups?.['value'] ?? found[0];
  // Where a pattern has a group, it is followed by nothing that could be taken for it.
  const from = found.index + found[0].lastIndexOf(value);
  const to = from + value.length;
  const before = text.slice(Math.max(0, from - BEFORE), from);
  const after = text.slice(to, to + AFTER);
  if (value === '' || isMasked(value) || rule.unless?.test(before)) return null;
  if (rule.near && !rule.near.test(before)) return null;
  if (rule.check?.(value, { place, before, after }) === false) return null;
  return { rule, value, form: value, from, to, before };
}

function withForm(match: LeakMatch, raw: string, decoded: DecodedText): LeakMatch {
  const [from, to] = [decoded.rawIndex(match.from), decoded.rawIndex(match.to)];
  return { ...match, from, to, form: raw.slice(from, to) };
}

/** Blanks out what images and fonts are made of. */
function withoutData(text: string): string {
  return text.includes(';base64,') ? text.replace(DATA_URL, (data) => ' '.repeat(data.length)) : text;
}

function fromBase64(text: string): string | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}
