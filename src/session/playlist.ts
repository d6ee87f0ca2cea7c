import type { RecordingOutline } from '../core/recording.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';

/** A recording that can be played, as far as it is known. */
export interface PlaylistEntry {
  readonly outline: RecordingOutline;
  readonly recording: OpenRecording;
}

/** The recordings of a source and which of them is in the player: most often one, the first. */
export class Playlist {
  #entries: readonly PlaylistEntry[] = [];
  #index = 0;
  #substitute: PlaylistEntry | null = null;

  get entries(): readonly PlaylistEntry[] {
    return this.#entries;
  }

  get index(): number {
    return this.#index;
  }

  get current(): PlaylistEntry | null {
    return this.#substitute ?? this.#entries[this.#index] ?? null;
  }

  /** Takes over what is known of a recording now; a new one goes to the end. */
  update(entry: PlaylistEntry): void {
    const isKnown = this.#entries.some(({ recording }) => recording === entry.recording);
    this.#entries = isKnown
      ? this.#entries.map((known) => (known.recording === entry.recording ? entry : known))
      : [...this.#entries, entry];
  }

  /** Something else is in the player in place of one of the entries. */
  get isSubstituted(): boolean {
    return this.#substitute !== null;
  }

  /** Puts something else in the place of the current one; null brings that back. */
  substitute(entry: PlaylistEntry | null): void {
    this.#substitute = entry;
  }

  /**
   * Takes a recording into the player. Before anything is known of the source, the one to begin with.
   *
   * @throws RangeError when there is no such recording
   */
  select(index: number): void {
    const isThere =
      this.#entries.length === 0 ? Number.isInteger(index) && index >= 0 : index in this.#entries;
    if (!isThere) throw new RangeError(`There is no recording ${index}`);
    this.#index = index;
    this.#substitute = null;
  }

  clear(): void {
    this.#entries = [];
    this.#index = 0;
    this.#substitute = null;
  }
}
