import { EventType, IncrementalSource } from '@rrweb/types';
import type { Replayer } from '@rrweb/replay';
import { asArray, asRecord } from '../../core/json.ts';
import { enableSheet, isAlternate, isSheetOff } from '../../core/rrweb/linked-sheet.ts';
import { tagNameOf, type SerializedNode } from '../../core/rrweb/serialized-node.ts';
import type { CorePatch } from '../core-patch.ts';
import { eachRealm, prototypeOf } from './each-realm.ts';
import { methodOf } from './replayer-parts.ts';

/** Of these depends whether the rules of a link hold. */
const DECISIVE: ReadonlySet<string> = new Set(['rel', 'title', 'media', 'disabled']);

type Attributes = Record<string, unknown>;

/**
 * Links whose rules were recorded become style elements, which know neither `disabled` nor `rel`: their rules would
 * hold when they did not. They get a medium that no page is shown on.
 */
export class LinkedSheets implements CorePatch {
  #replayer: Replayer | null = null;

  /** @throws Error where rrweb has changed */
  install(replayer: Replayer): void {
    this.#replayer = replayer;
    eachRealm(replayer, (realm) => {
      const styles = prototypeOf(realm, 'HTMLStyleElement');
      const set = methodOf(styles, 'setAttribute');
      const remove = methodOf(styles, 'removeAttribute');
      const given = new WeakMap<Element, Attributes>();
      const write = (style: HTMLStyleElement, attributes: Attributes) => {
        const { media, title } = attributes;
        const isOff = attributes['rel'] !== undefined && isSheetOff(attributes);
        const written: Attributes = {
          ...attributes,
          media: isOff ? 'not all' : media,
          // The first sheet with a title decides which of those with titles hold.
          title: isAlternate(attributes['rel']) ? undefined : title,
        };
        const before = style.sheet;
        for (const name of DECISIVE) {
          if (written[name] === undefined) remove.call(style, name);
          else if (style.getAttribute(name) !== written[name]) set.call(style, name, written[name]);
        }
        copyRules(before, style.sheet);
        // WebKit shares the rules of shadow roots whose sheets have one text, whatever their media. Sheets that are
        // disabled are left out. This one may only come with the text, and the place, that its element is about to get.
        queueMicrotask(() => {
          if (style.sheet) style.sheet.disabled = isOff;
        });
      };
      Reflect.set(styles, 'setAttribute', function (this: HTMLStyleElement, name: string, value: string) {
        if (!DECISIVE.has(name)) return set.call(this, name, value);
        const attributes = { ...given.get(this), [name]: value };
        given.set(this, attributes);
        write(this, attributes);
      });
      Reflect.set(styles, 'removeAttribute', function (this: HTMLStyleElement, name: string) {
        if (!DECISIVE.has(name)) return remove.call(this, name);
        const attributes: Attributes = { ...given.get(this) };
        if (name === 'disabled' && name in attributes) enableSheet(attributes);
        else Reflect.deleteProperty(attributes, name);
        given.set(this, attributes);
        write(this, attributes);
      });
    });
  }

  /** The core builds a link anew when its rules come late, of what it was at first. */
  readonly handler = ({ type, data }: { readonly type: number; readonly data?: unknown }): void => {
    const { source, attributes: changes } = asRecord(data);
    if (type !== EventType.IncrementalSnapshot || source !== IncrementalSource.Mutation) return;
    for (const { id, attributes } of asArray(changes).map(asRecord)) {
      const mirror = this.#replayer?.getMirror();
      const node = mirror?.getNode(Number(id));
      const meta = node && (mirror?.getMeta(node) as unknown as SerializedNode | null);
      if (meta && tagNameOf(meta) === 'link') note(meta['attributes'] as Attributes, asRecord(attributes));
    }
  };
}

/** Firefox makes a new sheet of an element's text, without what scripts have done to the one before. */
function copyRules(from: CSSStyleSheet | null, to: CSSStyleSheet | null): void {
  if (!from || !to || from === to) return;
  while (to.cssRules.length > 0) to.deleteRule(0);
  for (const { cssText } of from.cssRules) to.insertRule(cssText, to.cssRules.length);
}

function note(attributes: Attributes, changes: Readonly<Attributes>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value !== null) attributes[name] = value;
    else if (name === 'disabled' && name in attributes) enableSheet(attributes);
    else Reflect.deleteProperty(attributes, name);
  }
}
