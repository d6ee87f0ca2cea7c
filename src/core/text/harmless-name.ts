/**
 * A text of a recording as the name of a file, or a part of it, which means nothing else to any file system: letters,
 * digits, `._ -`, the last 100 of them, no dot in front. May be empty.
 */
export function harmlessName(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100);
  return name.replace(/^[. ]+/, '');
}
