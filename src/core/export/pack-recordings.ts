import type { RecordingInfo } from '../recording.ts';
import { blobChunks } from '../source/chunks.ts';
import { harmlessName } from '../text/harmless-name.ts';
import type { ExportFormat } from './export-formats.ts';
import { zipParts, type ZipMember } from './zip-archive.ts';

/** How recordings are packed. */
export interface PackOptions {
  /** What each is written as; `2023-04-28` by default. */
  readonly format?: ExportFormat;
  readonly signal?: AbortSignal;
}

/** A recording that can be written. */
interface Writable {
  readonly info: Pick<RecordingInfo, 'id' | 'startedAt'>;
  export(options: PackOptions): Promise<Blob>;
}

/**
 * Recordings as one zip archive, which opens as these recordings again: a repaired copy of each, compressed, called by its
 * session's id, or when it started. They are asked for one after the other as the archive is read, so that each can be
 * opened only then and closed when the next one is asked for.
 *
 * The stream fails with TypeError for a format that is not known, with ReplayError `aborted` for a recording that was
 * closed, and with the signal's reason.
 */
export function packRecordings(
  recordings: Iterable<Writable> | AsyncIterable<Writable>,
  options: PackOptions = {},
): ReadableStream<Uint8Array> {
  const chunks = archiveChunks(recordings, options);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* archiveChunks(
  recordings: Iterable<Writable> | AsyncIterable<Writable>,
  options: PackOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const part of zipParts(membersOf(recordings, options), options.signal)) {
    if (part instanceof Blob) yield* blobChunks(part);
    else yield part;
  }
}

async function* membersOf(
  recordings: Iterable<Writable> | AsyncIterable<Writable>,
  options: PackOptions,
): AsyncGenerator<ZipMember> {
  const ending = options.format === 'jsonl' ? 'jsonl' : 'json';
  const taken = new Map<string, number>();
  for await (const recording of recordings) {
    const { id, startedAt } = recording.info;
    const name = harmlessName(id) || harmlessName(startedAt.toISOString());
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    const path = `${name}${times === 1 ? '' : `-${times}`}.${ending}`;
    yield { path, content: await recording.export(options), deflate: true };
  }
}
