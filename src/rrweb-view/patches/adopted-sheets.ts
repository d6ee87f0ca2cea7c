import type { Replayer } from '@rrweb/replay';
import { EventType } from '@rrweb/types';
import { asArray, asRecord } from '../../core/json.ts';
import type { CorePatch } from '../core-patch.ts';
import type { Realm } from './each-realm.ts';
import { type Method, methodOf, replacePart } from './replayer-parts.ts';

/** The core's style sheets by their numbers in the recording. */
interface StyleMirror {
  add(sheet: CSSStyleSheet, id: number): void;
  getStyle(id: number): CSSStyleSheet | null;
}

/**
 * Gives documents and shadow roots the style sheets they have adopted, those that were told last. The core looks for a
 * root once, when the event is due, which may be before it is there; a root that is built anew goes without; and a sheet
 * that is not known yet is looked for by the clock, whatever was adopted in between.
 */
export class AdoptedSheets implements CorePatch {
  /** Numbers of the sheets, by the number of the document or of the root's host. */
  readonly #adopted = new Map<number, readonly number[]>();
  /** Numbers of documents and hosts that are not there, or lack a sheet. */
  readonly #lacking = new Set<number>();
  /** The documents that sheets were made for: others do not take them. */
  readonly #documents = new WeakMap<CSSStyleSheet, Document>();
  #replayer!: Replayer;
  #sheets!: StyleMirror;
  #applyRules!: Method;

  /** @throws Error where rrweb has changed */
  install(replayer: Replayer): void {
    this.#replayer = replayer;
    this.#sheets = Reflect.get(replayer, 'styleMirror') as StyleMirror;
    // A sheet that is replaced in its own time takes no rules until then.
    replacePart(replayer, 'applyStyleSheetRule', (apply) => (data, sheet) => {
      const { replace, ...rest } = asRecord(data);
      apply(typeof replace === 'string' ? { ...rest, replaceSync: replace } : data, sheet);
    });
    this.#applyRules = methodOf(replayer, 'applyStyleSheetRule');
    replacePart(replayer, 'applyAdoptedStyleSheet', () => (data) => {
      const { id, styleIds, styles } = asRecord(data);
      const made = asArray(styles).map(asRecord);
      const isAnew = made.some(({ styleId }) => this.#sheets.getStyle(Number(styleId)));
      for (const { styleId, rules } of made) this.#make(Number(styleId), this.#documentOf(Number(id)), rules);
      this.#adopted.set(Number(id), asArray(styleIds).map(Number));
      this.#lacking.add(Number(id));
      for (const each of isAnew ? this.#adopted.keys() : this.#lacking) this.#adopt(each);
    });
  }

  readonly handler = ({ type, data }: { readonly type: number; readonly data?: unknown }): void => {
    if (type === EventType.FullSnapshot) {
      this.#adopted.clear();
      this.#lacking.clear();
    }
    const adds = type === EventType.IncrementalSnapshot ? asArray(asRecord(data)['adds']).map(asRecord) : [];
    for (const { parentId, node } of adds)
      if (asRecord(node)['isShadow'] === true) this.#adopt(Number(parentId));
    if (adds.length > 0) for (const id of this.#lacking) this.#adopt(id);
  };

  #adopt(id: number): void {
    const ids = this.#adopted.get(id);
    const root = this.#rootOf(id);
    if (!ids || !root) return;
    const document = this.#documentOf(id);
    const sheets = ids.map((sheetId) => this.#sheetFor(document, sheetId)).filter((sheet) => sheet !== null);
    root.adoptedStyleSheets = sheets;
    if (sheets.length === ids.length) this.#lacking.delete(id);
  }

  #sheetFor(document: Document, id: number): CSSStyleSheet | null {
    const sheet = this.#sheets.getStyle(id);
    if (!sheet || this.#documents.get(sheet) === document) return sheet;
    // It was told of before it could be known which document it is for.
    return this.#make(
      id,
      document,
      [...sheet.cssRules].map(({ cssText }, index) => ({ rule: cssText, index })),
    );
  }

  #make(id: number, document: Document, rules: unknown): CSSStyleSheet {
    const { CSSStyleSheet } = document.defaultView as Realm;
    const sheet = new CSSStyleSheet();
    this.#documents.set(sheet, document);
    this.#sheets.add(sheet, id);
    this.#applyRules({ adds: asArray(rules) }, sheet);
    return sheet;
  }

  #rootOf(id: number): DocumentOrShadowRoot | null {
    const node = this.#replayer.getMirror().getNode(id);
    if (node && 'adoptedStyleSheets' in node) return node as Document;
    return (node as Element | null)?.shadowRoot ?? null;
  }

  /** The outermost one for what is not there yet, or is in a frame that is gone. */
  #documentOf(id: number): Document {
    const node = this.#replayer.getMirror().getNode(id);
    const document = node && 'adoptedStyleSheets' in node ? (node as Document) : node?.ownerDocument;
    const page = document?.defaultView ? document : this.#replayer.iframe.contentDocument;
    if (!page) throw new Error('The frame has no page');
    return page;
  }
}
