import type { Locale, PortableReplayElement, RecordingInfo } from '../../src/index.ts';
import { openPart } from '../../src/core/source/open-part.ts';
import { type SourcePart, toParts } from '../../src/core/source/replay-source.ts';
import { describeFile, type KeptRecording, recordingId, sizeOf } from '../../src/library/kept-recording.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import { localeOf } from '../../src/locale/locale-of.ts';
import { recordingName } from '../../src/locale/recording-name.ts';
import { credentialsOf } from '../../src/session/cross-origin.ts';

/** So many addresses of a recording are noted, to be searched for. */
const MAX_ADDRESSES = 1000;
const MAX_ADDRESS = 2000;

/** A recording with its files. */
interface RecordingWithFiles {
  readonly recording: KeptRecording;
  readonly files: readonly Blob[];
}

/**
 * What is in a player, to be kept. The file of an address is loaded once more.
 *
 * @throws LibraryError `changed` when another file is at the address by now
 * @throws ReplayError when it cannot be loaded
 */
export async function openRecording(player: PortableReplayElement): Promise<RecordingWithFiles> {
  const parts = partsIn(player);
  const infos = player.recordings;
  const words = localeOf(player);
  const files = await Promise.all(parts.map(contentOf));
  const described = await Promise.all(
    files.map((file, index) => describeFile(file, parts[index]?.name ?? '')),
  );
  const known = new Set(infos.flatMap((info) => info.files.map(({ sha256 }) => sha256)));
  // Of files there may be some that say nothing of a recording.
  if (!described.some(({ sha256 }) => known.has(sha256))) throw new LibraryError({ code: 'changed' });
  const recording: KeptRecording = {
    id: recordingId(described),
    name: nameOf(infos, described[0]?.name ?? '', words),
    keptAt: Date.now(),
    startedAt: infos[0]?.startedAt.getTime() ?? 0,
    duration: infos.reduce((sum, { duration }) => sum + duration, 0),
    tags: [],
    sessionIds: unique(infos.map(({ id }) => id)),
    addresses: unique(infos.flatMap(addressesIn)).slice(0, MAX_ADDRESSES),
    files: described,
  };
  return { recording, files };
}

/** The one of these recordings that is in a player; null for none. */
export async function findOpen(
  player: PortableReplayElement,
  kept: readonly KeptRecording[],
): Promise<KeptRecording | null> {
  const id = await idOfOpen(player, kept);
  return kept.find((recording) => recording.id === id) ?? null;
}

/** The id that what is in a player has; empty where it is certainly not among those that are kept. */
async function idOfOpen(player: PortableReplayElement, kept: readonly KeptRecording[]): Promise<string> {
  const parts = partsIn(player);
  const blobs = parts.map((part) => (part.kind === 'blob' ? part.blob : null));
  if (blobs.every((blob) => blob !== null)) {
    const size = blobs.reduce((sum, blob) => sum + blob.size, 0);
    // Reading it once more takes a while.
    if (!kept.some((recording) => sizeOf(recording) === size)) return '';
    return recordingId(await Promise.all(blobs.map((blob) => describeFile(blob, ''))));
  }
  const digests = new Set(player.recordings.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
  return parts.length === 1 && digests.size === 1 ? [...digests].join('') : '';
}

function partsIn(player: PortableReplayElement): readonly SourcePart[] {
  const { source, crossOrigin } = player;
  return source === null ? [] : toParts(source, document.baseURI, credentialsOf(crossOrigin));
}

async function contentOf(part: SourcePart): Promise<Blob> {
  if (part.kind === 'blob') return part.blob;
  const { stream } = await openPart(part, new AbortController().signal);
  return new Response(stream).blob();
}

/** Several recordings of one file go by its name. */
function nameOf([first, ...others]: readonly RecordingInfo[], file: string, words: Locale): string {
  const isNamed = first !== undefined && (first.id !== '' || (first.windows[0]?.href ?? '') !== '');
  if (isNamed && (others.length === 0 || file === '')) return recordingName(words, first, 1);
  return file;
}

function addressesIn({ windows }: RecordingInfo): readonly string[] {
  const visited = windows.flatMap(({ href, pages }) => [href, ...pages.map((page) => page.href)]);
  return visited.map((address) => address.slice(0, MAX_ADDRESS));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter(Boolean))];
}
