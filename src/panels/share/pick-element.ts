/** A replayed page. */
export interface PickedPage {
  /** Shown scaled by a CSS transform. */
  readonly frame: HTMLIFrameElement;
  /** The serialized node that a replayed node was built from. */
  readonly getMeta: (node: Node) => unknown;
}

/** An element of the replayed page. */
export interface PickedElement {
  /** rrweb's id. */
  readonly nodeId: number;
  /** Such as `button#pay.primary`; text of the recording. */
  readonly name: string;
}

const LONGEST_NAME = 60;

/** The element of the replayed page that is seen at a point of the window, through its frames and shadow roots. */
export function elementAt(
  { frame, getMeta }: PickedPage,
  clientX: number,
  clientY: number,
): PickedElement | null {
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
  for (let element = found; element; element = element.parentElement) {
    const meta: unknown = getMeta(element);
    const id: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'id') : null;
    if (typeof id === 'number' && id > 0) return { nodeId: id, name: nameOf(element) };
  }
  return null;
}

function nameOf(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`;
  const classes = [...element.classList].map((name) => `.${name}`);
  return `${element.localName}${id}${classes.join('')}`.slice(0, LONGEST_NAME);
}
