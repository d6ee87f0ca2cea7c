import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { builtIns } from '../built-ins.ts';
import { joined } from '../unpack/bytes.ts';

/** So much of a file is held to be hashed at its end. */
const HELD_BYTES = 128 * 1024 ** 2;

/** Hashes bytes as they come. */
export interface RunningHash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

const node = builtIns()?.('node:crypto');
/** As fast as a browser in Node.js, many times as slow elsewhere. */
const startHash = (): RunningHash => node?.createHash('sha256') ?? sha256.create();
/** Browsers hash only in secure contexts. */
const USUAL_LIMIT = node || !('subtle' in crypto) ? null : HELD_BYTES;

/**
 * The SHA-256 of a file that comes in chunks. Browsers hash many times as fast as a script and on another thread, but
 * only all at once: larger files are hashed as they come, and so are all files where browsers do not hash and in Node.js.
 */
export class FileDigest {
  readonly #limit: number;
  readonly #start: () => RunningHash;
  #held: Uint8Array[] = [];
  #length = 0;
  #running: RunningHash | null = null;

  /**
   * @param limit bytes that are held at most; null to hash as they come
   * @param start makes what hashes them as they come
   */
  constructor(limit: number | null = USUAL_LIMIT, start: () => RunningHash = startHash) {
    this.#limit = limit ?? 0;
    this.#start = start;
    if (limit === null) this.#running = start();
  }

  /** @param chunk nobody may write to it afterwards */
  update(chunk: Uint8Array): void {
    this.#length += chunk.length;
    this.#held.push(chunk);
    if (this.#length > this.#limit) this.#running ??= this.#start();
    if (this.#running) for (const piece of this.#held.splice(0)) this.#running.update(piece);
  }

  /** In hexadecimal digits. To be asked once, at the end. */
  async hex(): Promise<string> {
    if (this.#running) return bytesToHex(this.#running.digest());
    const whole = joined(this.#held.splice(0)) as Uint8Array<ArrayBuffer>;
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)));
  }
}
