/**
 * The words of an attribute, in the shape of a `DOMTokenList`, which a page cannot make itself. The attribute is the
 * only place where they are.
 */
export class ControlsList implements Iterable<string> {
  readonly #element: Element;
  readonly #attribute: string;
  readonly #supported: ReadonlySet<string>;

  /** @param supported the words that mean something */
  constructor(element: Element, attribute: string, supported: ReadonlySet<string>) {
    this.#element = element;
    this.#attribute = attribute;
    this.#supported = supported;
  }

  /** The attribute as it is. */
  get value(): string {
    return this.#element.getAttribute(this.#attribute) ?? '';
  }

  set value(value: string) {
    if (value !== this.value) this.#element.setAttribute(this.#attribute, value);
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
    return this.#supported.has(word.toLowerCase());
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
