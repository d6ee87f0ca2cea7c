import type { CorePatch } from '../core-patch.ts';
import { EventType, IncrementalSource } from '@rrweb/types';

/**
 * A plugin of the replay core that knows how far the page was scrolled at the moment that is shown. The core
 * keeps the scroll position of its virtual document from one seek to the next and applies it again, so that a
 * seek to before a scroll still shows it.
 */
export class DocumentScroll implements CorePatch {
  /** The document's id in the recording. */
  #documentId: unknown = null;
  #left = 0;
  #top = 0;

  /** Called by the core for every event. */
  readonly handler = ({ type, data }: { type: number; data?: unknown }): void => {
    if (typeof data !== 'object' || data === null) return;
    const fields: Readonly<Record<string, unknown>> = { ...data };
    if (type === EventType.FullSnapshot) {
      const { node, initialOffset } = fields;
      this.#documentId = property(node, 'id');
      this.#left = Number(property(initialOffset, 'left') ?? 0);
      this.#top = Number(property(initialOffset, 'top') ?? 0);
    } else if (
      type === EventType.IncrementalSnapshot &&
      fields['source'] === IncrementalSource.Scroll &&
      fields['id'] === this.#documentId
    ) {
      this.#left = Number(fields['x']);
      this.#top = Number(fields['y']);
    }
  };

  /** Scrolls the page to where it was, without an animation. */
  settle(frame: HTMLIFrameElement): void {
    frame.contentWindow?.scrollTo({ left: this.#left, top: this.#top, behavior: 'instant' });
  }
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
