import { RuleError } from '../rule-error.ts';
import type { RedactRules, RuleRef } from './rules.ts';
import type { TextPattern } from '../text/text-finder.ts';

/** Ends of a value in an address that stands in a text, in markup or in JSON. */
const VALUE = `(?<value>[^&#;\\s"'<>()\\[\\]{}\\\\]+)`;

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
    ...patterns.map((pattern, index) => ({
      rule: { rule: 'patterns', index } as const,
      pattern: compile(pattern),
    })),
    ...urlParameters.map((name, index) => ({
      rule: { rule: 'urlParameters', index } as const,
      pattern: parameterPattern(name),
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

function parameterPattern(name: string): RegExp {
  // A body in the same form starts with its first parameter.
  if (name !== '*') return new RegExp(`(?:^|[?&#;])${escaped(name)}=${VALUE}`, 'dgi');
  return new RegExp(`[?&#;][^=&#;\\s"'<>?/\\\\]{1,200}=${VALUE}`, 'dgi');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
