import { asText } from '../../json.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** Notes that stand in a recording since rrweb 2.2: captions, which last until the next one, and marks of a moment. */
export class Annotations implements EntryFinder {
  readonly #window: WindowContext;
  #caption: { readonly at: number; readonly caption: string; readonly data: unknown } | null = null;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (kind !== 'annotation') return;
    const caption = asText(data['text']);
    if (data['type'] !== 'caption') {
      this.#window.add('annotation', at, { caption, data });
      return;
    }
    this.end(at);
    if (caption !== '') this.#caption = { at, caption, data };
  }

  end(endAt: number): void {
    if (!this.#caption) return;
    const { at, caption, data } = this.#caption;
    this.#caption = null;
    this.#window.add('annotation', at, { caption, data }, { endAt });
  }
}
