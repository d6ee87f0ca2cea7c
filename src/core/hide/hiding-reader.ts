import type { PageQuery, PageResult, ReadQuery, ReadResult } from '../recording.ts';
import { ElementHider } from './element-hider.ts';

/** A page on screen, one that is built behind it, and some that nobody reads on any more. */
const MAX_FOLLOWED = 6;

/**
 * Hides elements in what is read, before it goes to the page. Which elements these are depends on the page that they
 * stand on, so each page that was read is followed from answer to answer.
 */
export class HidingReader {
  /** By window and by where the next answer begins; the one that was used last at the end. */
  readonly #hiders = new Map<string, ElementHider>();

  /** @throws TypeError for what is no selector */
  page({ windowId, cover }: PageQuery, result: PageResult): PageResult {
    return this.#hide(windowId, cover, result, new ElementHider(cover));
  }

  /** @param read reads what elements are to be hidden in */
  read(query: ReadQuery, read: () => ReadResult): ReadResult {
    const { windowId, from, skip, cover } = query;
    const key = keyOf(windowId, cover, from, skip);
    const known = this.#hiders.get(key);
    // Without its page nobody can tell what is to be hidden: it has to be read anew.
    if (!known) return { events: [], until: from, skip, ends: true };
    this.#hiders.delete(key);
    return this.#hide(windowId, cover, read(), known);
  }

  #hide<T extends ReadResult>(
    windowId: string,
    selectors: readonly string[],
    result: T,
    hider: ElementHider,
  ): T {
    const hidden = { ...result, events: hider.next(result.events) };
    this.#hiders.set(keyOf(windowId, selectors, result.until, result.skip), hider);
    const [oldest] = this.#hiders.keys();
    if (this.#hiders.size > MAX_FOLLOWED && oldest !== undefined) this.#hiders.delete(oldest);
    return hidden;
  }
}

function keyOf(windowId: string, selectors: readonly string[], at: number, skip: number): string {
  return JSON.stringify([windowId, selectors, at, skip]);
}
