import type { MediaEventType } from './session-host.ts';
import type { SessionOptions } from './session-options.ts';

/** When a source that the page names is read, and what is worked out of it before somebody plays or seeks. */
export class Preload {
  readonly #options: Pick<SessionOptions, 'loading' | 'preload' | 'autoplay'>;
  readonly #isNear: () => boolean;
  #isUsed = false;

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

  /** Whether the recording is looked through for what only playing and seeking need. */
  get worksAhead(): boolean {
    return this.#isUsed || this.#options.preload !== 'metadata';
  }

  /** Somebody has played the recording, or gone somewhere in it. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** Called with each event of the session. */
  follow(type: MediaEventType): void {
    if (type === 'play' || type === 'seeking') this.#isUsed = true;
    if (type === 'emptied') this.#isUsed = false;
  }
}
