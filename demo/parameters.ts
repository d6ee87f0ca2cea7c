import { parseTime } from '../src/core/parse-time.ts';
import { type AllowedSources, allowedSources } from '../src/embed/allowed-sources.ts';
import { PortableReplayElement } from '../src/index.ts';

/** Other names of moments: those of video sites, and of links that PostHog makes. */
const ALIASES: Readonly<Record<string, string>> = { t: 'start-at', timestamp: 'start-at' };

/** What an address says of these holds for the recording that it names itself, and for no other. */
const OF_ITS_RECORDING: ReadonlySet<string> = new Set([
  'remote-assets',
  'share-url',
  'crossorigin',
  'poster',
]);

/** Another page shows this one, and may lay something over it. */
export const IS_FRAMED = window.top !== window;

/**
 * Gives a player the attributes that the page's address names: `#src=recording.json&speed=2`. The query is read too, but
 * what stands in it reaches the server that the page comes from; the fragment does not.
 *
 * Whoever made the link, opened this page or framed it can change the fragment at any time, and need not be the person
 * who opens a file here. Once that has happened, another address changes nothing until it names another recording.
 */
export class AddressParameters {
  readonly #player: PortableReplayElement;
  readonly #frameMayAllow: boolean;
  /** What the page itself says. */
  readonly #own: Pick<PortableReplayElement, 'remoteAssets' | 'shareUrl' | 'crossOrigin' | 'poster'>;
  readonly #sources: AllowedSources;
  #said: ReadonlyMap<string, string> = new Map();
  /** What the page around has handed over. */
  #handed: string | Blob | null = null;

  /**
   * @param options.frameMayAllow whether a page that frames this one may let the recordings it names load remote assets;
   *   all others can have the user asked at most
   */
  constructor(player: PortableReplayElement, { frameMayAllow }: { frameMayAllow: boolean }) {
    const { remoteAssets, shareUrl, crossOrigin, poster } = player;
    this.#player = player;
    this.#frameMayAllow = frameMayAllow;
    this.#own = { remoteAssets, shareUrl, crossOrigin, poster };
    const said = parametersOf(location);
    // Whoever changes the fragment later cannot widen it.
    this.#sources = allowedSources(said.get('sources') ?? null, said.get('src') ?? null, {
      origin: self.origin,
      href: location.href,
    });
    // The recording before is gone then, and nothing of this one is read.
    player.addEventListener('loadstart', () => this.#settle(this.isFromAround));
    addEventListener('hashchange', () => this.#follow());
    this.#follow();
  }

  /** The address names what is in the player, or the page around has handed it over. */
  get isFromAround(): boolean {
    const { source } = this.#player;
    return this.#namesSource || (source !== null && source === this.#handed);
  }

  /**
   * Whether the page around may have a source loaded.
   *
   * @param origin of the page around
   */
  allows(address: string, origin: string): boolean {
    return this.#sources.allowsAsked(address, origin);
  }

  /**
   * Loads what the page around hands over. What the address says of its own recording holds for this one, too.
   *
   * @throws ReplayError
   */
  async load(source: string | Blob): Promise<void> {
    // What is said of the next recording must not reach the one that is still there.
    this.#player.source = null;
    this.#handed = source;
    await this.#player.load(source);
  }

  get #namesSource(): boolean {
    const { source } = this.#player;
    return source !== null && source === this.#said.get('src');
  }

  #follow(): void {
    const player = this.#player;
    const said = new Map(parametersOf(location));
    // A poster may be a moment.
    const isFetched = (name: string) => name === 'src' || parseTime(said.get(name) ?? '') === null;
    for (const name of ['src', 'poster'])
      if (isFetched(name) && !this.#sources.allowsNamed(said.get(name) ?? '')) said.delete(name);
    const src = said.get('src');
    const isOther = src !== undefined && src !== this.#said.get('src');
    if (!isOther && player.source !== null && !this.#namesSource) return;
    // What is said of the next recording must not reach the one that is still there.
    if (isOther) player.source = null;
    this.#said = src === undefined ? new Map([...this.#said, ...said]) : said;
    for (const [name, value] of said) {
      const isAttribute = name === 'lang' || PortableReplayElement.observedAttributes.includes(name);
      if (isAttribute && !OF_ITS_RECORDING.has(name)) player.setAttribute(name, value);
    }
    this.#settle(isOther || this.#namesSource);
  }

  #settle(isNamed: boolean): void {
    const said = isNamed ? this.#said : undefined;
    this.#player.shareUrl = said?.get('share-url') ?? this.#own.shareUrl;
    this.#player.crossOrigin = said?.get('crossorigin') ?? this.#own.crossOrigin;
    this.#player.poster = said?.get('poster') ?? this.#own.poster;
    this.#player.remoteAssets = this.#remoteAssets(isNamed);
  }

  /** To be asked for a file of one's own, one has to see what one answers. */
  #remoteAssets(isNamed: boolean): PortableReplayElement['remoteAssets'] {
    const wish = isNamed || !IS_FRAMED ? this.#said.get('remote-assets') : undefined;
    if (wish === undefined) return this.#own.remoteAssets;
    if (wish === 'allow' && IS_FRAMED && this.#frameMayAllow) return 'allow';
    return wish === 'allow' || wish === 'ask' ? 'ask' : 'block';
  }
}

/** What the address of a page says. Of several of one name the last one counts. */
export function parametersOf({ search, hash }: Location): ReadonlyMap<string, string> {
  const parameters = [...new URLSearchParams(search), ...new URLSearchParams(hash.slice(1))];
  return new Map(parameters.map(([name, value]) => [ALIASES[name] ?? name, value]));
}
