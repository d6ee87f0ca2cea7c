import { builtIns, type GetBuiltIn } from '../built-ins.ts';
import { ReplayError } from '../replay-error.ts';
import { isPartList, type ReplaySource, type SourcePart, toParts } from './replay-source.ts';

/** Addresses that are fetched; all other texts are paths where there is a file system, else relative addresses. */
const FETCHED = /^(?:https?|data|blob):/i;

/**
 * A source as parts. In Node.js texts are paths, `file:` addresses are read, and so are its readable streams.
 *
 * @throws ReplayError `network` for a file that cannot be read
 */
export async function toCoreParts(source: ReplaySource): Promise<SourcePart[]> {
  if (isPartList(source)) return (await Promise.all(source.map(toCoreParts))).flat();
  const builtIn = builtIns();
  if (builtIn && (typeof source === 'string' || source instanceof URL) && !FETCHED.test(String(source)))
    return [await filePart(String(source), builtIn)];
  if (isIterable(source)) return [{ kind: 'stream', name: '', stream: streamOf(source), total: null }];
  return toParts(source, baseAddress());
}

/** What relative addresses are resolved against; a worker made from a blob has no base of its own. */
function baseAddress(): string {
  const { location } = globalThis as { location?: { readonly href: string } };
  return location?.href ?? 'file:///';
}

async function filePart(source: string, builtIn: GetBuiltIn): Promise<SourcePart> {
  const fs = builtIn('node:fs');
  const isAddress = /^file:/i.test(source);
  const path = isAddress ? builtIn('node:url').fileURLToPath(source) : source;
  const name = builtIn('node:path').basename(path);
  try {
    const { size } = await fs.promises.stat(path);
    return { kind: 'stream', name, stream: streamOf(fs.createReadStream(path)), total: size };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw ReplayError.of({ code: 'network', reason: 'no-file', file: name, detail }, { cause });
  }
}

function isIterable(source: ReplaySource): source is AsyncIterable<Uint8Array | string> {
  return typeof source === 'object' && !(source instanceof ReadableStream) && Symbol.asyncIterator in source;
}

function streamOf(chunks: AsyncIterable<Uint8Array | string>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
