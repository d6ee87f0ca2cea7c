import { randomBytes } from 'node:crypto';
import type { HeldFile } from './held-files.ts';
import { fileBody, type Resource } from './loopback-server.ts';

/** What is at a path. */
export type PlacedResource = readonly [path: string, resource: Resource];

/** A recording at a path that nobody can guess, which ends in the name of the file. */
export function recordingResource({ path, name }: HeldFile): PlacedResource {
  const place = `/recordings/${randomBytes(16).toString('hex')}/${encodeURIComponent(name || 'recording')}`;
  return [place, { type: 'application/octet-stream', read: () => fileBody(path) }];
}
