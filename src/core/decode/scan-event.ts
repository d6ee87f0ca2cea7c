import { EventType } from '@rrweb/types';
import { FULL_SCREEN_TAG, STATE_TAG } from '../rrweb/custom-tags.ts';
import {
  bracketsEnd,
  isWord,
  objectEnd,
  ODD,
  OPEN_ARRAY,
  OPEN_OBJECT,
  plainEnd,
  plainInteger,
  QUOTE,
  spaceEnd,
  valueEnd,
} from './json-bytes.ts';

/** What the index asks of an event. */
export interface ScannedEvent {
  readonly type: number;
  /** Unix milliseconds. */
  readonly timestamp: number;
  /** The window that the event itself names; empty when it names none. */
  readonly windowId: string;
  /** The few fields that tell kinds of events apart. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** Nearly all of a recording. */
const TYPES: readonly number[] = [EventType.IncrementalSnapshot, EventType.Custom, EventType.Plugin];
/** What makes a change one of an app's screen. */
const OF_APPS = 'wireframe';
/** Custom events of which the index keeps what they hold. */
const KEPT_TAGS: ReadonlySet<unknown> = new Set(['$session_options', STATE_TAG]);
/** In larger events brackets are only counted: damage in them is found when they are played. */
const LARGE_BYTES = 2048;

/** Reads from an event's bytes the little that the index asks of it, in a fraction of the time of parsing it. */
export class EventScanner {
  readonly #text = new TextDecoder();
  #bytes: Uint8Array = new Uint8Array(0);
  #type: number | null = null;
  #timestamp: number | null = null;
  #windowId: string | null = '';
  #data: Record<string, string | number> | null = null;

  /**
   * Null for what has to be parsed to be understood: events of other types, screens of apps, addresses and settings
   * in custom events, unusual spellings; and for what is no event.
   *
   * @param bytes JSON text
   */
  scan(bytes: Uint8Array): ScannedEvent | null {
    this.#begin(bytes);
    const end = objectEnd(bytes, spaceEnd(bytes, 0), OF_APPS, this.#visitField);
    return end !== ODD && spaceEnd(bytes, end) === bytes.length ? this.#result() : null;
  }

  #begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#type = null;
    this.#timestamp = null;
    this.#windowId = '';
    this.#data = null;
  }

  #result(): ScannedEvent | null {
    const type = this.#type;
    const timestamp = this.#timestamp;
    const windowId = this.#windowId;
    const data = this.#data;
    if (type === null || timestamp === null || windowId === null || data === null) return null;
    return { type, timestamp, windowId, data };
  }

  readonly #visitField = (keyAt: number, keyEnd: number, at: number): number => {
    const bytes = this.#bytes;
    if (isWord(bytes, keyAt, keyEnd, 'data')) {
      // Of two with the same name the second would count.
      if (this.#data) return ODD;
      this.#data = {};
      return objectEnd(bytes, at, OF_APPS, this.#visitData);
    }
    const end = this.#skip(at);
    if (isWord(bytes, keyAt, keyEnd, 'type')) {
      this.#type = plainInteger(bytes, at, end);
      return TYPES.includes(this.#type ?? ODD) ? end : ODD;
    }
    if (isWord(bytes, keyAt, keyEnd, 'timestamp')) {
      this.#timestamp = plainInteger(bytes, at, end);
      return this.#timestamp === null ? ODD : end;
    }
    if (isWord(bytes, keyAt, keyEnd, 'windowId')) {
      this.#windowId = plainInteger(bytes, at, end)?.toString() ?? this.#plainText(at, end);
      return this.#windowId === null ? ODD : end;
    }
    return end;
  };

  readonly #visitData = (keyAt: number, keyEnd: number, at: number): number => {
    const bytes = this.#bytes;
    const isPayload = isWord(bytes, keyAt, keyEnd, 'payload') && bytes[at] === OPEN_OBJECT;
    const end = isPayload ? objectEnd(bytes, at, OF_APPS, this.#visitPayload) : this.#skip(at);
    const name = nameOf(bytes, keyAt, keyEnd);
    if (end === ODD || name === '' || !this.#data) return end;
    const isText = name === 'plugin' || name === 'tag';
    const value = isText ? this.#plainText(at, end) : plainInteger(bytes, at, end);
    if (value === null || KEPT_TAGS.has(value)) return ODD;
    if (name === 'tag' && value !== FULL_SCREEN_TAG) return end;
    this.#data[name] = value;
    return end;
  };

  /** The address that a custom event names is a page that was visited. */
  readonly #visitPayload = (keyAt: number, keyEnd: number, at: number): number =>
    isWord(this.#bytes, keyAt, keyEnd, 'href') ? ODD : this.#skip(at);

  #skip(at: number): number {
    const bytes = this.#bytes;
    const isNested = bytes[at] === OPEN_OBJECT || bytes[at] === OPEN_ARRAY;
    if (isNested && bytes.length > LARGE_BYTES) return bracketsEnd(bytes, at, OF_APPS);
    return valueEnd(bytes, at, OF_APPS);
  }

  /** The string that stands there; null for what is none, or is written with backslashes. */
  #plainText(at: number, end: number): string | null {
    const isPlain = this.#bytes[at] === QUOTE && plainEnd(this.#bytes, at) === end - 1;
    return isPlain ? this.#text.decode(this.#bytes.subarray(at + 1, end - 1)) : null;
  }
}

/** Which of the fields that tell kinds apart a key names; looked up by its length, as it is asked of every field. */
function nameOf(bytes: Uint8Array, from: number, to: number): string {
  for (const name of NAMES_BY_LENGTH[to - from] ?? []) if (isWord(bytes, from, to, name)) return name;
  return '';
}

const NAMES_BY_LENGTH = [[], [], [], ['tag'], ['type'], ['width'], ['source', 'height', 'plugin']];
