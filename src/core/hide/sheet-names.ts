import { asArray, asRecord, asText, type Fields } from '../json.ts';
import { childNodesOf, isTag } from '../rrweb/serialized-node.ts';

/** Names behind a dot or a hash, and such as only custom elements have. */
const NAMED =
  /[.#](-?(?:[a-z_\u0080-\uffff]|\\[^\n])(?:[\w\u0080-\uffff-]|\\[^\n])*)|(?<![\w\\-])([a-z][a-z0-9]*-[\w-]*)/gi;

/** The names by which style sheets give elements their looks. */
export class SheetNames {
  readonly all: Set<string>;

  /** @param known names that nobody needs to tell of */
  constructor(known: Iterable<string>) {
    this.all = new Set(known);
  }

  addCss(css: string): void {
    for (const [, name, tag] of css.matchAll(NAMED)) this.all.add(name?.replace(/\\(.)/g, '$1') ?? tag ?? '');
  }

  /** @param rules of a sheet, as events tell of them */
  addRules(rules: unknown): void {
    for (const rule of asArray(rules)) this.addCss(asText(asRecord(rule)['rule']));
  }

  /** Of an element that is not hidden. */
  addElement(node: Fields): void {
    this.addAttributes(asRecord(node['attributes']));
    if (!isTag(node, 'style')) return;
    for (const child of childNodesOf(node)) this.addCss(asText(asRecord(child)['textContent']));
  }

  addAttributes(attributes: Fields): void {
    this.addCss(asText(attributes['_cssText']));
  }

  /** @param tag of the element it is in */
  addText(text: unknown, tag: string): void {
    if (tag === 'style') this.addCss(asText(text));
  }
}
