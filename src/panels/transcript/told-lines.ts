import { firstIndex } from '../../core/first-index.ts';
import { detailOf, isToldIn, type TranscriptDetail } from '../../core/transcript/transcript.ts';
import type { PanelPlayer } from '../panel.ts';
import type { ToldLine } from './transcript-state.ts';

/** So many entries come at once, so that the page goes on in between. */
const PAGE = 1000;

/**
 * The session in words: of each entry only what a line needs. Entries come once; which of them are shown, and what is
 * found in them, is then a matter of this list.
 */
export class ToldLines {
  /** The share of the work that is done; null once all are there. */
  progress: number | null = 0;
  failure = '';
  /** Those that are shown, by their time. */
  shown: readonly ToldLine[] = [];
  /** Places among them in which the search stands. */
  matches: readonly number[] = [];
  search = '';
  detail: TranscriptDetail = 'normal';
  readonly #player: PanelPlayer;
  readonly #changed: () => void;
  readonly #messageOf: (error: unknown) => string;
  #all: readonly ToldLine[] = [];
  #abort = new AbortController();

  /** @param messageOf what is said of an error */
  constructor(player: PanelPlayer, changed: () => void, messageOf: (error: unknown) => string) {
    this.#player = player;
    this.#changed = changed;
    this.#messageOf = messageOf;
  }

  async load(): Promise<void> {
    const { signal } = this.#abort;
    try {
      const all = await this.#gather(signal);
      if (signal.aborted) return;
      this.#all = all;
    } catch (error) {
      if (signal.aborted) return;
      this.failure = this.#messageOf(error);
    }
    this.progress = null;
    this.#show();
    this.#changed();
  }

  /** Fetches all of them again; those that are there stay until then. */
  renew(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    void this.load();
  }

  clear(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#all = [];
    this.search = '';
    this.progress = 0;
    this.failure = '';
    this.#show();
  }

  tell(detail: TranscriptDetail): void {
    this.detail = detail;
    this.#show();
  }

  find(search: string): void {
    this.search = search;
    this.#match();
  }

  /** Place of the last line at or before a moment; -1 before the first. */
  placeAt(time: number): number {
    return firstIndex(this.shown.length, (place) => (this.shown[place]?.time ?? Infinity) > time) - 1;
  }

  async #gather(signal: AbortSignal): Promise<readonly ToldLine[]> {
    const lines: ToldLine[] = [];
    const onProgress = (share: number) => {
      if (signal.aborted || this.progress === null) return;
      this.progress = share;
      this.#changed();
    };
    for (let after: string | null = ''; after !== null;) {
      const query = { limit: PAGE, ...(after !== '' && { after }) };
      const { entries, next } = await this.#player.entries(query, { signal, onProgress });
      for (const entry of entries) {
        const from = detailOf(entry);
        if (from === null) continue;
        const { time, windowId, kind, level, title } = entry;
        lines.push({ time, windowId, kind, ...(level && { level }), title, from });
      }
      after = next;
    }
    return lines;
  }

  #show(): void {
    this.shown = this.#all.filter(({ from }) => isToldIn(from, this.detail));
    this.#match();
  }

  #match(): void {
    const wanted = this.search.trim().toLowerCase();
    const matches: number[] = [];
    if (wanted !== '')
      this.shown.forEach(({ title }, place) => {
        if (title.toLowerCase().includes(wanted)) matches.push(place);
      });
    this.matches = matches;
  }
}
