import type { ReadFailure } from '../recording-outcome.ts';
import type { TableFormat } from './part-file.ts';
import type { WrittenFile } from './batch-writer.ts';
import { SCHEMA_VERSION, type TableName } from './tables.ts';

/** What files of a batch depend on besides its inputs. */
export interface BatchSettings {
  readonly format: TableFormat;
  readonly tables: readonly TableName[];
}

/** A file with recordings, as it was when the run began. */
export interface InputFile {
  /** Its path, as it was given. */
  readonly file: string;
  /** Bytes; null where there is no such file. */
  readonly size: number | null;
  /** When it was changed, Unix milliseconds; null where there is no such file. */
  readonly modified: number | null;
}

/** What is noted of an input: how many recordings it had, or why it could not be read. */
export type InputNote = InputFile & ({ readonly sessions: number } | { readonly error: ReadFailure });

/** What is noted of a batch when it is done: the manifest. */
export interface BatchNote extends BatchSettings {
  /** `SCHEMA_VERSION` of who wrote it. */
  readonly schema: number;
  readonly inputs: readonly InputNote[];
  readonly files: readonly WrittenFile[];
}

/** @param outcomes by file: how many recordings it had, or why it could not be read */
export function noteOf(
  { format, tables }: BatchSettings,
  inputs: readonly InputFile[],
  outcomes: ReadonlyMap<string, number | ReadFailure>,
  files: readonly WrittenFile[],
): BatchNote {
  const noted = inputs.map((input) => {
    const outcome = outcomes.get(input.file) ?? 0;
    return { ...input, ...(typeof outcome === 'number' ? { sessions: outcome } : { error: outcome }) };
  });
  return { schema: SCHEMA_VERSION, format, tables, inputs: noted, files };
}

/** A manifest that was read from a file; null where it is none. */
export function asNote(value: unknown): BatchNote | null {
  const { schema, inputs, files } = (value ?? {}) as Partial<BatchNote>;
  return schema === SCHEMA_VERSION && Array.isArray(inputs) && Array.isArray(files)
    ? (value as BatchNote)
    : null;
}

/** Whether a batch needs not be done again: the same inputs, unchanged, the same settings, and all files still there. */
export function isDone(
  { format, tables, inputs, files }: BatchNote,
  settings: BatchSettings,
  wanted: readonly InputFile[],
  isThere: (path: string) => boolean,
): boolean {
  return (
    format === settings.format &&
    tables.join() === settings.tables.join() &&
    inputs.length === wanted.length &&
    wanted.every(({ file, size, modified }, i) => {
      const noted = inputs[i];
      return noted?.file === file && noted.size === size && noted.modified === modified;
    }) &&
    files.every(({ path }) => isThere(path))
  );
}
