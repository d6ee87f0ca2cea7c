import { asAmount, asRecord, asText } from '../core/json.ts';
import type { SnapshotBatch } from '../library/snapshot-batch.ts';
import { createKeeper, type KeepOptions } from './keeper.ts';

/**
 * A `before_send` hook for posthog-js that keeps a copy of each batch of a session replay. PostHog is sent the same as
 * without it: the hook hands back the event that it gets, at once, whatever comes of keeping it. Where the device has no
 * room, or the browser keeps nothing, it says nothing and stops keeping; what was kept until then stays.
 *
 * ```js
 * posthog.init(key, { before_send: keepSnapshots() });
 * ```
 */
export function keepSnapshots(options: KeepOptions = {}): <Event>(event: Event) => Event {
  const keeper = createKeeper(options);
  return (event) => {
    try {
      if (keeper.isClosed) return event;
      // Whatever posthog-js captures first, a page that is left soon has no time to make a database at the end.
      keeper.prepare();
      const batch = batchOf(event);
      if (batch) keeper.keep(batch);
    } catch {
      // What cannot be copied is not kept, and PostHog gets it all the same.
    }
    return event;
  };
}

/** What is kept of an event, whose data stay the same objects; null where it is none of a session replay. */
function batchOf(event: unknown): SnapshotBatch | null {
  const { event: name, properties } = asRecord(event);
  if (name !== '$snapshot') return null;
  const fields = asRecord(properties);
  const data = fields['$snapshot_data'];
  const sessionId = asText(fields['$session_id']);
  if (sessionId === '' || typeof data !== 'object' || data === null) return null;
  // Older versions have sent each event by itself.
  const events: readonly unknown[] = Array.isArray(data) ? data : [data];
  return {
    event: '$snapshot',
    properties: {
      $session_id: sessionId,
      $window_id: asText(fields['$window_id']),
      $snapshot_bytes: asAmount(fields['$snapshot_bytes']) ?? JSON.stringify(events).length,
      $snapshot_data: events,
      $lib: asText(fields['$lib']),
      $lib_version: asText(fields['$lib_version']),
    },
  };
}
