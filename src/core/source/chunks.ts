/** What is in a file, a chunk at a time. */
export function blobChunks(content: Blob): AsyncGenerator<Uint8Array> {
  return chunksOf(content.stream(), new AbortController().signal, () => undefined);
}

/**
 * A stream's chunks. The stream is called off when the signal is, and when nobody reads on.
 *
 * @param see told of each chunk before it is handed on
 * @throws the signal's reason
 */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  const cancel = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      see(value);
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
