import { isMaskedValue, masksType } from '../rrweb/mask-traces.ts';

/** Characters; longer texts grow too often for each of their beginnings to be kept. */
const LONGEST_TYPED = 200;
/** So many asterisks are masked even where something else was recorded in clear: few may have been typed. */
const SURE_RUN = 4;
/** What is held was not typed, and is mostly on the page besides. */
const CHOSEN: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'hidden',
  'file',
]);

/** What a field held in clear, and when it did first. */
export interface ClearValue {
  readonly text: string;
  /** Unix milliseconds. */
  readonly timestamp: number;
  /** How often it was recorded. */
  count: number;
}

/** A control of a page: what was recorded of its value, masked and in clear. */
export class Field {
  /** Of its first page and its last, counted from 1. */
  readonly firstPage: number;
  lastPage: number;
  /** Unix milliseconds: when it was there first, and when a page came without it. */
  readonly from: number;
  to = Infinity;
  /** In a copy it lost what was typed into it: asterisks are not the recorder's. */
  isRedacted = false;
  readonly windowId: string;
  readonly id: number;
  /** By which it is known again on the next page. */
  readonly signature: string;
  readonly #type: string;
  readonly #values = new Map<string, ClearValue>();
  #last = '';
  #mostStars = 0;
  #isTypedInClear = false;

  /** @param type of an input, else its tag; empty when it is not known */
  constructor(windowId: string, id: number, signature: string, type: string, page: number, from: number) {
    this.windowId = windowId;
    this.id = id;
    this.signature = signature;
    this.#type = type;
    this.firstPage = page;
    this.lastPage = page;
    this.from = from;
  }

  /** True when the recorder masks what is typed into it. */
  get isMasked(): boolean {
    if (this.isRedacted) return false;
    return this.#mostStars >= SURE_RUN || (this.#mostStars > 0 && !this.#isTypedInClear);
  }

  /** What it held in clear, in the order in which it was recorded. */
  get values(): ReadonlyMap<string, ClearValue> {
    return this.#values;
  }

  /** What an input event says. */
  typed(text: string, timestamp: number): void {
    if (CHOSEN.has(this.#type)) return;
    if (isMaskedValue(text)) this.#mostStars = Math.max(this.#mostStars, text.length);
    else if (text !== '') this.#isTypedInClear = true;
    this.#hold(text, timestamp);
  }

  /** What an attribute or a text in it says. */
  shows(text: string, timestamp: number): void {
    if (CHOSEN.has(this.#type)) return;
    // By itself a page may write asterisks, too; these are the types that recorders mask.
    if (isMaskedValue(text) && masksType(this.#type, null))
      this.#mostStars = Math.max(this.#mostStars, text.length);
    this.#hold(text, timestamp);
  }

  #hold(text: string, timestamp: number): void {
    if (text.trim() === '' || isMaskedValue(text)) return;
    const known = this.#values.get(text);
    if (known) {
      known.count++;
    } else {
      if (text.length > LONGEST_TYPED && text.startsWith(this.#last)) this.#values.delete(this.#last);
      this.#values.set(text, { text, timestamp, count: 1 });
    }
    this.#last = text;
  }
}
