import { deleteDB, type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptRecording } from './kept-recording.ts';
import { LIBRARY, mayExist } from './library-database.ts';

interface Schema extends DBSchema {
  /** What is known of each recording, by its id. */
  recordings: { key: string; value: KeptRecording };
  /** The files of each, by the same id: apart, so that a list does not load them. */
  files: { key: string; value: readonly (Blob | ArrayBuffer)[] };
}

/**
 * Recordings that are kept in the browser, in a database of the page's origin, which is made when the first one is kept.
 * A connection is open only while it is used, so that no other tab waits for it.
 */
export class RecordingStore {
  readonly #name: string;

  constructor(name = LIBRARY) {
    this.#name = name;
  }

  /** Those kept last are first. */
  async listRecordings(): Promise<readonly KeptRecording[]> {
    const found = await this.#use((database) => database.getAll('recordings'));
    return (found ?? []).toSorted((a, b) => b.keptAt - a.keptAt);
  }

  /** The files of a recording, by their names; null where it is not kept. */
  async getRecording(id: string): Promise<readonly File[] | null> {
    const found = await this.#use(async (database) => {
      const transaction = database.transaction(['recordings', 'files']);
      const [recording, blobs] = await Promise.all([
        transaction.objectStore('recordings').get(id),
        transaction.objectStore('files').get(id),
      ]);
      return recording && blobs && { recording, blobs };
    });
    if (!found) return null;
    const { recording, blobs } = found;
    return blobs.map((content, index) => new File([content], recording.files[index]?.name ?? ''));
  }

  /**
   * Keeps a recording; one that is kept already stays as it is. Where there is no room for it, nothing changes.
   *
   * @param files in the order of `recording.files`
   * @returns whether it was not there before
   * @throws DOMException `QuotaExceededError` where there is no room
   */
  async keepRecording(recording: KeptRecording, files: readonly Blob[]): Promise<boolean> {
    try {
      return await this.#keep(recording, files);
    } catch (thrown) {
      if (!takesNoBlobs(thrown)) throw thrown;
      return this.#keep(recording, await Promise.all(files.map((file) => file.arrayBuffer())));
    }
  }

  async #keep(recording: KeptRecording, files: readonly (Blob | ArrayBuffer)[]): Promise<boolean> {
    const database = await this.#open(true);
    if (!database) throw new DOMException('No database can be made', 'UnknownError');
    try {
      const transaction = database.transaction(['recordings', 'files'], 'readwrite');
      const recordings = transaction.objectStore('recordings');
      const isNew = (await recordings.getKey(recording.id)) === undefined;
      const write = async () => {
        // WebKit hangs where one fails while another is under way.
        await transaction.objectStore('files').put(files, recording.id);
        await recordings.put(recording, recording.id);
      };
      // Whichever fails, the transaction fails as a whole; it is to end before the connection does.
      const [written, ended] = await Promise.allSettled([isNew && write(), transaction.done]);
      const failed = [ended, written].filter((outcome) => outcome.status === 'rejected');
      const failure = failed.find(({ reason }) => !isAbort(reason)) ?? failed[0];
      if (failure) throw failure.reason;
      return isNew;
    } finally {
      database.close();
    }
  }

  /** Gives a recording other words; does nothing where it is not kept. */
  async tagRecording(id: string, tags: readonly string[]): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction('recordings', 'readwrite');
      const recording = await transaction.store.get(id);
      if (recording) await transaction.store.put({ ...recording, tags }, id);
      await transaction.done;
    });
  }

  /** Does nothing where it is not kept. */
  async deleteRecording(id: string): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['recordings', 'files'], 'readwrite');
      await Promise.all([
        transaction.objectStore('recordings').delete(id),
        transaction.objectStore('files').delete(id),
        transaction.done,
      ]);
    });
  }

  /** Deletes the database with all that is in it. */
  async deleteAll(): Promise<void> {
    await deleteDB(this.#name);
  }

  /** Runs with the database, and not at all where there is none. */
  async #use<T>(run: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | null> {
    const database = await this.#open(false);
    if (!database) return null;
    try {
      return await run(database);
    } finally {
      database.close();
    }
  }

  /** @returns null where there is none and none is to be made */
  async #open(isMade: boolean): Promise<IDBPDatabase<Schema> | null> {
    if (!isMade && !(await mayExist(this.#name))) return null;
    const missing = new AbortController();
    try {
      return await openDB<Schema>(this.#name, 1, {
        upgrade(database, _before, _version, transaction) {
          if (isMade) {
            database.createObjectStore('recordings');
            database.createObjectStore('files');
            return;
          }
          // Browsers then take back that it was made.
          missing.abort();
          transaction.done.catch(() => undefined);
          transaction.abort();
        },
      });
    } catch (thrown) {
      if (missing.signal.aborted) return null;
      throw thrown;
    }
  }
}

/** What is said of the one that did not fail by itself. */
function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

/** WebKit stores no Blobs in private windows, only what is in them. */
function takesNoBlobs(thrown: unknown): boolean {
  return thrown instanceof DOMException && ['UnknownError', 'DataCloneError'].includes(thrown.name);
}
