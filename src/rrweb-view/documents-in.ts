/** A page and those in frames inside of it, as far as they can be reached. */
export function* documentsIn(page: Document): Generator<Document> {
  yield page;
  for (const frame of page.querySelectorAll('iframe')) {
    const inner = frame.contentDocument;
    if (inner) yield* documentsIn(inner);
  }
}
