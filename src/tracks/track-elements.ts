import { ReplayError } from '../core/replay-error.ts';
import type { Credentials } from '../core/source/replay-source.ts';
import { type LoadedCues, loadCues } from './load-cues.ts';
import { ReplayTextTrack, type ReplayTrackKind, type TrackFacts } from './replay-text-track.ts';

/** Who has `<track>` children, and what is to be known of their files. */
export interface TrackElementsOwner {
  readonly element: HTMLElement;
  /** What is sent along to the addresses of files. */
  credentials(): Credentials;
  /** A track has come or gone. */
  told(type: 'addtrack' | 'removetrack', track: ReplayTextTrack): void;
  trackChanged(what: 'mode' | 'cues', track: ReplayTextTrack): void;
  loaded(address: string, loaded: LoadedCues): void;
  /** @returns the error in words */
  failed(error: ReplayError): ReplayError;
}

interface ElementTrack {
  readonly track: ReplayTextTrack;
  /** Address that is loaded, or on its way; empty for none. */
  src: string;
  /** What was sent along to it. */
  credentials: Credentials;
  loading: AbortController | null;
}

/** Attributes of `<track>`. */
const ATTRIBUTES = ['kind', 'src', 'srclang', 'label', 'id'];

/** Follows the `<track>` children of an element, and loads their files. */
export class TrackElements {
  readonly #owner: TrackElementsOwner;
  readonly #observer = new MutationObserver(() => this.read());
  readonly #known = new Map<HTMLTrackElement, ElementTrack>();

  constructor(owner: TrackElementsOwner) {
    this.#owner = owner;
  }

  /** In the order of the children. */
  get tracks(): readonly ReplayTextTrack[] {
    return [...this.#children].flatMap((child) => this.#known.get(child)?.track ?? []);
  }

  connect(): void {
    const options = { childList: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES };
    this.#observer.observe(this.#owner.element, options);
    this.read();
  }

  /** Stops what is loading; what is loaded stays. */
  disconnect(): void {
    this.#observer.disconnect();
    for (const known of this.#known.values()) this.#stop(known);
  }

  get #children(): NodeListOf<HTMLTrackElement> {
    return this.#owner.element.querySelectorAll<HTMLTrackElement>(':scope > track');
  }

  /** Loads what is not loaded yet, or was with other credentials. */
  read(): void {
    const credentials = this.#owner.credentials();
    const children = new Set(this.#children);
    for (const [child, known] of this.#known) {
      if (children.has(child)) continue;
      this.#stop(known);
      this.#known.delete(child);
      this.#owner.told('removetrack', known.track);
    }
    for (const child of children) {
      const known = this.#known.get(child) ?? this.#add(child);
      // The address as it is, resolved: an attribute that is set again to the same one loads nothing.
      const isLoaded = child.src === known.src && (known.src === '' || credentials === known.credentials);
      if (!isLoaded) void this.#load(child, known);
      this.#owner.trackChanged('cues', known.track);
    }
  }

  #add(child: HTMLTrackElement): ElementTrack {
    const track: ReplayTextTrack = new ReplayTextTrack(factsOf(child), modeOf(child), (what) =>
      this.#owner.trackChanged(what, track),
    );
    track.readyState = 0;
    const known: ElementTrack = { track, src: '', credentials: 'omit', loading: null };
    this.#known.set(child, known);
    this.#owner.told('addtrack', track);
    return known;
  }

  #stop(known: ElementTrack): void {
    if (!known.loading) return;
    known.loading.abort();
    known.loading = null;
    known.src = '';
    known.track.readyState = 0;
  }

  async #load(child: HTMLTrackElement, known: ElementTrack): Promise<void> {
    this.#stop(known);
    const { track } = known;
    const { src } = child;
    const credentials = this.#owner.credentials();
    known.src = src;
    known.credentials = credentials;
    track.error = null;
    track.readyState = 0;
    track.replaceCues([]);
    if (src === '') return;
    track.readyState = 1;
    const loading = new AbortController();
    known.loading = loading;
    try {
      const loaded = await loadCues(src, credentials, loading.signal);
      if (loading.signal.aborted) return;
      track.readyState = 2;
      track.replaceCues(loaded.cues);
      this.#owner.loaded(src, loaded);
    } catch (error) {
      if (loading.signal.aborted) return;
      track.readyState = 3;
      track.error = this.#owner.failed(ReplayError.from(error));
    }
    known.loading = null;
    child.dispatchEvent(new Event(track.error ? 'error' : 'load'));
  }
}

/** Captions are shown where their author asks for it; the player itself uses the others. */
function modeOf(child: HTMLTrackElement): TextTrackMode {
  if (!isCaptions(child.kind)) return 'hidden';
  return child.default ? 'showing' : 'disabled';
}

export function isCaptions(kind: string): boolean {
  return kind === 'captions' || kind === 'subtitles';
}

/** Read from the element whenever they are asked, as its attributes may change. */
function factsOf(child: HTMLTrackElement): TrackFacts {
  return {
    get kind() {
      // The browser makes one of the five kinds of whatever the attribute says.
      return child.kind as ReplayTrackKind;
    },
    get label() {
      return child.label;
    },
    get language() {
      return child.srclang;
    },
    get id() {
      return child.id;
    },
  };
}
