import { joined } from '../unpack/bytes.ts';
import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './json-bytes.ts';

/** Where a value stands: keys of objects and indexes of arrays, from the root down. */
export type JsonPath = readonly (string | number)[];

/**
 * What to do with the value at a path: `cut` hands its bytes out, `enter` looks at what it holds, `skip` passes
 * over it.
 */
export type JsonChoice = 'cut' | 'enter' | 'skip';

/** A value that was cut out. `bytes` is valid until the next one is asked for. */
export interface CutValue {
  readonly path: JsonPath;
  readonly bytes: Uint8Array;
}

/** How long a value may be that is cut out, in bytes, and who is told of a longer one, which is passed over. */
export interface CutLimit {
  readonly bytes: number;
  readonly onOversized: () => void;
}

interface Container {
  readonly isObject: boolean;
  key: string | number;
}

/**
 * Cuts chosen values out of a JSON text as it arrives, without parsing what lies around them and without ever
 * holding more than one value. It finds its way by brackets and quotes alone, so that a word that is no JSON,
 * like the `undefined` that PostHog's exporter can write, does no harm. Inside strings, which make up nearly
 * all of a recording, it leaps from quote to quote.
 */
export class JsonCutter {
  readonly #choose: (path: JsonPath, firstByte: number) => JsonChoice;
  readonly #limit: CutLimit;
  /** Containers that were entered. */
  #stack: Container[] = [];
  /** Brackets open inside the value that is being cut or skipped. */
  #depth = 0;
  #state: 'value' | 'inside' | 'key' | 'between' = 'value';
  #choice: JsonChoice = 'skip';
  #inString = false;
  /** An odd number of backslashes ended the last chunk. */
  #escaped = false;
  #isScalar = false;
  /** What earlier chunks hold of the value or key that is not complete yet. */
  #held: Uint8Array[] = [];
  #heldLength = 0;
  #hasEnded = false;

  /** @param choose told where a value stands and the first byte of it */
  constructor(choose: (path: JsonPath, firstByte: number) => JsonChoice, limit: CutLimit = NO_LIMIT) {
    this.#choose = choose;
    this.#limit = limit;
  }

  /** True between values at the root: the text could end here. */
  get isComplete(): boolean {
    return (
      this.#stack.length === 0 &&
      (this.#state === 'between' || (this.#state === 'value' && this.#heldLength === 0))
    );
  }

  /** True when something that is no JSON stands behind the outermost value; it is not looked at. */
  get hasTrailing(): boolean {
    return this.#hasEnded;
  }

  *write(chunk: Uint8Array): Generator<CutValue> {
    if (this.#hasEnded) return;
    /** Where the value or key that is being collected starts in this chunk. */
    let start = 0;
    let i = 0;
    while (i < chunk.length) {
      if (this.#inString) {
        const end = this.#leap(chunk, i);
        if (end === null) break;
        i = end;
        if (this.#state === 'key') {
          this.#setKey(this.#collect(chunk, start, i));
          this.#state = 'value';
        } else if (this.#depth === 0) {
          yield* this.#endValue(chunk, start, i);
        }
        continue;
      }
      const byte = chunk[i] ?? 0;
      if (this.#state === 'inside') {
        if (
          this.#isScalar &&
          (byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT || byte <= 0x20)
        ) {
          yield* this.#endValue(chunk, start, i);
          continue;
        }
        i++;
        if (byte === QUOTE) this.#inString = true;
        else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.#depth++;
        else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
          this.#depth--;
          if (this.#depth === 0) yield* this.#endValue(chunk, start, i);
        }
        continue;
      }
      if (byte <= 0x20 || byte === COLON) {
        i++;
      } else if (this.#stack.length === 0 && this.#state === 'between') {
        // Documents that follow each other are read as one; anything else is the end.
        this.#state = 'value';
        this.#hasEnded = byte !== OPEN_ARRAY && byte !== OPEN_OBJECT;
        if (this.#hasEnded) return;
      } else if (byte === COMMA) {
        this.#nextItem();
        i++;
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        this.#stack.pop();
        this.#state = 'between';
        i++;
      } else if (this.#state === 'key') {
        start = i;
        i++;
        this.#inString = byte === QUOTE;
      } else {
        start = i;
        i = this.#startValue(byte, i);
      }
    }
    if (this.#inString || this.#state === 'inside') this.#hold(chunk.subarray(start));
  }

  /** A bare word at the very end of the text is complete there. */
  *end(): Generator<CutValue> {
    if (this.#state === 'inside' && this.#isScalar && this.#depth === 0 && !this.#inString) {
      yield* this.#endValue(new Uint8Array(0), 0, 0);
    }
  }

  /** Behind the string that `from` lies in; null when it goes on in the next chunk. */
  #leap(chunk: Uint8Array, from: number): number | null {
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at++;
    }
    for (;;) {
      const quote = chunk.indexOf(QUOTE, at);
      const end = quote < 0 ? chunk.length : quote;
      let backslashes = 0;
      while (end - 1 - backslashes >= at && chunk[end - 1 - backslashes] === BACKSLASH) backslashes++;
      if (quote < 0) {
        this.#escaped = backslashes % 2 === 1;
        return null;
      }
      at = quote + 1;
      if (backslashes % 2 === 0) {
        this.#inString = false;
        return at;
      }
    }
  }

  /** Looks at the first byte of a value; returns where to go on. */
  #startValue(byte: number, at: number): number {
    const isContainer = byte === OPEN_ARRAY || byte === OPEN_OBJECT;
    this.#choice = this.#choose(this.#path(), byte);
    if (this.#choice === 'enter' && isContainer) {
      const isObject = byte === OPEN_OBJECT;
      this.#stack.push({ isObject, key: isObject ? '' : 0 });
      this.#state = isObject ? 'key' : 'value';
      return at + 1;
    }
    this.#state = 'inside';
    this.#depth = isContainer ? 1 : 0;
    this.#inString = byte === QUOTE;
    this.#isScalar = !isContainer && byte !== QUOTE;
    return at + 1;
  }

  #path(): (string | number)[] {
    return this.#stack.map(({ key }) => key);
  }

  *#endValue(chunk: Uint8Array, start: number, end: number): Generator<CutValue> {
    const bytes = this.#collect(chunk, start, end);
    this.#state = 'between';
    this.#isScalar = false;
    if (this.#choice !== 'cut') return;
    if (bytes.length > this.#limit.bytes) this.#limit.onOversized();
    else yield { path: this.#path(), bytes };
  }

  #nextItem(): void {
    const container = this.#stack.at(-1);
    if (container && typeof container.key === 'number') container.key++;
    this.#state = container?.isObject ? 'key' : 'value';
  }

  #setKey(bytes: Uint8Array): void {
    const container = this.#stack.at(-1);
    if (container) container.key = parseKey(bytes);
  }

  #hold(bytes: Uint8Array): void {
    // What is skipped is not needed; only that something was there.
    if (this.#state === 'inside' && this.#choice !== 'cut') return;
    if (this.#heldLength + bytes.length > this.#limit.bytes) {
      this.#held = [];
      this.#heldLength = 0;
      this.#choice = 'skip';
      this.#limit.onOversized();
      return;
    }
    this.#held.push(bytes.slice());
    this.#heldLength += bytes.length;
  }

  #collect(chunk: Uint8Array, start: number, end: number): Uint8Array {
    const whole = joined([...this.#held, chunk.subarray(start, end)]);
    this.#held = [];
    this.#heldLength = 0;
    return whole;
  }
}

const NO_LIMIT: CutLimit = { bytes: Infinity, onOversized: () => undefined };

function parseKey(bytes: Uint8Array): string {
  try {
    return String(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return '';
  }
}
