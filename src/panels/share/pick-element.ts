/** A replayed page. */
export interface PickedPage {
  /** Shown scaled by a CSS transform. */
  readonly frame: HTMLIFrameElement;
  /** The serialized node that a replayed node was built from. */
  readonly getMeta: (node: Node) => unknown;
}

const LONGEST_NAME = 60;

/** The recorded element that is seen at a point of the window, through frames and shadow roots of the page. */
export function elementAt(page: PickedPage, clientX: number, clientY: number): Element | null {
  const { frame } = page;
  const box = frame.getBoundingClientRect();
  const scale = box.width / (frame.offsetWidth || 1);
  let [x, y] = [(clientX - box.left) / scale, (clientY - box.top) / scale];
  let root: Document | ShadowRoot | null = frame.contentDocument;
  let found: Element | null = null;
  while (root) {
    const hit: Element | null = root.elementFromPoint(x, y);
    if (!hit || hit === found) break;
    found = hit;
    const inner: Document | null = 'contentDocument' in hit ? (hit.contentDocument as Document | null) : null;
    if (inner) {
      const { left, top } = hit.getBoundingClientRect();
      [x, y] = [x - left - hit.clientLeft, y - top - hit.clientTop];
    }
    root = inner ?? hit.shadowRoot;
  }
  while (found && idOf(page, found) === null) found = found.parentElement;
  return found;
}

/** rrweb's id of an element; null for what was not recorded. */
export function idOf({ getMeta }: PickedPage, element: Element): number | null {
  const meta: unknown = getMeta(element);
  const id: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'id') : null;
  return typeof id === 'number' && id > 0 ? id : null;
}

/** Such as `button#pay.primary`; text of the recording. */
export function nameOf(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`;
  const classes = [...element.classList].map((name) => `.${name}`);
  return `${element.localName}${id}${classes.join('')}`.slice(0, LONGEST_NAME);
}
