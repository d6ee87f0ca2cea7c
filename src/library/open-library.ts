import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Stretch } from './batch-line.ts';
import type { KeptRecording } from './kept-recording.ts';
import { mayExist } from './library-database.ts';
import type { BatchKey, PieceKey } from './snapshot-batch.ts';

/** Since the second there are `batches`. */
const VERSION = 2;

export interface LibrarySchema extends DBSchema {
  /** What is known of each recording, by its id. */
  recordings: { key: string; value: KeptRecording };
  /** The files of each, by the same id: apart, so that a list does not load them. */
  files: { key: string; value: readonly (Blob | ArrayBuffer)[] };
  /** What was recorded in this browser, a batch at a time, as the line that it is in a file. Large ones are in pieces. */
  batches: { key: BatchKey | PieceKey; value: Stretch };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/**
 * The database; it is made where there is none.
 *
 * @param onLoss the connection is closed: by the browser, or since the database is to be deleted or changed
 */
export async function openLibrary(name: string, onLoss?: () => void): Promise<LibraryDatabase> {
  const database = await connect(name, true, onLoss);
  if (!database) throw new DOMException('No database can be made', 'UnknownError');
  return database;
}

/** The database; null where there is none. */
export async function findLibrary(name: string, onLoss?: () => void): Promise<LibraryDatabase | null> {
  return (await mayExist(name)) ? connect(name, false, onLoss) : null;
}

async function connect(
  name: string,
  isMade: boolean,
  onLoss: () => void = () => undefined,
): Promise<LibraryDatabase | null> {
  const missing = new AbortController();
  try {
    return await openDB<LibrarySchema>(name, VERSION, {
      upgrade(database, before, _version, transaction) {
        if (before === 0 && !isMade) {
          // Browsers then take back that it was made.
          missing.abort();
          transaction.done.catch(() => undefined);
          transaction.abort();
          return;
        }
        if (before === 0) {
          database.createObjectStore('recordings');
          database.createObjectStore('files');
        }
        database.createObjectStore('batches');
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onLoss();
      },
      terminated: onLoss,
    });
  } catch (thrown) {
    if (missing.signal.aborted) return null;
    throw thrown;
  }
}
