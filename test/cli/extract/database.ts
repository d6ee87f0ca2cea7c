import { DuckDBInstance } from '@duckdb/node-api';

/** Rows as DuckDB reads them; whole numbers are numbers, moments are Dates. */
export async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
      ),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A table of a folder that extract has filled, for SQL. */
export function table(folder: string, name: string, format = 'parquet'): string {
  const files = `'${folder}/${name}/*/*.${format}'`;
  return format === 'parquet'
    ? `read_parquet(${files}, hive_partitioning = true)`
    : `read_json(${files}, format = 'newline_delimited', hive_partitioning = true)`;
}
