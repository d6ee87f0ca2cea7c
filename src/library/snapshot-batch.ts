import { asAmount, asRecord } from '../core/json.ts';
import { pageAddress } from '../core/rrweb/page-address.ts';

/**
 * Some events of a session, as PostHog's ingestion gets them, without what says whose they are. As lines of JSON they are
 * a file that can be opened: its format is `posthog-ingestion`.
 */
export interface SnapshotBatch {
  readonly event: '$snapshot';
  readonly properties: {
    readonly $session_id: string;
    readonly $window_id: string;
    /** About so many bytes. */
    readonly $snapshot_bytes: number;
    /** rrweb's events; of some, posthog-js compresses a part. */
    readonly $snapshot_data: readonly unknown[];
    /** What recorded it. */
    readonly $lib: string;
    readonly $lib_version: string;
  };
}

/**
 * What a batch is kept by, or the first piece of it. It says all that lists and limits need, so that these read no batch,
 * and nothing has to be written but the batch itself: tabs that record the same session at once cannot overwrite each other.
 */
export type BatchKey = [
  sessionId: string,
  /** Of the page that recorded it: pages loaded later come later. */
  pageId: string,
  /** Its place among those of the page. */
  index: number,
  /** Of its events. Unix milliseconds. */
  startAt: number,
  endAt: number,
  bytes: number,
  /** Of pages that were visited. */
  addresses: string[],
];

/** What another piece of a batch is kept by, which comes after the first one. */
export type PieceKey = [sessionId: string, pageId: string, index: number, after: 'piece', place: number];

/** Characters of an address; what is longer is cut. */
const MAX_ADDRESS = 2000;
const MAX_ADDRESSES = 20;

export function keyOf({ properties }: SnapshotBatch, pageId: string, index: number): BatchKey {
  const { $session_id: sessionId, $snapshot_bytes: bytes, $snapshot_data: events } = properties;
  const times: number[] = [];
  const addresses = new Set<string>();
  for (const event of events) {
    const time = asAmount(asRecord(event)['timestamp']);
    if (time !== null) times.push(time);
    const href = pageAddress(event);
    if (href !== '' && addresses.size < MAX_ADDRESSES) addresses.add(href.slice(0, MAX_ADDRESS));
  }
  if (times.length === 0) times.push(Date.now());
  const [startAt, endAt] = times.reduce(
    ([first, last], time) => [Math.min(first, time), Math.max(last, time)],
    [Infinity, 0],
  );
  return [sessionId, pageId, index, startAt, endAt, bytes, [...addresses]];
}

export function isBatchKey(key: BatchKey | PieceKey): key is BatchKey {
  return key[3] !== 'piece';
}

export function pieceKeyOf([sessionId, pageId, index]: BatchKey, place: number): PieceKey {
  return [sessionId, pageId, index, 'piece', place];
}
