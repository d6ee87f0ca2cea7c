import { excerptOf } from './excerpt.ts';
import type { LeakFinding, LeakKind, LeakPlace } from './leak.ts';
import { plainCharacters } from './plain-characters.ts';
import type { LeakMatch } from './text-searcher.ts';

/** Nobody goes through more findings; a page of so many is a directory. */
export const MAX_FINDINGS = 10_000;
/** A value is spelled in so many ways at most. */
const MAX_FORMS = 100;

export interface LeakMoment {
  readonly place: LeakPlace;
  readonly windowId: string;
  readonly timestamp: number;
  readonly nodeId: number | null;
}

interface Entry extends LeakMoment {
  readonly id: string;
  match: LeakMatch;
  readonly places: Partial<Record<LeakPlace, number>>;
  count: number;
  readonly forms: Set<string>;
}

const BY_DIGITS: ReadonlySet<LeakKind> = new Set(['card', 'phone', 'iban', 'national-id']);

/** What was found so far, each value once. */
export class FindingLog {
  readonly #byKey = new Map<string, Entry>();
  readonly #entries = new Set<Entry>();
  readonly #numbers = new Map<string, number>();
  /** What was typed into a field last. */
  readonly #typed = new Map<string, Entry>();

  /** @param count how often it was seen there */
  note(match: LeakMatch, moment: LeakMoment, count = 1): void {
    const key = keyOf(match);
    const entry = this.#typedFurther(match, moment) ?? this.#byKey.get(key) ?? this.#begin(match, moment);
    if (!entry) return;
    this.#byKey.set(key, entry);
    entry.count += count;
    entry.places[moment.place] = (entry.places[moment.place] ?? 0) + count;
    if (entry.forms.size < MAX_FORMS) entry.forms.add(match.form);
    if (moment.place === 'input') this.#typed.set(fieldOf(match, moment), entry);
  }

  get findings(): readonly LeakFinding[] {
    return [...this.#entries].map(({ match: { rule, value, before }, forms, ...entry }) => ({
      ...entry,
      kind: rule.kind,
      rule: rule.name,
      excerpt: excerptOf(rule.kind, value, before),
      value,
      forms: [...forms],
    }));
  }

  #begin(match: LeakMatch, moment: LeakMoment): Entry | null {
    if (this.#entries.size >= MAX_FINDINGS) return null;
    const { name } = match.rule;
    const number = (this.#numbers.get(name) ?? 0) + 1;
    this.#numbers.set(name, number);
    const entry = {
      id: `${name}-${number}`,
      ...moment,
      match,
      places: {},
      count: 0,
      forms: new Set<string>(),
    };
    this.#entries.add(entry);
    return entry;
  }

  /** `jane@example.co` that becomes `jane@example.com` a key later is one value, the longer one. */
  #typedFurther(match: LeakMatch, moment: LeakMoment): Entry | null {
    if (moment.place !== 'input') return null;
    const entry = this.#typed.get(fieldOf(match, moment));
    if (!entry) return null;
    const [before, now] = [entry.match.value, match.value];
    if (before === now || !(now.startsWith(before) || before.startsWith(now))) return null;
    const known = this.#byKey.get(keyOf(match));
    if (known && known !== entry) return null;
    if (now.length > before.length) entry.match = match;
    return entry;
  }
}

function keyOf({ rule: { kind }, value }: LeakMatch): string {
  if (kind === 'email') return `${kind} ${value.toLowerCase()}`;
  return `${kind} ${
    BY_DIGITS.has(kind)
      ? plainCharacters(value)
          .replace(/[^\da-z]/gi, '')
          .toUpperCase()
      : value
  }`;
}

function fieldOf({ rule: { kind } }: LeakMatch, { windowId, nodeId }: LeakMoment): string {
  return `${kind} ${nodeId} ${windowId}`;
}
