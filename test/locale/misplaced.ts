/** What is drawn over the page, where its parts are, and what says nothing by itself. */
const LEFT_OUT = 'iframe, style, script, svg, replay-mask-layer, replay-outline-layer, .page, .shelter';

/** Rows that are scrolled sideways where there is no room for more of them. */
const ROWS = '.chips, [role="tablist"]';

/** Where text cannot be seen of what is in an element. */
interface Limits {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Texts in the shadow trees of an element that stand out of it or are cut off by what they are in, and buttons that lie
 * on one another. What ends in an ellipsis does so on purpose; what can be scrolled down is not cut off.
 */
export function misplacedIn(element: Element): readonly string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...textsOut(element, { left, right, top: -Infinity, bottom: Infinity }), ...overlapping(element)];
}

function* textsOut(element: Element, limits: Limits): Generator<string> {
  if (element.matches(LEFT_OUT)) return;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  // Such as slots, which have no box.
  const isThere = style.display === 'contents' || element.checkVisibility({ visibilityProperty: true });
  if (!isThere) return;
  // There for screen readers alone.
  if (style.clipPath !== 'none' && box.width <= 1) return;
  if (style.textOverflow === 'ellipsis') return;
  const inner = limitsIn(element, box, style, limits);
  const tree = element.shadowRoot ?? element;
  const nodes =
    element instanceof HTMLSlotElement ? element.assignedNodes({ flatten: true }) : tree.childNodes;
  for (const node of nodes) {
    if (node instanceof Element) yield* textsOut(node, inner);
    else if (node.nodeType === Node.TEXT_NODE) yield* textOut(node, inner);
  }
}

function limitsIn(element: Element, box: DOMRect, style: CSSStyleDeclaration, limits: Limits): Limits {
  // What comes on top is cut off by nothing but the viewport.
  const around = element.matches(':popover-open')
    ? { left: 0, right: innerWidth, top: -Infinity, bottom: Infinity }
    : limits;
  const isScrolled = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const inner = { ...around };
  if (element.matches(ROWS) && isScrolled(style.overflowX))
    Object.assign(inner, { left: -Infinity, right: Infinity });
  else if (style.overflowX !== 'visible' && box.width > 0) {
    inner.left = Math.max(around.left, box.left);
    inner.right = Math.min(around.right, box.right);
  }
  if (style.overflowY !== 'visible') {
    inner.top = isScrolled(style.overflowY) ? -Infinity : Math.max(around.top, box.top);
    inner.bottom = isScrolled(style.overflowY) ? Infinity : Math.min(around.bottom, box.bottom);
  }
  return inner;
}

function* textOut(node: Node, { left, right, top, bottom }: Limits): Generator<string> {
  const text = node.textContent?.trim() ?? '';
  if (text === '') return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const isOut = [...range.getClientRects()].some(
    (rect) =>
      rect.width > 0 &&
      (rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 1 || rect.bottom > bottom + 1),
  );
  if (isOut) yield `“${text}” in <${nameOf(node)}> is cut off`;
}

function* overlapping(element: Element): Generator<string> {
  const buttons = [...buttonsIn(element)].map((button) => ({ button, box: button.getBoundingClientRect() }));
  for (const [i, one] of buttons.entries())
    for (const other of buttons.slice(i + 1)) {
      const [width, height] = (['x', 'y'] as const).map((axis) => shared(one.box, other.box, axis)) as [
        number,
        number,
      ];
      const isInside = one.button.contains(other.button) || other.button.contains(one.button);
      if (width > 1 && height > 1 && !isInside) yield `${told(one.button)} lies on ${told(other.button)}`;
    }
}

/** Those of the row of controls: panels and popovers lie on others on purpose. */
function* buttonsIn(element: Element): Generator<Element> {
  if (element.matches('[popover], .stage, replay-panel-dock, replay-time-range')) return;
  if (element.matches('button') && element.checkVisibility()) yield element;
  for (const tree of [element.shadowRoot, element])
    for (const child of tree?.children ?? []) yield* buttonsIn(child);
}

function shared(one: DOMRect, other: DOMRect, axis: 'x' | 'y'): number {
  const [start, end] = axis === 'x' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  return Math.min(one[end], other[end]) - Math.max(one[start], other[start]);
}

const told = (button: Element) => `“${button.ariaLabel ?? button.textContent.trim()}”`;

function nameOf(node: Node): string {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : (node.parentElement?.localName ?? '');
}
