import type { ReplayEntry } from '../core/entries/entry.ts';
import type { EntryMoment } from '../core/entries/entry-query.ts';

/**
 * Knows which entry is at the playhead. Asks for it once somebody wants to be told, and then only when the playhead has
 * left the stretch for which the last answer holds.
 */
export class EntryFollower {
  readonly #ask: (time: number) => Promise<EntryMoment<ReplayEntry>>;
  readonly #changed: (entry: ReplayEntry | null) => void;
  #isWanted = false;
  #recording: object | null = null;
  #time = 0;
  #moment: EntryMoment<ReplayEntry> | null = null;
  #isAsking = false;
  #told: string | null = null;

  /**
   * @param ask for the recording in the player
   * @param changed told of each entry that comes to be at the playhead; null before the first
   */
  constructor(
    ask: (time: number) => Promise<EntryMoment<ReplayEntry>>,
    changed: (entry: ReplayEntry | null) => void,
  ) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** Somebody wants to be told. */
  begin(): void {
    this.#isWanted = true;
  }

  /**
   * The playhead is elsewhere, perhaps.
   *
   * @param recording the one in the player, read to its end; null for none
   * @param time seconds from its start
   */
  move(recording: object | null, time: number): void {
    if (!this.#isWanted) return;
    if (recording !== this.#recording) {
      this.#recording = recording;
      this.#moment = null;
      this.#tell(null);
    }
    this.#time = time;
    if (recording && !this.#isAsking && !this.#isKnown) void this.#find(recording);
  }

  get #isKnown(): boolean {
    return this.#moment !== null && this.#moment.from <= this.#time && this.#time < this.#moment.until;
  }

  async #find(recording: object): Promise<void> {
    this.#isAsking = true;
    try {
      const moment = await this.#ask(this.#time);
      if (recording === this.#recording) {
        this.#moment = moment;
        this.#tell(moment.entry);
      }
    } catch {
      // The recording is out of the player, or its list cannot be made: whoever asks for that is told why.
      if (recording === this.#recording)
        this.#moment = { entry: null, index: -1, from: -Infinity, until: Infinity };
    } finally {
      this.#isAsking = false;
    }
    // The playhead may have moved on meanwhile.
    this.move(this.#recording, this.#time);
  }

  #tell(entry: ReplayEntry | null): void {
    const id = entry?.id ?? null;
    if (id === this.#told) return;
    this.#told = id;
    this.#changed(entry);
  }
}
