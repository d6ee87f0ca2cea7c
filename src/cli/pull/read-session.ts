import { asRecord, asText, isRecord } from '../../core/json.ts';
import { ApiError, BLOCKS_LOST } from './api-error.ts';
import type { PosthogApi, Query } from './posthog-api.ts';
import { asLines, isText, linesOf, linesOfBlocks, linesOfRealtime, linesOfStored } from './snapshot-lines.ts';
import { type BlockRange, rangesOf, type Source, type SourceName, sourcesIn } from './sources.ts';

/** What was found while a session was read. */
export class ReadReport {
  readonly sources = new Set<SourceName | 'pages'>();
  /** Blocks that PostHog lists but cannot read itself. */
  missingBlocks = 0;
}

/**
 * The events of a session as lines of PostHog's snapshots API, whatever generation of storage they are in, and a line
 * with its id.
 *
 * @throws ApiError, also when there is nothing
 */
export async function* readSession(
  api: PosthogApi,
  id: string,
  report: ReadReport,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const lines of everyPart(new SnapshotsApi(api, id), report)) {
    size += lines.length;
    if (lines.length > 0) yield lines;
  }
  if (size > 0) {
    // The lines of the API do not say which session they are of.
    yield asLines([{ session_id: id }]);
    return;
  }
  const why =
    report.missingBlocks > 0 ? 'PostHog cannot read its data' : 'PostHog has no data of it (any more)';
  throw new ApiError(why, { status: 404 });
}

/** The snapshots of one session. */
class SnapshotsApi {
  readonly #api: PosthogApi;
  readonly #path: string;

  constructor(api: PosthogApi, id: string) {
    this.#api = api;
    this.#path = `session_recordings/${encodeURIComponent(id)}/snapshots`;
  }

  list(query: Query): Promise<unknown> {
    return this.#api.getJson(this.#path, query);
  }

  get<T>(query: Query, read: (body: Uint8Array) => T | Promise<T>): Promise<T> {
    return this.#api.get(this.#path, query, read);
  }
}

async function* everyPart(api: SnapshotsApi, report: ReadReport): AsyncGenerator<Uint8Array> {
  // Older servers list the newest generation only when they are asked to.
  const answer = await api.list({ blob_v2: 'true' });
  const sources = sourcesIn(answer);
  const blocks = sources.filter(({ name }) => name === 'blob_v2');
  if (pageIn(answer)) yield* everyPage(api, answer, report);
  else if (blocks.length > 0) {
    report.sources.add('blob_v2');
    for (const range of rangesOf(blocks)) yield* readBlocks(api, range, report);
  } else for (const source of sources) yield await readSource(api, source, report);
}

/**
 * Numbered blocks. They are asked for packed: so their number shows whether one is missing, which the server would not
 * say. Then each is asked for alone, and its own failure tells.
 */
async function* readBlocks(
  api: SnapshotsApi,
  { from, to }: BlockRange,
  report: ReadReport,
): AsyncGenerator<Uint8Array> {
  const query = {
    source: 'blob_v2',
    start_blob_key: String(from),
    end_blob_key: String(to),
    decompress: 'false',
  };
  const blocks = await api
    .get(query, async (body) => (isText(body) ? [linesOf(body)] : linesOfBlocks(body)))
    .catch((thrown: unknown) => {
      if (thrown instanceof ApiError && thrown.code === BLOCKS_LOST) return [];
      throw thrown;
    });
  if (blocks.length === to - from + 1) yield* blocks;
  else if (from === to) report.missingBlocks++;
  else for (let at = from; at <= to; at++) yield* readBlocks(api, { from: at, to: at }, report);
}

async function readSource(api: SnapshotsApi, { name, key }: Source, report: ReadReport): Promise<Uint8Array> {
  const lines =
    name === 'realtime'
      ? await api.get({ source: name, version: '2024-04-30' }, linesOfRealtime)
      : await api.get({ source: name, blob_key: key, decompress: 'false' }, linesOfStored);
  if (lines.length > 0) report.sources.add(name);
  return lines;
}

/** Events by window, from servers before there were sources; the oldest ones wrap them in `result`. */
function pageIn(
  answer: unknown,
): { readonly windows: Readonly<Record<string, unknown>>; readonly next: string } | null {
  const fields = asRecord(answer);
  const page = isRecord(fields['result']) ? fields['result'] : fields;
  const windows = page['snapshot_data_by_window_id'];
  return isRecord(windows) ? { windows, next: asText(page['next']) } : null;
}

async function* everyPage(api: SnapshotsApi, first: unknown, report: ReadReport): AsyncGenerator<Uint8Array> {
  report.sources.add('pages');
  const seen = new Set<string>();
  for (let answer = first; ;) {
    const page = pageIn(answer);
    if (!page) throw new ApiError('PostHog answered with what is not a page of events', { status: null });
    yield asLines(Object.entries(page.windows).map(([window_id, data]) => ({ window_id, data })));
    if (page.next === '') return;
    if (seen.has(page.next) || !URL.canParse(page.next))
      throw new ApiError('PostHog does not say where its next page of events is', { status: null });
    seen.add(page.next);
    // Its address is not believed: what it asks for is, of the same session.
    answer = await api.list(Object.fromEntries(new URL(page.next).searchParams));
  }
}
