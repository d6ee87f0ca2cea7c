import { openRecordings, type Recording, type ReplayEntry } from '../../../src/core/index.ts';
import type { TableName } from '../../../src/cli/extract/tables.ts';

export type Row = Record<string, unknown>;
export type Tables = Record<TableName, Row[]>;

/** What the tables must say of files, from what the core says; and the files that it cannot read, with the reason. */
export async function expectedOf(files: readonly string[]) {
  const tables: Tables = { sessions: [], entries: [], console: [], requests: [], pages: [] };
  const unreadable: { file: string; code: string }[] = [];
  for (const file of files) {
    try {
      const recordings = await openRecordings(file);
      for (const recording of recordings) await expectRecording(recording, file, tables);
    } catch (thrown) {
      unreadable.push({ file, code: (thrown as { code: string }).code });
    }
  }
  return { tables, unreadable };
}

async function expectRecording(recording: Recording, file: string, tables: Tables): Promise<void> {
  const { info } = recording;
  const entries: ReplayEntry[] = [];
  for await (const entry of recording.entries()) entries.push(entry);
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
  const startedAt = info.startedAt.getTime();
  const session = {
    session_id: info.id || info.files[0]!.sha256,
    file,
    date: info.startedAt.toISOString().slice(0, 10),
  };
  const happened = ({ id, windowId, time }: ReplayEntry) => ({
    ...session,
    entry_id: id,
    window_id: windowId,
    started_at: new Date(Math.round(startedAt + time * 1000)),
    seconds: time,
  });
  const pages = of('page') as ReplayEntry<'page'>[];
  const requests = of('request') as ReplayEntry<'request'>[];
  tables.sessions.push({
    ...session,
    sha256: info.files[0]!.sha256,
    format: info.format,
    platform: info.platform,
    started_at: info.startedAt,
    ended_at: new Date(Math.round(startedAt + info.duration * 1000)),
    duration_seconds: info.duration,
    first_href: pages[0]?.detail.href ?? info.windows[0]!.href,
    library: info.producer.library || null,
    library_version: info.producer.version || null,
    event_count: info.eventCount,
    window_count: info.windows.length,
    entry_count: entries.length,
    page_count: pages.length,
    click_count: of('click').length,
    input_count: of('input').length,
    console_count: of('console').length,
    request_count: requests.length,
    failed_request_count: requests.filter(({ detail }) => detail.failed).length,
    error_count: of('error').length,
    signal_count: of('signal').length,
    warnings: info.warnings.map(({ code, count }) => ({ code, count })),
  });
  for (const entry of entries)
    tables.entries.push({
      ...happened(entry),
      end_seconds: entry.end ?? null,
      kind: entry.kind,
      level: entry.level ?? 'info',
      title: entry.title,
      target_name: entry.target?.name ?? null,
      target_role: entry.target?.role ?? null,
      target_selector: entry.target?.selector ?? null,
      target_node_id: entry.target?.nodeId ?? null,
      detail: entry.detail,
    });
  for (const entry of of('console') as ReplayEntry<'console'>[])
    tables.console.push({
      ...happened(entry),
      level: entry.level ?? 'info',
      method: entry.detail.method,
      text: entry.detail.text,
      logged_values: entry.detail.values,
      stack: entry.detail.stack,
      truncated: entry.detail.truncated,
    });
  for (const entry of requests) {
    const { detail } = entry;
    tables.requests.push({
      ...happened(entry),
      duration_seconds: detail.duration,
      method: detail.method,
      url: detail.url,
      status: detail.status,
      resource_type: detail.type,
      failed: detail.failed,
      error: detail.error || null,
      cached: detail.cached,
      protocol: detail.protocol || null,
      transferred_bytes: detail.sizes.transferred,
      encoded_bytes: detail.sizes.encoded,
      decoded_bytes: detail.sizes.decoded,
      phases: detail.phases,
      request_headers: detail.request.headers,
      request_body: detail.request.body,
      request_redacted: detail.request.redacted,
      response_headers: detail.response.headers,
      response_body: detail.response.body,
      response_redacted: detail.response.redacted,
    });
  }
  for (const [i, entry] of pages.entries()) {
    const next = pages.slice(i + 1).find(({ windowId }) => windowId === entry.windowId);
    const window = info.windows.find(({ id }) => id === entry.windowId);
    tables.pages.push({
      ...happened(entry),
      end_seconds: next?.time ?? window!.end,
      href: entry.detail.href,
      title: entry.detail.title,
      shown_by: entry.detail.by,
    });
  }
}
