import { DEFAULT_LIMITS } from '../core/limits.ts';

/** How much pages may cost: what the limits of the last load say, and the user's own word. */
export class CostConsent {
  /** As `RecordingLimits.pageCost`. */
  limit = DEFAULT_LIMITS.pageCost;
  readonly #changed: () => void;
  #given = false;

  /** @param changed called when pages have to be built anew */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** True once the user wants to see of the recording in the player what was left out because it costs too much. */
  get given(): boolean {
    return this.#given;
  }

  get pageCost(): number {
    return this.#given ? Infinity : this.limit;
  }

  /** Shows all of it, until another recording comes. */
  give(): void {
    this.#given = true;
    this.#changed();
  }

  /** Another recording comes, of which nobody has said anything. */
  reset(): void {
    this.#given = false;
  }
}
