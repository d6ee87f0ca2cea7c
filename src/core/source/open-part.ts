import { ReplayError } from '../replay-error.ts';
import { type SourcePart, totalOf } from './replay-source.ts';

/** A part whose bytes have begun to come. */
export interface OpenPart {
  readonly stream: ReadableStream<Uint8Array>;
  /** Bytes; null when unknown. */
  readonly total: number | null;
}

/** @throws ReplayError `network` when an address does not answer with a file. */
export async function openPart(part: SourcePart, signal: AbortSignal): Promise<OpenPart> {
  switch (part.kind) {
    case 'blob':
      return { stream: part.blob.stream(), total: part.blob.size };
    case 'stream':
      return part;
    case 'url':
      return openAddress(part.url, signal);
  }
}

async function openAddress(url: string, signal: AbortSignal): Promise<OpenPart> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (cause) {
    if (signal.aborted) throw ReplayError.from(signal.reason);
    throw ReplayError.of({ code: 'network', reason: 'unreachable', address: shortAddress(url) }, { cause });
  }
  if (!response.ok) {
    const status = `${response.status} ${response.statusText}`.trim();
    throw ReplayError.of({ code: 'network', reason: 'refused', address: shortAddress(url), status });
  }
  return { stream: response.body ?? new Blob([]).stream(), total: totalOf(response) };
}

/** Address without query and fragment: they may hold tokens, and messages end up in screenshots. */
function shortAddress(address: string): string {
  const { protocol, host, pathname } = new URL(address);
  return protocol === 'blob:' || protocol === 'data:' ? protocol : host + pathname;
}
