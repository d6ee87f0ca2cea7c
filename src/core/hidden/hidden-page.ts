import { CanvasContext, EventType, IncrementalSource } from '@rrweb/types';
import { PageTree } from '../rrweb/page-tree.ts';
import { childrenOf, treeNodesIn, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asArray, asRecord, asText, type Fields } from '../json.ts';
import { attributesOf, isDocument, isTag, isText, showsText, tagNameOf } from '../rrweb/serialized-node.ts';
import type { MaskingRules, ReplayEvent } from '../recording.ts';
import type { HiddenLog } from './hidden-things.ts';
import {
  COVERED_ATTRIBUTE,
  hasClass,
  isBlocked,
  isIgnored,
  isMaskedText,
  isMaskedValue,
  isUnrecordedFrame,
  type MaskKind,
  masksType,
} from '../rrweb/mask-traces.ts';

const CONTROLS: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);
const NAME_LENGTH = 80;

interface Open {
  readonly kind: MaskKind;
  readonly name: string;
  readonly since: number;
}

/**
 * Follows the pages of one window through its events and tells what is hidden on them, by the traces that it leaves.
 * What was hidden without a trace, such as by a function of the customer's, is not found; short runs of asterisks count
 * under the masking class alone, as selectors would need a browser. Where something is on the page but not in sight it
 * counts all the same.
 */
export class HiddenPage {
  readonly #windowId: string;
  readonly #log: HiddenLog;
  readonly #open = new Map<number, Open>();
  /** What was entered since the page was there, by the number of the control. */
  readonly #values = new Map<number, string>();
  /** Canvases that were drawn on. */
  readonly #drawn = new Set<number>();
  #tree: PageTree | null = null;
  #rules: MaskingRules | null = null;
  #href = '';
  #at = 0;

  constructor(windowId: string, log: HiddenLog) {
    this.#windowId = windowId;
    this.#log = log;
  }

  /**
   * @param event inflated and put right, in the order of time; becomes the page's own
   * @param rules of that moment
   * @param href of the page on which it happened
   */
  add(event: ReplayEvent, rules: MaskingRules | null, href: string): void {
    this.#at = event.timestamp;
    this.#rules = rules;
    const data: Fields = asRecord(event.data);
    if (event.type === EventType.FullSnapshot) this.#begin(data, href);
    else if (event.type === EventType.IncrementalSnapshot) this.#change(data);
  }

  /** The recording ends here. Unix milliseconds. */
  end(at: number): void {
    this.#at = at;
    for (const id of [...this.#open.keys()]) this.#close(id);
  }

  #begin({ node }: Fields, href: string): void {
    this.end(this.#at);
    this.#values.clear();
    this.#drawn.clear();
    if (href !== this.#href) this.#log.beginPage(this.#windowId);
    this.#href = href;
    this.#tree = new PageTree(asRecord(node), {
      gone: (id) => this.#forget(id),
      restyled: () => undefined,
    });
    this.#inspectAll(this.#tree.root);
  }

  #change(data: Fields): void {
    const id = Number(data['id']);
    switch (data['source']) {
      case IncrementalSource.Mutation:
        this.#mutate(data);
        return;
      case IncrementalSource.Input:
        if (typeof data['text'] === 'string') this.#values.set(id, data['text']);
        this.#inspect(this.#place(id));
        return;
      case IncrementalSource.CanvasMutation:
        // Others are not drawn.
        if (data['type'] !== CanvasContext['2D']) return;
        this.#drawn.add(id);
        // There is a picture after all.
        if (this.#open.get(id)?.kind === 'canvas') this.#open.delete(id);
    }
  }

  #mutate(data: Fields): void {
    if (!this.#tree) return;
    this.#tree.mutate(data);
    for (const remove of asArray(data['removes'])) this.#inspect(this.#place(asRecord(remove)['parentId']));
    for (const add of asArray(data['adds'])) {
      const place = this.#place(asRecord(asRecord(add)['node'])['id']);
      // Frames come with all that is in them; everything else is added node by node.
      const isWhole = place && (isDocument(place.node) || isTag(place.node, 'iframe'));
      if (isWhole) this.#inspectAll(place);
      else this.#inspect(place);
    }
    for (const text of asArray(data['texts'])) this.#inspect(this.#place(asRecord(text)['id']));
    for (const change of asArray(data['attributes'])) {
      const { id, attributes } = asRecord(change);
      const place = this.#place(id);
      if (place && 'value' in asRecord(attributes)) this.#values.delete(place.id);
      if (place && COVERED_ATTRIBUTE in asRecord(attributes)) this.#inspectAll(place);
      else this.#inspect(place);
    }
  }

  #place(id: unknown): ReadonlyTreeNode | null {
    return this.#tree?.find(Number(id)) ?? null;
  }

  #forget(id: number): void {
    this.#close(id);
    this.#values.delete(id);
    this.#drawn.delete(id);
  }

  #close(id: number): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    this.#log.add(this.#windowId, open.kind, id, open.name, open.since, this.#at);
  }

  #inspectAll(top: ReadonlyTreeNode): void {
    for (const place of treeNodesIn(top)) this.#inspect(place);
  }

  /** A text is hidden as the element that it is directly in. */
  #inspect(place: ReadonlyTreeNode | null): void {
    if (!place) return;
    if (isText(place.node)) {
      this.#inspect(place.parent);
      return;
    }
    const kind = this.#kindOf(place);
    const open = this.#open.get(place.id);
    if (open?.kind === kind || (!open && !kind)) return;
    this.#close(place.id);
    if (kind) this.#open.set(place.id, { kind, name: nameOf(place), since: this.#at });
  }

  #kindOf(place: ReadonlyTreeNode): MaskKind | null {
    const kind = this.#ownKindOf(place, tagNameOf(place.node), attributesOf(place.node));
    return kind && hasAncestor(place.parent, isCovered) ? null : kind;
  }

  #ownKindOf(place: ReadonlyTreeNode, tag: string, attributes: Fields): MaskKind | null {
    // Without a parent it is waiting for its place.
    if (tag === '' || !place.parent) return null;
    if (isCovered(place)) return 'covered';
    if (isBlocked(attributes)) return 'blocked';
    if (tag === 'iframe') return isUnrecordedFrame(attributes) ? 'frame' : null;
    if (tag === 'canvas') {
      return attributes['rr_dataURL'] === undefined && !this.#drawn.has(place.id) ? 'canvas' : null;
    }
    if (CONTROLS.has(tag)) return this.#controlKind(place, tag, attributes);
    return showsText(place.node) && this.#hasMaskedText(place) ? 'text' : null;
  }

  #controlKind(place: ReadonlyTreeNode, tag: string, attributes: Fields): MaskKind | null {
    const isPassword = 'data-rr-is-password' in attributes;
    const type = isPassword ? 'password' : tag === 'input' ? asText(attributes['type']) || 'text' : tag;
    if (isIgnored(asText(attributes['class']), type.toLowerCase(), this.#rules)) return 'ignored';
    const value = this.#values.get(place.id) ?? attributes['value'] ?? place.first?.node['textContent'];
    return isMaskedValue(value) && masksType(type.toLowerCase(), this.#rules) ? 'input' : null;
  }

  #hasMaskedText(place: ReadonlyTreeNode): boolean {
    const name = this.#rules?.maskTextClass ?? 'ph-mask';
    const isInMaskedClass = () =>
      hasAncestor(place, (at) => hasClass(asText(attributesOf(at.node)['class']), name));
    return childrenOf(place).some(
      ({ node }) => isText(node) && isMaskedText(asText(node['textContent']), isInMaskedClass),
    );
  }
}

function hasAncestor(place: ReadonlyTreeNode | null, fits: (place: ReadonlyTreeNode) => boolean): boolean {
  for (let at = place; at; at = at.parent) if (fits(at)) return true;
  return false;
}

function isCovered(place: ReadonlyTreeNode): boolean {
  return COVERED_ATTRIBUTE in attributesOf(place.node);
}

/** The element as a selector would name it; attributes that are masked themselves say nothing. */
function nameOf(place: ReadonlyTreeNode): string {
  const { id, class: classes } = attributesOf(place.node);
  const own = typeof id === 'string' && id !== '' && !id.includes('*') ? `#${id}` : '';
  const names =
    typeof classes === 'string' && !classes.includes('*')
      ? classes
          .split(/\s+/)
          .filter(Boolean)
          .map((name) => `.${name}`)
      : [];
  return `${tagNameOf(place.node)}${own}${names.join('')}`.slice(0, NAME_LENGTH);
}
