import { readFile } from 'node:fs/promises';
import type { Recording } from '../recordings.ts';

export { RECORDINGS } from '../recordings.ts';

const FOLDER = new URL('../../fixtures/recordings/', import.meta.url);

/** One of the project's own recordings, from its file. */
export async function bytesOf(recording: Recording): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(new URL(recording, FOLDER)));
}
