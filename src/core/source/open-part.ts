import { ReplayError } from '../replay-error.ts';
import { type SourcePart, totalOf } from './replay-source.ts';
import { messageIn } from './server-message.ts';

/** A part whose bytes have begun to come. */
export interface OpenPart {
  readonly stream: ReadableStream<Uint8Array>;
  /** Bytes; null when unknown. */
  readonly total: number | null;
  /** Where somebody who is not signed in was sent on to, as it seems; null for none. Short, for messages. */
  readonly signIn: string | null;
}

/** @throws ReplayError `network` when an address does not answer with a file. */
export async function openPart(part: SourcePart, signal: AbortSignal): Promise<OpenPart> {
  switch (part.kind) {
    case 'blob':
      return { stream: part.blob.stream(), total: part.blob.size, signIn: null };
    case 'stream':
      return { ...part, signIn: null };
    case 'url':
      return openAddress(part, signal);
  }
}

async function openAddress(
  { url, credentials }: Extract<SourcePart, { kind: 'url' }>,
  signal: AbortSignal,
): Promise<OpenPart> {
  const address = shortAddress(url);
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials });
  } catch (cause) {
    if (signal.aborted) throw ReplayError.from(signal.reason);
    // A page may read no file of the disk by its address, not even one that lies beside it.
    const reason = new URL(url).protocol === 'file:' ? 'file-address' : 'unreachable';
    throw ReplayError.of({ code: 'network', reason, address }, { cause });
  }
  const wasUnknown = credentials === 'omit' || (credentials === 'same-origin' && response.type === 'cors');
  if (!response.ok) {
    const status = `${response.status} ${response.statusText}`.trim();
    const isUnknown = wasUnknown && (response.status === 401 || response.status === 403);
    if (isUnknown) throw ReplayError.of({ code: 'network', reason: 'signed-out', address, status });
    const answer = await messageIn(response);
    throw ReplayError.of({ code: 'network', reason: 'refused', address, status, ...(answer && { answer }) });
  }
  const signIn = wasUnknown && response.redirected ? shortAddress(response.url) : null;
  return { stream: response.body ?? new Blob([]).stream(), total: totalOf(response), signIn };
}

/** Address without query and fragment: they may hold tokens, and messages end up in screenshots. */
function shortAddress(address: string): string {
  const { protocol, host, pathname } = new URL(address);
  return protocol === 'blob:' || protocol === 'data:' ? protocol : host + pathname;
}
