import { gzipSync } from 'fflate';
import type { RawEvent } from '../../../src/core/decode/recording-format.ts';
import { ChunkAssembler } from '../../../src/core/decode/chunk-assembler.ts';
import { decodeEvents, type SourceContext } from '../../../src/core/formats/decode-events.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';

/** What decoding found, in plain words. */
export interface Decoded {
  readonly format: string;
  readonly id: string;
  /** Events with the window they belong to. */
  readonly events: readonly (readonly [windowId: string | null, event: unknown])[];
  /** Which recording of the file each event belongs to. */
  readonly recordings: readonly (string | null)[];
  readonly warnings: readonly string[];
}

/** Runs the decoding half of the pipeline over bytes that come in pieces. */
export async function decode(pieces: Iterable<Uint8Array>): Promise<Decoded> {
  const found = { format: '', id: '', warnings: [] as string[] };
  const context: SourceContext = {
    limits: DEFAULT_LIMITS,
    chunks: new ChunkAssembler(),
    formatFound: (id) => void (found.format ||= id),
    beginMember: () => undefined,
    describe: ({ id = '' }) => void (found.id ||= id),
    marker: () => undefined,
    warn: (...[code]) => void found.warnings.push(code),
    inflated: () => undefined,
  };
  const source = { name: '', packing: [], archive: null, bytes: asAsync(pieces) };
  const events: [string | null, unknown][] = [];
  const recordings: (string | null)[] = [];
  for await (const lot of decodeEvents(source, context)) {
    for (const event of lot) {
      events.push([event.windowId, parse(event)]);
      recordings.push(event.recording);
    }
  }
  return { ...found, events, recordings };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The ways in which the same bytes can arrive. */
export const DELIVERIES: readonly (readonly [
  name: string,
  cut: (bytes: Uint8Array) => Iterable<Uint8Array>,
])[] = [
  ['at once', (bytes) => [bytes]],
  ['byte by byte', (bytes) => cut(bytes, 1)],
  ['in sevens', (bytes) => cut(bytes, 7)],
  ['gzipped', (bytes) => [gzipSync(bytes)]],
  ['gzipped, in fives', (bytes) => cut(gzipSync(bytes), 5)],
  ['behind a byte order mark', (bytes) => [new Uint8Array([0xef, 0xbb, 0xbf]), bytes]],
];

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function* asAsync(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

function parse({ bytes }: RawEvent): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
