import { gunzipSync, strToU8 } from 'fflate';
import { joined } from '../unpack/bytes.ts';
import { type Inflater, INFLATERS, isGzip, isZlib, isZstd } from '../unpack/inflate.ts';
import { bytesOfBase64, utf16Label } from '../unpack/text.ts';

/** More than any page or batch of events, and less than what would stop the tab. */
const LIMIT_BYTES = 256 * 1024 ** 2;
const PIECE_BYTES = 16 * 1024;
/** Longer texts hold more than an empty list. */
const SHORT = 64;

const UTF8 = new TextDecoder();

/** Most lists of most mutations are empty, and one recorder packs them all into the same few characters. */
let emptyList: string | null = null;

/**
 * The value in a string that holds compressed JSON, one character for each byte: gzip or zstd in the fields that
 * posthog-js compresses, zlib in what rrweb's packer writes. Undefined when it is none, or damaged.
 */
export function unpackText(text: string): unknown {
  if (text === emptyList) return [];
  const value = valueOf(strToU8(text, true));
  if (text.length < SHORT && Array.isArray(value) && value.length === 0) emptyList = text;
  return value;
}

/**
 * The value in base64 of gzip, whose text PostHog wrote in UTF-16.
 * Source: PostHog/posthog: posthog/session_recordings/session_recording_helpers.py, earlier revisions
 */
export function unpackBase64(text: string): unknown {
  try {
    return valueOf(bytesOfBase64(text.trim()));
  } catch {
    return undefined;
  }
}

function valueOf(bytes: Uint8Array): unknown {
  try {
    const inflated = inflateWhole(bytes);
    if (!inflated) return undefined;
    const label = utf16Label(inflated);
    return JSON.parse((label ? new TextDecoder(label) : UTF8).decode(inflated));
  } catch {
    return undefined;
  }
}

function inflateWhole(bytes: Uint8Array): Uint8Array | null {
  if (isGzip(bytes)) {
    // The last four bytes say how much it will be, and so much is reserved: a lie must not cost the tab.
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(
      bytes.length - 4,
      true,
    );
    return length > LIMIT_BYTES ? null : gunzipSync(bytes);
  }
  if (isZstd(bytes)) return inflateBounded(bytes, INFLATERS.zstd);
  if (isZlib(bytes)) return inflateBounded(bytes, INFLATERS.zlib);
  return null;
}

/** Piece by piece, for packings that do not say how much they hold. */
function inflateBounded(bytes: Uint8Array, inflater: Inflater): Uint8Array | null {
  const inflated: Uint8Array[] = [];
  let length = 0;
  const stream = inflater((data) => {
    length += data.length;
    if (length <= LIMIT_BYTES) inflated.push(data);
  });
  for (let offset = 0; offset < bytes.length && length <= LIMIT_BYTES; offset += PIECE_BYTES) {
    stream.push(bytes.slice(offset, offset + PIECE_BYTES), offset + PIECE_BYTES >= bytes.length);
  }
  return length <= LIMIT_BYTES ? joined(inflated) : null;
}
