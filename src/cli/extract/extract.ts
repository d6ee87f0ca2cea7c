import { stat } from 'node:fs/promises';
import type { TaskError } from '../pool/messages.ts';
import { runTasks } from '../pool/run-tasks.ts';
import { fatalFailure, type ReadFailure } from '../recording-outcome.ts';
import { asNote, type BatchNote, type BatchSettings, type InputFile, isDone } from './batch-note.ts';
import type { Batch, BatchProgress } from './extract-batch.ts';
import {
  claimFolder,
  type FoundFile,
  findFiles,
  isTemporary,
  readNote,
  removeFiles,
} from './output-folder.ts';

export interface ExtractRequest extends BatchSettings {
  /** Paths of recordings. Which batch each is in follows from their order. */
  readonly files: readonly string[];
  /** The folder that is filled. */
  readonly out: string;
  /** So many recordings are a batch, whose rows are written together. */
  readonly batchSize: number;
  /** Which of how many runs this is, from 1; each does its share of the batches. */
  readonly shard: Shard;
  /** So many threads at most. */
  readonly jobs: number;
  /** Does everything again, and takes away what was made of other files. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  /** Told of how many of the files of this run are behind it. */
  readonly onProgress: (done: number, total: number) => void;
}

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A file that could not be read, and why. */
export interface DamagedFile extends ReadFailure {
  readonly file: string;
}

/** What a run has found and written. Batches that were done before count as if they had been done now. */
export interface ExtractSummary {
  readonly batches: number;
  /** Of these, those that an earlier run had done. */
  readonly unchanged: number;
  readonly sessions: number;
  readonly rows: Readonly<Record<string, number>>;
  /** By name. */
  readonly damaged: readonly DamagedFile[];
}

/** The folder holds rows of recordings that are not among the files. */
export class OtherRecordingsError extends Error {
  override readonly name = 'OtherRecordingsError';

  constructor(
    readonly count: number,
    readonly first: string,
  ) {
    super(`${count} recordings are not among the files, such as ${first}.`);
  }
}

/**
 * Takes tables out of many recordings. The same files in the same order make the same tables, whoever makes them: one
 * run, several that were stopped, or a run for each shard, also at the same time and on other machines.
 *
 * @throws OtherRecordingsError; TaskError where a result cannot be written; the signal's reason
 */
export async function extract(request: ExtractRequest): Promise<ExtractSummary> {
  const { files, out, batchSize, shard, force } = request;
  await claimFolder(out);
  const found = await findFiles(out);
  if (!force) await refuseOthers(out, found, new Set(files));
  const count = Math.ceil(files.length / batchSize);
  const isOwn = (batch: number) => batch % shard.count === shard.index - 1;
  const paths = new Set(found.map(({ path }) => path));
  const done: BatchNote[] = [];
  const open: Batch[] = [];
  for (let batch = 0; batch < count; batch++) {
    if (!isOwn(batch)) continue;
    const inputs = await Promise.all(files.slice(batch * batchSize, (batch + 1) * batchSize).map(inputFile));
    const note = force ? null : asNote(await readNote(out, batch));
    if (note && isDone(note, request, inputs, (path) => paths.has(path))) done.push(note);
    else open.push({ out, batch, inputs, fatal: {}, format: request.format, tables: request.tables });
  }
  const isLeft = new Set(open.map(({ batch }) => batch));
  const left = found.filter(({ batch }) => isLeft.has(batch) || (isOwn(batch) && batch >= count));
  await removeFiles(out, left);
  const isHalf = ({ batch, path }: FoundFile) => isLeft.has(batch) && isTemporary(path);
  let written: readonly BatchNote[];
  try {
    written = await extractBatches(open, request);
  } catch (thrown) {
    await removeFiles(out, (await findFiles(out)).filter(isHalf));
    throw thrown;
  }
  return summaryOf([...done, ...written], done.length);
}

/** What makes a table wrong without anybody noticing: recordings that are in there and not among the files. */
async function refuseOthers(
  out: string,
  found: readonly FoundFile[],
  files: ReadonlySet<string>,
): Promise<void> {
  const others: string[] = [];
  for (const batch of new Set(found.map(({ batch }) => batch))) {
    const inputs = asNote(await readNote(out, batch))?.inputs ?? [];
    others.push(...inputs.map(({ file }) => file).filter((file) => !files.has(file)));
  }
  const [first] = others;
  if (first !== undefined) throw new OtherRecordingsError(others.length, first);
}

async function inputFile(file: string): Promise<InputFile> {
  try {
    const { size, mtimeMs } = await stat(file);
    return { file, size, modified: mtimeMs };
  } catch {
    return { file, size: null, modified: null };
  }
}

/** A thread that dies of a file begins the batch again without that file. */
async function extractBatches(
  batches: readonly Batch[],
  { jobs, signal, onProgress }: ExtractRequest,
): Promise<readonly BatchNote[]> {
  const total = batches.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const places = new Map<number, number>();
  const moveTo = (batch: number, place: number) => {
    places.set(batch, place);
    onProgress(
      [...places.values()].reduce((sum, each) => sum + each, 0),
      total,
    );
  };
  const written: BatchNote[] = [];
  let open = batches;
  while (open.length > 0) {
    const again: Batch[] = [];
    const onNote = ({ batch }: Batch, { place }: BatchProgress) => moveTo(batch, place);
    for await (const outcome of runTasks('extract', open, { jobs, signal, onNote })) {
      const { asked } = outcome;
      if ('error' in outcome) again.push(withoutFatal(asked, places.get(asked.batch), outcome.error));
      else written.push(outcome.answer);
      if ('answer' in outcome) moveTo(asked.batch, asked.inputs.length);
    }
    open = again;
  }
  return written;
}

/** @throws the error where it is not about a file */
function withoutFatal(batch: Batch, place: number | undefined, error: TaskError): Batch {
  const file = batch.inputs[place ?? -1]?.file;
  if (!error.isFatal || file === undefined || file in batch.fatal) throw error;
  return { ...batch, fatal: { ...batch.fatal, [file]: fatalFailure(error) } };
}

function summaryOf(notes: readonly BatchNote[], unchanged: number): ExtractSummary {
  const rows = new Map<string, number>();
  for (const { path, rows: count } of notes.flatMap(({ files }) => files)) {
    const [table = ''] = path.split('/');
    rows.set(table, (rows.get(table) ?? 0) + count);
  }
  const inputs = notes.flatMap((note) => note.inputs);
  return {
    batches: notes.length,
    unchanged,
    sessions: inputs.reduce((sum, input) => sum + ('sessions' in input ? input.sessions : 0), 0),
    rows: Object.fromEntries([...rows].sort()),
    damaged: inputs
      .flatMap((input) => ('error' in input ? [{ file: input.file, ...input.error }] : []))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}
