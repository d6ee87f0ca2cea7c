import { RuleError } from '../rule-error.ts';
import type { TextPattern } from '../text/text-finder.ts';
import type { RedactRules, RuleRef } from './rules.ts';
import { findParameters } from './url-parameters.ts';

/**
 * The patterns and parameters of addresses among rules.
 *
 * @throws RuleError for what is no regular expression
 */
export function patternsOf({
  patterns = [],
  urlParameters = [],
}: RedactRules): readonly TextPattern<RuleRef>[] {
  return [
    ...patterns.map((given, index) => {
      const pattern = compile(given);
      return { rule: { rule: 'patterns', index } as const, find: (text: string) => matchesOf(pattern, text) };
    }),
    ...urlParameters.map((name, index) => ({
      rule: { rule: 'urlParameters', index } as const,
      find: (text: string) => (text.includes('=') ? findParameters(name, text) : []),
    })),
  ];
}

function compile(pattern: string | RegExp): RegExp {
  try {
    if (typeof pattern === 'string') return new RegExp(pattern, 'dgi');
    // Sticky ones would only match where the last one ended.
    return new RegExp(pattern.source, [...new Set(`${pattern.flags}dg`)].join('').replace('y', ''));
  } catch (cause) {
    throw new RuleError({ reason: 'not-a-pattern', rule: String(pattern) }, { cause });
  }
}

/** The group named `value`, else the whole match. */
function matchesOf(pattern: RegExp, text: string) {
  return Array.from(text.matchAll(pattern), ({ indices }) => {
    const [from, to] = indices?.groups?.['value'] ?? indices?.[0] ?? [0, 0];
    return { from, to };
  });
}
