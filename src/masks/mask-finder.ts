import { type MaskKind, REDACTED_TEXT_ATTRIBUTE, WHOLE_ATTRIBUTES } from '../core/rrweb/mask-traces.ts';
import { asRecord } from '../core/json.ts';
import type { MaskingRules } from '../core/recording.ts';
import type { GetMeta } from '../rrweb-view/replay-core.ts';
import { controlMask, elementMask, isEmptyCanvas, isMaskedText, isRedactedIn } from './detect-mask.ts';

/** Something hidden on the replayed page: an element, or the masked texts directly inside of one. */
export interface Mask {
  readonly kind: MaskKind;
  readonly element: Element;
}

/** What has to be known of a page besides its document. */
export interface FinderSettings {
  readonly getMeta: GetMeta;
  readonly rules: MaskingRules | null;
  /** Tells of inputs that were masked in vain, as far as these are known. */
  readonly isExposed: (element: Element) => boolean;
}

const CONTROLS = new Set(['input', 'textarea', 'select']);
const WHOLE = WHOLE_ATTRIBUTES.map((name) => `[${name}]`).join();

/**
 * Keeps a list of what is hidden on a replayed page. It looks at the whole page once and from then on only at
 * what changes; frames and shadow roots inside are pages of their own.
 */
export class MaskFinder {
  readonly #getMeta: GetMeta;
  readonly #rules: MaskingRules | null;
  readonly #isExposed: (element: Element) => boolean;
  readonly #onChange: () => void;
  readonly #observer = new MutationObserver((records) => this.#handleMutations(records));
  readonly #found = new Map<Element, MaskKind>();
  /** Text of inputs and pictures of canvases are set without a mutation, so they are asked again. */
  readonly #controls = new Set<Element>();
  readonly #canvases = new Set<Element>();
  readonly #roots = new Set<Node>();

  constructor(page: Document, { getMeta, rules, isExposed }: FinderSettings, onChange: () => void) {
    this.#getMeta = getMeta;
    this.#rules = rules;
    this.#isExposed = isExposed;
    this.#onChange = onChange;
    this.#watch(page);
  }

  /** What is hidden now, in no particular order; of what is hidden with all in it only itself. */
  *masks(): Generator<Mask> {
    for (const { kind, element } of this.#all()) {
      if (!isInWhole(element)) yield { kind, element };
    }
  }

  *#all(): Generator<Mask> {
    for (const element of this.#controls) {
      const kind = this.#found.has(element)
        ? null
        : controlMask(element, this.#rules, this.#isExposed(element));
      if (!element.isConnected) this.#controls.delete(element);
      else if (kind) yield { kind, element };
    }
    for (const element of this.#canvases) {
      if (!element.isConnected) this.#canvases.delete(element);
      else if (!this.#found.has(element) && isEmptyCanvas(element)) yield { kind: 'canvas', element };
    }
    for (const [element, kind] of this.#found) {
      if (element.isConnected) yield { kind, element };
      else this.#found.delete(element);
    }
  }

  disconnect(): void {
    this.#observer.disconnect();
    this.#found.clear();
    this.#controls.clear();
    this.#canvases.clear();
    this.#roots.clear();
  }

  #watch(root: Node): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...WHOLE_ATTRIBUTES, REDACTED_TEXT_ATTRIBUTE, 'alt'],
    });
    this.#inspect(root);
  }

  #handleMutations(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') this.#inspectText(target.parentElement);
      if (type === 'attributes') this.#inspectElement(target as Element);
      for (const node of addedNodes) this.#inspect(node);
    }
    this.#onChange();
  }

  #inspect(root: Node): void {
    const page = root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : root.ownerDocument;
    if (!page) return;
    this.#inspectNode(root);
    const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) this.#inspectNode(walker.currentNode);
  }

  #inspectNode(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.nodeValue?.includes('*')) this.#inspectText(node.parentElement);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (CONTROLS.has(element.localName)) this.#controls.add(element);
    if (element.localName === 'canvas') this.#canvases.add(element);
    if (element.shadowRoot) this.#watch(element.shadowRoot);
    if (element.localName === 'iframe') this.#watchFrame(element as HTMLIFrameElement);
    this.#inspectElement(element);
  }

  #inspectElement(element: Element): void {
    const kind = elementMask(element, asRecord(asRecord(this.#getMeta(element))['attributes']));
    if (kind) this.#found.set(element, kind);
    else if (this.#found.delete(element) || element.hasAttribute(REDACTED_TEXT_ATTRIBUTE))
      this.#inspectText(element);
  }

  #inspectText(parent: Element | null): void {
    if (!parent || CONTROLS.has(parent.localName)) return;
    const kind = this.#found.get(parent);
    if (kind && kind !== 'text' && (kind !== 'redacted' || parent.matches(WHOLE))) return;
    if (isRedactedIn(parent)) this.#found.set(parent, 'redacted');
    else if (maskedTexts(parent, this.#rules).length > 0) this.#found.set(parent, 'text');
    else this.#found.delete(parent);
  }

  /** A frame's document is there at once, but filled later: it is watched from the start. */
  #watchFrame(frame: HTMLIFrameElement): void {
    const page = frame.contentDocument;
    if (page) this.#watch(page);
  }
}

/** True inside of what is hidden with all in it, shadow roots and frames included. */
function isInWhole(element: Element): boolean {
  if (element.parentElement?.closest(WHOLE)) return true;
  const root = element.getRootNode();
  const around = 'host' in root ? (root.host as Element) : element.ownerDocument.defaultView?.frameElement;
  // The outermost replayed page is framed by the player, which lies in another tree.
  if (!around || around.ownerDocument === document) return false;
  return around.matches(WHOLE) || isInWhole(around);
}

/** The masked text nodes directly inside an element. */
export function maskedTexts(parent: Element, rules: MaskingRules | null): Node[] {
  return [...parent.childNodes].filter(
    (node) => node.nodeType === Node.TEXT_NODE && isMaskedText(node.nodeValue ?? '', parent, rules),
  );
}
