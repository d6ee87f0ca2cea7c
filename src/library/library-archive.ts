import { zipBlob, type ZipMember } from '../core/export/zip-archive.ts';
import { blobChunks } from '../core/source/chunks.ts';
import { harmlessName } from '../core/text/harmless-name.ts';
import { collect } from '../core/unpack/bytes.ts';
import { type ArchiveEntry, isZip, unzip } from '../core/unpack/unzip.ts';
import { describeFile, isSession, type KeptRecording, recordingId, smallDigest } from './kept-recording.ts';
import { LibraryError } from './library-error.ts';
import { LIST_PATH, type ListedRecording, readList, writeList } from './library-list.ts';
import type { RecordingStore } from './recording-store.ts';

const MAX_LIST_BYTES = 32 * 1024 ** 2;
/** So many names of what is in an archive are told. */
const TOLD_NAMES = 3;
/** Chunks of a file are handed to the browser in pieces of this size, which it may put on the disk. */
const PIECE_BYTES = 4 * 1024 ** 2;

/** A zip archive of all recordings of a store, and a list of them. It refers to them, so that nothing is copied. */
export async function writeArchive(
  store: RecordingStore,
): Promise<{ readonly archive: Blob; readonly count: number }> {
  const listed: ListedRecording[] = [];
  const members: ZipMember[] = [];
  for (const kept of await store.listRecordings()) {
    const files = await store.getRecording(kept.id);
    // It may have been deleted in the meantime.
    if (!files) continue;
    const recording = isSession(kept) ? await finished(kept, files) : kept;
    const folder = `recordings/${recording.id.slice(0, 16)}`;
    const paths = files.map(
      ({ name }, index) => `${folder}/${index + 1}-${harmlessName(name) || 'recording'}`,
    );
    listed.push({ recording, paths });
    members.push(...files.map((content, index) => ({ path: paths[index] ?? '', content })));
  }
  const list = { path: LIST_PATH, content: new Blob([writeList(listed)]) };
  return { archive: await zipBlob([list, ...members]), count: listed.length };
}

/** A session as it is now: a recording like any other. */
async function finished(session: KeptRecording, files: readonly File[]): Promise<KeptRecording> {
  const described = await Promise.all(files.map((file) => describeFile(file, file.name)));
  return { ...session, id: recordingId(described), files: described };
}

/** What came of an import. */
export interface ImportOutcome {
  /** Recordings that are kept now and were not before. */
  readonly kept: number;
  /** Recordings that were kept already. */
  readonly known: number;
  /** Names of those that are damaged or missing in the archive; empty for one that not even its name is known of. */
  readonly damaged: readonly string[];
  /** Why it was not read to its end; null when it was. */
  readonly failure: Error | null;
}

/**
 * Keeps the recordings of an archive in a store, each as soon as its files have been read and are what the list says.
 *
 * @throws LibraryError when it is no archive of a library
 */
export async function readArchive(archive: Blob, store: RecordingStore): Promise<ImportOutcome> {
  const list = await listIn(archive);
  const listed = list.filter((item) => item !== null);
  const present = new Set((await store.listRecordings()).map(({ id }) => id));
  const isKnown = ({ recording }: ListedRecording) => present.has(recording.id);
  const outstanding = new Set(listed.filter((item) => !isKnown(item)));
  const byPath = new Map([...outstanding].flatMap((item) => item.paths.map((path) => [path, item] as const)));
  const files = new Map<string, Blob>();
  let kept = 0;
  let failure: Error | null = null;
  try {
    for await (const { name: path, bytes } of entriesOf(archive)) {
      const item = byPath.get(path);
      const described = item?.recording.files[item.paths.indexOf(path)];
      const file = described && (await fileOf(bytes, described));
      if (!item || !file) continue;
      files.set(path, file);
      const own = item.paths.map((other) => files.get(other)).filter((other) => other !== undefined);
      if (own.length < item.paths.length) continue;
      if (await store.keepRecording(item.recording, own)) kept++;
      outstanding.delete(item);
      for (const other of item.paths) files.delete(other);
    }
  } catch (thrown) {
    failure = thrown instanceof Error ? thrown : new Error(String(thrown));
  }
  const unread = failure ? [] : [...outstanding].map(({ recording }) => recording.name);
  return {
    kept,
    known: listed.filter(isKnown).length,
    damaged: [...unread, ...list.filter((item) => item === null).map(() => '')],
    failure,
  };
}

/** @throws LibraryError */
async function listIn(archive: Blob): Promise<readonly (ListedRecording | null)[]> {
  const head = new Uint8Array(await archive.slice(0, 4).arrayBuffer());
  if (!isZip(head)) throw new LibraryError({ code: 'not-an-archive' });
  const others: string[] = [];
  for await (const { name, bytes } of entriesOf(archive)) {
    if (name === LIST_PATH) {
      const text = await collect(bytes, MAX_LIST_BYTES);
      if (!text) throw new LibraryError({ code: 'bad-list' });
      return readList(new TextDecoder().decode(text));
    }
    if (!name.endsWith('/')) others.push(name);
  }
  if (others.length === 0) throw new LibraryError({ code: 'not-an-archive' });
  const found = others.slice(0, TOLD_NAMES);
  throw new LibraryError({ code: 'no-list', found, more: others.length - found.length });
}

/** What is damaged is known by its digest. */
function entriesOf(archive: Blob): AsyncGenerator<ArchiveEntry> {
  return unzip(blobChunks(archive), () => undefined);
}

/** A file of an archive; null when it is not the one that was described. */
async function fileOf(
  bytes: ArchiveEntry['bytes'],
  { size, sha256 }: { readonly size: number; readonly sha256: string },
): Promise<Blob | null> {
  const digest = smallDigest();
  const pieces: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let [total, waiting] = [0, 0];
  const finishPiece = () => {
    pieces.push(new Blob(chunks));
    [chunks, waiting] = [[], 0];
  };
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > size) return null;
    const own = chunk.slice();
    digest.update(own);
    chunks.push(own);
    waiting += own.length;
    if (waiting >= PIECE_BYTES) finishPiece();
  }
  finishPiece();
  return total === size && (await digest.hex()) === sha256 ? new Blob(pieces) : null;
}
