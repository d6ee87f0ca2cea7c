import type { EntryDetails, EntryKind, ReplayEntry } from '../../../../src/core/entries/entry.ts';
import type { EntryExportFormat } from '../../../../src/core/entries/export/export-format.ts';
import { writeHar } from '../../../../src/core/entries/export/har.ts';
import { writeEntries } from '../../../../src/core/entries/export/write-entries.ts';
import { formatClock } from '../../../../src/locale/clock.ts';
import type { RequestDetail } from '../../../../src/core/entries/requests/request.ts';

/** Entries that are made up, and files of them. */

export const START_AT = Date.UTC(2026, 10, 21, 4, 31, 26);

const NOTHING = { headers: [], body: null, redacted: [] } as const;

export const REQUEST: RequestDetail = {
  method: 'POST',
  url: 'https://shop.test/api/pay',
  status: 402,
  type: 'fetch',
  failed: true,
  error: '',
  cached: false,
  duration: 0.25,
  phases: [],
  sizes: { transferred: null, encoded: null, decoded: null },
  protocol: '',
  request: NOTHING,
  response: NOTHING,
};

export function entry<K extends EntryKind>(
  kind: K,
  time: number,
  title: string,
  detail: EntryDetails[K],
  besides: Partial<Pick<ReplayEntry, 'end' | 'level' | 'target' | 'windowId'>> = {},
): ReplayEntry<K> {
  const made = {
    id: `${kind}-${Math.round(time * 1000)}`,
    kind,
    time,
    windowId: '1',
    title,
    detail,
    ...besides,
  };
  return made;
}

export const request = (time: number, fields: Partial<RequestDetail> = {}, windowId = '1') =>
  entry('request', time, 'POST /api/pay 402', { ...REQUEST, ...fields }, { windowId });

export const page = (time: number, href: string, by: 'load' | 'script' = 'load', windowId = '1') =>
  entry('page', time, `opened ${href}`, { href, title: '', by }, { windowId });

/** A line of the console that says a text. */
export const logged = (text: string, time = 33) =>
  entry('console', time, `console log: ${text}`, {
    method: 'log',
    values: [text],
    text,
    stack: [],
    truncated: false,
    unknown: false,
  });

const CONTEXT = { startAt: START_AT, clock: formatClock };

export async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

export const written = (format: Exclude<EntryExportFormat, 'har'>, ...entries: readonly ReplayEntry[]) =>
  joined(writeEntries(entries, format, CONTEXT));

export const archive = (pages: readonly ReplayEntry<'page'>[], ...requests: readonly ReplayEntry[]) =>
  joined(writeHar(pages, requests, CONTEXT));
