import type { ReplayTextTrack } from './replay-text-track.ts';

/** A track has come or gone; `TrackEvent` takes native tracks alone. */
export class ReplayTrackEvent extends Event {
  constructor(
    type: 'addtrack' | 'removetrack',
    readonly track: ReplayTextTrack,
  ) {
    super(type);
  }
}

/**
 * The text tracks of a recording, shaped like `TextTrackList`: those of `<track>` children in their order, then all
 * others.
 *
 * @fires addtrack - A track has come.
 * @fires removetrack - A track has gone.
 * @fires change - The mode of a track has changed.
 */
export class ReplayTextTrackList extends EventTarget {
  readonly [index: number]: ReplayTextTrack;
  readonly #tracks: () => readonly ReplayTextTrack[];
  #indexed = 0;

  onaddtrack: ((event: ReplayTrackEvent) => void) | null = null;
  onremovetrack: ((event: ReplayTrackEvent) => void) | null = null;
  onchange: ((event: Event) => void) | null = null;

  /** @param tracks asked whenever the list is read */
  constructor(tracks: () => readonly ReplayTextTrack[]) {
    super();
    this.#tracks = tracks;
    this.addEventListener('change', (event) => this.onchange?.(event));
  }

  get length(): number {
    return this.#tracks().length;
  }

  getTrackById(id: string): ReplayTextTrack | null {
    return id === '' ? null : (this.#tracks().find((track) => track.id === id) ?? null);
  }

  [Symbol.iterator](): Iterator<ReplayTextTrack> {
    return this.#tracks()[Symbol.iterator]();
  }

  /** Tells of a track that has come or gone. */
  tell(type: 'addtrack' | 'removetrack', track: ReplayTextTrack): void {
    for (; this.#indexed < this.length; this.#indexed++) this.#defineIndex(this.#indexed);
    const event = new ReplayTrackEvent(type, track);
    if (type === 'addtrack') this.onaddtrack?.(event);
    else this.onremovetrack?.(event);
    this.dispatchEvent(event);
  }

  #defineIndex(index: number): void {
    Object.defineProperty(this, index, { get: () => this.#tracks()[index], enumerable: true });
  }
}
