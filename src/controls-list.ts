import { CONTROL_NAMES } from './controls/control-names.ts';
import { PANELS } from './panels/registry.ts';

/** Names of all that the bar has. */
export const BAR_CONTROLS: readonly string[] = [...CONTROL_NAMES, ...PANELS.map(({ name }) => name)];

const WORDS: ReadonlySet<string> = new Set(BAR_CONTROLS.map((name) => `no${name}`));

/** Names of the controls that a list leaves out. */
export function omittedControls(list: ControlsList, noOpen: boolean): ReadonlySet<string> {
  const words = new Set([...list].map((word) => word.toLowerCase()));
  if (noOpen) words.add('noopen');
  return new Set(BAR_CONTROLS.filter((name) => words.has(`no${name}`)));
}

/**
 * The words of the attribute `controlslist`, in the shape of a `DOMTokenList`, which a page cannot make itself. The
 * attribute is the only place where they are.
 */
export class ControlsList implements Iterable<string> {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  /** The attribute as it is. */
  get value(): string {
    return this.#element.getAttribute('controlslist') ?? '';
  }

  set value(value: string) {
    if (value !== this.value) this.#element.setAttribute('controlslist', value);
  }

  get length(): number {
    return this.#words.size;
  }

  item(index: number): string | null {
    return [...this.#words][index] ?? null;
  }

  contains(word: string): boolean {
    return this.#words.has(word);
  }

  /** Whether a word means something here. */
  supports(word: string): boolean {
    return WORDS.has(word.toLowerCase());
  }

  add(...words: readonly string[]): void {
    this.value = [...new Set([...this.#words, ...words])].join(' ');
  }

  remove(...words: readonly string[]): void {
    this.value = [...this.#words].filter((word) => !words.includes(word)).join(' ');
  }

  /** @returns whether the word is in the list now */
  toggle(word: string, force = !this.contains(word)): boolean {
    if (force) this.add(word);
    else this.remove(word);
    return force;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#words.values();
  }

  toString(): string {
    return this.value;
  }

  get #words(): ReadonlySet<string> {
    return new Set(this.value.split(/\s+/).filter((word) => word !== ''));
  }
}
