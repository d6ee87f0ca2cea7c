/**
 * What can be seen of a page and what would be seen of it next, as lines to compare.
 *
 * @param describe what the styles of an element come to, in a line; a few properties of some elements if not given
 */
export function stateOf(page: Document, describe?: (element: Element) => string): string[] {
  return [...linesOf(page, '', describe)];
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

type Describe = (element: Element) => string | null;

function* linesOf(
  root: Document | ShadowRoot,
  indent: string,
  all?: (element: Element) => string,
): Generator<string> {
  yield* rulesOf(root, indent);
  const describe = all ?? someOf(root);
  for (const child of root.childNodes) yield* linesOfNode(child, indent, describe, all);
  const view = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).defaultView : null;
  if (view) yield `${indent}scrolled ${Math.round(view.scrollX)} ${Math.round(view.scrollY)}`;
}

/** A few properties of some elements. */
function someOf(root: Document | ShadowRoot): Describe {
  const styled = [...root.querySelectorAll('body *')];
  const step = Math.ceil(styled.length / STYLED);
  const sample = new Set(styled.filter((_, i) => i % step === 0));
  return (element) => {
    const style = sample.has(element) && element.ownerDocument.defaultView?.getComputedStyle(element);
    return style ? PROPERTIES.map((name) => style[name]).join(' | ') : null;
  };
}

function* linesOfNode(
  node: Node,
  indent: string,
  describe: Describe,
  all?: (element: Element) => string,
): Generator<string> {
  if (isElement(node)) {
    if (isOwnStyle(node)) return;
    yield `${indent}<${node.nodeName} ${attributesOf(node)}>${fieldsOf(node)}`;
    const described = describe(node);
    if (described !== null) yield `${indent}  ${described}`;
    if (node.nodeName === 'STYLE') yield* sheetOf((node as HTMLStyleElement).sheet, `${indent}  `);
    if (node.shadowRoot) yield* linesOf(node.shadowRoot, `${indent}  # `, all);
    const inner = node.nodeName === 'IFRAME' ? (node as HTMLIFrameElement).contentDocument : null;
    if (inner) yield* linesOf(inner, `${indent}  @ `, all);
    if (node.nodeName === 'STYLE') return;
    for (const child of node.childNodes) yield* linesOfNode(child, `${indent}  `, describe, all);
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
