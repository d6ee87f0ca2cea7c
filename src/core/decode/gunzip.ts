import { Gunzip } from 'fflate';

/** Bytes handed to the decompressor at once: gzip can hold a thousand times its size. */
const PIECE_BYTES = 16 * 1024;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Inflates as bytes arrive. What a cut-off stream still holds is yielded before `onTruncated` is called.
 */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  onTruncated: () => void,
): AsyncGenerator<Uint8Array> {
  const inflated: Uint8Array[] = [];
  const stream = new Gunzip((data) => {
    if (data.length > 0) inflated.push(data);
  });
  try {
    for await (const chunk of chunks) {
      for (let offset = 0; offset < chunk.length; offset += PIECE_BYTES) {
        stream.push(chunk.slice(offset, offset + PIECE_BYTES));
        yield* inflated.splice(0);
      }
    }
    stream.push(new Uint8Array(0), true);
  } catch (error) {
    // fflate marks its own errors with a number; everything else belongs to whoever brings the bytes.
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') throw error;
    onTruncated();
  }
  yield* inflated.splice(0);
}
