/** False where fingers are all there is: then nothing is said of dropping files. */
export function canDrag(): boolean {
  return !matchMedia('(hover: none) and (pointer: coarse)').matches;
}
