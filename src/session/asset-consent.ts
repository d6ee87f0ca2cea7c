import type { AssetPolicy, RemoteAssets } from '../rrweb-view/frame-policy.ts';

/** Whether the pages of a recording may load what they name: what the page around says, and the user's own word. */
export class AssetConsent {
  readonly #setting: () => RemoteAssets;
  readonly #changed: () => void;
  /** The user has let this recording load what it names. */
  #given = false;
  #dismissed = false;
  /** What the pages on the stage were built under. */
  #inForce: AssetPolicy = 'block';

  /** @param changed called when pages that were built under another policy have to go */
  constructor(setting: () => RemoteAssets, changed: () => void) {
    this.#setting = setting;
    this.#changed = changed;
  }

  /** Anything that is not a permission is none. */
  get policy(): AssetPolicy {
    const setting = this.#setting();
    return setting === 'allow' || (setting === 'ask' && this.#given) ? 'allow' : 'block';
  }

  /** The user wants to hear no more of what this recording lacks. */
  get dismissed(): boolean {
    return this.#dismissed;
  }

  dismiss(): void {
    this.#dismissed = true;
  }

  /** The user lets the recording in the player load what it names, until another one comes. */
  give(): void {
    this.#given = true;
    this.apply();
  }

  /** What is on the stage was built without what is allowed now, or with what no longer is. */
  apply(): void {
    if (this.#inForce === this.policy) return;
    this.#inForce = this.policy;
    this.#changed();
  }

  /** Another recording comes, of which nobody has said anything. */
  reset(): void {
    this.#given = this.#dismissed = false;
    this.#inForce = this.policy;
  }
}
