import { mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { partPath, temporaryPath } from './output-folder.ts';
import { openPart, type PartFile, type TableFormat } from './part-file.ts';
import type { RecordingRows } from './recording-rows.ts';
import { dateOf } from './moment.ts';
import { type Row, type TableName, TABLES } from './tables.ts';

/** So many bytes of rows wait in memory at most, of all files together; a lot becomes a row group. */
const WAITING = 16 * 1024 ** 2;

/** A file that was written. */
export interface WrittenFile {
  /** Below the folder, with `/` between. */
  readonly path: string;
  readonly rows: number;
}

interface OpenPart {
  readonly path: string;
  readonly file: PartFile;
  waiting: Row[];
  rows: number;
}

/** Writes the rows of a batch: each table and day has a file, in which recordings stand in the order they came. */
export class BatchWriter {
  readonly #parts = new Map<string, OpenPart>();
  #waiting = 0;
  readonly #out: string;
  readonly #batch: number;
  readonly #format: TableFormat;
  readonly #tables: readonly TableName[];

  constructor(out: string, batch: number, format: TableFormat, tables: readonly TableName[]) {
    this.#out = out;
    this.#batch = batch;
    this.#format = format;
    this.#tables = tables;
  }

  /** All rows of a recording are in the partition of the day on which it began, in UTC. */
  add(recording: RecordingRows): void {
    const [session] = recording.sessions;
    const date = dateOf(session?.started_at ?? null);
    for (const table of this.#tables) {
      // Also where there are no rows: a table that nothing happened in can be read all the same.
      const part = this.#partOf(table, date);
      for (const row of recording[table]) {
        part.waiting.push(row);
        this.#waiting += sizeOf(row);
      }
    }
    if (this.#waiting > WAITING) this.#write();
  }

  /** Brings all files to their end and gives them their names. @returns them, by path */
  async finish(): Promise<readonly WrittenFile[]> {
    this.#write();
    const parts = [...this.#parts.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { file } of parts) file.finish();
    for (const { path } of parts) await rename(join(this.#out, temporaryPath(path)), join(this.#out, path));
    return parts.map(({ path, rows }) => ({ path, rows }));
  }

  #partOf(table: TableName, date: string): OpenPart {
    const path = partPath(table, date, this.#batch, this.#format);
    const known = this.#parts.get(path);
    if (known) return known;
    const temporary = join(this.#out, temporaryPath(path));
    mkdirSync(dirname(temporary), { recursive: true });
    const part = { path, file: openPart(this.#format, temporary, TABLES[table]), waiting: [], rows: 0 };
    this.#parts.set(path, part);
    return part;
  }

  #write(): void {
    for (const part of this.#parts.values()) {
      if (part.waiting.length === 0) continue;
      part.file.append(part.waiting);
      part.rows += part.waiting.length;
      part.waiting = [];
    }
    this.#waiting = 0;
  }
}

/** About how many bytes a row has in memory. */
function sizeOf(row: Row): number {
  let size = 0;
  for (const cell of Object.values(row)) size += typeof cell === 'string' ? 2 * cell.length : 8;
  return size;
}
