import type { HiddenThings } from '../core/hidden/hidden-things.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';

const NO_CANVASES: ReadonlySet<number> = new Set();

/** Has the recording in a player looked through for what is hidden, once somebody wants to know. */
export class HiddenSearch {
  readonly #changed: () => void;
  #recording: OpenRecording | null = null;
  #cover = '';
  #search: AbortController | null = null;
  #found: HiddenThings | null = null;
  /** By window. */
  #emptyCanvases: ReadonlyMap<string, ReadonlySet<number>> = new Map();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Null while it is not known. */
  get found(): HiddenThings | null {
    return this.#found;
  }

  /** Canvases without any picture, by the numbers of their elements; null while they are not known. */
  emptyCanvases(windowId: string | null): ReadonlySet<number> | null {
    // Of very many hidden things not all are listed.
    const { counts, things } = this.#found ?? {};
    if (!counts || things?.filter(({ kind }) => kind === 'canvas').length !== counts.canvas) return null;
    return this.#emptyCanvases.get(windowId ?? '') ?? NO_CANVASES;
  }

  /**
   * @param recording the one in the player, read to its end; null for none
   * @param cover selectors of what the viewer hides in it
   */
  follow(recording: OpenRecording | null, cover: readonly string[], isWanted: boolean): void {
    if (recording !== this.#recording || cover.join() !== this.#cover) {
      this.#recording = recording;
      this.#cover = cover.join();
      this.#found = null;
      this.#search?.abort();
      this.#search = null;
    }
    if (recording && isWanted && !this.#search)
      void this.#run(recording, cover, (this.#search = new AbortController()));
  }

  async #run(recording: OpenRecording, cover: readonly string[], search: AbortController): Promise<void> {
    const { signal } = search;
    try {
      const found = await recording.ask('hidden', cover, { signal });
      if (search === this.#search) this.#take(found);
    } catch {
      // It was called off, or there is no telling what the selector means, which the stage says.
    }
  }

  #take(found: HiddenThings): void {
    this.#found = found;
    const canvases = new Map<string, Set<number>>();
    for (const { kind, windowId, nodeId } of found.things) {
      if (kind !== 'canvas' || nodeId === null) continue;
      const own = canvases.get(windowId) ?? new Set();
      canvases.set(windowId, own.add(nodeId));
    }
    this.#emptyCanvases = canvases;
    this.#changed();
  }
}
