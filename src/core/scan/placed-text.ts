import { isRecord } from '../json.ts';
import type { LeakPlace } from './leak.ts';

/** A text of a recording, and where it stands. */
export interface PlacedText {
  readonly place: LeakPlace;
  readonly text: string;
  /** So many characters at its beginning were looked through before: what ends there is no news. */
  readonly lead: number;
  /** rrweb's id of its node; null outside of pages. */
  readonly nodeId: number | null;
  /** For a text made of neighbours: where each begins. Only what reaches over a beginning is news. */
  readonly parts?: readonly TextPart[];
  readonly scope?: TextScope;
}

/**
 * A text in which only some kinds of values are looked for: `name` is of an element, such as a class, where numbers
 * are no people's; `cells` are short texts that follow each other, in which a number may be spread.
 */
export type TextScope = 'name' | 'cells';

export interface TextPart {
  readonly from: number;
  readonly nodeId: number | null;
}

/** Numbers with fewer digits are no leak but in fields named after codes. */
const LONG_NUMBER = 1_000_000;
const CODE_FIELD = /^(?:cvv|cvc|cvn|csc)2?$|^pin(?:_?code)?$|security_?code/i;

export function placed(place: LeakPlace, text: string, nodeId: number | null = null): PlacedText {
  return { place, text, lead: 0, nodeId };
}

/** A value behind the name of its field, as in a query: the name tells what it is. */
export function field(
  place: LeakPlace,
  name: string,
  value: string,
  nodeId: number | null = null,
): PlacedText {
  return placed(place, name === '' ? value : `${name}=${value}`, nodeId);
}

/**
 * The texts and long numbers within a value of JSON, in its order, each behind the name of its field. Its own stack:
 * what comes from outside can be nested deeper than the call stack.
 */
export function* leavesOf(place: LeakPlace, root: unknown, name = ''): Generator<PlacedText> {
  const stack: (readonly [name: string, value: unknown])[] = [[name, root]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [key, value] = top;
    if (typeof value === 'string') {
      yield field(place, key, value);
    } else if (typeof value === 'number') {
      if (value >= LONG_NUMBER || (value > 0 && CODE_FIELD.test(key))) yield field(place, key, String(value));
    } else if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) stack.push([key, value[i]]);
    } else if (isRecord(value)) {
      for (const entry of Object.entries(value).reverse()) stack.push(entry);
    }
  }
}
