import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { packageFile } from '../package-file.ts';
import type { HeldFile } from './held-files.ts';
import { fileBody, type LoopbackServer, type Resource, serveOnLoopback } from './loopback-server.ts';
import { recordingResource } from './recording-resource.ts';

/**
 * The same each time, if it is free: what somebody keeps in the library of the viewer belongs to the origin, and so to the
 * port.
 */
const PORT = 47_832;

/** The files of the viewer beside its scripts and styles. What makes an app of it is not among them: it ends with the command. */
const FILES = ['index.html', 'icon.svg', 'icon-192.png'];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Neither a page around it nor one that opened it can change the address of the viewer. A page cannot say this. */
const PAGE_HEADERS = {
  'content-security-policy': "frame-ancestors 'self'",
  'cross-origin-opener-policy': 'same-origin',
};

/** A viewer that is served. */
export interface ServedViewer extends LoopbackServer {
  /** Where it plays each recording. */
  readonly addresses: readonly string[];
}

/**
 * Serves the viewer with recordings in it.
 *
 * @param site the folder of the built viewer
 */
export async function serveViewer(
  files: readonly HeldFile[],
  site = packageFile('dist/site'),
): Promise<ServedViewer> {
  const resources = new Map<string, Resource>();
  const assets = await readdir(join(site, 'assets'));
  for (const name of [...FILES, ...assets.map((asset) => `assets/${asset}`)])
    resources.set(`/${name}`, fileResource(join(site, name)));
  // Pages that it saves have a player in them.
  resources.set('/portable-replay.js', fileResource(packageFile('dist/portable-replay.js')));
  const recordings = files.map(recordingResource);
  for (const [path, recording] of recordings) resources.set(path, recording);
  const server = await serveOnLoopback(resources, PORT);
  const addresses = recordings.map(
    ([path]) => `${server.origin}/index.html#src=${encodeURIComponent(path)}&autoplay`,
  );
  return { ...server, addresses };
}

function fileResource(path: string): Resource {
  const ending = extname(path);
  return {
    type: TYPES[ending] ?? 'application/octet-stream',
    ...(ending === '.html' && { headers: PAGE_HEADERS }),
    read: () => fileBody(path),
  };
}
