/** A number of things as the words around it write it: `1,200`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}
