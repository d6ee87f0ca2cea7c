import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { joined } from '../unpack/bytes.ts';

/** So much of a file is held to be hashed at its end. */
const HELD_BYTES = 128 * 1024 ** 2;

/**
 * The SHA-256 of a file that comes in chunks. Browsers hash many times as fast as a script and on another thread, but
 * only all at once and only in secure contexts: larger files, and those of other pages, are hashed as they come.
 */
export class FileDigest {
  readonly #limit: number;
  #held: Uint8Array[] = [];
  #length = 0;
  #script: ReturnType<typeof sha256.create> | null = null;

  /** @param limit bytes that are held at most; null where browsers do not hash */
  constructor(limit: number | null = 'subtle' in crypto ? HELD_BYTES : null) {
    this.#limit = limit ?? 0;
    if (limit === null) this.#script = sha256.create();
  }

  /** @param chunk nobody may write to it afterwards */
  update(chunk: Uint8Array): void {
    this.#length += chunk.length;
    this.#held.push(chunk);
    if (this.#length > this.#limit) this.#script ??= sha256.create();
    if (this.#script) for (const piece of this.#held.splice(0)) this.#script.update(piece);
  }

  /** In hexadecimal digits. To be asked once, at the end. */
  async hex(): Promise<string> {
    if (this.#script) return bytesToHex(this.#script.digest());
    const whole = joined(this.#held.splice(0)) as Uint8Array<ArrayBuffer>;
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)));
  }
}
