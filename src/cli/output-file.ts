import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isSystemError } from './report-error.ts';
import { type Terminal, write } from './terminal.ts';
import { UsageError } from './verb.ts';

export type Content = Blob | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

export interface OutputOptions {
  /** A file, or `-` or nothing for standard output. */
  readonly out?: string;
  /** Whether a file that is there is replaced. */
  readonly force?: boolean;
}

/**
 * Writes a result where it is wanted. A file is there as a whole or not at all: it is written under another name, which
 * begins with a dot and ends in `.part`, and renamed at its end.
 *
 * @throws UsageError when there is such a file already; the signal's reason
 */
export async function writeOutput(
  content: Content,
  { out, force = false }: OutputOptions,
  terminal: Terminal,
): Promise<void> {
  if (out === undefined || out === '-') {
    for await (const chunk of chunksOf(content)) await write(terminal.stdout, chunk);
    return;
  }
  if (!force) await refuseExisting(out);
  await mkdir(dirname(out), { recursive: true });
  const part = join(dirname(out), `.${basename(out)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await pipeline(chunksOf(content), createWriteStream(part, { flags: 'wx', flush: true }), {
      signal: terminal.signal,
    });
    await (force ? rename(part, out) : moveTo(part, out));
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Says before any work is done that a file is in the way.
 *
 * @throws UsageError
 */
export async function refuseExisting(out: string): Promise<void> {
  if (await lstat(out).catch(() => null))
    throw new UsageError(`${out} is there already. --force replaces it.`);
}

/** As `rename`, which would replace a file that somebody has made meanwhile. */
async function moveTo(part: string, out: string): Promise<void> {
  try {
    await link(part, out);
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === 'EEXIST') await refuseExisting(out);
    // Not every file system has links.
    await rename(part, out);
  }
}

/**
 * Where the result of each of several inputs goes: into a folder, under its own name.
 *
 * @param out as it was given: a file for one input, a folder for several
 * @param stems what each input's file begins with
 * @param ending with its dot
 * @throws UsageError where several results would go into one file
 */
export async function outputsFor(
  out: string | undefined,
  stems: readonly string[],
  ending: string,
): Promise<readonly (string | undefined)[]> {
  if (out === undefined || out === '-') return stems.map(() => out);
  const isFolder = /[/\\]$/.test(out) || ((await stat(out).catch(() => null))?.isDirectory() ?? false);
  if (!isFolder && stems.length === 1) return [out];
  if (!isFolder)
    throw new UsageError(
      `${stems.length} recordings do not go into one file: name a folder, as --out ${out}/`,
    );
  const taken = new Map<string, number>();
  return stems.map((stem) => {
    const times = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, times);
    return join(out, `${stem}${times === 1 ? '' : `-${times}`}${ending}`);
  });
}

function chunksOf(content: Content): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> {
  return content instanceof Blob ? Readable.fromWeb(content.stream() as never) : content;
}
