import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What is at an address. */
export interface Resource {
  /** Its media type. */
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it holds, anew for each request. */
  readonly read: () => Promise<Body>;
}

export interface Body {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes; null where that is not known before. */
  readonly size: number | null;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:` and the port. */
  readonly origin: string;
  /** Ends the requests that are running, too. */
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Serves what is on a list to this computer, and nothing else.
 *
 * @param resources by path, from the first `/` on
 * @param port what is listened at if nobody else does; any free one by default
 */
export async function serveOnLoopback(
  resources: ReadonlyMap<string, Resource>,
  port = 0,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => void answer(request, response, resources));
  await listen(server, port).catch(() => listen(server, 0));
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${HOST}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  resources: ReadonlyMap<string, Resource>,
): Promise<void> {
  const resource = find(request, resources);
  // A file may be gone by now.
  const body = typeof resource === 'number' ? null : await resource.read().catch(() => null);
  if (typeof resource === 'number' || !body) {
    response.writeHead(typeof resource === 'number' ? resource : 404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': resource.type,
    ...(body.size !== null && { 'content-length': body.size }),
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...resource.headers,
  });
  // A page that is closed ends this answer and nothing else.
  if (request.method === 'HEAD') response.end();
  else await pipeline(Readable.from(body.chunks, { objectMode: false }), response).catch(() => undefined);
}

/** What is asked for, or the status that says why it is not given. */
function find(
  { headers, method = '', socket, url = '' }: IncomingMessage,
  resources: ReadonlyMap<string, Resource>,
) {
  const isOwn = [HOST, 'localhost'].some((name) => headers.host === `${name}:${socket.localPort}`);
  // A name that somebody else has made to lead here is not ours: their page would be of the same origin as the recordings.
  if (!isOwn) return 403;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  const [path = ''] = url.split('?');
  return resources.get(path) ?? 404;
}

/** A file as it is when it is asked for; what is added to it meanwhile is not in it. */
export async function fileBody(path: string): Promise<Body> {
  const { size } = await stat(path);
  return { size, chunks: size === 0 ? Readable.from([]) : createReadStream(path, { end: size - 1 }) };
}
