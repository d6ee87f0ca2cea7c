import { asAmount, asArray, asText, isRecord } from '../core/json.ts';
import type { RecordingFile } from '../core/recording.ts';
import { type KeptRecording, recordingId } from './kept-recording.ts';
import { LibraryError } from './library-error.ts';

/** The file in an archive that says what is in it. */
export const LIST_PATH = 'library.json';

const FORMAT = 'portable-replay-library';
const VERSION = 1;
const DIGEST = /^[0-9a-f]{64}$/;
/** The latest moment that a `Date` can have. Unix milliseconds. */
const LAST_MOMENT = 8.64e15;
/** Characters of a name, a tag or an address; what is longer is cut. */
const MAX_TEXT = 2000;
const MAX_TAGS = 100;

/** A recording of an archive. */
export interface ListedRecording {
  readonly recording: KeptRecording;
  /** Where its files are in the archive, in their order. */
  readonly paths: readonly string[];
}

export function writeList(listed: readonly ListedRecording[]): string {
  const recordings = listed.map(({ recording: { id: _, files, ...facts }, paths }) => ({
    ...facts,
    files: files.map((file, index) => ({ path: paths[index], ...file })),
  }));
  return JSON.stringify({ format: FORMAT, version: VERSION, recordings }, null, 1);
}

/**
 * Reads a list, which anybody may have written.
 *
 * @returns null for each recording that it does not describe as it has to
 * @throws LibraryError for what is no list
 */
export function readList(text: string): readonly (ListedRecording | null)[] {
  const list = parsed(text);
  if (!isRecord(list) || list['format'] !== FORMAT || !Array.isArray(list['recordings']))
    throw new LibraryError({ code: 'bad-list' });
  if (list['version'] !== VERSION) throw new LibraryError({ code: 'later-version' });
  return list['recordings'].map(listedRecording);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listedRecording(item: unknown): ListedRecording | null {
  if (!isRecord(item)) return null;
  const files = asArray(item['files']).map(listedFile);
  const startedAt = momentOf(item['startedAt']);
  const keptAt = momentOf(item['keptAt']);
  const duration = asAmount(item['duration']);
  if (files.length === 0 || startedAt === null || keptAt === null || duration === null) return null;
  if (!files.every((file) => file !== null)) return null;
  const own = files.map(({ path: _, ...file }) => file);
  const recording: KeptRecording = {
    id: recordingId(own),
    name: asText(item['name']).slice(0, MAX_TEXT),
    keptAt,
    startedAt,
    duration,
    tags: textsOf(item['tags']).slice(0, MAX_TAGS),
    sessionIds: textsOf(item['sessionIds']),
    addresses: textsOf(item['addresses']),
    files: own,
  };
  return { recording, paths: files.map(({ path }) => path) };
}

function listedFile(item: unknown): (RecordingFile & { readonly path: string }) | null {
  if (!isRecord(item)) return null;
  const [path, sha256, size] = [asText(item['path']), asText(item['sha256']), asAmount(item['size'])];
  if (path === '' || !DIGEST.test(sha256) || size === null) return null;
  return { path, name: asText(item['name']).slice(0, MAX_TEXT), size, sha256 };
}

function momentOf(value: unknown): number | null {
  const moment = asAmount(value);
  return moment === null || moment > LAST_MOMENT ? null : moment;
}

/** Texts that say something, each once. */
function textsOf(value: unknown): readonly string[] {
  const texts = asArray(value).map((text) => asText(text).slice(0, MAX_TEXT).trim());
  return [...new Set(texts.filter(Boolean))];
}
