import { isRecord } from '../json.ts';
import type { Steps } from '../text/steps.ts';
import { fieldOfEvent } from './event-fields.ts';
import { anything, type Field, type FieldNumber, type FieldText, leaf, UNKNOWN } from './field.ts';
import { isOfEveryPage } from './page-names.ts';
import type { RedactPlace } from './rules.ts';

/** Is given every text of something and says what is to stand in its place. */
export interface StringEditor {
  edit(text: string, kind: FieldText, place: RedactPlace): Steps<string>;
  /** The same for numbers; never for those that are fixed. */
  editNumber(number: number, kind: FieldNumber, place: RedactPlace): number;
}

/** The same for events of a page. */
export interface EventEditor extends StringEditor {
  /** True for a text node in a style element, whose changes do not say so. */
  isInStyle(id: unknown): boolean;
}

type Holder = Record<string, unknown>;

/** So many values are gone through in one step, as long as they are short. */
const VALUES_IN_STEP = 2000;

/**
 * Puts all texts and numbers of an event through an editor, names of members included. What is not looked into is
 * listed at `FIXED`. Edits the event, which must be the caller's own copy.
 *
 * @returns the event, or the one that takes its place
 */
export function* editStrings(event: Holder, editor: EventEditor): Steps<Holder> {
  const holder = { event };
  yield* editValue(
    holder,
    'event',
    fieldOfEvent(event, (id) => editor.isInStyle(id)),
    editor,
  );
  return holder.event;
}

/** The same for a member of any data. */
export function* editWithin(
  root: Holder,
  member: string,
  editor: StringEditor,
  place: RedactPlace,
): Steps<void> {
  yield* editValue(root, member, anything('', leaf(place)), editor);
}

/** Its own stack: data can be nested deeply. */
function* editValue(root: Holder, member: string, field: Field, editor: StringEditor): Steps<void> {
  const stack: (readonly [holder: Holder, name: string, field: Field])[] = [[root, member, field]];
  let count = 0;
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [holder, name, field] = top;
    const value = holder[name];
    if (++count % VALUES_IN_STEP === 0) yield null;
    if (typeof value === 'string') {
      holder[name] = yield* editText(value, field.text, field.place, editor);
    } else if (typeof value === 'number') {
      if (field.number !== 'fixed') holder[name] = editor.editNumber(value, field.number, field.place);
    } else if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) stack.push([value as unknown as Holder, String(i), field]);
    } else if (isRecord(value)) {
      const own = yield* withEditedNames(value, field, editor);
      holder[name] = own.value;
      for (const [inner, of] of own.fields) stack.push([own.value, inner, of]);
    }
  }
}

function editText(text: string, kind: FieldText, place: RedactPlace, editor: StringEditor): Steps<string> {
  return kind === 'tag' && isOfEveryPage(text) ? kept(text) : editor.edit(text, kind, place);
}

// eslint-disable-next-line require-yield -- nothing is to be done
function* kept(text: string): Steps<string> {
  return text;
}

interface OwnMembers {
  readonly value: Holder;
  readonly fields: readonly (readonly [name: string, field: Field])[];
}

/** Names that the format gives stay. */
function* withEditedNames(value: Holder, field: Field, editor: StringEditor): Steps<OwnMembers> {
  const { rest = UNKNOWN, keys, place } = field;
  const fields: (readonly [name: string, field: Field])[] = [];
  const names: string[] = [];
  let isEdited = false;
  for (const name of Object.keys(value)) {
    const known = field.member?.(name, value);
    const edited = known ? name : yield* editText(name, keys, place, editor);
    isEdited ||= edited !== name;
    names.push(name);
    fields.push([edited, known ?? rest]);
  }
  if (!isEdited) return { value, fields };
  const unique = new UniqueNames();
  const renamed = fields.map(([name, of]) => [unique.next(name), of] as const);
  // No member is named so as to become the object's prototype.
  const own = Object.fromEntries(renamed.map(([name], i) => [name, value[names[i] ?? '']]));
  return { value: own, fields: renamed };
}

/** Names that look the same once they are masked would take each other's place. */
class UniqueNames {
  readonly #counts = new Map<string, number>();

  next(name: string): string {
    let count = (this.#counts.get(name) ?? 0) + 1;
    let unique = name;
    for (; count > 1 && this.#counts.has((unique = `${name}${count}`)); count++);
    this.#counts.set(name, count);
    if (unique !== name) this.#counts.set(unique, 1);
    return unique;
  }
}
