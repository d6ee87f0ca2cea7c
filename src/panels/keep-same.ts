/**
 * What was shown last, where nothing in it is another: whoever sees by the object whether something is new then has
 * nothing to render again.
 */
export function keepSame<T extends object>(before: T | null, now: T): T {
  const keys = Object.keys(now) as (keyof T)[];
  return before && keys.every((key) => before[key] === now[key]) ? before : now;
}
