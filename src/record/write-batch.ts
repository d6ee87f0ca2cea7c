import type { LinePiece } from '../library/batch-line.ts';
import type { LibraryDatabase } from '../library/open-library.ts';
import { type BatchKey, pieceKeyOf } from '../library/snapshot-batch.ts';
import { transactionEnd } from '../library/transaction-end.ts';

/** What is written of a batch: its line in pieces, and what the first one is kept by. */
export interface WrittenBatch {
  readonly key: BatchKey;
  readonly pieces: readonly LinePiece[];
}

/**
 * Writes all of a batch, or nothing: the first piece at once, and each that follows in a task of its own, so that the page
 * goes on in between.
 *
 * @param end aborted when there may be no more tasks
 */
export async function writeBatch(
  database: LibraryDatabase,
  batch: WrittenBatch,
  end: AbortSignal,
): Promise<void> {
  if (end.aborted) return writeAtOnce(database, batch);
  const transaction = begin(database);
  let rewritten: Promise<void> | undefined;
  const hurry = () => {
    transaction.abort();
    rewritten = writeAtOnce(database, batch);
  };
  end.addEventListener('abort', hurry);
  const putInTurn = async () => {
    for (const place of batch.pieces.keys()) {
      const written = putPiece(transaction, batch, place);
      if (place === batch.pieces.length - 1) {
        end.removeEventListener('abort', hurry);
        transaction.commit();
      }
      await written;
    }
  };
  try {
    await transactionEnd(transaction.done, putInTurn());
  } catch (thrown) {
    if (!rewritten) throw thrown;
    await rewritten;
  } finally {
    end.removeEventListener('abort', hurry);
  }
}

async function writeAtOnce(database: LibraryDatabase, batch: WrittenBatch): Promise<void> {
  const transaction = begin(database);
  const written = Promise.all([...batch.pieces.keys()].map((place) => putPiece(transaction, batch, place)));
  // The page may be gone before it would be done by itself.
  transaction.commit();
  await transactionEnd(transaction.done, written);
}

function begin(database: LibraryDatabase) {
  return database.transaction('batches', 'readwrite');
}

function putPiece(
  { store }: ReturnType<typeof begin>,
  { key, pieces }: WrittenBatch,
  place: number,
): Promise<unknown> {
  return store.put(pieces[place] ?? [], place === 0 ? key : pieceKeyOf(key, place));
}
