import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { linesOf, type ShapeLine, snappy } from '../../../fixtures/shapes.mjs';

/**
 * A server that answers as PostHog's API does, today and in earlier years, on loopback.
 * Source: PostHog/posthog: posthog/session_recordings/session_recording_api.py and its earlier revisions,
 * session_recording_playlist_api.py, queries/session_recording_list_from_query.py
 */

/** Where a session is stored, and how a server of that time hands it out. */
export type Storage =
  /** Numbered blocks, packed where that is asked for. */
  | 'blob_v2'
  /** The same from a server that knows lines alone. */
  | 'blob_v2 lines'
  | 'blob_v2_lts'
  | 'blob_v2_lts lines'
  /** Files of batches, gzipped for whoever transfers them. */
  | 'blob'
  /** The same, with nothing that says that it is gzip. */
  | 'blob gzip'
  /** The same, in a store at another origin, which takes no key. */
  | 'blob store'
  | 'blob+realtime'
  /** Realtime as servers told it that did not know its `version`. */
  | 'blob+realtime og'
  | 'realtime'
  /** Before there were sources. */
  | 'pages'
  | 'result pages';

export interface ServedSession {
  readonly id: string;
  readonly storage: Storage;
  /** A file of lines `[windowId, event]`. */
  readonly text: string;
  readonly start: string;
  readonly end: string;
  readonly distinctId?: string;
  readonly personId?: string;
  readonly playlist?: string;
  readonly ongoing?: boolean;
  /** Whether its data has been shredded, on which the list knows nothing. */
  readonly deleted?: boolean;
  /** Blocks that are listed and cannot be read. */
  readonly lost?: readonly number[];
  /** How many blocks or files it is in. */
  readonly parts?: number;
}

/** What goes wrong, once. */
export interface Fault {
  /** Part of the address of the request that it happens to. */
  readonly at: string;
  readonly answer:
    | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object }
    /** The connection ends after so many bytes of the body. */
    | { readonly cutAfter: number }
    /** So it does, and nothing had said how many there would be. */
    | { readonly endAfter: number };
}

export interface SeenRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export const KEY = 'phx_made-up-key';
export const PROJECT = '7';
const ROOT = `/api/projects/${PROJECT}`;

export class PosthogServer {
  readonly requests: SeenRequest[] = [];
  readonly faults: Fault[] = [];
  readonly sessions = new Map<string, ServedSession>();
  /** Told of each request before it is answered. */
  onRequest: () => void = () => undefined;
  /** Whether lists have a cursor, as newer servers give it. */
  hasCursor = true;
  /** How many sessions a page holds at most, whatever is asked for. */
  pageSize = 100;
  /** How long an answer takes. */
  delayMs = 0;
  readonly #api: Server;
  /** Where files lie that have an address of their own. */
  readonly #store: Server;

  private constructor() {
    this.#api = createServer((request, response) => void this.#answer(request, response));
    this.#store = createServer((request, response) => {
      const [, id = '', key = ''] = (request.url ?? '').split('/');
      // S3 refuses requests that are signed and carry a key as well.
      const isSigned = request.headers.authorization === undefined;
      response.writeHead(isSigned ? 200 : 400, { 'content-encoding': 'gzip' });
      response.end(gzipSync(this.#part(this.sessions.get(id)!, key)));
    });
  }

  static async start(sessions: readonly ServedSession[]): Promise<PosthogServer> {
    const server = new PosthogServer();
    for (const session of sessions) server.sessions.set(session.id, session);
    for (const each of [server.#api, server.#store])
      await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get host(): string {
    return originOf(this.#api);
  }

  async stop(): Promise<void> {
    for (const server of [this.#api, this.#store]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  /** Requests for the data of sessions, as `id: source range`. */
  get snapshotRequests(): string[] {
    return this.requests
      .filter(({ path }) => path.endsWith('/snapshots'))
      .map(({ path, query }) => {
        const keys = ['source', 'start_blob_key', 'end_blob_key', 'blob_key'].map((name) => query.get(name));
        return [`${path.split('/').at(-2)!}:`, ...keys].filter((key) => key !== null).join(' ');
      });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.host);
    const { authorization } = request.headers;
    this.requests.push({ path: url.pathname, query: url.searchParams, authorization });
    this.onRequest();
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const found = this.faults.findIndex(({ at }) => `${url.pathname}${url.search}`.includes(at));
    const [fault] = found < 0 ? [] : this.faults.splice(found, 1);
    if (fault && 'status' in fault.answer) {
      const { status, headers = {}, body = {} } = fault.answer;
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
      return;
    }
    const { status, headers, body } =
      authorization === `Bearer ${KEY}`
        ? this.#route(url)
        : told(401, 'authentication_failed', 'Invalid personal API key.');
    if (!fault) response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
    else if ('cutAfter' in fault.answer) {
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.write(body.subarray(0, fault.answer.cutAfter), () => response.destroy());
    } else if ('endAfter' in fault.answer) {
      response.useChunkedEncodingByDefault = false;
      response.writeHead(status, { ...headers, connection: 'close' });
      response.end(body.subarray(0, fault.answer.endAfter));
    }
  }

  #route({ pathname, searchParams: query }: URL): Answer {
    const [kind, id, action] = pathname.slice(ROOT.length + 1).split('/');
    if (!pathname.startsWith(`${ROOT}/`)) return told(404, 'not_found', 'Project not found.');
    if (kind === 'session_recordings' && id === undefined) return this.#list(query, () => true);
    if (kind === 'session_recording_playlists') {
      if (id !== 'saved' && ![...this.sessions.values()].some(({ playlist }) => playlist === id))
        return told(404, 'not_found', 'Not found.');
      if (action === undefined)
        return json({ short_id: id, type: id === 'saved' ? 'filters' : 'collection' });
      return this.#list(query, ({ playlist }) => playlist === id);
    }
    const session = this.sessions.get(decodeURIComponent(id ?? ''));
    if (kind !== 'session_recordings' || !session) return told(404, 'not_found', 'Recording not found');
    return action === 'snapshots' ? this.#snapshots(session, query) : json(listed(session));
  }

  #list(query: URLSearchParams, isIn: (session: ServedSession) => boolean): Answer {
    for (const name of query.keys())
      if (!LIST_PARAMETERS.has(name))
        return told(400, 'invalid_input', `Extra inputs are not permitted: ${name}`);
    const from = query.get('date_from') ?? '-3d';
    const to = query.get('date_to');
    const distinctIds = valueOf(query, 'distinct_ids') as string[] | null;
    const person = query.get('person_uuid');
    const predicates = (valueOf(query, 'having_predicates') ?? []) as Predicate[];
    const all = [...this.sessions.values()]
      .filter(isIn)
      .filter(({ start }) => from === 'all' || start >= from)
      .filter(({ start }) => to === null || start.slice(0, 10) <= to)
      .filter(({ distinctId }) => distinctIds === null || distinctIds.includes(distinctId ?? ''))
      .filter(({ personId }) => person === null || personId === person)
      .filter((session) => predicates.every((predicate) => holds(predicate, session)))
      .sort((a, b) => (a.start < b.start ? 1 : -1));
    const after = query.get('after');
    const offset =
      after === null ? Number(query.get('offset') ?? 0) : all.findIndex(({ id }) => id === after) + 1;
    const limit = Math.min(this.pageSize, Number(query.get('limit') ?? 50));
    const results = all.slice(offset, offset + limit);
    const hasNext = offset + limit < all.length;
    return json({
      results: results.map(listed),
      has_next: hasNext,
      version: 4,
      ...(this.hasCursor && hasNext && { next_cursor: results.at(-1)!.id }),
    });
  }

  #snapshots(session: ServedSession, query: URLSearchParams): Answer {
    const { storage, deleted = false } = session;
    const isPacked = query.get('decompress') === 'false' && !storage.endsWith('lines');
    const source = query.get('source');
    const key = query.get('blob_key') ?? '';
    if (storage.endsWith('pages')) return this.#page(session, Number(query.get('offset') ?? 0));
    if (source === null) return json({ sources: sourcesOf(session) });
    if (deleted)
      return {
        ...json({ error: 'recording_deleted', message: 'Gone', deleted_at: '2026-11-02T00:00:00Z' }),
        status: 410,
      };
    switch (source) {
      case 'blob_v2':
        return blocksOf(session, query, isPacked);
      case 'blob_v2_lts': {
        if (key !== `lts/${session.id}`) return told(404, 'not_found', 'Recording not found');
        const lines = Buffer.from(session.text);
        return isPacked
          ? bytes(snappy(lines), 'application/octet-stream')
          : bytes(lines, 'application/jsonl');
      }
      case 'blob':
        if (storage === 'blob store')
          return {
            status: 302,
            headers: { location: `${originOf(this.#store)}/${session.id}/${key}` },
            body: NONE,
          };
        return {
          status: 200,
          headers: storage === 'blob gzip' ? {} : { 'content-encoding': 'gzip' },
          body: gzipSync(this.#part(session, key)),
        };
      default: {
        const newest = partsOf(session).at(-1) ?? [];
        const rows = batchesOf(newest);
        const isOld = storage.endsWith('og') || query.get('version') !== '2024-04-30';
        return isOld ? json({ snapshots: rows }) : bytes(jsonl(rows), 'application/json');
      }
    }
  }

  /** A file of batches of a session, by its key, which is two times. */
  #part(session: ServedSession, key: string): Uint8Array {
    const part = partsOf(session).find((lines) => keyOf(lines) === key);
    return jsonl(batchesOf(part ?? []));
  }

  #page(session: ServedSession, offset: number): Answer {
    const parts = partsOf(session);
    const windows: Record<string, object[]> = {};
    for (const [windowId, event] of parts[offset] ?? []) (windows[windowId] ??= []).push(event);
    // Behind a proxy, it does not know its own address.
    const next =
      offset + 1 < parts.length
        ? `http://internal:8000${ROOT}/session_recordings/x/snapshots?offset=${offset + 1}`
        : null;
    const page = { snapshot_data_by_window_id: windows, next };
    return json(session.storage === 'result pages' ? { result: page } : page);
  }
}

interface Predicate {
  readonly type: string;
  readonly key: string;
  readonly operator: string;
  readonly value: number;
}

const LIST_PARAMETERS = new Set([
  'date_from',
  'date_to',
  'distinct_ids',
  'person_uuid',
  'having_predicates',
  'limit',
  'offset',
  'after',
]);
const NONE = new Uint8Array(0);

function blocksOf(session: ServedSession, query: URLSearchParams, isPacked: boolean): Answer {
  const [from, to] = ['start_blob_key', 'end_blob_key'].map((name) => Number(query.get(name) ?? NaN));
  const all = partsOf(session);
  if (Number.isNaN(from) || Number.isNaN(to)) return told(400, 'invalid_input', 'Must provide both keys');
  if (to! - from! > 20) return told(400, 'invalid_input', 'Cannot request more than 20 blob keys at once');
  if (to! >= all.length) return told(404, 'not_found', 'Block index out of range');
  const blocks = all
    .map((lines, i) => ({ lines, isLost: session.lost?.includes(i) ?? false }))
    .slice(from, to! + 1)
    .filter(({ isLost }) => !isLost)
    .map(({ lines }) => Buffer.from(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`));
  if (blocks.length === 0)
    return told(502, 'recording_blocks_unavailable', "Couldn't load this recording's data.");
  if (!isPacked) return bytes(Buffer.from(Buffer.concat(blocks).toString().trimEnd()), 'application/jsonl');
  const packed = blocks.map(snappy).flatMap((block) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(block.length);
    return [length, block];
  });
  return bytes(Buffer.concat(packed), 'application/octet-stream');
}

function sourcesOf(session: ServedSession): object[] {
  const { storage, id, start, end } = session;
  const realtime = { source: 'realtime', start_timestamp: start, end_timestamp: null, blob_key: null };
  if (storage.startsWith('blob_v2_lts'))
    return [{ source: 'blob_v2_lts', start_timestamp: null, end_timestamp: null, blob_key: `lts/${id}` }];
  if (storage === 'realtime') return [realtime];
  const parts = partsOf(session);
  const times = { start_timestamp: start, end_timestamp: end };
  const files = parts.map((lines) => ({ source: 'blob', ...times, blob_key: keyOf(lines) }));
  // While both were written, the older one was listed as well.
  if (storage.startsWith('blob_v2'))
    return [...files, ...parts.map((_, i) => ({ source: 'blob_v2', ...times, blob_key: String(i) }))];
  return storage.startsWith('blob+realtime') ? [...files.slice(0, -1), realtime] : files;
}

function partsOf({ text, storage, parts = 3 }: ServedSession): readonly (readonly ShapeLine[])[] {
  const lines = linesOf(text);
  const count = storage === 'realtime' ? 1 : parts;
  const startOf = (part: number) => Math.floor((part * lines.length) / count);
  return Array.from({ length: count }, (_, i) => lines.slice(startOf(i), startOf(i + 1)));
}

function keyOf(lines: readonly ShapeLine[]): string {
  return `${lines[0]![1].timestamp}-${lines.at(-1)![1].timestamp}`;
}

/** Runs of events of one window. */
function batchesOf(lines: readonly ShapeLine[]): { window_id: string; data: object[] }[] {
  const batches: { window_id: string; data: object[] }[] = [];
  for (const [window_id, event] of lines) {
    const last = batches.at(-1);
    if (last?.window_id === window_id) last.data.push(event);
    else batches.push({ window_id, data: [event] });
  }
  return batches;
}

function listed({ id, start, end, ongoing = false, distinctId = 'visitor' }: ServedSession): object {
  return {
    id,
    distinct_id: distinctId,
    start_time: start,
    end_time: end,
    recording_duration: secondsOf(start, end),
    ongoing,
  };
}

const secondsOf = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / 1000;

function holds({ type, key, operator, value }: Predicate, { start, end }: ServedSession): boolean {
  if (type !== 'recording' || key !== 'duration') throw new Error(`Not a predicate of recordings: ${key}`);
  const seconds = secondsOf(start, end);
  return operator === 'gte' ? seconds >= value : operator === 'lte' && seconds <= value;
}

/** As the server reads its parameters: what is JSON is taken for it. */
function valueOf(query: URLSearchParams, name: string): unknown {
  const text = query.get(name);
  return text === null ? null : JSON.parse(text);
}

const jsonl = (rows: readonly object[]) => Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));

const bytes = (body: Uint8Array, type: string): Answer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

const json = (value: object): Answer => bytes(Buffer.from(JSON.stringify(value)), 'application/json');

function told(status: number, code: string, detail: string): Answer {
  return { ...json({ type: 'error', code, detail, attr: null }), status };
}

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
