import type { SessionEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { ClearValue, Field } from './field.ts';
import { WindowFields } from './window-fields.ts';

/** The kinds of events that tell of fields. */
export const FIELD_KINDS: ReadonlySet<EventKind> = new Set(['fullSnapshot', 'mutation', 'input']);

/**
 * Fields that the recorder masks, and what they hold all the same: frameworks write what is typed into the attribute
 * `value` as well, where older recorders leave it in clear.
 */
export class MaskedInputs {
  readonly #windows = new Map<string, WindowFields>();

  /** @param given inflated and put right, in the order of the session; it is only read */
  look({ windowId, event }: SessionEvent): void {
    let window = this.#windows.get(windowId);
    if (!window) this.#windows.set(windowId, (window = new WindowFields(windowId)));
    window.look(event);
  }

  /** Masked fields that hold something in clear. */
  *exposed(): Generator<Field> {
    for (const { byId } of this.#windows.values()) {
      for (const [id, fields] of byId) {
        // Texts within lead to their field as well.
        for (const field of fields) if (field.id === id && isExposed(field)) yield field;
      }
    }
  }

  /** True for a masked field that was there in a stretch of time (Unix milliseconds) and holds something in clear. */
  isExposed(windowId: string, id: number, from: number, to: number): boolean {
    const fields = this.#windows.get(windowId)?.byId.get(id) ?? [];
    return fields.some((field) => isExposed(field) && field.from <= to && from < field.to);
  }

  /** True for a masked field, and a text in one, on any page of a window. */
  isField(windowId: string, id: number): boolean {
    const fields = this.#windows.get(windowId)?.byId.get(id);
    return fields?.some(isExposed) ?? false;
  }

  /**
   * The masked field of a number, or in which a text of that number is.
   *
   * @param page of the window's, counted from 1 by its full snapshots
   */
  on(windowId: string, page: number, id: unknown): Field | null {
    const fields = this.#windows.get(windowId)?.byId.get(Number(id));
    const isThere = ({ firstPage, lastPage }: Field) => firstPage <= page && page <= lastPage;
    return fields?.find((field) => field.isMasked && isThere(field)) ?? null;
  }
}

function isExposed({ isMasked, values }: Field): boolean {
  return isMasked && values.size > 0;
}

/** What a field came to hold: of what is typed letter by letter the last, not its beginnings. */
export function wholeValues({ values }: Field): readonly ClearValue[] {
  const all = [...values.values()];
  const goesOn = (text: string, other?: ClearValue) =>
    other !== undefined && other.text.length > text.length && other.text.startsWith(text);
  return all.filter(({ text }, i) => !goesOn(text, all[i - 1]) && !goesOn(text, all[i + 1]));
}
