import { JsonCutter, type JsonPath } from './json-cutter.ts';

/** Whoever wrote a list may have put null or a number before the first event. */
export const ROOT_ITEMS = 4;
/** Deep enough to see the first event of every known shape. */
const DEPTH = 6;

/**
 * What can be seen of a JSON text that may be cut off: which paths occur, going into the first item of each
 * array and the first key of a map only as far as needed to tell shapes apart. Paths are written `data/snapshots/0/type`.
 */
export class JsonOutline {
  /** The first byte of each value, by its path. */
  readonly #values = new Map<string, number>();
  readonly #paths: JsonPath[] = [];
  readonly #texts = new Map<string, string>();
  readonly isEmptyArray: boolean;
  /** True when the text stops inside its outermost value. */
  readonly isCutOff: boolean;

  /** @param bytes the first bytes of a JSON text */
  constructor(bytes: Uint8Array) {
    this.isEmptyArray = /^\s*\[\s*\]/.test(new TextDecoder().decode(bytes.subarray(0, 100)));
    const decoder = new TextDecoder();
    const cutter = new JsonCutter((path, firstByte) => {
      const key = path.join('/');
      if (!this.#values.has(key)) {
        this.#values.set(key, firstByte);
        this.#paths.push([...path]);
      }
      if (path.at(-1) === 'version') return 'cut';
      return path.length < DEPTH && isFirst(path) ? 'enter' : 'skip';
    });
    for (const { path, bytes: value } of cutter.write(bytes)) {
      this.#texts.set(path.join('/'), decoder.decode(value));
    }
    this.isCutOff = !cutter.isComplete;
  }

  has(path: string): boolean {
    return this.#values.has(path);
  }

  /** Where the first list of objects stands that have all of these keys, and the first key a number; null for none. */
  listOf(...keys: readonly string[]): JsonPath | null {
    const [first = ''] = keys;
    const found = this.#paths.find((path) => {
      if (path.at(-1) !== first || path.at(-2) !== 0) return false;
      const item = path.slice(0, -1).join('/');
      const byte = String.fromCharCode(this.#values.get(`${item}/${first}`) ?? 0);
      return /\d/.test(byte) && keys.every((key) => this.has(`${item}/${key}`));
    });
    return found?.slice(0, -2) ?? null;
  }

  /** True when a value starts with this character: `{`, `[`, `"`. */
  startsWith(path: string, character: string): boolean {
    return this.#values.get(path) === character.charCodeAt(0);
  }

  /** The value of a `version`, as it is written. */
  textAt(path: string): string | undefined {
    const text = this.#texts.get(path);
    if (!text?.startsWith('"')) return text;
    try {
      return String(JSON.parse(text));
    } catch {
      // A text that is cut off is shown as far as it goes.
      return text.replace(/^"|"$/g, '');
    }
  }

  /** Keys of the outermost object, to tell people what a file is. */
  get keys(): string[] {
    return [...this.#values.keys()].filter(
      (path) => path !== '' && !path.includes('/') && !/^\d+$/.test(path),
    );
  }
}

/** Only the first item of an array is looked into, as the others are alike; of the outermost one a few. */
function isFirst(path: JsonPath): boolean {
  return path.every(
    (step) => typeof step === 'string' || step === 0 || (path.length === 1 && step < ROOT_ITEMS),
  );
}
