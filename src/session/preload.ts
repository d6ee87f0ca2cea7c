import { savesData } from '../worker/device.ts';
import { hasLeisure } from './leisure.ts';
import type { MediaEventType } from './session-host.ts';
import type { SessionOptions } from './session-options.ts';

/** When a source that the page names is read, and what is worked out of it before somebody plays or seeks. */
export class Preload {
  readonly #options: Pick<SessionOptions, 'loading' | 'preload' | 'autoplay'>;
  readonly #isNear: () => boolean;
  #isUsed = false;
  /** There has been time for it since the recording came. */
  #hadLeisure = false;

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
   * Whether the recording is looked through for what only playing and seeking need. That waits until there is leisure, or
   * somebody needs it. Whoever wants to save data gets `metadata` for `auto`, as browsers do with films.
   */
  get worksAhead(): boolean {
    return this.#isUsed || (this.#hadLeisure && this.#options.preload !== 'metadata' && !savesData());
  }

  /** Somebody has played the recording, or gone somewhere in it. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** Called with each event of the session, and when there may be leisure, or none. */
  follow(type: MediaEventType | 'leisurechange'): void {
    if (type === 'play' || type === 'seeking') this.#isUsed = true;
    if (type === 'emptied') this.#isUsed = false;
    // A load takes its turn after it has said that it starts.
    this.#hadLeisure = type !== 'loadstart' && (this.#hadLeisure || hasLeisure());
  }
}
