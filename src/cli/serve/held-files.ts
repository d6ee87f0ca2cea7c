import { createWriteStream } from 'node:fs';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReplayError, type ReplaySource } from '../../core/index.ts';
import { toCoreParts } from '../../core/source/core-source.ts';
import { openPart } from '../../core/source/open-part.ts';
import { isPartList } from '../../core/source/replay-source.ts';
import { describeError } from '../../locale/describe.ts';
import { english } from '../../locale/en/index.ts';

/** A recording's file on the disk, to be read as often as somebody asks. */
export interface HeldFile {
  readonly path: string;
  /** Without folders; empty when it has none. */
  readonly name: string;
}

/** The files of recordings. What comes from standard input or an address is in a folder of its own until they are closed. */
export class HeldFiles {
  readonly #signal: AbortSignal;
  #folder: string | null = null;
  #fetched = 0;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * The files of a source.
   *
   * @throws ReplayError `network` for what cannot be read; the signal's reason
   */
  async hold(source: ReplaySource): Promise<readonly HeldFile[]> {
    if (isPartList(source)) return (await Promise.all(source.map((part) => this.hold(part)))).flat();
    try {
      if (typeof source === 'string' && !/^https?:/i.test(source)) return [await onDisk(source)];
      const parts = await toCoreParts(source);
      return await Promise.all(
        parts.map(async (part) => {
          const { stream } = await openPart(part, this.#signal);
          return this.#write(part.name, stream);
        }),
      );
    } catch (thrown) {
      this.#signal.throwIfAborted();
      throw describeError(english, ReplayError.from(thrown));
    }
  }

  /** Holds what was made of recordings. */
  add(name: string, content: Blob): Promise<HeldFile> {
    return this.#write(name, content.stream());
  }

  async #write(name: string, stream: ReadableStream<Uint8Array>): Promise<HeldFile> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'portable-replay-'));
    const path = join(this.#folder, String(this.#fetched++));
    const signal = this.#signal;
    await pipeline(Readable.fromWeb(stream as never), createWriteStream(path, { flags: 'wx', mode: 0o600 }), {
      signal,
    });
    return { path, name };
  }

  async close(): Promise<void> {
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }
}

async function onDisk(path: string): Promise<HeldFile> {
  const name = basename(path);
  try {
    await access(path, constants.R_OK);
    return { path, name };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw ReplayError.of({ code: 'network', reason: 'no-file', file: name, detail }, { cause });
  }
}
