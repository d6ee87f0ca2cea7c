import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export interface WrittenFile {
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** What ids of sessions are made of; anything else is not made into a name of a file. */
const ID = /^[\w-]{1,200}$/;

/** The name of the file of a session; null for an id that no file can be named by. */
export function fileNameOf(id: string): string | null {
  return ID.test(id) ? `${id}.jsonl.gz` : null;
}

/**
 * Writes a session, gzipped. The file is there as a whole or not at all: it has another name until it is on the disk. The
 * same lines give the same bytes.
 *
 * @throws what reading throws; errors of the file system; the signal's reason
 */
export async function writeSession(
  folder: string,
  name: string,
  lines: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Uint8Array, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const part = join(folder, `.${name}.${process.pid}.part`);
  try {
    await pipeline(lines, createGzip(), meter, createWriteStream(part, { flush: true }), { signal });
    await rename(part, join(folder, name));
  } finally {
    await rm(part, { force: true });
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Makes the folder, and takes out of it what runs that were killed have left; what another one is writing stays. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const [, pid] = /^\..+\.(\d+)\.part$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** In a container, a run has the number that the one before it had. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
