import { deleteDB } from 'idb';
import type { KeptRecording } from './kept-recording.ts';
import { listSessions, rangeOf, sessionFile } from './kept-sessions.ts';
import { LIBRARY } from './library-database.ts';
import { findLibrary, type LibraryDatabase, openLibrary } from './open-library.ts';
import { transactionEnd } from './transaction-end.ts';

/**
 * Recordings that are kept in the browser, in a database of the page's origin, which is made when the first one is kept:
 * files that were opened, and sessions that were recorded here. A connection is open only while it is used, so that no
 * other tab waits for it.
 */
export class RecordingStore {
  readonly #name: string;

  constructor(name = LIBRARY) {
    this.#name = name;
  }

  /** Those kept last are first. */
  async listRecordings(): Promise<readonly KeptRecording[]> {
    const found = await this.#use((database) =>
      Promise.all([database.getAll('recordings'), listSessions(database)]),
    );
    return (found ?? []).flat().toSorted((a, b) => b.keptAt - a.keptAt);
  }

  /** The files of a recording, by their names; null where it is not kept. */
  async getRecording(id: string): Promise<readonly File[] | null> {
    return this.#use(async (database) => {
      const transaction = database.transaction(['recordings', 'files']);
      const [recording, blobs] = await Promise.all([
        transaction.objectStore('recordings').get(id),
        transaction.objectStore('files').get(id),
      ]);
      if (recording && blobs)
        return blobs.map((content, index) => new File([content], recording.files[index]?.name ?? ''));
      const session = await sessionFile(database, id);
      return session && [session];
    });
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
    const database = await openLibrary(this.#name);
    try {
      const transaction = database.transaction(['recordings', 'files'], 'readwrite');
      const recordings = transaction.objectStore('recordings');
      const isNew = (await recordings.getKey(recording.id)) === undefined;
      const write = async () => {
        // WebKit hangs where one fails while another is under way.
        await transaction.objectStore('files').put(files, recording.id);
        await recordings.put(recording, recording.id);
      };
      await transactionEnd(transaction.done, isNew ? write() : Promise.resolve());
      return isNew;
    } finally {
      database.close();
    }
  }

  /** Gives a recording other words; does nothing where it is none of files. */
  async tagRecording(id: string, tags: readonly string[]): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction('recordings', 'readwrite');
      const recording = await transaction.store.get(id);
      if (recording) await transaction.store.put({ ...recording, tags }, id);
      await transaction.done;
    });
  }

  /** Does nothing where it is not kept. A session that is still being recorded comes back with what follows. */
  async deleteRecording(id: string): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['recordings', 'files', 'batches'], 'readwrite');
      await Promise.all([
        transaction.objectStore('recordings').delete(id),
        transaction.objectStore('files').delete(id),
        transaction.objectStore('batches').delete(rangeOf(id)),
        transaction.done,
      ]);
    });
  }

  /** Deletes the database with all that is in it. */
  async deleteAll(): Promise<void> {
    await deleteDB(this.#name);
  }

  /** Runs with the database, and not at all where there is none. */
  async #use<T>(run: (database: LibraryDatabase) => Promise<T>): Promise<T | null> {
    const database = await findLibrary(this.#name);
    if (!database) return null;
    try {
      return await run(database);
    } finally {
      database.close();
    }
  }
}

/** WebKit stores no Blobs in private windows, only what is in them. */
function takesNoBlobs(thrown: unknown): boolean {
  return thrown instanceof DOMException && ['UnknownError', 'DataCloneError'].includes(thrown.name);
}
