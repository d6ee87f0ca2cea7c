/**
 * Where an element stands on its page, by what lasts when the page is recorded anew. A copy finds what was picked by the
 * same: see `core/redact/picked-elements.ts`.
 */
export interface ElementPath {
  /** Of the frame or the host of the shadow root that it is in; null on the outermost page. */
  readonly around: ElementPath | null;
  /** Of the nearest element around it that has a lasting id; null where the path begins at the root. */
  readonly id: string | null;
  readonly steps: readonly Step[];
}

interface Step {
  readonly tag: string;
  /** How many siblings of its kind stand before it. */
  readonly index: number;
}

/** @param frame that shows the outermost page */
export function pathOf(element: Element, frame: HTMLIFrameElement): ElementPath {
  const steps: Step[] = [];
  let at: Element | null = element;
  for (; at && !hasLastingId(at); at = at.parentElement) steps.unshift(stepTo(at));
  const root = element.getRootNode();
  const around = 'host' in root ? (root.host as Element) : element.ownerDocument.defaultView?.frameElement;
  return {
    around: around && around !== frame ? pathOf(around, frame) : null,
    id: at?.id ?? null,
    steps,
  };
}

/** Null where nothing stands there. */
export function elementOn({ around, id, steps }: ElementPath, page: Document): Element | null {
  const host = around && elementOn(around, page);
  const root = around ? host && insideOf(host) : page;
  let at: ParentNode | null | undefined = id === null ? root : root?.getElementById(id);
  for (const { tag, index } of steps)
    at = at && [...at.children].filter(({ localName }) => localName === tag)[index];
  return at && 'localName' in at ? (at as Element) : null;
}

function insideOf(host: Element): Document | ShadowRoot | null {
  return 'contentDocument' in host ? (host.contentDocument as Document | null) : host.shadowRoot;
}

function stepTo(element: Element): Step {
  const siblings = [...(element.parentNode?.children ?? [])];
  const before = siblings.slice(0, siblings.indexOf(element));
  const tag = element.localName;
  return { tag, index: before.filter(({ localName }) => localName === tag).length };
}

/** Names with numbers in them are given out anew each time a page is built. */
function hasLastingId({ id }: Element): boolean {
  return id !== '' && !/\d/.test(id);
}
