import { pageName } from '../core/page-name.ts';
import { textOf } from './batch-line.ts';
import type { KeptRecording } from './kept-recording.ts';
import type { LibraryDatabase } from './open-library.ts';
import { type BatchKey, isBatchKey, type PieceKey } from './snapshot-batch.ts';

/** So many keys are read at once, and so many pieces of batches: reading more would hold up the page. */
const KEYS_AT_ONCE = 500;
const PIECES_AT_ONCE = 20;

/** All batches of a session: a list is greater than any text. */
export function rangeOf(sessionId: string): IDBKeyRange {
  return IDBKeyRange.bound([sessionId], [sessionId, []]);
}

/** All pieces of a batch. */
export function piecesOf([sessionId, pageId, index]: BatchKey): IDBKeyRange {
  return IDBKeyRange.bound([sessionId, pageId, index], [sessionId, pageId, index, []]);
}

/** The keys of all batches, by session. */
export async function batchKeys(
  database: LibraryDatabase,
): Promise<ReadonlyMap<string, readonly BatchKey[]>> {
  const sessions = new Map<string, BatchKey[]>();
  let range: IDBKeyRange | null = null;
  for (;;) {
    const found: (BatchKey | PieceKey)[] = await database.getAllKeys('batches', range, KEYS_AT_ONCE);
    for (const key of found.filter(isBatchKey)) {
      const keys = sessions.get(key[0]);
      if (keys) keys.push(key);
      else sessions.set(key[0], [key]);
    }
    if (found.length < KEYS_AT_ONCE) return sessions;
    range = IDBKeyRange.lowerBound(found.at(-1), true);
  }
}

/** What the library says of the sessions that are kept batch by batch. */
export async function listSessions(database: LibraryDatabase): Promise<readonly KeptRecording[]> {
  return [...(await batchKeys(database))].map(([id, keys]) => describeSession(id, keys));
}

function describeSession(id: string, keys: readonly BatchKey[]): KeptRecording {
  const byTime = keys.toSorted(([, , , a], [, , , b]) => a - b);
  const startedAt = byTime[0]?.[3] ?? 0;
  const endedAt = lastMoment(keys);
  const size = bytesOf(keys);
  const addresses = [...new Set(byTime.flatMap((key) => key[6]))];
  return {
    id,
    name: pageName(addresses[0] ?? '') || id,
    keptAt: endedAt,
    startedAt,
    duration: (endedAt - startedAt) / 1000,
    tags: [],
    sessionIds: [id],
    addresses,
    files: [{ name: fileName(id), size, sha256: '' }],
  };
}

/** When a session was recorded last. Unix milliseconds. */
export function lastMoment(keys: readonly BatchKey[]): number {
  return keys.reduce((last, [, , , , endAt]) => Math.max(last, endAt), 0);
}

export function bytesOf(keys: readonly BatchKey[]): number {
  return keys.reduce((sum, [, , , , , bytes]) => sum + bytes, 0);
}

/** A session as a file that can be opened; null where it is not kept. */
export async function sessionFile(database: LibraryDatabase, id: string): Promise<File | null> {
  const lines: Blob[] = [];
  // A single transaction: whoever drops batches waits, and none is read by half.
  const { store } = database.transaction('batches');
  let range = rangeOf(id);
  for (;;) {
    const [keys, pieces] = await Promise.all([
      store.getAllKeys(range, PIECES_AT_ONCE),
      store.getAll(range, PIECES_AT_ONCE),
    ]);
    if (pieces.length > 0) lines.push(new Blob(pieces.map(textOf)));
    if (keys.length < PIECES_AT_ONCE) break;
    range = IDBKeyRange.bound(keys.at(-1), [id, []], true);
  }
  return lines.length > 0 ? new File(lines, fileName(id), { type: 'application/jsonl' }) : null;
}

function fileName(id: string): string {
  return `${id}.jsonl`;
}
