/**
 * The tables that `extract` writes. `demo/docs/data.md` explains each column; a test holds it against this. A change of
 * a column is one of `SCHEMA_VERSION`, too.
 */

/** What a column holds: `timestamp` is Unix milliseconds, `json` a text of JSON. */
export type ColumnType = 'string' | 'integer' | 'double' | 'boolean' | 'timestamp' | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether a row may have nothing in it. */
  readonly optional?: true;
}

/** Goes up with every change of a table: what another version wrote is written anew. */
export const SCHEMA_VERSION = 1;

/** Which recording a row is of. */
const RECORDING = [
  { name: 'session_id', type: 'string' },
  { name: 'file', type: 'string' },
] as const;

/** What rows about something that happened begin with. */
const HAPPENED = [
  ...RECORDING,
  { name: 'entry_id', type: 'string' },
  { name: 'window_id', type: 'string' },
  { name: 'started_at', type: 'timestamp', optional: true },
  { name: 'seconds', type: 'double' },
] as const;

export const TABLES = {
  sessions: [
    ...RECORDING,
    { name: 'sha256', type: 'string', optional: true },
    { name: 'format', type: 'string' },
    { name: 'platform', type: 'string' },
    { name: 'started_at', type: 'timestamp', optional: true },
    { name: 'ended_at', type: 'timestamp', optional: true },
    { name: 'duration_seconds', type: 'double' },
    { name: 'first_href', type: 'string', optional: true },
    { name: 'library', type: 'string', optional: true },
    { name: 'library_version', type: 'string', optional: true },
    { name: 'event_count', type: 'integer' },
    { name: 'window_count', type: 'integer' },
    { name: 'entry_count', type: 'integer' },
    { name: 'page_count', type: 'integer' },
    { name: 'click_count', type: 'integer' },
    { name: 'input_count', type: 'integer' },
    { name: 'console_count', type: 'integer' },
    { name: 'request_count', type: 'integer' },
    { name: 'failed_request_count', type: 'integer' },
    { name: 'error_count', type: 'integer' },
    { name: 'signal_count', type: 'integer' },
    { name: 'warnings', type: 'json' },
  ],
  entries: [
    ...HAPPENED,
    { name: 'end_seconds', type: 'double', optional: true },
    { name: 'kind', type: 'string' },
    { name: 'level', type: 'string' },
    { name: 'title', type: 'string' },
    { name: 'target_name', type: 'string', optional: true },
    { name: 'target_role', type: 'string', optional: true },
    { name: 'target_selector', type: 'string', optional: true },
    { name: 'target_node_id', type: 'integer', optional: true },
    { name: 'detail', type: 'json' },
  ],
  console: [
    ...HAPPENED,
    { name: 'level', type: 'string' },
    { name: 'method', type: 'string' },
    { name: 'text', type: 'string' },
    { name: 'logged_values', type: 'json' },
    { name: 'stack', type: 'json' },
    { name: 'truncated', type: 'boolean' },
  ],
  requests: [
    ...HAPPENED,
    { name: 'duration_seconds', type: 'double', optional: true },
    { name: 'method', type: 'string' },
    { name: 'url', type: 'string' },
    { name: 'status', type: 'integer', optional: true },
    { name: 'resource_type', type: 'string' },
    { name: 'failed', type: 'boolean' },
    { name: 'error', type: 'string', optional: true },
    { name: 'cached', type: 'boolean' },
    { name: 'protocol', type: 'string', optional: true },
    { name: 'transferred_bytes', type: 'integer', optional: true },
    { name: 'encoded_bytes', type: 'integer', optional: true },
    { name: 'decoded_bytes', type: 'integer', optional: true },
    { name: 'phases', type: 'json' },
    { name: 'request_headers', type: 'json' },
    { name: 'request_body', type: 'string', optional: true },
    { name: 'request_redacted', type: 'json' },
    { name: 'response_headers', type: 'json' },
    { name: 'response_body', type: 'string', optional: true },
    { name: 'response_redacted', type: 'json' },
  ],
  pages: [
    ...HAPPENED,
    { name: 'end_seconds', type: 'double' },
    { name: 'href', type: 'string' },
    { name: 'title', type: 'string' },
    { name: 'shown_by', type: 'string' },
  ],
} as const satisfies Record<string, readonly Column[]>;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** What a field of a row holds. */
export type Cell = string | number | boolean | null;

interface CellTypes {
  readonly string: string;
  readonly integer: number;
  readonly double: number;
  readonly boolean: boolean;
  readonly timestamp: number;
  readonly json: string;
}
type CellOf<C extends Column> = CellTypes[C['type']] | (C extends { readonly optional: true } ? null : never);

/** A row of a table, by column. */
export type RowOf<T extends TableName> = {
  readonly [C in (typeof TABLES)[T][number] as C['name']]: CellOf<C>;
};
export type Row = Readonly<Record<string, Cell>>;
