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
/** Numbers in CSS are measures. */
const WORDLESS_KINDS: ReadonlySet<string> = new Set(['phone', 'card', 'iban', 'national-id', 'password']);
const DATA_URL = /;base64,[\w+/=-]{64,}/g;
/** JSON as base64 begins so: `{"` or `[{"`. */
const BASE64_JSON = /(?<![\w+/-])(?:eyJ|W3si)[\w+/-]{12,40000}={0,2}/g;
const BASE64_START = /(?:eyJ|W3si)[\w+/-]{12}/;
/** Base64 in base64 is looked into so deep. */
const MAX_DEPTH = 2;
const NOTHING: readonly LeakMatch[] = [];

/** Looks for values in texts by rules. Pages repeat themselves: a text that comes again is not searched again. */
export class TextSearcher {
  readonly #rules: readonly LeakRule[];
  /** Matches in every text that any rule could find something in. */
  readonly #hint: RegExp;
  #known = new Map<LeakPlace, Map<string, readonly LeakMatch[]>>();
  #remembered = 0;

  constructor(rules: readonly LeakRule[]) {
    this.#rules = rules.map((rule) => ({ ...rule, pattern: globally(rule.pattern) }));
    const hints = rules.map(({ hint }) => hint?.source ?? '');
    this.#hint = new RegExp([...new Set([...hints, BASE64_START.source])].join('|'));
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
    if (!this.#hint.test(text)) return NOTHING;
    const found = this.#searchPlain(text, place);
    const all = depth < MAX_DEPTH ? [...found, ...this.#searchBase64(text, place, depth + 1)] : found;
    return decoded ? all.map((match) => withForm(match, raw, decoded)) : all;
  }

  #searchPlain(text: string, place: LeakPlace): LeakMatch[] {
    const found: LeakMatch[] = [];
    for (const rule of this.#rules) {
      if (rule.hint && !rule.hint.test(text)) continue;
      if (place === 'style' && WORDLESS_KINDS.has(rule.kind)) continue;
      for (const match of text.matchAll(rule.pattern)) {
        const value = match.groups?.['value'] ?? match[0];
        // The group comes last in every pattern that has one, but for what delimits it.
        const from = match.index + match[0].lastIndexOf(value);
        const to = from + value.length;
        if (value === '' || found.some((other) => other.from < to && from < other.to)) continue;
        const before = text.slice(Math.max(0, from - BEFORE), from);
        const after = text.slice(to, to + AFTER);
        if (rule.near && !rule.near.test(before)) continue;
        if (rule.unless?.test(before)) continue;
        if (isMasked(value) || rule.check?.(value, { place, before, after }) === false) continue;
        found.push({ rule, value, form: value, from, to, before });
      }
    }
    return found.sort((a, b) => a.from - b.from);
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

function globally(pattern: RegExp): RegExp {
  return pattern.global ? pattern : new RegExp(pattern, `${pattern.flags}g`);
}
