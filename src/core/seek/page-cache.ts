import { gunzipSync } from 'fflate';
import type { PageTimes, ReplayEvent } from '../recording.ts';
import { isGzip } from '../unpack/inflate.ts';

/** A page of a window as it was at a moment. */
export interface KeptPage {
  readonly windowId: string;
  /** Time of the recorded snapshot that it goes back to. */
  readonly keyframeAt: number;
  /** Everything before this moment is in. */
  readonly at: number;
  readonly events: readonly ReplayEvent[];
  readonly times: PageTimes;
}

type Content = Pick<KeptPage, 'events' | 'times'>;

interface PackedPage extends Omit<KeptPage, keyof Content> {
  /** JSON, soon compressed. */
  bytes: Uint8Array<ArrayBuffer>;
}

const BUDGET_BYTES = 20 * 1024 ** 2;

/** Pages as compressed bytes, within a budget of memory whatever the recording. */
export class PageCache {
  readonly #budgetBytes: number;
  #pages: PackedPage[] = [];
  #sparseness = 1;

  /** @param share of the usual budget, above 0 and up to 1; when there is more, every other page is let go of */
  constructor(share = 1) {
    this.#budgetBytes = BUDGET_BYTES * share;
  }

  /** By how much rarer than at first pages are to be kept; doubles when there are too many. */
  get sparseness(): number {
    return this.#sparseness;
  }

  /**
   * The latest page of a keyframe's stretch that holds nothing from `to` on; null where there is none that is later than
   * another one that is known.
   */
  find(windowId: string, keyframeAt: number, to: number, known = -Infinity): KeptPage | null {
    let found: PackedPage | null = null;
    for (const page of this.#pages) {
      const fits = page.windowId === windowId && page.keyframeAt === keyframeAt && page.at <= to;
      if (fits && page.at > (found?.at ?? known)) found = page;
    }
    if (!found) return null;
    const json = isGzip(found.bytes) ? gunzipSync(found.bytes) : found.bytes;
    return { ...found, ...(JSON.parse(new TextDecoder().decode(json)) as Content) };
  }

  keep({ events, times, ...page }: KeptPage): void {
    const kept = { ...page, bytes: new TextEncoder().encode(JSON.stringify({ events, times })) };
    this.#pages.push(kept);
    void this.#compress(kept);
  }

  /** By the browser, which is faster at it than anything that could be shipped. */
  async #compress(page: PackedPage): Promise<void> {
    const packing = new Blob([page.bytes]).stream().pipeThrough(new CompressionStream('gzip'));
    page.bytes = new Uint8Array(await new Response(packing).arrayBuffer());
    const size = this.#pages.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > this.#budgetBytes) this.#thinOut();
  }

  #thinOut(): void {
    this.#sparseness *= 2;
    this.#pages = this.#pages.filter((_, i) => i % 2 === 1);
  }
}
