import type { ReplayEntry } from '../entry.ts';

/**
 * What entries can be written as:
 *
 * - `json`: an array of entries; `ndjson`: an entry a line
 * - `csv`: a table for spreadsheets (RFC 4180)
 * - `text`, `markdown`: lines for people
 * - `vtt`: cues of WebVTT, for `<track>` and captions
 * - `har`: the requests as an HTTP Archive 1.2, for the network tools of browsers
 */
export const ENTRY_EXPORT_FORMATS = ['json', 'ndjson', 'csv', 'text', 'markdown', 'vtt', 'har'] as const;

export type EntryExportFormat = (typeof ENTRY_EXPORT_FORMATS)[number];

/** Types of the files, by format. */
export const ENTRY_EXPORT_TYPES: Readonly<Record<EntryExportFormat, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv;charset=utf-8',
  text: 'text/plain;charset=utf-8',
  markdown: 'text/markdown;charset=utf-8',
  vtt: 'text/vtt;charset=utf-8',
  har: 'application/json',
};

/** Entries in the order of time, as they are read: a session may have more than fit into memory at once. */
export type EntryStream = AsyncIterable<ReplayEntry> | Iterable<ReplayEntry>;

/** Of the recording, where formats need more than the entries hold. */
export interface ExportContext {
  /** Unix milliseconds, of second 0. */
  readonly startAt: number;
  /** A time as people read it: `0:12`, `1:02:05`. Seconds. */
  readonly clock: (seconds: number) => string;
}
