import { ElementHider } from '../hide/element-hider.ts';
import type { Job } from '../job.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { RecordingStore, StoredEvent } from '../store/recording-store.ts';
import { TextLog } from './text-log.ts';
import { TextPage } from './text-page.ts';
import type { TextSpan } from './text-spans.ts';

/** Events that change texts of a page. */
const TEXT_KINDS: ReadonlySet<EventKind> = new Set(['fullSnapshot', 'mutation']);

interface TextWindow {
  readonly hider: ElementHider;
  readonly log: TextLog;
  readonly page: TextPage;
}

/**
 * The texts of a recording's pages through time: gathered in one go over its events, which whoever asks pushes on, so
 * that nothing is lost where they lose patience.
 */
export class PageText {
  readonly #windows = new Map<string, TextWindow>();
  readonly #cover: readonly string[];
  readonly #events: Iterator<StoredEvent, void>;
  readonly #startAt: number;
  readonly #size: number;
  /** When the last event of each window happened; seconds from the start. */
  readonly #ends: ReadonlyMap<string, number>;
  #count = 0;
  #isWhole = false;

  /**
   * @param cover selectors of what the viewer hides besides
   * @throws TypeError for what is no selector
   */
  constructor(store: RecordingStore, cover: readonly string[]) {
    const { startAt, info } = store.outline();
    this.#cover = cover;
    this.#startAt = startAt;
    this.#size = store.table.size;
    this.#ends = new Map(info.windows.map(({ id, end }) => [id, end]));
    this.#events = store.inflated({ kinds: TEXT_KINDS });
    new ElementHider(cover);
  }

  /** Gathers what is left to gather. @throws the signal's reason */
  async gather({ slicer, signal, progress }: Job): Promise<void> {
    while (!this.#isWhole) {
      signal.throwIfAborted();
      const next = this.#events.next();
      if (next.done) this.#isWhole = true;
      else this.#add(next.value);
      if (!slicer.isDue) continue;
      progress(this.#count / this.#size);
      await slicer.checkpoint();
    }
  }

  /** The stretches in which a text was there, by their start; those of one window do not touch. */
  find(text: string): readonly TextSpan[] {
    const found = [...this.#windows].flatMap(([windowId, { log }]) =>
      log.find(text, this.#ends.get(windowId) ?? 0).map(([start, end]) => ({ start, end, windowId })),
    );
    return found.sort((a, b) => a.start - b.start);
  }

  #add({ windowId, event }: StoredEvent): void {
    this.#count++;
    const { hider, page } = this.#windows.get(windowId) ?? this.#open(windowId);
    for (const shown of hider.next([event])) page.add(shown, (shown.timestamp - this.#startAt) / 1000);
  }

  #open(windowId: string): TextWindow {
    const log = new TextLog();
    const window = { hider: new ElementHider(this.#cover), log, page: new TextPage(log) };
    this.#windows.set(windowId, window);
    return window;
  }
}
