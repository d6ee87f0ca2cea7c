import type { ReplayEntry } from '../entry.ts';
import type { ExportContext } from './export-format.ts';
import { harTime } from './har-time.ts';

/** Seconds: a page is told of when its document is there, which is later than its first request. */
const LOADING = 60;

/** A page, and the second from which requests of its window are its own. */
export interface HarPage {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly time: number;
  from: number;
}

/** The pages of a window, and how many of them have begun. */
interface WindowPages {
  readonly pages: HarPage[];
  begun: number;
}

/** Which page each request belongs to: the one that its window had loaded, or was loading. */
export class HarPages {
  readonly #pages: HarPage[] = [];
  readonly #windows = new Map<string, WindowPages>();
  readonly #startAt: number;

  /** @param pages in the order of time; those that a script put in place belong to the page that was loaded before */
  constructor(pages: readonly ReplayEntry<'page'>[], { startAt }: ExportContext) {
    this.#startAt = startAt;
    for (const { id, time, windowId, detail } of pages) {
      if (detail.by !== 'load') continue;
      const { title, href } = detail;
      const page = { id, title: title || href, href, time, from: time };
      const ofWindow = this.#windows.get(windowId) ?? { pages: [], begun: 0 };
      ofWindow.pages.push(page);
      this.#windows.set(windowId, ofWindow);
      this.#pages.push(page);
    }
  }

  /**
   * @param request they must be asked for in the order of time: the request of a page itself tells when it began
   * @returns null for one that no page is known for
   */
  pageOf({ time, windowId, detail: { type, url } }: ReplayEntry<'request'>): HarPage | null {
    const ofWindow = this.#windows.get(windowId);
    if (!ofWindow) return null;
    const { pages } = ofWindow;
    while ((pages[ofWindow.begun]?.time ?? Infinity) <= time) ofWindow.begun++;
    const coming = pages[ofWindow.begun];
    const isOwn = type === 'navigation' && coming && withoutHash(coming.href) === withoutHash(url);
    if (isOwn && coming.time - time <= LOADING) {
      coming.from = time;
      ofWindow.begun++;
    }
    return pages[ofWindow.begun - 1] ?? null;
  }

  list(): object[] {
    return this.#pages.map(({ id, title, from }) => ({
      startedDateTime: harTime(this.#startAt, from),
      id,
      title,
      pageTimings: {},
    }));
  }
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/s, '');
}
