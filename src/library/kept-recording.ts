import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecordingFile } from '../core/recording.ts';
import { blobChunks } from '../core/source/chunks.ts';
import { FileDigest } from '../core/source/file-digest.ts';

/** What is known of a recording that is kept, without what is in its files: lists need no more. Plain data. */
export interface KeptRecording {
  /**
   * Of what its files contain, by `recordingId()`: the same files have the same id, whatever they are called. Of a session
   * that was recorded in this browser: that of the session.
   */
  readonly id: string;
  readonly name: string;
  /** Unix milliseconds. */
  readonly keptAt: number;
  /** When it was recorded. Unix milliseconds. */
  readonly startedAt: number;
  /** Seconds. */
  readonly duration: number;
  /** Its words that the user gave it, each once. */
  readonly tags: readonly string[];
  /** Ids of its sessions, as far as they have some: its files may hold several. */
  readonly sessionIds: readonly string[];
  /** Addresses of the pages that were visited, each once. */
  readonly addresses: readonly string[];
  /**
   * Its files, in the order in which they were opened. Of a session that was recorded in this browser: one, of about that
   * size and without a digest, which may still grow.
   */
  readonly files: readonly RecordingFile[];
}

/** Whether it is a session that was recorded in this browser, by `portable-replay/record`. */
export function isSession({ files }: Pick<KeptRecording, 'files'>): boolean {
  return files.some(({ sha256: digest }) => digest === '');
}

/** Bytes of all its files. */
export function sizeOf({ files }: Pick<KeptRecording, 'files'>): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** So much of a file is held to be hashed by the browser. */
const HELD_BYTES = 8 * 1024 ** 2;

/** A digest that holds little of a file, however large it is. */
export function smallDigest(): FileDigest {
  return new FileDigest('subtle' in crypto ? HELD_BYTES : null);
}

/** Name, size and digest of a file. */
export async function describeFile(file: Blob, name: string): Promise<RecordingFile> {
  const digest = smallDigest();
  for await (const chunk of blobChunks(file)) digest.update(chunk);
  return { name, size: file.size, sha256: await digest.hex() };
}

/** The id of the recording in these files: the digest of the only one, or that of all digests, in any order. */
export function recordingId(files: readonly Pick<RecordingFile, 'sha256'>[]): string {
  const digests = files.map(({ sha256: digest }) => digest).toSorted();
  return digests.length === 1 ? (digests[0] ?? '') : bytesToHex(sha256(utf8ToBytes(digests.join(' '))));
}
