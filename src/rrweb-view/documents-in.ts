/** A page and those in frames inside of it, in shadow roots too, as far as they can be reached. */
export function* documentsIn(page: Document): Generator<Document> {
  yield page;
  // On a page, elements that are named like its methods stand in their place.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- `call` takes the last of its types
  for (const frame of framesAmong(Document.prototype.querySelectorAll.call(page, '*'))) {
    const inner = frame.contentDocument;
    if (inner) yield* documentsIn(inner);
  }
}

function* framesAmong(elements: Iterable<Element>): Generator<HTMLIFrameElement> {
  for (const element of elements) {
    if (isFrame(element)) yield element;
    if (element.shadowRoot) yield* framesAmong(element.shadowRoot.querySelectorAll('*'));
  }
}

/** By its name: the element lives in another window, whose classes are not ours. */
function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}
