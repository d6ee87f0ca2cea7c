import { unpackEvent } from '../decode/unpack-event.ts';
import { isolateEvent } from '../normalise/isolate-event.ts';
import { mendEvent } from '../normalise/mend-event.ts';
import { splitMutation } from '../normalise/split-mutation.ts';
import type { ReplayEvent } from '../recording.ts';
import type { WarningLog } from '../warnings.ts';

/**
 * Makes events of stored JSON that a replay core can take: inflated, put right, cut into pieces where they are
 * huge, and unable to reach out of the frame.
 */
export class EventReader {
  readonly #warnings: WarningLog;
  readonly #text = new TextDecoder();

  constructor(warnings: WarningLog) {
    this.#warnings = warnings;
  }

  /**
   * @param timestamp when the event happened, which may differ from what it says
   * @returns null when the event cannot be decoded; empty when nothing of it may be shown
   */
  read(bytes: Uint8Array, timestamp: number, remoteAssets: boolean): readonly ReplayEvent[] | null {
    const event = this.inflate(bytes, timestamp);
    if (!event) return null;
    const shown = remoteAssets ? event : isolateEvent(event);
    return shown ? splitMutation(shown) : [];
  }

  /** The event as it was recorded but inflated and put right; null when it cannot be decoded. */
  inflate(bytes: Uint8Array, timestamp: number): ReplayEvent | null {
    const event = unpackEvent(this.parse(bytes));
    if (!event) return null;
    mendEvent(event, this.#warnings);
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
