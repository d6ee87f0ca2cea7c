import type { ReplayEvent } from '../recording.ts';

/** A folded page of a window. */
export interface KeptPage {
  readonly windowId: string;
  /** Time of the recorded snapshot that it goes back to. */
  readonly keyframeAt: number;
  /** Everything before this moment is in. */
  readonly at: number;
  readonly events: readonly ReplayEvent[];
}

interface PackedPage extends Omit<KeptPage, 'events'> {
  readonly json: Uint8Array;
}

/** Twice that is never reached: when there is more, every other page is let go of. */
const BUDGET_BYTES = 24 * 1024 ** 2;

/** Folded pages as bytes, within a budget of memory whatever the recording. */
export class PageCache {
  #pages: PackedPage[] = [];
  #bytes = 0;
  #sparseness = 1;

  /** By how much rarer than at first pages are to be kept; doubles when there are too many. */
  get sparseness(): number {
    return this.#sparseness;
  }

  /** The latest page of a keyframe's stretch that holds nothing from `to` on. */
  find(windowId: string, keyframeAt: number, to: number): KeptPage | null {
    const fits = (page: PackedPage) =>
      page.windowId === windowId && page.keyframeAt === keyframeAt && page.at <= to;
    const found = this.#pages.findLast(fits);
    if (!found) return null;
    return { ...found, events: JSON.parse(new TextDecoder().decode(found.json)) as readonly ReplayEvent[] };
  }

  /** @param page later than any of its window that is kept */
  keep({ events, ...page }: KeptPage): void {
    const json = new TextEncoder().encode(JSON.stringify(events));
    this.#pages.push({ ...page, json });
    this.#bytes += json.length;
    if (this.#bytes > BUDGET_BYTES) this.#thinOut();
  }

  #thinOut(): void {
    this.#sparseness *= 2;
    this.#pages = this.#pages.filter((_, i) => i % 2 === 1);
    this.#bytes = this.#pages.reduce((sum, { json }) => sum + json.length, 0);
  }
}
