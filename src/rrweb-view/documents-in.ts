/** A page and those in frames inside of it, in shadow roots too, as far as they can be reached. */
export function* documentsIn(page: Document): Generator<Document> {
  yield page;
  for (const { contentDocument: inner } of framesIn(page)) if (inner) yield* documentsIn(inner);
}

function* framesIn(root: ParentNode): Generator<HTMLIFrameElement> {
  for (const element of root.querySelectorAll('*')) {
    if (isFrame(element)) yield element;
    if (element.shadowRoot) yield* framesIn(element.shadowRoot);
  }
}

/** By its name: the element lives in another window, whose classes are not ours. */
function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}
