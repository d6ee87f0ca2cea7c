/** The parts of an address's fragment as they are written, but for those of some names. */
export function partsBut({ hash }: URL, names: readonly string[]): string[] {
  return hash
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !names.includes(part.split('=')[0] ?? ''));
}
