import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isSystemError } from './report-error.ts';
import { UsageError } from './verb.ts';

export type Content = Blob | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * Writes a file, which is there as a whole or not at all: it has another name until its end, which begins with a dot and
 * ends in `.part`.
 *
 * @param options.force whether a file that is there is replaced
 * @throws UsageError when there is such a file already; the signal's reason
 */
export async function writeFileWhole(
  path: string,
  content: Content,
  { force, signal }: { readonly force: boolean; readonly signal: AbortSignal },
): Promise<void> {
  if (!force) await refuseExisting(path);
  await mkdir(dirname(path), { recursive: true });
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await pipeline(chunksOf(content), createWriteStream(part, { flags: 'wx', flush: true }), { signal });
    await (force ? rename(part, path) : moveTo(part, path));
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Says that a file is in the way, before any work is done.
 *
 * @throws UsageError
 */
export async function refuseExisting(path: string): Promise<void> {
  if (await lstat(path).catch(() => null))
    throw new UsageError(`${path} is there already. --force replaces it.`);
}

/** As `rename`, which would replace a file that somebody has made meanwhile. */
async function moveTo(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === 'EEXIST') await refuseExisting(path);
    // Not every file system has links.
    await rename(part, path);
  }
}

export function chunksOf(
  content: Content,
): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> {
  return content instanceof Blob ? Readable.fromWeb(content.stream() as never) : content;
}
