import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableFormat } from './part-file.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';

/**
 * The folder that `extract` fills: `<table>/date=<day>/part-<batch>.<format>`, and for each batch that is done
 * `_manifest/part-<batch>.json`. Which batch a file is of stands in its name, whole or not. A file that is being written
 * begins with a dot and ends in `.part`, so that no reader takes it for data.
 */
const MANIFEST = '_manifest';
const PART = /^(?:\.(?=.*\.part$))?part-(\d+)\.(?:parquet|ndjson|json)(?:\.part)?$/;

/** How a batch is called in names. */
const named = (batch: number) => `part-${String(batch).padStart(5, '0')}`;

/** Path of a part below the folder, with `/` between. */
export function partPath(table: TableName, date: string, batch: number, format: TableFormat): string {
  return `${table}/date=${date}/${named(batch)}.${format}`;
}

/** Where it stands until it is complete. */
export function temporaryPath(path: string): string {
  return path.replace(/[^/]+$/, (name) => `.${name}.part`);
}

/** Whether a path is one of a file that is not complete. */
export function isTemporary(path: string): boolean {
  return path.endsWith('.part');
}

/** A file that belongs to a batch. */
export interface FoundFile {
  readonly batch: number;
  /** Below the folder, with `/` between. */
  readonly path: string;
}

/** All files of batches in a folder, half ones too; manifests come first. */
export async function findFiles(out: string): Promise<readonly FoundFile[]> {
  const folders = [MANIFEST];
  for (const table of TABLE_NAMES)
    for (const name of await namesIn(join(out, table)))
      if (name.startsWith('date=')) folders.push(`${table}/${name}`);
  const found: FoundFile[] = [];
  for (const folder of folders)
    for (const name of await namesIn(join(out, folder))) {
      const batch = PART.exec(name)?.[1];
      if (batch !== undefined) found.push({ batch: Number(batch), path: `${folder}/${name}` });
    }
  return found;
}

/** Takes files away, and folders that have nothing left. */
export async function removeFiles(out: string, files: readonly FoundFile[]): Promise<void> {
  for (const { path } of files) await rm(join(out, path), { force: true });
  for (const folder of new Set(files.map(({ path }) => path.replace(/\/[^/]+$/, ''))))
    if (folder !== MANIFEST && (await namesIn(join(out, folder))).length === 0)
      await rm(join(out, folder), { recursive: true, force: true });
}

/** Whether a folder has things in it that are not of `extract`. */
export async function hasOtherThings(out: string): Promise<boolean> {
  const names = await namesIn(out);
  return names.length > 0 && !names.includes(MANIFEST);
}

/** Makes the folder one of `extract`, if it is none yet. */
export async function claimFolder(out: string): Promise<void> {
  await mkdir(join(out, MANIFEST), { recursive: true });
}

/** What is noted of a batch; null when it is not done. */
export async function readNote(out: string, batch: number): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(out, MANIFEST, `${named(batch)}.json`), 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Notes that a batch is done. */
export async function writeNote(out: string, batch: number, note: object): Promise<void> {
  const path = `${MANIFEST}/${named(batch)}.json`;
  await writeFile(join(out, temporaryPath(path)), `${JSON.stringify(note, null, 2)}\n`);
  await rename(join(out, temporaryPath(path)), join(out, path));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw thrown;
  }
}
