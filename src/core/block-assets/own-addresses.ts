/** What sheets and elements of a page call the page itself. */
export class OwnAddresses {
  /** A page without an address. */
  static readonly NONE = new OwnAddresses([]);

  readonly #given: readonly string[];
  /** What relative addresses are relative to, if not to the last one given. */
  readonly #base: string | null;
  readonly #bases: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;

  /**
   * @param given addresses that the page had in its life, and what its base elements name; the last one is what relative
   *   addresses are relative to
   */
  constructor(given: readonly string[], base: string | null = null) {
    this.#given = given;
    this.#base = base;
    this.#bases = new Set(given.flatMap(basesOf));
    this.#origins = new Set(given.map(originOf).filter((origin) => origin !== null));
  }

  /** The same with one more, such as the address of a sheet or a base element. */
  with(address: unknown): OwnAddresses {
    if (typeof address !== 'string' || address === '') return this;
    const base = this.resolve(address);
    return new OwnAddresses([address, ...this.#given], URL.canParse(base) ? base : this.#base);
  }

  /**
   * `#id` where an address stands for an element of the page, else null. Recorders make `url(#id)` absolute like any
   * other: what was a place in the page becomes one in its directory.
   *
   * @param isOfPage true for what no browser looks for in other documents
   */
  placeIn(address: unknown, isOfPage = false): string | null {
    if (typeof address !== 'string') return null;
    const at = address.lastIndexOf('#');
    const place = address.slice(at).trim();
    if (at < 0 || !/^#[^\s#]+$/.test(place)) return null;
    const base = address.slice(0, at).trim();
    return base === '' || this.#isOwn(base, isOfPage) ? place : null;
  }

  /** An address as one that leads somewhere from anywhere, if it does. */
  resolve(address: string): string {
    const page = this.#base ?? this.#given.at(-1);
    if (page === undefined || URL.canParse(address) || !URL.canParse(address, page)) return address;
    return new URL(address, page).href;
  }

  #isOwn(base: string, isOfPage: boolean): boolean {
    const absolute = this.resolve(base);
    if (this.#bases.has(base) || this.#bases.has(absolute)) return true;
    // Addresses of frames, of imported sheets and of routes are often not recorded. No picture is a mere directory.
    const origin = originOf(absolute);
    const isNear = origin !== null && (this.#origins.size === 0 || this.#origins.has(origin));
    return isNear && (/^[^?]*\/$/.test(absolute) || (isOfPage && !/\.svgz?(\?|$)/i.test(absolute)));
  }
}

/** What recorders put before a `#` in a page with this address. */
function basesOf(address: string): string[] {
  const written = [address, URL.canParse(address) ? new URL(address).href : address];
  return written
    .flatMap((text) => [text, withoutHash(text)])
    .flatMap((text) => [withoutHash(text), text.slice(0, text.lastIndexOf('/') + 1)])
    .filter((base) => URL.canParse(base));
}

function withoutHash(address: string): string {
  return address.replace(/#[^]*$/, '');
}

function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin } = new URL(address);
  return origin === 'null' ? null : origin;
}
