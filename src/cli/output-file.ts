import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isSystemError } from './misuse.ts';
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
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await writePart(part, content, { flush: true, signal });
    await movePart(part, path, { force });
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Writes a file that has not its place yet, and its folder, if there is none.
 *
 * @param options.flush whether it is on the disk when it is written
 */
export async function writePart(
  part: string,
  content: Content,
  { flush, signal }: { readonly flush: boolean; readonly signal: AbortSignal },
): Promise<void> {
  await mkdir(dirname(part), { recursive: true });
  await pipeline(chunksOf(content), createWriteStream(part, { flags: 'wx', flush }), { signal });
}

/**
 * Brings a file to its place, on the same disk.
 *
 * @param options.force whether a file that is there is replaced
 * @throws UsageError when there is such a file already
 */
export async function movePart(
  part: string,
  path: string,
  { force }: { readonly force: boolean },
): Promise<void> {
  if (force) return rename(part, path);
  await refuseExisting(path);
  try {
    // `rename` would replace a file that somebody has made meanwhile.
    await link(part, path);
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === 'EEXIST') await refuseExisting(path);
    // Not every file system has links.
    return rename(part, path);
  }
  await rm(part);
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

export function chunksOf(
  content: Content,
): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> {
  return content instanceof Blob ? Readable.fromWeb(content.stream() as never) : content;
}
