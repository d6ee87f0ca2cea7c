import { chunksOf } from '../core/source/chunks.ts';

/** What is in a file, a chunk at a time. */
export function blobChunks(content: Blob): AsyncGenerator<Uint8Array> {
  return chunksOf(content.stream(), new AbortController().signal, () => undefined);
}
