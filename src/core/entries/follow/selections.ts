import { asArray, asRecord } from '../../json.ts';
import type { PageTree } from '../../rrweb/page-tree.ts';
import { isText, showsText } from '../../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../../rrweb/tree-node.ts';
import { collapsed, isSpaced, ownText } from '../naming/text.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** What is selected with the mouse or the keyboard changes all along; after such a pause it is another selection. */
const PAUSE_MS = 2000;
/** Characters; longer selections are cut. */
const LONGEST = 5000;

/** Texts of pages that were selected, without what was masked in them. */
export class Selections implements EntryFinder {
  readonly #window: WindowContext;
  #selection: { readonly at: number; readonly endAt: number; readonly text: string } | null = null;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (this.#selection && at - this.#selection.endAt > PAUSE_MS) this.end();
    if (kind !== 'selection') return;
    const { tree } = this.#window;
    const text = tree
      ? collapsed(
          asArray(data['ranges'])
            .map((range) => textIn(tree, asRecord(range)))
            .join(' '),
        )
      : '';
    // Where it is taken away, it was done with.
    if (text === '') this.end();
    else this.#selection = { at: this.#selection?.at ?? at, endAt: at, text };
  }

  end(): void {
    if (!this.#selection) return;
    const { at, endAt, text } = this.#selection;
    this.#selection = null;
    this.#window.add('selection', at, { text }, { endAt });
  }
}

function textIn(
  tree: PageTree,
  { start, startOffset, end, endOffset }: Readonly<Record<string, unknown>>,
): string {
  const [first, last] = [nodeOf(tree, start), nodeOf(tree, end)];
  if (!first || !last) return '';
  const parts: string[] = [];
  let length = 0;
  for (let at: ReadonlyTreeNode | null = first; at && length < LONGEST; at = at === last ? null : after(at)) {
    if (isSpaced(at)) parts.push(' ');
    if (!isText(at.node) || (at.parent && !showsText(at.parent.node))) continue;
    const text = ownText(at).slice(
      at === first ? offsetOf(startOffset, 0) : 0,
      at === last ? offsetOf(endOffset, 0) : undefined,
    );
    parts.push(text);
    length += text.length;
  }
  return parts.join('').slice(0, LONGEST);
}

function nodeOf(tree: PageTree, id: unknown): ReadonlyTreeNode | null {
  return typeof id === 'number' ? tree.find(id) : null;
}

function offsetOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? value : otherwise;
}

/** The next node in the order of the page. */
function after(treeNode: ReadonlyTreeNode): ReadonlyTreeNode | null {
  if (treeNode.first) return treeNode.first;
  for (let at: ReadonlyTreeNode | null = treeNode; at; at = at.parent) if (at.after) return at.after;
  return null;
}
