import { savesData } from '../worker/device.ts';
import { isInFront } from './in-front.ts';
import type { MediaEventType } from './session-host.ts';
import type { SessionOptions } from './session-options.ts';

/** When a source that the page names is read, and what is worked out of it before somebody plays or seeks. */
export class Preload {
  readonly #options: Pick<SessionOptions, 'loading' | 'preload' | 'autoplay'>;
  readonly #isNear: () => boolean;
  #isUsed = false;
  /** The page has been in front since the recording came. */
  #isSeen = isInFront();

  /** @param isNear whether the player is in view or close to it */
  constructor(options: Pick<SessionOptions, 'loading' | 'preload' | 'autoplay'>, isNear: () => boolean) {
    this.#options = options;
    this.#isNear = isNear;
  }

  /** Whether a source is read without being played. */
  get isDue(): boolean {
    const { loading, preload, autoplay } = this.#options;
    return (autoplay || preload !== 'none') && (loading !== 'lazy' || this.#isNear());
  }

  /**
   * Whether the recording is looked through for what only playing and seeking need. In a page that nobody has seen yet that
   * waits. Whoever wants to save data gets `metadata` for `auto`, as browsers do with films.
   */
  get worksAhead(): boolean {
    return this.#isUsed || (this.#isSeen && this.#options.preload !== 'metadata' && !savesData());
  }

  /** Somebody has played the recording, or gone somewhere in it. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** Called with each event of the session, and when the page comes to the front or leaves it. */
  follow(type: MediaEventType | 'visibilitychange'): void {
    if (type === 'play' || type === 'seeking') this.#isUsed = true;
    if (type === 'emptied') this.#isUsed = this.#isSeen = false;
    this.#isSeen ||= isInFront();
  }
}
