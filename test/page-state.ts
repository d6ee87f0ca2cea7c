/** What can be seen of a page and what would be seen of it next, as lines to compare. */
export function stateOf(page: Document): string[] {
  return [...linesOf(page, '')];
}

/** So many elements are asked for what their styles come to; on large pages every n-th. */
const STYLED = 150;
const PROPERTIES = [
  'display',
  'visibility',
  'color',
  'backgroundColor',
  'fontSize',
  'width',
  'height',
  'opacity',
] as const;

function* linesOf(root: Document | ShadowRoot, indent: string): Generator<string> {
  yield* rulesOf(root, indent);
  const styled = [...root.querySelectorAll('body *')];
  const step = Math.ceil(styled.length / STYLED);
  const sample = new Set(styled.filter((_, i) => i % step === 0));
  for (const child of root.childNodes) yield* linesOfNode(child, indent, sample);
  const view = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).defaultView : null;
  if (view) yield `${indent}scrolled ${Math.round(view.scrollX)} ${Math.round(view.scrollY)}`;
}

function* linesOfNode(node: Node, indent: string, sample: ReadonlySet<Element>): Generator<string> {
  if (isElement(node)) {
    if (isOwnStyle(node)) return;
    yield `${indent}<${node.nodeName} ${attributesOf(node)}>${fieldsOf(node)}`;
    const view = node.ownerDocument.defaultView;
    if (sample.has(node) && view) {
      const style = view.getComputedStyle(node);
      yield `${indent}  ${PROPERTIES.map((name) => style[name]).join(' | ')}`;
    }
    if (node.nodeName === 'STYLE') yield* sheetOf((node as HTMLStyleElement).sheet, `${indent}  `);
    if (node.shadowRoot) yield* linesOf(node.shadowRoot, `${indent}  # `);
    const inner = node.nodeName === 'IFRAME' ? (node as HTMLIFrameElement).contentDocument : null;
    if (inner) yield* linesOf(inner, `${indent}  @ `);
    if (node.nodeName === 'STYLE') return;
    for (const child of node.childNodes) yield* linesOfNode(child, `${indent}  `, sample);
  } else if (node.nodeValue !== '') {
    yield `${indent}${node.nodeName} ${JSON.stringify(node.nodeValue ?? node.nodeName)}`;
  }
}

function attributesOf(element: Element): string {
  return (
    [...element.attributes]
      // A class that came and went with the mouse leaves an empty attribute, as styles do in Chromium.
      .filter(
        ({ name, value }) =>
          !/^(data-replay-canvas|rrweb-)/.test(name) && (!['class', 'style'].includes(name) || value !== ''),
      )
      .map(({ name, value }) => `${name}=${JSON.stringify(orderless(name, value))}`)
      .sort()
      .join(' ')
  );
}

/** Of classes the order does not count, nor that of properties of a style where none is there twice. */
function orderless(name: string, value: string): string {
  if (name === 'style') return declarations(value);
  return name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : value;
}

function declarations(style: string): string {
  return style
    .split(/;\s*/)
    .map((declaration) => declaration.trim())
    .filter(Boolean)
    .sort()
    .join('; ');
}

function fieldsOf(element: Element): string {
  const fields: unknown[] = [];
  const { nodeName, scrollLeft, scrollTop } = element;
  if (['INPUT', 'TEXTAREA', 'SELECT'].includes(nodeName)) fields.push(Reflect.get(element, 'value'));
  if (nodeName === 'INPUT') fields.push(Reflect.get(element, 'checked'));
  if (nodeName === 'CANVAS') fields.push(element.ownerDocument.defaultView?.getComputedStyle(element).width);
  if (scrollLeft !== 0 || scrollTop !== 0) fields.push(Math.round(scrollLeft), Math.round(scrollTop));
  return fields.length > 0 ? JSON.stringify(fields) : '';
}

function* rulesOf({ adoptedStyleSheets }: DocumentOrShadowRoot, indent: string): Generator<string> {
  for (const sheet of adoptedStyleSheets) yield* sheetOf(sheet, `${indent}adopted `);
}

function* sheetOf(sheet: CSSStyleSheet | null, indent: string): Generator<string> {
  if (!sheet) return;
  for (const rule of sheet.cssRules) yield `${indent}{} ${rule.cssText}`;
}

/** Styles of the player and the core stand beside `head`, those of canvases name them. */
function isOwnStyle(element: Element): boolean {
  if (element.nodeName !== 'STYLE') return false;
  const { parentNode } = element;
  const rules = [...((element as HTMLStyleElement).sheet?.cssRules ?? [])];
  return (
    parentNode?.nodeName === 'HTML' || rules.some(({ cssText }) => cssText.includes('data-replay-canvas'))
  );
}

/** By its members: the node lives in another window, whose classes are not ours. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
