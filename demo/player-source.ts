import { ReplayError } from '../src/index.ts';

const FILE = 'portable-replay.js';

/**
 * What `src/copies/player-source.ts` is in the viewer: the single-file build lies beside it, and is asked for when a
 * page is saved.
 */
export const hasPlayerSource = true;

export async function playerSource(): Promise<string> {
  const response = await fetch(new URL(FILE, document.baseURI));
  if (response.ok) return response.text();
  const status = `${response.status} ${response.statusText}`.trim();
  throw ReplayError.of({ code: 'network', reason: 'refused', address: FILE, status });
}
