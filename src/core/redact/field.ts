import type { Fields } from '../json.ts';
import type { TextKind } from '../text/text-finder.ts';
import type { RedactPlace } from './rules.ts';

/**
 * What texts are besides what they are to a page:
 * - `tag`: a name that the page is built with; what is masked in one is a name again
 * - `bytes`: base64 of what mostly is a picture
 */
export type FieldText = TextKind | 'tag' | 'bytes';

/**
 * What numbers are:
 * - `data`: what a text would be
 * - `measure`: of a page; it stays but where it is the number that was named
 * - `viewport`: the same of a window, which shows nothing without one
 * - `fixed`: not looked into
 */
export type FieldNumber = 'data' | 'measure' | 'viewport' | 'fixed';

/** How the value of a field is gone through, and all that is in it; items of a list are as the list is. */
export interface Field {
  readonly place: RedactPlace;
  readonly text: FieldText;
  readonly number: FieldNumber;
  /** What names of members are that the format does not give. */
  readonly keys: 'name' | 'tag';
  /** Of a member whose name the format gives, which stays; undefined for all others. */
  readonly member?: (name: string, holder: Fields) => Field | undefined;
  /** Of all other members; `UNKNOWN` by default. */
  readonly rest?: Field;
}

export type Members = Readonly<Record<string, Field>>;

export function leaf(place: RedactPlace, text: FieldText = 'content', number: FieldNumber = 'data'): Field {
  return { place, text, number, keys: 'name' };
}

/** What no reader knows is content, its name as well. */
export const UNKNOWN = leaf('other');

/** @param known members whose names the format gives */
export function object(known: Members, more: Partial<Field> = {}): Field {
  return { ...UNKNOWN, member: (name) => memberOf(known, name), ...more };
}

export function memberOf(known: Members, name: string): Field | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** Members of the same kind. */
export function members(names: string, field: Field): Members {
  return Object.fromEntries(names.split(' ').map((name) => [name, field]));
}

/** Names that tell readers what they have, wherever they stand. */
const KIND_NAMES = 'level initiatorType entryType method property rr_type';

/**
 * Data that the format does not describe, however deep: all of it is content.
 *
 * @param names that the format gives all the same
 */
export function anything(names: string, { place, text, number, keys }: Field): Field {
  const known: Record<string, Field> = {
    ...members(KIND_NAMES, leaf(place, 'name', number)),
    base64: leaf(place, 'bytes', number),
  };
  const field: Field = {
    ...{ place, text, number, keys },
    member: (name) => memberOf(known, name),
    get rest() {
      return field;
    },
  };
  if (names !== '') Object.assign(known, members(names, field));
  return field;
}

/** As what texts of a field are looked into. */
export function textKindOf(text: FieldText): TextKind {
  if (text === 'tag') return 'name';
  return text === 'bytes' ? 'content' : text;
}
