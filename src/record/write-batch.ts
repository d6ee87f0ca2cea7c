import { piecesOf, type Stretch } from '../library/batch-line.ts';
import type { LibraryDatabase } from '../library/open-library.ts';
import { type BatchKey, type PieceKey, pieceKeyOf } from '../library/snapshot-batch.ts';
import { transactionEnd } from '../library/transaction-end.ts';

/** What is written of a batch: its line, and what the first piece of that is kept by. */
export interface WrittenBatch {
  readonly key: BatchKey;
  readonly line: Stretch;
}

/** A page that is never idle is not waited for longer. Milliseconds. */
const MAX_IDLE_MS = 500;

/**
 * Writes all of a batch, or nothing: at once, but for long texts, which wait until the page is idle. Each piece after the
 * first one has a task of its own, so that the page goes on in between.
 *
 * @param end aborted when there may be no more tasks
 */
export async function writeBatch(
  database: LibraryDatabase,
  batch: WrittenBatch,
  end: AbortSignal,
): Promise<void> {
  if (batch.line.length > 1) await idle(end);
  const pieces = keyedPieces(batch);
  if (end.aborted) return writeAtOnce(database, pieces);
  const transaction = begin(database);
  let rewritten: Promise<void> | undefined;
  const hurry = () => {
    transaction.abort();
    rewritten = writeAtOnce(database, pieces);
  };
  end.addEventListener('abort', hurry);
  const putInTurn = async () => {
    for (const [index, [key, piece]] of pieces.entries()) {
      const written = transaction.store.put(piece, key);
      if (index === pieces.length - 1) {
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

type KeyedPiece = readonly [BatchKey | PieceKey, Stretch];

function keyedPieces({ key, line }: WrittenBatch): readonly KeyedPiece[] {
  return Array.from(piecesOf(line), (piece, place) => [place === 0 ? key : pieceKeyOf(key, place), piece]);
}

async function writeAtOnce(database: LibraryDatabase, pieces: readonly KeyedPiece[]): Promise<void> {
  const transaction = begin(database);
  const written = Promise.all(pieces.map(([key, piece]) => transaction.store.put(piece, key)));
  // The page may be gone before it would be done by itself.
  transaction.commit();
  await transactionEnd(transaction.done, written);
}

function begin(database: LibraryDatabase) {
  return database.transaction('batches', 'readwrite');
}

/** Resolves at once when `end` is aborted. */
async function idle(end: AbortSignal): Promise<void> {
  if (end.aborted) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      end.removeEventListener('abort', go);
      resolve();
    };
    end.addEventListener('abort', go);
    if ('requestIdleCallback' in globalThis) requestIdleCallback(go, { timeout: MAX_IDLE_MS });
    else setTimeout(go);
  });
}
