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
    if (typeof name !== 'string' || name.trim() === '') throw new TypeError('A leak rule needs a name.');
    if (names.has(name)) throw new TypeError(`Two leak rules are named "${name}".`);
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
  if (!(given instanceof RegExp)) throw new TypeError(`The leak rule "${name}" needs regular expressions.`);
  return new RegExp(given, given.flags.replace(/[gy]/g, '') + flag);
}
