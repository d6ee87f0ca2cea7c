/** An id that nobody else has, also in pages that are not served securely, which have no `randomUUID()`. */
export function makeId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(numbers, (number) => number.toString(16).padStart(8, '0')).join('');
}
