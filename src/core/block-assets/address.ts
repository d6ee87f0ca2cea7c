/** True for an address that leads out of the recording; data and places in the page itself do not. */
export function isRemote(value: unknown): value is string {
  return typeof value === 'string' && !/^\s*($|#|data:|about:)/i.test(value);
}

/** Where a server stands behind an address; null for those of files, browser extensions and what is no address. */
export function siteOf(address: string): string | null {
  const absolute = address.trim().replace(/^\/\//, 'https://');
  if (!/^https?:/i.test(absolute) || !URL.canParse(absolute)) return null;
  return new URL(absolute).origin;
}

/** The first address of a `srcset`, which separates it from the next by a comma and white space. */
export function firstOfSrcset(srcset: string): string {
  return (/^[\s,]*(\S+)/.exec(srcset)?.[1] ?? '').replace(/,+$/, '');
}
