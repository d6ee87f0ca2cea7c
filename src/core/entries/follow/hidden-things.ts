import { asArray, asRecord, asText } from '../../json.ts';
import type { MaskKind } from '../../rrweb/mask-traces.ts';
import { maskKindOf } from '../../rrweb/node-mask.ts';
import { isText } from '../../rrweb/serialized-node.ts';
import { type ReadonlyTreeNode, treeNodesIn } from '../../rrweb/tree-node.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/**
 * The first thing on each page that is hidden in some way. The question `hidden` finds all of them, and when each was
 * there.
 */
export class HiddenThings implements EntryFinder {
  readonly #window: WindowContext;
  /** Ways that were told of on this page. */
  readonly #told = new Set<MaskKind>();
  /** What was entered, by the number of the control. */
  readonly #values = new Map<number, string>();
  #href = '';

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    const { tree } = this.#window;
    if (kind === 'meta') {
      const href = asText(data['href']);
      if (href !== this.#href) this.#told.clear();
      this.#href = href;
    } else if (!tree) {
      return;
    } else if (kind === 'fullSnapshot') {
      this.#values.clear();
      this.#look(treeNodesIn(tree.root), at);
    } else if (kind === 'mutation') {
      const added = asArray(data['adds']).map((add) => tree.find(asRecord(asRecord(add)['node'])['id']));
      // A text is hidden as the element that it is in.
      this.#look(
        added.map((treeNode) => (treeNode && isText(treeNode.node) ? treeNode.parent : treeNode)),
        at,
      );
    } else if (kind === 'input' && typeof data['text'] === 'string') {
      const id = Number(data['id']);
      this.#values.set(id, data['text']);
      this.#look([tree.find(id)], at);
    }
  }

  #look(treeNodes: Iterable<ReadonlyTreeNode | null>, at: number): void {
    const facts = {
      rules: this.#window.rulesAt(at),
      valueOf: (id: number) => this.#values.get(id),
      // Drawings are not looked at here: most canvases are drawn on later.
      isDrawn: () => true,
    };
    for (const treeNode of treeNodes) {
      const mask = treeNode && maskKindOf(treeNode, facts);
      if (!mask || this.#told.has(mask)) continue;
      this.#told.add(mask);
      this.#window.add('hidden', at, { mask }, { target: this.#window.exactTargetOf(treeNode.id) });
    }
  }
}
