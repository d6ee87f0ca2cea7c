import type { RedactionSummary, RedactKind, RedactPlace, RuleCount, RuleRef, WantedRules } from './rules.ts';

const LISTS = ['selectors', 'elements', 'strings', 'patterns', 'urlParameters'] as const;

/** Counts what is removed, and keeps nothing of it. */
export class Tally {
  readonly #rules: (RuleCount & { elements: number; texts: number; events?: number })[];
  readonly #places: Partial<Record<RedactPlace, number>> = {};
  readonly #kinds: Partial<Record<RedactKind, number>> = {};
  #outOfRange: number | null;

  constructor(rules: WantedRules) {
    this.#outOfRange = rules.range ? 0 : null;
    this.#rules = LISTS.flatMap((rule) => {
      const findings = rule === 'strings' ? (rules.findings ?? []) : [];
      return [...(rules[rule] ?? []), ...findings].map((_, index) => ({
        rule,
        index,
        elements: 0,
        texts: 0,
      }));
    });
  }

  hidElement(ref: RuleRef): void {
    const count = this.#of(ref);
    if (count) count.elements++;
  }

  /** @param refs the rules by which something in one text was masked */
  maskedText(refs: Iterable<RuleRef>, place: RedactPlace): void {
    for (const ref of new Set(refs)) {
      const count = this.#of(ref);
      if (count) count.texts++;
    }
    this.#places[place] = (this.#places[place] ?? 0) + 1;
  }

  /** @param refs the rules by which fields of one event were masked */
  maskedFields(refs: Iterable<RuleRef | null>): void {
    this.tookOut('masked-inputs');
    for (const count of new Set(Array.from(refs, (ref) => ref && this.#of(ref))))
      if (count) count.events = (count.events ?? 0) + 1;
  }

  tookOut(kind: RedactKind): void {
    this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
  }

  cutOff(): void {
    this.#outOfRange = (this.#outOfRange ?? 0) + 1;
  }

  /** @param skipped texts that were not looked for */
  summary(skipped: number): RedactionSummary {
    return {
      version: 1,
      rules: this.#rules.map((count) => ({ ...count })),
      places: { ...this.#places },
      kinds: { ...this.#kinds },
      outOfRange: this.#outOfRange,
      skipped,
    };
  }

  #of({ rule, index }: RuleRef) {
    return this.#rules.find((count) => count.rule === rule && count.index === index);
  }
}
