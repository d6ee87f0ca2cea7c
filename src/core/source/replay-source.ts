import { jsonStream } from './json-stream.ts';

/**
 * Anything that can hold a recording: an address, a file, bytes, an answer of `fetch`, a stream, an export or
 * event list that was parsed already, or several of these as the parts of one session.
 */
export type ReplaySource =
  | string
  | URL
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | Response
  | ReadableStream<Uint8Array>
  | object
  | ReplaySource[];

/**
 * Whether the browser sends along what it signs the user in with, such as cookies: never, only to the origin of the page,
 * or always. As the option of `fetch`.
 */
export type Credentials = 'omit' | 'same-origin' | 'include';

/** One part of a source, reduced to what can be handed to a worker. */
export type SourcePart = {
  /** Name of the file or last part of its address; empty when it has none. */
  readonly name: string;
} & (
  | { readonly kind: 'url'; readonly url: string; readonly credentials: Credentials }
  | { readonly kind: 'blob'; readonly blob: Blob }
  | { readonly kind: 'stream'; readonly stream: ReadableStream<Uint8Array>; readonly total: number | null }
);

/**
 * A source as parts.
 *
 * @param baseURL what relative addresses are resolved against: a worker made from a blob has no base of its own
 * @param credentials what is sent along to addresses
 */
export function toParts(
  source: ReplaySource,
  baseURL: string,
  credentials: Credentials = 'omit',
): SourcePart[] {
  if (isPartList(source)) return source.flatMap((part) => toParts(part, baseURL, credentials));
  if (typeof source === 'string' || source instanceof URL) {
    const { href } = new URL(source, baseURL);
    return [{ kind: 'url', name: nameIn(href), url: href, credentials }];
  }
  if (source instanceof Blob) {
    return [{ kind: 'blob', name: source instanceof File ? source.name : '', blob: source }];
  }
  if (source instanceof ArrayBuffer) return [{ kind: 'blob', name: '', blob: new Blob([source]) }];
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source;
    const blob = new Blob([new Uint8Array(buffer, byteOffset, byteLength).slice()]);
    return [{ kind: 'blob', name: '', blob }];
  }
  if (source instanceof Response) return [responsePart(source)];
  if (source instanceof ReadableStream) {
    return [{ kind: 'stream', name: '', stream: source, total: null }];
  }
  return [{ kind: 'stream', name: '', stream: jsonStream(source), total: null }];
}

function responsePart(response: Response): SourcePart {
  const stream = response.body ?? new Blob([]).stream();
  return { kind: 'stream', name: nameIn(response.url), stream, total: totalOf(response) };
}

/** The last part of an address; what a `blob:` or `data:` address ends with is no name. */
export function nameIn(address: string): string {
  if (!/^(https?|file):/.test(address)) return '';
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Length of a body in bytes; unknown when it was compressed on the way, as the header counts packed bytes. */
export function totalOf(response: Response): number | null {
  const length = response.headers.get('content-length');
  return length === null || response.headers.has('content-encoding') ? null : Number(length);
}

/** An array may be a list of parts or an event list that was parsed already; events have a timestamp. */
export function isPartList(source: ReplaySource): source is ReplaySource[] {
  return (
    Array.isArray(source) &&
    source.length > 0 &&
    source.every((item) => !Array.isArray(item) && !(typeof item === 'object' && 'timestamp' in item))
  );
}
