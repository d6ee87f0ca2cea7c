import type { ReplayEntry } from './entry.ts';
import type { EntryMoment } from './entry-query.ts';

/**
 * Knows which entry is at the playhead. Asks for it once somebody wants to be told, and then only when the playhead has
 * left the stretch for which the last answer holds.
 */
export class EntryFollower {
  readonly #ask: (time: number) => Promise<EntryMoment<ReplayEntry>>;
  readonly #changed: (entry: ReplayEntry | null, index: number) => void;
  #isWanted = false;
  #list: object | null = null;
  #time = 0;
  #moment: EntryMoment<ReplayEntry> | null = null;
  #isAsking = false;
  #told: string | null = null;

  /**
   * @param ask the list in force
   * @param changed told of each entry that comes to be at the playhead, and its place in the list; null and -1 before
   *   the first
   */
  constructor(
    ask: (time: number) => Promise<EntryMoment<ReplayEntry>>,
    changed: (entry: ReplayEntry | null, index: number) => void,
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
   * @param list what stands for the list in force: another object, another list; null for none
   * @param time seconds from the start of the recording
   */
  move(list: object | null, time: number): void {
    if (!this.#isWanted) return;
    if (list !== this.#list) {
      this.#list = list;
      this.#moment = null;
      this.#tell(null, -1);
    }
    this.#time = time;
    if (list && !this.#isAsking && !this.#isKnown) void this.#find(list);
  }

  get #isKnown(): boolean {
    return this.#moment !== null && this.#moment.from <= this.#time && this.#time < this.#moment.until;
  }

  async #find(list: object): Promise<void> {
    this.#isAsking = true;
    try {
      const moment = await this.#ask(this.#time);
      if (list === this.#list) {
        this.#moment = moment;
        this.#tell(moment.entry, moment.index);
      }
    } catch {
      // The recording is out of the player, or its list cannot be made: whoever asks for that is told why.
      if (list === this.#list) this.#moment = { entry: null, index: -1, from: -Infinity, until: Infinity };
    } finally {
      this.#isAsking = false;
    }
    // The playhead may have moved on meanwhile.
    this.move(this.#list, this.#time);
  }

  #tell(entry: ReplayEntry | null, index: number): void {
    const id = entry?.id ?? null;
    if (id === this.#told) return;
    this.#told = id;
    this.#changed(entry, index);
  }
}
