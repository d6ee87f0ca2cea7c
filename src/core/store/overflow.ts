import { builtIns, type GetBuiltIn } from '../built-ins.ts';

/** Gives bytes back that were put away. */
export type Recall = () => Uint8Array<ArrayBuffer>;

/** Where bytes are kept that are too many for memory. */
export interface Overflow {
  /** Puts bytes away; null where there is no room for them. */
  put(bytes: Uint8Array<ArrayBuffer>): Recall | null;
  /** Lets go of all that was put away. */
  close(): void;
}

/** Reads a blob at once. Only workers have it: in a page there is no waiting. */
declare const FileReaderSync: (new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer }) | undefined;

/** A place outside of memory that can be read at once: none in a page. */
export function createOverflow(): Overflow | null {
  if (typeof FileReaderSync !== 'undefined') return new BlobOverflow(new FileReaderSync());
  const builtIn = builtIns();
  return builtIn ? new FileOverflow(builtIn) : null;
}

/** Blobs, which the browser keeps outside of the worker, on disk when there are many. */
class BlobOverflow implements Overflow {
  readonly #reader: { readAsArrayBuffer(blob: Blob): ArrayBuffer };

  constructor(reader: { readAsArrayBuffer(blob: Blob): ArrayBuffer }) {
    this.#reader = reader;
  }

  put(bytes: Uint8Array<ArrayBuffer>): Recall {
    const blob = new Blob([bytes]);
    return () => new Uint8Array(this.#reader.readAsArrayBuffer(blob));
  }

  close(): void {
    // The browser lets go of blobs that nobody holds.
  }
}

/** Windows deletes a file that is opened with it when it is closed, whoever closes it. */
const O_TEMPORARY = 0x40;

/**
 * A temporary file, made when it is needed. Its name is taken off as soon as it is open: so it is gone with the process,
 * however that ends, and nobody else can open it.
 */
class FileOverflow implements Overflow {
  readonly #builtIn: GetBuiltIn;
  #file: number | null = null;
  #size = 0;

  constructor(builtIn: GetBuiltIn) {
    this.#builtIn = builtIn;
  }

  put(bytes: Uint8Array<ArrayBuffer>): Recall | null {
    const fs = this.#builtIn('node:fs');
    const [position, length] = [this.#size, bytes.length];
    let file: number;
    try {
      file = this.#file ??= this.#open();
      for (let done = 0; done < length;) {
        done += fs.writeSync(file, bytes, done, length - done, position + done);
      }
    } catch {
      // Without room on the disk there may still be some in memory.
      return null;
    }
    this.#size += length;
    return () => {
      const read = new Uint8Array(length);
      for (let done = 0; done < length;) {
        const count = fs.readSync(file, read, done, length - done, position + done);
        if (count === 0) throw new RangeError('The temporary file has been cut');
        done += count;
      }
      return read;
    };
  }

  close(): void {
    if (this.#file !== null) this.#builtIn('node:fs').closeSync(this.#file);
    this.#file = null;
  }

  #open(): number {
    const fs = this.#builtIn('node:fs');
    const { O_CREAT, O_EXCL, O_RDWR } = fs.constants;
    const os = this.#builtIn('node:os');
    const path = this.#builtIn('node:path').join(os.tmpdir(), `portable-replay-${crypto.randomUUID()}`);
    const isWindows = os.platform() === 'win32';
    const flags = O_CREAT | O_EXCL | O_RDWR | (isWindows ? O_TEMPORARY : 0);
    const file = fs.openSync(path, flags, 0o600);
    if (!isWindows) fs.unlinkSync(path);
    return file;
  }
}
