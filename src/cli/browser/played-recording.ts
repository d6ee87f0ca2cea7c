import type { Page } from 'playwright';
import { everyEntry } from '../../core/entries/every-entry.ts';
import { type EntryQuery, type RecordingInfo, ReplayError, type ReplayEntry } from '../../core/index.ts';
import { formatClock } from '../../locale/clock.ts';
import { entries, type Failure, show } from './in-page.ts';
import { ShownPage } from './shown-page.ts';

/** A moment of a recording. */
export interface Moment {
  /** Seconds from its start. */
  readonly time: number;
  /** The window to show; the one that was in use if not given. */
  readonly windowId?: string | undefined;
}

/** A recording in a player in a browser. */
export class PlayedRecording {
  readonly info: RecordingInfo;
  readonly #page: Page;
  readonly #index: number;
  readonly #hasMasks: boolean;
  /** Settles when the player shows nothing that somebody looks at. */
  #idle: Promise<unknown> = Promise.resolve();

  /** @param index among the recordings in the player */
  constructor(page: Page, index: number, info: RecordingInfo, hasMasks: boolean) {
    this.#page = page;
    this.#index = index;
    this.info = info;
    this.#hasMasks = hasMasks;
  }

  /**
   * Looks at the page of a moment. Who asks while somebody else looks waits for them.
   *
   * @throws RangeError for a moment or a window that is not in the recording; ReplayError
   */
  async at<T>(moment: Moment, look: (page: ShownPage) => Promise<T>): Promise<T> {
    this.#check(moment);
    const looking = this.#idle.then(async () => look(await this.#show(moment)));
    this.#idle = looking.catch(() => undefined);
    return looking;
  }

  /** Entries of the recording; all of them where the query has no limit. */
  async entries(query: EntryQuery = {}): Promise<ReplayEntry[]> {
    const found: ReplayEntry[] = [];
    for await (const entry of everyEntry(query, (part) => this.#page.evaluate(entries, part)))
      found.push(entry);
    return found;
  }

  #check({ time, windowId }: Moment): void {
    const { duration, windows } = this.info;
    // Lengths are told in whole seconds.
    if (time > Math.ceil(duration))
      throw new RangeError(`There is no ${formatClock(time)} in it: it is ${formatClock(duration)} long.`);
    if (windowId !== undefined && !windows.some(({ id }) => id === windowId))
      throw new RangeError(
        `There is no window ${windowId} in it. Its windows: ${windows.map(({ id }) => id).join(', ')}`,
      );
  }

  async #show({ time, windowId = 'auto' }: Moment): Promise<ShownPage> {
    const screen = await this.#page.evaluate(show, { index: this.#index, time, windowId });
    if (screen === null) throw new RangeError(`There is no page at ${formatClock(time)}.`);
    if ('code' in screen) throw errorOf(screen);
    const element = await this.#page.locator('.stage .page:not(.standby) iframe').elementHandle();
    const frame = await element.contentFrame();
    if (!frame) throw new RangeError(`There is no page at ${formatClock(time)}.`);
    return new ShownPage(this.#page, frame, screen, this.#hasMasks);
  }
}

export function errorOf({ code, message }: Failure): ReplayError {
  return new ReplayError(code, message);
}
