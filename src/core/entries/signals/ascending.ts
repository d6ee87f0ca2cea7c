import { firstIndex } from '../../first-index.ts';

/** Index of the first number that is not less than `value`; the length where there is none. */
export function firstFrom(ascending: readonly number[], value: number): number {
  return firstIndex(ascending.length, (index) => (ascending[index] ?? Infinity) >= value);
}

/** The first number that is not less than `value`; infinite where there is none. */
export function nextFrom(ascending: readonly number[], value: number): number {
  return ascending[firstFrom(ascending, value)] ?? Infinity;
}

/** True where one of the numbers is from `from` to `to`, both included. */
export function hasBetween(ascending: readonly number[], from: number, to: number): boolean {
  return nextFrom(ascending, from) <= to;
}
