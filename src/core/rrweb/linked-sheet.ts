const ALTERNATE = /\balternate\b/i;

/**
 * True for a linked style sheet whose rules do not hold: it is disabled, or one of several to choose from.
 *
 * @param attributes of the link
 */
export function isSheetOff({ rel, title, disabled }: Readonly<Record<string, unknown>>): boolean {
  return disabled !== undefined || (isAlternate(rel) && Boolean(title));
}

export function isAlternate(rel: unknown): boolean {
  return typeof rel === 'string' && ALTERNATE.test(rel);
}

/**
 * A link that is not disabled any more holds also where it is an alternate one. Edits its attributes.
 * Source: https://html.spec.whatwg.org/#explicitly-enabled
 */
export function enableSheet(attributes: Record<string, unknown>): void {
  const { rel } = attributes;
  delete attributes['disabled'];
  if (typeof rel !== 'string' || !isAlternate(rel)) return;
  attributes['rel'] = rel.replace(ALTERNATE, '').trim();
  // With a title it would still be one of a set.
  delete attributes['title'];
}
