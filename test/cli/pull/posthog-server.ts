import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Answer, json, told } from './answers.ts';
import { listed, listOf } from './lists.ts';
import { fileOf, type ServedSession, snapshotsOf } from './snapshots.ts';

/**
 * A server that answers as PostHog's API does, today and in earlier years, on loopback.
 * Source: PostHog/posthog: posthog/session_recordings/session_recording_api.py and its earlier revisions,
 * session_recording_playlist_api.py, queries/session_recording_list_from_query.py
 */

/** What goes wrong, once. */
export interface Fault {
  /** Part of the address of the request that it happens to. */
  readonly at: string;
  readonly answer:
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: object | string;
      }
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
      response.end(gzipSync(fileOf(this.sessions.get(id)!, key)));
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
    if (kind === 'session_recordings' && id === undefined) return listOf(this.sessions.values(), query, this);
    if (kind === 'session_recording_playlists') {
      if (id !== 'saved' && ![...this.sessions.values()].some(({ playlist }) => playlist === id))
        return told(404, 'not_found', 'Not found.');
      if (action === undefined)
        return json({ short_id: id, type: id === 'saved' ? 'filters' : 'collection' });
      return listOf(
        [...this.sessions.values()].filter(({ playlist }) => playlist === id),
        query,
        this,
      );
    }
    const session = this.sessions.get(decodeURIComponent(id ?? ''));
    if (kind !== 'session_recordings' || !session) return told(404, 'not_found', 'Recording not found');
    return action === 'snapshots'
      ? snapshotsOf(session, query, originOf(this.#store))
      : json(listed(session));
  }
}

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
