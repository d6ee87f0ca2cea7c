/**
 * An attribute that stands on some elements of the page, and on no others. Rules from outside of a shadow root know an
 * element by its part alone: what is one is of the part of that name as well.
 */
export class Mark {
  readonly #name: string;
  #elements: ReadonlySet<Element> = new Set();

  constructor(name: string) {
    this.#name = name;
  }

  put(elements: Iterable<Element>): void {
    const next = new Set(elements);
    for (const element of this.#elements) if (!next.has(element)) this.#unmark(element);
    for (const element of next) this.#mark(element);
    this.#elements = next;
  }

  #mark(element: Element): void {
    if (!element.hasAttribute(this.#name)) element.setAttribute(this.#name, '');
    if (element.hasAttribute('part') && !element.part.contains(this.#name)) element.part.add(this.#name);
  }

  #unmark(element: Element): void {
    element.removeAttribute(this.#name);
    if (element.part.contains(this.#name)) element.part.remove(this.#name);
  }
}
