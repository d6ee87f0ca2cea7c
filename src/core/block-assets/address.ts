/** True for an address that leads out of the recording; data and places in the page itself do not. */
export function isRemote(value: unknown): value is string {
  return typeof value === 'string' && !/^\s*($|#|data:|about:)/i.test(value);
}

/** The first address of a `srcset`, which separates it from the next by a comma and white space. */
export function firstOfSrcset(srcset: string): string {
  return (/^[\s,]*(\S+)/.exec(srcset)?.[1] ?? '').replace(/,+$/, '');
}
