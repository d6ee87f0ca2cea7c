/** Index of the first number that is not less than `value`; the length where there is none. */
export function firstFrom(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first number that is not less than `value`; infinite where there is none. */
export function nextFrom(ascending: readonly number[], value: number): number {
  return ascending[firstFrom(ascending, value)] ?? Infinity;
}

/** True where one of the numbers is from `from` to `to`, both included. */
export function hasBetween(ascending: readonly number[], from: number, to: number): boolean {
  return nextFrom(ascending, from) <= to;
}
