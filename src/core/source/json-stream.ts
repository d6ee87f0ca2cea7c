/** Containers down to this depth are written item by item; deeper ones hold one event at most. */
const PIECEWISE_DEPTH = 4;
const PIECE_BYTES = 64 * 1024;

/**
 * The JSON text of a value that was parsed already, as a stream of bytes, so that it takes the same way as a
 * file and is never held as one string. The value is only read.
 */
export function jsonStream(value: unknown): ReadableStream<Uint8Array> {
  const pieces = writeValue(value, 0);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = '';
      while (text.length < PIECE_BYTES) {
        const next = pieces.next();
        if (next.done) {
          if (text) controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += next.value;
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}

function* writeValue(value: unknown, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || depth >= PIECEWISE_DEPTH || 'timestamp' in value) {
    // JSON has no word for undefined, functions and symbols; null keeps the text valid.
    const hasNoWord = value === undefined || typeof value === 'function' || typeof value === 'symbol';
    yield hasNoWord ? 'null' : JSON.stringify(value);
  } else if (Array.isArray(value)) {
    yield '[';
    for (const [i, item] of value.entries()) {
      if (i > 0) yield ',';
      yield* writeValue(item, depth + 1);
    }
    yield ']';
  } else {
    yield '{';
    let first = true;
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `${first ? '' : ','}${JSON.stringify(key)}:`;
      yield* writeValue(item, depth + 1);
      first = false;
    }
    yield '}';
  }
}
