import type { RedactKind, RuleRef } from '../../core/redact/rules.ts';
import type { MadeCopy } from './share-state.ts';

/** What came of one rule, or of all findings together. */
export interface CountedRule {
  readonly rule: Exclude<RuleRef['rule'], 'kinds'> | RedactKind | 'findings' | 'range';
  /** As the reader wrote it, or the name of what was picked: text of the recording. Empty where `rule` says it all. */
  readonly text: string;
  /** Hidden by it. */
  readonly elements: number;
  /** In which something was masked by it, elsewhere. */
  readonly texts: number;
  /** Taken out by it, or parts of them: events, requests, facts. */
  readonly events: number;
}

/** What came of each rule of a copy, in the order of the form; none where nothing was to be removed. */
export function countedRules({ plan, copy, picked }: MadeCopy): readonly CountedRule[] {
  const { summary } = copy;
  if (!summary) return [];
  const { rules, findings } = plan;
  const nothing = { text: '', elements: 0, texts: 0, events: 0 };
  const strings = rules.strings ?? [];
  const kinds = rules.kinds ?? [];
  const texts: Readonly<Partial<Record<RuleRef['rule'], readonly string[]>>> = {
    elements: picked.map(({ name }) => name),
    selectors: rules.selectors ?? [],
    strings,
    patterns: (rules.patterns ?? []).map(String),
    urlParameters: rules.urlParameters ?? [],
  };
  // Values of findings stand behind the texts that the reader named.
  const ofFindings = summary.rules.filter(({ rule, index }) => rule === 'strings' && index >= strings.length);
  const found: CountedRule = {
    ...nothing,
    rule: 'findings',
    texts: ofFindings.reduce((sum, { texts: count }) => sum + count, 0),
    events: kinds.includes('masked-inputs') ? 0 : (summary.kinds['masked-inputs'] ?? 0),
  };
  return [
    ...(findings.length > 0 ? [found] : []),
    ...Object.entries(texts).flatMap(([list, written]) =>
      written.map((text, i): CountedRule => {
        const count = summary.rules.find(({ rule, index }) => rule === list && index === i);
        const rule = list as keyof typeof texts as Exclude<RuleRef['rule'], 'kinds'>;
        return { ...nothing, rule, text, elements: count?.elements ?? 0, texts: count?.texts ?? 0 };
      }),
    ),
    ...kinds.map((kind) => ({ ...nothing, rule: kind, events: summary.kinds[kind] ?? 0 })),
    ...(rules.range ? [{ ...nothing, rule: 'range' as const, events: summary.outOfRange ?? 0 }] : []),
  ];
}

/** True for a rule that did nothing. */
export function isIdle({ elements, texts, events }: CountedRule): boolean {
  return elements + texts + events === 0;
}
