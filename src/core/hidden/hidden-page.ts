import { CanvasContext, EventType, IncrementalSource } from '@rrweb/types';
import { PageTree } from '../rrweb/page-tree.ts';
import { treeNodesIn, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asArray, asRecord, type Fields } from '../json.ts';
import { attributesOf, isDocument, isTag, isText, tagNameOf } from '../rrweb/serialized-node.ts';
import type { MaskingRules, ReplayEvent } from '../recording.ts';
import type { HiddenLog } from './hidden-things.ts';
import { type MaskKind, WHOLE_ATTRIBUTES } from '../rrweb/mask-traces.ts';
import { maskKindOf } from '../rrweb/node-mask.ts';

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
    this.#inspect(treeNodesIn(this.#tree.root));
  }

  #change(data: Fields): void {
    const id = Number(data['id']);
    switch (data['source']) {
      case IncrementalSource.Mutation:
        this.#mutate(data);
        return;
      case IncrementalSource.Input:
        if (typeof data['text'] === 'string') this.#values.set(id, data['text']);
        this.#inspect([this.#find(id)]);
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
    const touched = new Set<ReadonlyTreeNode | null>();
    const touch = (treeNode: ReadonlyTreeNode | null, isWhole = false) => {
      for (const one of treeNode && isWhole ? treeNodesIn(treeNode) : [treeNode]) touched.add(one);
    };
    for (const remove of asArray(data['removes'])) touch(this.#find(asRecord(remove)['parentId']));
    for (const add of asArray(data['adds'])) {
      const treeNode = this.#find(asRecord(asRecord(add)['node'])['id']);
      // Frames come with all that is in them; everything else is added node by node.
      touch(treeNode, treeNode !== null && (isDocument(treeNode.node) || isTag(treeNode.node, 'iframe')));
    }
    for (const text of asArray(data['texts'])) touch(this.#find(asRecord(text)['id']));
    for (const change of asArray(data['attributes'])) {
      const { id, attributes } = asRecord(change);
      touch(
        this.#find(id),
        WHOLE_ATTRIBUTES.some((name) => name in asRecord(attributes)),
      );
    }
    this.#inspect(touched);
  }

  #find(id: unknown): ReadonlyTreeNode | null {
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

  /** A text is hidden as the element that it is directly in, which is looked at once however many texts it has. */
  #inspect(treeNodes: Iterable<ReadonlyTreeNode | null>): void {
    const elements = new Set<ReadonlyTreeNode>();
    for (const treeNode of treeNodes) {
      const element = treeNode && isText(treeNode.node) ? treeNode.parent : treeNode;
      if (element) elements.add(element);
    }
    for (const element of elements) this.#inspectElement(element);
  }

  #inspectElement(treeNode: ReadonlyTreeNode): void {
    const kind = this.#kindOf(treeNode);
    const open = this.#open.get(treeNode.id);
    if (open?.kind === kind || (!open && !kind)) return;
    this.#close(treeNode.id);
    if (kind) this.#open.set(treeNode.id, { kind, name: nameOf(treeNode), since: this.#at });
  }

  #kindOf(treeNode: ReadonlyTreeNode): MaskKind | null {
    return maskKindOf(treeNode, {
      rules: this.#rules,
      valueOf: (id) => this.#values.get(id),
      isDrawn: (id) => this.#drawn.has(id),
    });
  }
}

/** The element as a selector would name it; attributes that are masked themselves say nothing. */
function nameOf(treeNode: ReadonlyTreeNode): string {
  const { id, class: classes } = attributesOf(treeNode.node);
  const own = typeof id === 'string' && id !== '' && !id.includes('*') ? `#${id}` : '';
  const names =
    typeof classes === 'string' && !classes.includes('*')
      ? classes
          .split(/\s+/)
          .filter(Boolean)
          .map((name) => `.${name}`)
      : [];
  return `${tagNameOf(treeNode.node)}${own}${names.join('')}`.slice(0, NAME_LENGTH);
}
