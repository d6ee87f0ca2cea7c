import { bytesOf, lastMoment } from '../library/kept-sessions.ts';
import type { BatchKey } from '../library/snapshot-batch.ts';

export interface SessionLimits {
  /** Bytes of all sessions together. */
  readonly maxBytes: number;
  /** Seconds after its last event. */
  readonly maxAge: number;
}

/** What has to go so that the rest is within limits. */
export interface Surplus {
  readonly sessionIds: readonly string[];
  /** The oldest batches of the latest session, where it is too large by itself. */
  readonly batches: readonly BatchKey[];
}

/**
 * @param sessions the keys of their batches
 * @param now Unix milliseconds
 */
export function overLimits(
  sessions: ReadonlyMap<string, readonly BatchKey[]>,
  { maxBytes, maxAge }: SessionLimits,
  now: number,
): Surplus {
  const byAge = [...sessions]
    .map(([id, keys]) => ({ id, keys, endAt: lastMoment(keys), bytes: bytesOf(keys) }))
    .sort((a, b) => a.endAt - b.endAt);
  const sessionIds: string[] = [];
  let rest = byAge.reduce((sum, { bytes }) => sum + bytes, 0);
  const latest = byAge.at(-1);
  for (const { id, endAt, bytes } of byAge) {
    const isTooOld = endAt < now - maxAge * 1000;
    if (!isTooOld && (rest <= maxBytes || id === latest?.id)) continue;
    sessionIds.push(id);
    rest -= bytes;
  }
  const batches: BatchKey[] = [];
  const oldestFirst = (latest?.keys ?? []).toSorted(([, , , a], [, , , b]) => a - b);
  for (const key of sessionIds.includes(latest?.id ?? '') ? [] : oldestFirst) {
    if (rest <= maxBytes) break;
    batches.push(key);
    rest -= bytesOf([key]);
  }
  return { sessionIds, batches };
}
