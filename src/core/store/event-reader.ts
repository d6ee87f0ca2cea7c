import { unpackEvent } from '../decode/unpack-event.ts';
import { repairEvent } from '../repair/repair-event.ts';
import type { ReplayEvent } from '../recording.ts';
import type { WarningLog } from '../warnings.ts';

/**
 * Makes events of stored JSON: inflated and put right.
 */
export class EventReader {
  readonly #text = new TextDecoder();

  /**
   * The event as it was recorded but inflated and put right; null when it cannot be decoded.
   *
   * @param timestamp when the event happened, which may differ from what it says
   * @param warnings told of what was put right
   */
  inflate(bytes: Uint8Array, timestamp: number, warnings: WarningLog): ReplayEvent | null {
    const event = unpackEvent(this.parse(bytes));
    if (!event) return null;
    repairEvent(event, warnings);
    return event.timestamp === timestamp ? event : { ...event, timestamp };
  }

  text(bytes: Uint8Array): string {
    return this.#text.decode(bytes);
  }

  /** Undefined for what is no JSON. */
  parse(bytes: Uint8Array): unknown {
    try {
      return JSON.parse(this.text(bytes));
    } catch {
      return undefined;
    }
  }
}
