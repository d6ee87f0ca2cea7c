import type { RedactionSummary, RedactRules, RuleCount } from '../core/index.ts';

/** What was removed from a recording, and which rules found nothing to remove, in a line. */
export function tellRemoved({ rules, kinds, outOfRange }: RedactionSummary, given: RedactRules): string {
  const sum = (of: (rule: RuleCount) => number) => rules.reduce((total, rule) => total + of(rule), 0);
  const removed = [
    counted(
      sum(({ elements }) => elements),
      'element',
    ),
    counted(
      sum(({ texts }) => texts),
      'text',
    ),
    ...Object.entries(kinds).map(([kind, count]) => (count === 0 ? null : `${count} of ${kind}`)),
    counted(outOfRange ?? 0, 'event out of range', 'events out of range'),
  ].filter((part) => part !== null);
  const idle = rules.filter(({ elements, texts, events = 0, rule, index }) => {
    const kind = rule === 'kinds' ? given.kinds?.[index] : undefined;
    return elements + texts + events + (kind === undefined ? 0 : (kinds[kind] ?? 0)) === 0;
  });
  const said = removed.length === 0 ? 'nothing was removed' : `removed ${removed.join(', ')}`;
  if (idle.length === 0) return said;
  return `${said}; nothing matched ${idle.map((rule) => nameOf(rule, given)).join(', ')}`;
}

function counted(count: number, one: string, many = `${one}s`): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}

function nameOf({ rule, index }: RuleCount, given: RedactRules): string {
  const listed = given[rule]?.[index];
  // Findings stand behind the strings that were named.
  return typeof listed === 'string' ? `"${listed}" (${rule})` : `a finding (${rule})`;
}
