/** Sites whose style sheets bring fonts from another one, which no recording names. */
const COMPANIONS: Readonly<Record<string, string>> = {
  'https://fonts.googleapis.com': 'https://fonts.gstatic.com',
  'https://use.typekit.net': 'https://p.typekit.net',
};
/** A host can hold signs, such as an asterisk, that mean something else in a policy. */
const SITE = /^https?:\/\/[a-z0-9_.-]+(?::\d+)?$/;
/** More are not told of, and not loaded from. */
const MOST = 500;

/**
 * The sites that the pages of a recording may load from, in the order in which they were met. A frame's policy names
 * them: what is written in a way that nobody has recognised is not loaded, nor what a site leads on to elsewhere.
 */
export class LoadedSites {
  /** How many there are with each of them. */
  readonly #counts = new Map<string, number>();
  #needed = 0;

  get list(): readonly string[] {
    return [...this.#counts.keys()];
  }

  /** So many sites, the first of the list, have to be allowed for all that was asked for since the last call. */
  takeNeeded(): number {
    const needed = this.#needed;
    this.#needed = 0;
    return needed;
  }

  /**
   * What is to be loaded for an address, whose site is one of them from now on.
   *
   * @param host where the page around the player comes from: its name is answered with its reader's cookies
   * @returns null where nothing may be loaded
   */
  allow(address: string, host: string): string | null {
    if (!URL.canParse(address)) return null;
    const { href, origin, hostname, protocol } = new URL(address);
    // What a page keeps in memory has the origin of that page.
    if (!/^https?:$/.test(protocol) || !SITE.test(origin) || hostname === host || !this.#need(origin))
      return null;
    const companion = COMPANIONS[origin];
    if (companion !== undefined) this.#need(companion);
    return href;
  }

  #need(site: string): boolean {
    const count = this.#counts.get(site) ?? this.#counts.size + 1;
    if (count > MOST) return false;
    this.#counts.set(site, count);
    this.#needed = Math.max(this.#needed, count);
    return true;
  }
}
