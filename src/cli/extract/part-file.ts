import { appendFileSync, writeFileSync } from 'node:fs';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { jsonText } from './json-text.ts';
import { type Cell, type Column, type ColumnType, type Row, SCHEMA_VERSION } from './tables.ts';

export const TABLE_FORMATS = ['parquet', 'ndjson'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A file of one table, which grows by lots of rows. Nothing of it stays in memory in between but what its end needs. */
export interface PartFile {
  append(rows: readonly Row[]): void;
  /** Nothing can be appended afterwards. */
  finish(): void;
}

/** @param path of a file that is made, or made anew */
export function openPart(format: TableFormat, path: string, columns: readonly Column[]): PartFile {
  return format === 'parquet' ? new ParquetPart(path, columns) : new NdjsonPart(path, columns);
}

/** Rows as lines of JSON. Moments are written as ISO 8601 in UTC. */
class NdjsonPart implements PartFile {
  readonly #path: string;
  readonly #columns: readonly Column[];

  constructor(path: string, columns: readonly Column[]) {
    this.#path = path;
    this.#columns = columns;
    writeFileSync(path, '');
  }

  append(rows: readonly Row[]): void {
    const line = (row: Row) =>
      jsonText(
        Object.fromEntries(this.#columns.map(({ name, type }) => [name, asJson(type, row[name] ?? null)])),
      );
    appendFileSync(this.#path, rows.map((row) => `${line(row)}\n`).join(''));
  }

  finish(): void {
    // Each line is complete.
  }
}

function asJson(type: ColumnType, cell: Cell): Cell {
  return type === 'timestamp' && typeof cell === 'number' ? new Date(cell).toISOString() : cell;
}

type ParquetElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Types of Parquet that every reader knows, the oldest too. */
const ELEMENTS: Readonly<Record<ColumnType, Partial<ParquetElement>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

/** Rows as Parquet, compressed with Snappy, a row group for each lot. */
class ParquetPart implements PartFile {
  readonly #writer: ParquetWriter;
  readonly #columns: readonly Column[];

  constructor(path: string, columns: readonly Column[]) {
    this.#columns = columns;
    this.#writer = new ParquetWriter({
      writer: new AppendingWriter(path),
      createdBy: `portable-replay extract, schema ${SCHEMA_VERSION}`,
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(({ name, type, optional }) => ({
          name,
          repetition_type: optional ? ('OPTIONAL' as const) : ('REQUIRED' as const),
          ...ELEMENTS[type],
        })),
      ],
    });
  }

  append(rows: readonly Row[]): void {
    const columnData = this.#columns.map(({ name, type }) => ({
      name,
      data: rows.map((row) => asParquet(type, row[name] ?? null)),
    }));
    void this.#writer.write({ columnData, rowGroupSize: Math.max(1, rows.length) });
  }

  finish(): void {
    void this.#writer.finish();
  }
}

function asParquet(type: ColumnType, cell: Cell): Cell | bigint {
  return type === 'integer' && typeof cell === 'number' ? BigInt(cell) : cell;
}

/** Puts what was written so far into a file, and keeps none of it. */
class AppendingWriter extends ByteWriter {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
    writeFileSync(path, '');
  }

  /** Called after each row group. */
  flush(): void {
    appendFileSync(this.#path, this.getBytes());
    this.buffer = new ArrayBuffer(1024);
    this.view = new DataView(this.buffer);
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
