/** An attribute that stands on some elements of the page, and on no others. */
export class Mark {
  readonly #name: string;
  #elements: ReadonlySet<Element> = new Set();

  constructor(name: string) {
    this.#name = name;
  }

  put(elements: Iterable<Element>): void {
    const next = new Set(elements);
    for (const element of this.#elements) if (!next.has(element)) element.removeAttribute(this.#name);
    for (const element of next) if (!element.hasAttribute(this.#name)) element.setAttribute(this.#name, '');
    this.#elements = next;
  }
}
