import { openRecordings, type Recording } from '../../core/index.ts';
import { BatchWriter } from './batch-writer.ts';
import { failureOf, type ReadFailure } from '../recording-outcome.ts';
import { type BatchNote, type BatchSettings, type InputFile, noteOf } from './batch-note.ts';
import { writeNote } from './output-folder.ts';
import { recordingRows, type RecordingRows } from './recording-rows.ts';

/** Recordings whose rows are written together. */
export interface Batch extends BatchSettings {
  readonly out: string;
  /** Its number, from 0. */
  readonly batch: number;
  readonly inputs: readonly InputFile[];
  /** Files that are not read any more, for the thread has died of it, and what it has died of. */
  readonly fatal: Readonly<Record<string, ReadFailure>>;
}

/** Which of the inputs is read next, from 0. */
export interface BatchProgress {
  readonly place: number;
}

/**
 * Writes the rows of a batch, and notes that it is done. One recording after the other is in memory. What cannot be read
 * is noted and left out.
 *
 * @returns what was noted
 * @throws what writing does
 */
export async function extractBatch(
  { out, batch, inputs, fatal, format, tables }: Batch,
  note: (progress: BatchProgress) => void,
): Promise<BatchNote> {
  const writer = new BatchWriter(out, batch, format, tables);
  const outcomes = new Map<string, number | ReadFailure>();
  for (const [place, { file }] of inputs.entries()) {
    note({ place });
    const read = fatal[file] ?? (await readFile(file));
    outcomes.set(file, 'code' in read ? read : read.length);
    if (!('code' in read)) for (const rows of read) writer.add(rows);
  }
  const done = noteOf({ format, tables }, inputs, outcomes, await writer.finish());
  await writeNote(out, batch, done);
  return done;
}

/** Rows of all recordings in a file, or why there are none. */
async function readFile(file: string): Promise<readonly RecordingRows[] | ReadFailure> {
  let recordings: readonly Recording[] = [];
  try {
    recordings = await openRecordings(file);
    const rows: RecordingRows[] = [];
    for (const [place, recording] of recordings.entries())
      rows.push(await recordingRows(recording, file, place));
    return rows;
  } catch (thrown) {
    return failureOf(thrown);
  } finally {
    for (const recording of recordings) await recording.close();
  }
}
