import type { TextSpan } from '../../core/page-text/text-spans.ts';
import type { PanelPlayer } from '../panel.ts';
import type { FoundText } from './transcript-state.ts';

const NOTHING: FoundText = { text: '', spans: [], selected: -1, progress: null, failure: '' };

/** When a text was on the page. The newest search counts; one before it that is still on its way is called off. */
export class PageSearch {
  found = NOTHING;
  readonly #player: PanelPlayer;
  readonly #changed: () => void;
  readonly #messageOf: (error: unknown) => string;
  #abort = new AbortController();

  /** @param messageOf what is said of an error */
  constructor(player: PanelPlayer, changed: () => void, messageOf: (error: unknown) => string) {
    this.#player = player;
    this.#changed = changed;
    this.#messageOf = messageOf;
  }

  async find(text: string): Promise<void> {
    this.clear();
    if (text.trim() === '') {
      this.#tell({});
      return;
    }
    const { signal } = this.#abort;
    this.#tell({ text, progress: 0 });
    try {
      const onProgress = (progress: number) => {
        if (!signal.aborted) this.#tell({ progress });
      };
      const spans = await this.#player.search(text, { signal, onProgress });
      if (!signal.aborted) this.#tell({ spans, progress: null });
    } catch (error) {
      if (!signal.aborted) this.#tell({ failure: this.#messageOf(error), progress: null });
    }
  }

  select(index: number): TextSpan | undefined {
    const span = this.found.spans[index];
    if (span) this.#tell({ selected: index });
    return span;
  }

  /** Place of the next stretch or the one before, around the end; from a moment on where none was gone to. */
  placeAfter(by: 1 | -1, time: number): number {
    const { spans, selected } = this.found;
    const before = spans.findLastIndex(({ start }) => start <= time);
    const from = selected >= 0 ? selected : by > 0 ? before : before + 1;
    return (from + by + spans.length) % spans.length;
  }

  clear(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.found = NOTHING;
  }

  #tell(change: Partial<FoundText>): void {
    this.found = { ...this.found, ...change };
    this.#changed();
  }
}
