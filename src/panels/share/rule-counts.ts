import {
  findingRef,
  type RedactKind,
  type RedactRules,
  type RuleCount,
  type RuleRef,
} from '../../core/redact/rules.ts';
import type { LeakReport } from '../../core/scan/leak.ts';
import type { MadeCopy } from './share-state.ts';

/** Rules that a reader writes, or picks. */
type WrittenRule = Exclude<RuleRef['rule'], 'kinds'>;

/** What came of one rule, or of all findings of a kind. */
export interface CountedRule {
  readonly rule: WrittenRule | RedactKind | 'findings' | 'range';
  /** As the reader wrote it, or the name of what was picked: text of the recording. Empty where `rule` says it all. */
  readonly text: string;
  /** One of the findings; null for other rules. */
  readonly leak: LeakReport | null;
  /** Hidden by it. */
  readonly elements: number;
  /** In which something was masked by it, elsewhere. */
  readonly texts: number;
  /** Taken out by it, or parts of them: events, requests, facts. */
  readonly events: number;
}

/** What came of each rule of a copy, in the order of the form; none where nothing was to be removed. */
export function countedRules({ plan: { rules }, copy, picked, found }: MadeCopy): readonly CountedRule[] {
  const { summary } = copy;
  if (!summary) return [];
  const nothing = { text: '', leak: null, elements: 0, texts: 0, events: 0 };
  const kinds = rules.kinds ?? [];
  const texts: Readonly<Partial<Record<WrittenRule, readonly string[]>>> = {
    elements: picked.map(({ name }) => name),
    selectors: rules.selectors ?? [],
    strings: rules.strings ?? [],
    patterns: (rules.patterns ?? []).map(String),
    urlParameters: rules.urlParameters ?? [],
  };
  return [
    ...countedFindings(found, rules, summary.rules),
    ...Object.entries(texts).flatMap(([list, written]) =>
      written.map((text, i): CountedRule => {
        const count = summary.rules.find(({ rule, index }) => rule === list && index === i);
        const rule = list as WrittenRule;
        return { ...nothing, rule, text, elements: count?.elements ?? 0, texts: count?.texts ?? 0 };
      }),
    ),
    ...kinds.map((kind) => ({ ...nothing, rule: kind, events: summary.kinds[kind] ?? 0 })),
    ...(rules.range ? [{ ...nothing, rule: 'range' as const, events: summary.outOfRange ?? 0 }] : []),
  ];
}

/** Findings of a kind look the same in a list. */
function countedFindings(
  found: readonly LeakReport[],
  rules: RedactRules,
  counts: readonly RuleCount[],
): readonly CountedRule[] {
  const byKind = new Map<string, CountedRule>();
  found.forEach((leak, i) => {
    const key = leak.kind === 'other' ? leak.rule : leak.kind;
    const known = byKind.get(key);
    const ref = findingRef(rules, i);
    const count = counts.find(({ rule, index }) => rule === ref.rule && index === ref.index);
    byKind.set(key, {
      rule: 'findings',
      text: '',
      leak,
      elements: 0,
      texts: (known?.texts ?? 0) + (count?.texts ?? 0),
      events: (known?.events ?? 0) + (count?.events ?? 0),
    });
  });
  return [...byKind.values()];
}

/** True for a rule that did nothing. */
export function isIdle({ elements, texts, events }: CountedRule): boolean {
  return elements + texts + events === 0;
}
