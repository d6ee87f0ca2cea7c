import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asNumber, asRecord, asText, isRecord, type Fields } from '../json.ts';
import { type EventKind, kindOf } from '../rrweb/event-kind.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import { attributesOf, isDocument, isElement, nodesOf, tagNameOf } from '../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { hiddenAttributes, starsForInput } from './hidden-attributes.ts';
import { hiddenText, hideInTree, type Hiding, pick } from './hide-content.ts';
import { HostedSheets } from './hosted-sheets.ts';
import { SheetNames } from './sheet-names.ts';
import { isOnPage, WaitingNodes } from './waiting-nodes.ts';

/** Of what happens to a hidden element, only where it happens. */
const PLACE: Partial<Record<EventKind, readonly string[]>> = {
  scroll: ['source', 'id', 'x', 'y'],
  mouseInteraction: ['source', 'type', 'id', 'x', 'y', 'pointerType'],
};
const POSITION = ['x', 'y', 'id', 'timeOffset'];

/** Numbers of nodes. */
type HiddenIds = Pick<ReadonlyMap<number, unknown>, 'has' | 'keys'>;

/** Hides in the events of one window what is hidden on its pages. */
export class EventHider {
  /** The page as it is after the event that is being hidden. */
  #tree: PageTree | null = null;
  readonly #hidden: () => HiddenIds;
  readonly #mark: string;
  readonly #names: SheetNames;
  readonly #waiting = new WaitingNodes();
  readonly #sheets = new HostedSheets((id) => this.#isShown(id));
  /** Custom elements that are shown somewhere, and definitions of others. */
  readonly #tags = new Set<string>();
  readonly #definitions = new Map<string, Fields>();

  /**
   * @param hidden numbers of the nodes that are hidden on the page of the moment
   * @param mark attribute of elements that tells viewers where something was hidden
   * @param names that hidden elements may keep from the start, because who hides them has named them
   */
  constructor(hidden: () => HiddenIds, mark: string, names: Iterable<string>) {
    this.#hidden = hidden;
    this.#mark = mark;
    this.#names = new SheetNames(names);
  }

  get hiding(): Hiding {
    return { isHidden: (id) => this.#isHidden(id), mark: this.#mark, names: this.#names.all };
  }

  /**
   * @param event becomes the hider's own
   * @param tree the page as it is after the event; null before the first one
   * @returns what is left of it, with what was kept back until now
   */
  hide(event: Record<string, unknown>, tree: PageTree | null): Fields[] {
    const data = event['data'];
    if (!isRecord(data)) return [event];
    const kind = kindOf(asNumber(event['type']), data);
    this.#tree = tree;
    if (!tree) return event['type'] === EventType.IncrementalSnapshot ? [] : [event];
    if (kind === 'fullSnapshot') this.#waiting.clear();
    const count = this.#names.all.size;
    const later = this.#hide(kind, data, tree);
    if (!later) return [];
    const named = this.#names.all.size > count && kind !== 'fullSnapshot' ? this.#nameAnew(tree) : [];
    return [event, ...[...later, ...named].map((one) => ({ ...one, timestamp: event['timestamp'] }))];
  }

  /** Returns events that are to follow; null when nothing is left of this one. Edits the data. */
  #hide(kind: EventKind, data: Record<string, unknown>, tree: PageTree): readonly Fields[] | null {
    switch (kind) {
      case 'fullSnapshot': {
        const later = this.#noteShown(data['node'], null);
        hideInTree(data['node'], null, this.hiding);
        return later;
      }
      case 'mutation':
        return this.#mutation(data, tree);
      case 'input':
        if (!this.#isThere(data['id'])) return null;
        if (this.#isHidden(data['id'])) {
          const text = starsForInput(asText(data['text']));
          replace(data, { ...pick(data, ['source', 'id', 'userTriggered']), text, isChecked: false });
        }
        return [];
      case 'canvasMutation':
      case 'mediaInteraction':
        return this.#isShown(data['id']) ? [] : null;
      case 'styleSheetRule':
      case 'styleDeclaration':
        return this.#restyle(data);
      case 'adoptedStyleSheet': {
        const later = this.#sheets.adopt(data);
        if (later)
          for (const style of asArray(data['styles'])) this.#names.addRules(asRecord(style)['rules']);
        for (const change of later ?? []) this.#noteRules(asRecord(change['data']));
        return later;
      }
      case 'customElement':
        return this.#define(data);
      case 'selection':
        data['ranges'] = asArray(data['ranges']).filter((range) => {
          const { start, end } = asRecord(range);
          return !this.#isHidden(start) && !this.#isHidden(end);
        });
        return [];
      case 'fullScreen':
        return this.#isHidden(asRecord(data['payload'])['id']) ? null : [];
      case 'mouseMove':
      case 'touchMove':
      case 'drag':
        data['positions'] = asArray(data['positions']).map((position) =>
          this.#isHidden(asRecord(position)['id']) ? pick(asRecord(position), POSITION) : position,
        );
        return [];
      default: {
        const place = PLACE[kind];
        if (place && this.#isHidden(data['id'])) replace(data, pick(data, place));
        return [];
      }
    }
  }

  /** Nodes that found no place on the page are left out: nobody has seen them, and nobody can say what they are in. */
  #mutation(data: Record<string, unknown>, tree: PageTree): readonly Fields[] {
    const adds = asArray(data['adds'])
      .filter(isRecord)
      .filter((add) => this.#isPlaced(add, tree));
    for (const add of this.#waiting.take(tree)) adds.push(add);
    const later = adds.flatMap(({ node, parentId }) => this.#noteShown(node, tree.find(parentId)));
    this.#noteChanges(data, tree);
    data['adds'] = adds.map((add) => {
      const { node } = add;
      const treeNode = tree.find(asRecord(node)['id']);
      hideInTree(node, treeNode?.parent ?? null, this.hiding);
      const isHidden = this.#isHidden(treeNode?.id) || this.#isHidden(treeNode?.parent?.id);
      return isHidden ? { ...pick(add, ['parentId', 'nextId', 'previousId']), node } : add;
    });
    data['texts'] = asArray(data['texts']).flatMap((text) => {
      const treeNode = this.#placed(text, tree);
      if (!treeNode || !this.#isHidden(treeNode.id)) return treeNode ? [text] : [];
      const value = hiddenText(treeNode.node, asText(asRecord(text)['value']), parentTag(treeNode));
      return [{ id: treeNode.id, value }];
    });
    data['attributes'] = asArray(data['attributes']).flatMap((change) => {
      const treeNode = this.#placed(change, tree);
      if (!treeNode || !this.#isHidden(treeNode.id)) return treeNode ? [change] : [];
      const attributes = asRecord(asRecord(change)['attributes']);
      return [{ id: treeNode.id, attributes: hiddenAttributes(treeNode.node, attributes, this.#names.all) }];
    });
    return later;
  }

  /** False for an addition that is left out, or kept back. Edits it. */
  #isPlaced(add: Fields, tree: PageTree): boolean {
    const { node } = add;
    if (!isRecord(node)) return false;
    const treeNode = tree.find(node['id']);
    if (treeNode ? !isOnPage(treeNode, tree) : isDocument(node)) {
      this.#waiting.keep(add);
      return false;
    }
    // Of what is added only documents bring their children along; those of others are never shown.
    if (isElement(node)) node['childNodes'] = [];
    return treeNode !== null;
  }

  #placed(change: unknown, tree: PageTree): ReadonlyTreeNode | null {
    const treeNode = tree.find(asRecord(change)['id']);
    return treeNode && isOnPage(treeNode, tree) ? treeNode : null;
  }

  #restyle(data: Fields): readonly Fields[] | null {
    const { id, styleId } = data;
    const isOfNode = typeof id === 'number' && id > 0;
    if (isOfNode && !this.#isShown(id)) return null;
    if (styleId === undefined || styleId === null) {
      if (!isOfNode) return null;
    } else if (!this.#sheets.isShown(styleId)) {
      this.#sheets.withhold({ type: EventType.IncrementalSnapshot, data });
      return null;
    }
    this.#noteRules(data);
    return [];
  }

  /** Of custom elements that are nowhere but in hidden ones nobody is to know. */
  #define(data: Fields): readonly Fields[] | null {
    const name = asText(asRecord(data['define'])['name']).toLowerCase();
    if (this.#tags.has(name)) return [];
    this.#definitions.set(name, { type: EventType.IncrementalSnapshot, data });
    return null;
  }

  /**
   * Notes what is said outside of hidden elements: names in style sheets, tags, sheets that are adopted.
   *
   * @returns events that were kept back until then
   */
  #noteShown(root: unknown, parent: ReadonlyTreeNode | null): Fields[] {
    const later: Fields[] = [];
    const hidden = new Set<unknown>();
    const isInside = parent !== null && this.#isHidden(parent.id);
    for (const node of nodesOf(root)) {
      const isHidden = isInside || hidden.has(node) || this.#isHidden(node['id']);
      if (isHidden) for (const child of asArray(node['childNodes'])) hidden.add(child);
      later.push(...this.#sheets.adoptListed(node, !isHidden));
      if (isHidden) continue;
      for (const sheet of asArray(node['adoptedStyleSheets'])) this.#names.addRules(asRecord(sheet)['rules']);
      if (isElement(node)) later.push(...this.#noteElement(node));
      else if (node === root) this.#names.addText(node['textContent'], tagNameOf(parent?.node));
    }
    return later;
  }

  #noteElement(node: Fields): Fields[] {
    this.#names.addElement(node);
    const tag = tagNameOf(node);
    if (!tag.includes('-')) return [];
    this.#tags.add(tag);
    const definition = this.#definitions.get(tag);
    this.#definitions.delete(tag);
    return definition ? [definition] : [];
  }

  #noteChanges({ texts, attributes }: Fields, tree: PageTree): void {
    for (const text of asArray(texts)) {
      const { id, value } = asRecord(text);
      const treeNode = tree.find(id);
      if (treeNode && !this.#isHidden(id)) this.#names.addText(value, parentTag(treeNode));
    }
    for (const change of asArray(attributes)) {
      const { id, attributes: changed } = asRecord(change);
      if (!this.#isHidden(id)) this.#names.addAttributes(asRecord(changed));
    }
  }

  #noteRules({ adds, replace: whole, replaceSync }: Fields): void {
    this.#names.addRules(adds);
    this.#names.addCss(asText(whole));
    this.#names.addCss(asText(replaceSync));
  }

  /** Style sheets have come that name more: hidden elements get back what these give a place and a size by. */
  #nameAnew(tree: PageTree): Fields[] {
    const attributes = [...this.#hidden().keys()].flatMap((id) => {
      const treeNode = tree.find(id);
      const { class: classes, id: name } = attributesOf(treeNode?.node ?? {});
      if (!treeNode || !isOnPage(treeNode, tree) || (classes === undefined && name === undefined)) return [];
      const own = {
        ...(classes !== undefined && { class: classes }),
        ...(name !== undefined && { id: name }),
      };
      return [{ id, attributes: hiddenAttributes(treeNode.node, own, this.#names.all) }];
    });
    if (attributes.length === 0) return [];
    const data = { source: IncrementalSource.Mutation, adds: [], removes: [], texts: [], attributes };
    return [{ type: EventType.IncrementalSnapshot, data }];
  }

  #isHidden(id: unknown): boolean {
    return this.#hidden().has(asNumber(id));
  }

  #isThere(id: unknown): boolean {
    return Boolean(this.#tree?.find(id));
  }

  #isShown(id: unknown): boolean {
    return this.#isThere(id) && !this.#isHidden(id);
  }
}

function parentTag(treeNode: ReadonlyTreeNode): string {
  return tagNameOf(treeNode.parent?.node);
}

/** Puts other fields in the place of all that there are. */
function replace(data: Record<string, unknown>, fields: Fields): void {
  for (const key of Object.keys(data)) Reflect.deleteProperty(data, key);
  Object.assign(data, fields);
}
