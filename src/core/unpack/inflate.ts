import { Gunzip, Unzlib } from 'fflate';
import { Decompress } from 'fzstd';
import { type Bytes, joined } from './bytes.ts';

/**
 * Bytes handed to a decompressor at once: gzip can hold a thousand times its size, and where it is damaged all
 * that came out of the last piece is lost. Half of this takes half as long again.
 */
const PIECE_BYTES = 8 * 1024;
/** The end of a gzip file: how many bytes it holds. */
const LENGTH_BYTES = 4;

/** Makes a decompressor that hands out bytes as it is pushed some. */
export type Inflater = (onData: (data: Uint8Array) => void) => {
  push(bytes: Uint8Array, final?: boolean): void;
};

/** fflate says nothing of a gzip file that stops in the middle of a block; its length tells. */
const gzip: Inflater = (onData) => {
  let length = 0;
  let tail = new Uint8Array(0);
  const stream = new Gunzip((data) => {
    length += data.length;
    onData(data);
  });
  // Several gzip files may follow each other, and each tells its own length.
  stream.onmember = () => (length = 0);
  return {
    push: (bytes, final) => {
      stream.push(bytes, final);
      tail = joined([tail, bytes.slice(-LENGTH_BYTES)]).slice(-LENGTH_BYTES);
      if (final && lengthIn(tail) !== length % 2 ** 32) throw new Error('The end is missing');
    },
  };
};

function lengthIn(tail: Uint8Array): number {
  return tail.reduceRight((sum, byte) => sum * 256 + byte, 0);
}

const zlib: Inflater = (onData) => new Unzlib(onData);
const zstd: Inflater = (onData) => new Decompress(onData);

export const INFLATERS = { gzip, zlib, zstd } as const;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The two bytes of a zlib header are a multiple of 31; no text in UTF-8 starts like that. */
export function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return first === 0x78 && ((first << 8) | second) % 31 === 0;
}

export function isZstd(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

/** Inflates as bytes arrive. What a damaged stream still holds is yielded before `onDamage` is called. */
export async function* inflate(
  chunks: Bytes,
  inflater: Inflater,
  onDamage: () => void,
): AsyncGenerator<Uint8Array> {
  const inflated: Uint8Array[] = [];
  const stream = inflater((data) => {
    if (data.length > 0) inflated.push(data);
  });
  for await (const piece of pieces(chunks)) {
    const isSound = attempt(() => stream.push(piece.bytes, piece.final));
    yield* inflated.splice(0);
    if (!isSound) {
      onDamage();
      return;
    }
  }
}

/** A stream in pieces of a size that a decompressor can be handed, with an empty one at its end. */
export async function* pieces(chunks: Bytes): AsyncGenerator<{ bytes: Uint8Array; final: boolean }> {
  for await (const chunk of chunks) {
    for (let offset = 0; offset < chunk.length; offset += PIECE_BYTES) {
      yield { bytes: chunk.slice(offset, offset + PIECE_BYTES), final: false };
    }
  }
  yield { bytes: new Uint8Array(0), final: true };
}

/** False when a decompressor gave up: it throws whatever damaged bytes lead it to. */
export function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
