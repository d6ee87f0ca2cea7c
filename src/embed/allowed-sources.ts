/** Where an embed may load recordings from. */
export interface AllowedSources {
  /** What the page's own address may name. */
  allowsNamed(address: string): boolean;
  /**
   * What the page around may have loaded by a message.
   *
   * @param origin of the page around
   */
  allowsAsked(address: string, origin: string): boolean;
}

/** The embed itself. */
interface Here {
  /** `self.origin`, which is `null` for a page in a sandbox. */
  readonly origin: string;
  /** What addresses are relative to. */
  readonly href: string;
}

/**
 * Reads the parameter `sources`: origins apart by spaces or commas, `self` for the embed's own. With it nothing else is
 * loaded. Without it the address may name any source, and messages may name the embed's origin, that of the page around,
 * and that of the recording that the address names. What the page around hands over itself, as a Blob or a `data:`
 * address, is always allowed.
 *
 * @param list null when the parameter is missing
 * @param named the recording that the address names; null for none
 */
export function allowedSources(list: string | null, named: string | null, here: Here): AllowedSources {
  const listed = list === null ? null : originsIn(list, here.origin);
  const byAddress = named === null ? null : originOf(named, here.href);
  const isListed = (address: string) => {
    const origin = originOf(address, here.href);
    if (origin === null) return false;
    return isData(address) || (origin !== 'null' && listed?.has(origin) === true);
  };
  return {
    allowsNamed: (address) => listed === null || isListed(address),
    allowsAsked(address, origin) {
      if (listed !== null || isData(address)) return isListed(address);
      const from = originOf(address, here.href);
      return from !== null && from !== 'null' && [here.origin, origin, byAddress].includes(from);
    },
  };
}

/** Origin of an address; null for what is no address. */
export function originOf(address: string, base: string): string | null {
  try {
    return new URL(address, base).origin;
  } catch {
    return null;
  }
}

/** The one origin that a parameter names; null for anything else, with a path for one. */
export function namedOrigin(text: string): string | null {
  const origin = originOf(text, 'about:blank');
  return origin !== 'null' && (origin === text || `${origin}/` === text) ? origin : null;
}

/** The address holds the recording itself. */
export function isData(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'data:';
}

function originsIn(list: string, own: string): ReadonlySet<string> {
  const names = list.split(/[\s,]+/).filter((name) => name !== '');
  return new Set(names.map((name) => (name === 'self' ? own : (namedOrigin(name) ?? ''))));
}
