import { batchKeys, lastMoment, piecesOf, rangeOf } from '../library/kept-sessions.ts';
import type { LibraryDatabase } from '../library/open-library.ts';
import { overLimits, type SessionLimits, type Surplus } from './session-limits.ts';

export async function dropOverLimits(database: LibraryDatabase, limits: SessionLimits): Promise<void> {
  await drop(database, overLimits(await batchKeys(database), limits, Date.now()));
}

/** Drops the session that has been over for longest, but for the one that is being recorded. */
export async function dropOldest(database: LibraryDatabase, recordedId: string): Promise<void> {
  const sessions = [...(await batchKeys(database))].filter(([id]) => id !== recordedId);
  const [oldest] = sessions.sort(([, a], [, b]) => lastMoment(a) - lastMoment(b));
  if (oldest) await drop(database, { sessionIds: [oldest[0]], batches: [] });
}

async function drop(database: LibraryDatabase, { sessionIds, batches }: Surplus): Promise<void> {
  const ranges = [...sessionIds.map(rangeOf), ...batches.map(piecesOf)];
  if (ranges.length === 0) return;
  const { store, done } = database.transaction('batches', 'readwrite');
  await Promise.all([...ranges.map((range) => store.delete(range)), done]);
}
