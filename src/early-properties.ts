/**
 * Sets anew what a page has set on an element before it was defined. Such a property belongs to the element alone and
 * hides the accessor of the class for good. Called at the end of the constructor; Lit does the same for its own
 * properties.
 */
export function applyEarlyProperties(element: HTMLElement): void {
  const early = Object.entries(element).filter(([name]) => hasSetter(element, name));
  for (const [name] of early) Reflect.deleteProperty(element, name);
  for (const [name, value] of early) {
    try {
      Reflect.set(element, name, value);
    } catch (error) {
      // The page set it without an error and cannot catch one now. The others count all the same.
      reportError(error);
    }
  }
}

function hasSetter(element: HTMLElement, name: string): boolean {
  for (let one: unknown = Object.getPrototypeOf(element); one; one = Object.getPrototypeOf(one)) {
    const found = Object.getOwnPropertyDescriptor(one, name);
    if (found) return found.set !== undefined;
  }
  return false;
}
