import type { LeakPattern, LeakRule } from './leak.ts';

/**
 * Rules that a page's author adds, fit to be sent to a worker. They go before those that come along: who knows the
 * numbers of his own customers knows them better.
 *
 * @throws TypeError for what is no rule
 */
export function ownRules(patterns: readonly LeakPattern[]): readonly LeakRule[] {
  const names = new Set<string>();
  return patterns.map(({ name, pattern, near, unless, spans = false }) => {
    if (typeof name !== 'string' || name.trim() === '')
      throw new TypeError('A rule to look for leaks by needs a name.');
    if (names.has(name)) throw new TypeError(`There are two rules to look for leaks by named "${name}".`);
    names.add(name);
    return {
      kind: 'other',
      name,
      spans,
      pattern: expression(name, pattern, 'g'),
      ...(near && { near: expression(name, near) }),
      ...(unless && { unless: expression(name, unless) }),
    };
  });
}

/** Where a global or sticky expression looks depends on what it was tried on before. */
function expression(name: string, given: RegExp, flag = ''): RegExp {
  if (!(given instanceof RegExp))
    throw new TypeError(`The rule "${name}" to look for leaks by needs regular expressions.`);
  return new RegExp(given, given.flags.replace(/[gy]/g, '') + flag);
}
