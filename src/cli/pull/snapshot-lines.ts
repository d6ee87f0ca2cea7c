import { gunzipSync } from 'node:zlib';
import { asArray, asRecord } from '../../core/json.ts';
import { joined } from '../../core/unpack/bytes.ts';
import { bareSnappy } from '../../core/unpack/snappy.ts';
import { incomplete } from './api-error.ts';

/**
 * Answers of the snapshots API as lines of JSON. What is cut short is told by `incomplete`, so that it is asked for
 * again: blocks know their length, and a line that is cut is no JSON.
 */

const NEWLINE = 0x0a;
/** `[` and `{`: a length in front of a block never starts so, nor does a block. */
const LINE_STARTS = [0x5b, 0x7b];
/** More than any recording: what a block says of its length is believed up to here. */
const BLOCK_LIMIT = 2 ** 31;

/** True for an answer in lines, which older servers give whatever is asked for. */
export function isText(body: Uint8Array): boolean {
  const first = body.find((byte) => !isSpace(byte));
  return first === undefined || LINE_STARTS.includes(first);
}

/** An answer in lines, be it gzipped or not; each ends in a newline. */
export function linesOf(body: Uint8Array): Uint8Array {
  const text = isGzip(body) ? gunzipped(body) : body;
  if (!isText(text)) throw incomplete('PostHog answered with what is not a recording');
  const end = text.findLastIndex((byte) => !isSpace(byte)) + 1;
  if (end === 0) return NOTHING;
  const last = text.subarray(text.lastIndexOf(NEWLINE, end - 1) + 1, end);
  try {
    JSON.parse(new TextDecoder().decode(last));
  } catch (cause) {
    throw incomplete('a part of the recording is cut short', cause);
  }
  const lines = new Uint8Array(end + 1);
  lines.set(text.subarray(0, end));
  lines[end] = NEWLINE;
  return lines;
}

/** Blocks of snappy, each behind its length (4 bytes, big-endian), as lines; one item a block. */
export async function linesOfBlocks(body: Uint8Array): Promise<readonly Uint8Array[]> {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < body.length;) {
    if (body.length - at < 4) throw incomplete('a part of the recording is cut short');
    const end = at + 4 + view.getUint32(at);
    if (end > body.length) throw incomplete('a part of the recording is cut short');
    blocks.push(await inflated(body.subarray(at + 4, end)));
    at = end;
  }
  return blocks;
}

/** A recording of long-term storage, as it is stored: one bare block of snappy, or lines. */
export async function linesOfStored(body: Uint8Array): Promise<Uint8Array> {
  return isText(body) || isGzip(body) ? linesOf(body) : inflated(body);
}

async function inflated(block: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const damaged = () => {
    throw incomplete('a part of the recording is damaged');
  };
  for await (const part of bareSnappy(one(block), BLOCK_LIMIT, { warn: damaged })) parts.push(part);
  return linesOf(joined(parts));
}

/** Events that were not in storage yet: lines, or `{snapshots: […]}` from servers that do not know the parameter. */
export function linesOfRealtime(body: Uint8Array): Uint8Array {
  const lines = linesOf(body);
  const first = lines.indexOf(NEWLINE);
  if (first !== lines.length - 1) return lines;
  const { snapshots } = asRecord(first < 0 ? {} : JSON.parse(new TextDecoder().decode(lines)));
  return snapshots === undefined ? lines : asLines(asArray(snapshots));
}

/** Values, one a line. */
export function asLines(values: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

const NOTHING = new Uint8Array(0);

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function gunzipped(body: Uint8Array): Uint8Array {
  try {
    return gunzipSync(body);
  } catch (cause) {
    throw incomplete('a part of the recording is cut short', cause);
  }
}
