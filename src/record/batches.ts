import { pageAddress } from '../core/rrweb/page-address.ts';
import { VERSION } from '../core/version.ts';
import type { SnapshotBatch } from '../library/snapshot-batch.ts';
import type { Keeper } from './keeper.ts';
import { makeId } from './make-id.ts';
import { maskAddress } from './masking.ts';

/** As long as with PostHog. Milliseconds. */
const BATCH_MS = 2000;

/** The events of one recording, in the batches that posthog-js would make of them. */
export class Batches {
  readonly #keeper: Keeper | null;
  readonly #id = makeId();
  readonly #startedAt = new Date();
  /** Lines of the file; the browser may put them on the disk. */
  readonly #lines: Blob[] = [];
  #events: unknown[] = [];
  #timer = 0;

  constructor(keeper: Keeper | null) {
    this.#keeper = keeper;
  }

  add(event: unknown): void {
    if (this.#events.length === 0) this.#timer = window.setTimeout(this.flush, BATCH_MS);
    this.#events.push(withMaskedAddress(event));
  }

  readonly flush = (): void => {
    clearTimeout(this.#timer);
    const events = this.#events;
    if (events.length === 0) return;
    this.#events = [];
    const batch: SnapshotBatch = {
      event: '$snapshot',
      properties: {
        $session_id: this.#id,
        $window_id: this.#id,
        $snapshot_bytes: JSON.stringify(events).length,
        $snapshot_data: events,
        $lib: 'portable-replay',
        $lib_version: VERSION,
      },
    };
    this.#lines.push(new Blob([`${JSON.stringify(batch)}\n`]));
    this.#keeper?.keep(batch);
  };

  finish(): File {
    this.flush();
    const name = `recording-${this.#startedAt.toISOString().replace(/[:.]/g, '-')}.jsonl`;
    return new File(this.#lines, name, { type: 'application/jsonl' });
  }
}

function withMaskedAddress(event: unknown): unknown {
  const href = pageAddress(event);
  if (href === '') return event;
  const page = event as { readonly data: object };
  return { ...page, data: { ...page.data, href: maskAddress(href) } };
}
