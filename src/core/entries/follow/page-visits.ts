import { asRecord, asText } from '../../json.ts';
import { ADDRESS_TAGS } from '../../rrweb/custom-tags.ts';
import { pageTitle } from '../naming/page-title.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** A recorder tells its settings so soon after a page is there. */
const START_MS = 500;
/** Scripts that put another page in place give it its title so soon; pages are loaded with theirs. */
const SETTLING_MS = 2000;

interface Visit {
  at: number;
  href: string;
  by: 'load' | 'script';
  title: string;
}

/** The pages that a window showed. Recorders tell of each more than once. */
export class PageVisits implements EntryFinder {
  readonly #window: WindowContext;
  /** The page that is there, until its title is known. */
  #settling: Visit | null = null;
  #href: string | null = null;
  #lastAt = -Infinity;
  /** The document was loaded since the last page was told of. */
  #isLoading = false;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (this.#settling && at - this.#settling.at > SETTLING_MS) this.#settle();
    if (kind === 'domContentLoaded' || kind === 'load') this.#isLoading = true;
    else if (kind === 'meta') this.#noteMeta(at, asText(data['href']));
    else if (kind === 'custom') {
      const href = asText(asRecord(data['payload'])['href']);
      if (href !== '' && href !== this.#href && ADDRESS_TAGS.has(data['tag']))
        this.#visit(at, href, 'script');
    }
  }

  end(): void {
    this.#settle();
  }

  /** Each full snapshot of a page comes with one, also of a page that was there all along. */
  #noteMeta(at: number, href: string): void {
    const isLoaded = this.#isLoading || this.#window.isLoadedAt(at - 1, at + START_MS);
    this.#isLoading = false;
    if (href === this.#href) {
      if (!isLoaded) return;
      // What was told of before the page was there.
      if (at - this.#lastAt < SETTLING_MS) {
        if (this.#settling) this.#settling.by = 'load';
        return;
      }
    }
    if (href !== '' || this.#href === null) this.#visit(at, href, 'load');
  }

  #visit(at: number, href: string, by: Visit['by']): void {
    this.#settle();
    this.#settling = { at, href, by, title: '' };
    this.#href = href;
    this.#lastAt = at;
  }

  #settle(): void {
    if (!this.#settling) return;
    const { at, href, by } = this.#settling;
    this.#settling = null;
    this.#window.add('page', at, { href, by, title: pageTitle(this.#window.tree) });
  }
}
