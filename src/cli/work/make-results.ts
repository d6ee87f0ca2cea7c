import { openRecordings } from '../../core/index.ts';
import type { Input } from '../inputs.ts';
import { writePart } from '../output-file.ts';
import { type RecordingOutcome, recordingOutcomes } from '../recording-outcome.ts';
import { makeResult, type ResultNote, type Wanted } from './make-result.ts';

/** An input of whose recordings something is to be made. */
export interface ResultTask {
  readonly input: Input;
  readonly wanted: Wanted;
  /** What paths of results begin with. */
  readonly parts: string;
  /** Whether results are on the disk when they are written. */
  readonly flush: boolean;
}

/** A result in a file that is not where it belongs yet. */
export interface MadeResult {
  readonly part: string;
  readonly note: ResultNote;
}

/**
 * Makes something of each recording in an input, in a thread: files, so that no result is in memory while it waits for
 * those before it.
 *
 * @throws what is not about a recording, such as a file that cannot be written
 */
export async function makeResults({
  input,
  wanted,
  parts,
  flush,
}: ResultTask): Promise<readonly RecordingOutcome<MadeResult>[]> {
  // Who stops it ends the thread.
  const { signal } = new AbortController();
  const outcomes: RecordingOutcome<MadeResult>[] = [];
  const open = () => openRecordings(input.source);
  const made = recordingOutcomes(input, open, async (recording, { name }) => {
    const part = `${parts}-${outcomes.length}.part`;
    const { content, note } = await makeResult(recording, wanted, { name, signal });
    await writePart(part, content, { flush, signal });
    return { part, note };
  });
  for await (const outcome of made) outcomes.push(outcome);
  return outcomes;
}
