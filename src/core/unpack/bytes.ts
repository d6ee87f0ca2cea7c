export type Bytes = AsyncIterable<Uint8Array>;

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** The first bytes of a stream, at least `length` of them where there are so many, and the stream with them put back. */
export async function peek(bytes: Bytes, length: number): Promise<{ head: Uint8Array; whole: Bytes }> {
  const chunks = bytes[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let known = 0;
  while (known < length) {
    const next: IteratorResult<Uint8Array, unknown> = await chunks.next();
    if (next.done) break;
    pieces.push(next.value);
    known += next.value.length;
  }
  const head = joined(pieces);
  return { head, whole: prepend(head, chunks) };
}

async function* prepend(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    yield* { [Symbol.asyncIterator]: () => rest };
  } finally {
    await rest.return?.();
  }
}

/** The stream without its first bytes. */
export async function* without(bytes: Bytes, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of bytes) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/**
 * A stream as one array.
 *
 * @returns null when there are more than `limit` bytes
 */
export async function collect(bytes: Bytes, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > limit) return null;
    pieces.push(chunk.slice());
  }
  return joined(pieces);
}
