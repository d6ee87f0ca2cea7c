import type { Recording, ReplayEntry } from '../../core/index.ts';
import { jsonText } from './json-text.ts';
import { momentOf } from './moment.ts';
import type { RowOf, TableName } from './tables.ts';

/** The rows of one recording, by table. */
export type RecordingRows = { readonly [T in TableName]: RowOf<T>[] };

/**
 * What the tables say of a recording.
 *
 * @param file it was read from, as `file` says it
 * @param place of the recording among those of the file, from 0
 * @throws what reading its events does
 */
export async function recordingRows(
  recording: Recording,
  file: string,
  place: number,
): Promise<RecordingRows> {
  const { id, files } = recording.info;
  const sha256 = files[0]?.sha256 ?? null;
  const unnamed = (sha256 ?? file) + (place === 0 ? '' : `-${place + 1}`);
  const of: RowSource = {
    recording: { session_id: id || unnamed, file },
    startAt: recording.info.startedAt.getTime(),
  };
  const rows: RecordingRows = { sessions: [], entries: [], console: [], requests: [], pages: [] };
  const counts = new Map<string, number>();
  for await (const entry of recording.entries()) {
    counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
    rows.entries.push(entryRow(entry, of));
    if (entry.kind === 'console') rows.console.push(consoleRow(entry, of));
    if (entry.kind === 'request') rows.requests.push(requestRow(entry, of));
    if (entry.kind === 'page') rows.pages.push(pageRow(entry, of));
  }
  const { windows } = recording.info;
  rows.pages.splice(
    0,
    Infinity,
    ...withEnds(rows.pages, new Map(windows.map((window) => [window.id, window.end]))),
  );
  rows.sessions.push(sessionRow(recording, rows, counts, of, sha256));
  return rows;
}

/** What all rows of a recording have in common. */
interface RowSource {
  readonly recording: { readonly session_id: string; readonly file: string };
  /** Unix milliseconds. */
  readonly startAt: number;
}

function sessionRow(
  { info }: Recording,
  rows: RecordingRows,
  counts: ReadonlyMap<string, number>,
  { recording, startAt }: RowSource,
  sha256: string | null,
): RowOf<'sessions'> {
  const { format, platform, duration, windows, producer, eventCount, warnings } = info;
  return {
    ...recording,
    sha256,
    format,
    platform,
    started_at: momentOf(startAt, 0),
    ended_at: momentOf(startAt, duration),
    duration_seconds: duration,
    first_href: rows.pages[0]?.href ?? windows[0]?.href ?? null,
    library: producer.library || null,
    library_version: producer.version || null,
    event_count: eventCount,
    window_count: windows.length,
    entry_count: rows.entries.length,
    page_count: rows.pages.length,
    click_count: counts.get('click') ?? 0,
    input_count: counts.get('input') ?? 0,
    console_count: rows.console.length,
    request_count: rows.requests.length,
    failed_request_count: rows.requests.filter(({ failed }) => failed).length,
    error_count: counts.get('error') ?? 0,
    signal_count: counts.get('signal') ?? 0,
    warnings: jsonText(warnings.map(({ code, count }) => ({ code, count }))),
  };
}

function entryRow(entry: ReplayEntry, of: RowSource): RowOf<'entries'> {
  const { end = null, kind, level = 'info', title, target, detail } = entry;
  return {
    ...happened(entry, of),
    end_seconds: end,
    kind,
    level,
    title,
    target_name: target?.name ?? null,
    target_role: target?.role ?? null,
    target_selector: target?.selector ?? null,
    target_node_id: whole(target?.nodeId),
    detail: jsonText(detail),
  };
}

function consoleRow(entry: ReplayEntry<'console'>, of: RowSource): RowOf<'console'> {
  const { level = 'info', detail } = entry;
  const { method, text, values, stack, truncated } = detail;
  return {
    ...happened(entry, of),
    level,
    method,
    text,
    logged_values: jsonText(values),
    stack: jsonText(stack),
    truncated,
  };
}

function requestRow(entry: ReplayEntry<'request'>, of: RowSource): RowOf<'requests'> {
  const { method, url, status, type, failed, error, cached, duration, ...more } = entry.detail;
  const { phases, sizes, protocol, request, response } = more;
  return {
    ...happened(entry, of),
    duration_seconds: duration,
    method,
    url,
    status: whole(status),
    resource_type: type,
    failed,
    error: error || null,
    cached,
    protocol: protocol || null,
    transferred_bytes: whole(sizes.transferred),
    encoded_bytes: whole(sizes.encoded),
    decoded_bytes: whole(sizes.decoded),
    phases: jsonText(phases),
    request_headers: jsonText(request.headers),
    request_body: request.body,
    request_redacted: jsonText(request.redacted),
    response_headers: jsonText(response.headers),
    response_body: response.body,
    response_redacted: jsonText(response.redacted),
  };
}

function pageRow(entry: ReplayEntry<'page'>, of: RowSource): RowOf<'pages'> {
  const { href, title, by } = entry.detail;
  return { ...happened(entry, of), end_seconds: entry.time, href, title, shown_by: by };
}

/** Pages end where the next of their window begins, the last ones with the window. @param pages by time */
function withEnds(
  pages: readonly RowOf<'pages'>[],
  windowEnds: ReadonlyMap<string, number>,
): RowOf<'pages'>[] {
  const ends = new Map(windowEnds);
  return pages
    .toReversed()
    .map((page) => {
      const end = ends.get(page.window_id) ?? page.seconds;
      ends.set(page.window_id, page.seconds);
      return { ...page, end_seconds: Math.max(end, page.seconds) };
    })
    .reverse();
}

function happened({ id, windowId, time }: ReplayEntry, { recording, startAt }: RowSource) {
  return {
    ...recording,
    entry_id: id,
    window_id: windowId,
    started_at: momentOf(startAt, time),
    seconds: time,
  };
}

/** Numbers of recordings are what somebody recorded. */
function whole(value: number | null | undefined): number | null {
  const rounded = Math.round(value ?? NaN);
  return Number.isSafeInteger(rounded) ? rounded : null;
}
