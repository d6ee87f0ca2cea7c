import { asArray, asRecord, asText } from '../../json.ts';
import { attributesOf, isTag, type SerializedNode } from '../../rrweb/serialized-node.ts';
import { treeNodesIn } from '../../rrweb/tree-node.ts';
import type { EntryDetails, EntryTarget } from '../entry.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

type What = EntryDetails['dialog']['what'];

interface Open {
  readonly what: What;
  readonly target: EntryTarget | null;
}

const DIALOG_ROLES: ReadonlySet<string> = new Set(['dialog', 'alertdialog']);

/** Dialogs that come up and go, and elements that fill the screen. */
export class Dialogs implements EntryFinder {
  readonly #window: WindowContext;
  /** By the number of the element. */
  readonly #open = new Map<number, Open>();

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (kind === 'fullSnapshot') this.#begin();
    else if (kind === 'mutation') {
      for (const add of asArray(data['adds'])) this.#look(Number(asRecord(asRecord(add)['node'])['id']), at);
      for (const change of asArray(data['attributes'])) this.#look(Number(asRecord(change)['id']), at);
      if (asArray(data['removes']).length > 0) this.#closeGone(at);
    } else if (kind === 'fullScreen') {
      const { id, enter } = asRecord(data['payload']);
      if (enter === true) this.#setOpen(Number(id), 'fullscreen', at);
      else this.#close(Number(id), at);
    }
  }

  /** What is open when a page comes was not opened on it; recorders send a page again that fills the screen. */
  #begin(): void {
    const { tree } = this.#window;
    for (const [id, { what }] of this.#open)
      if (what !== 'fullscreen' || !tree?.find(id)) this.#open.delete(id);
    if (!tree) return;
    for (const { id, node } of treeNodesIn(tree.root))
      if (isOpenDialog(node)) this.#open.set(id, { what: 'dialog', target: this.#window.exactTargetOf(id) });
  }

  #look(id: number, at: number): void {
    const node = this.#window.tree?.find(id)?.node;
    if (!node || !isDialog(node)) return;
    if (isOpenDialog(node)) this.#setOpen(id, 'dialog', at);
    else this.#close(id, at);
  }

  #closeGone(at: number): void {
    for (const id of [...this.#open.keys()]) if (!this.#window.tree?.find(id)) this.#close(id, at);
  }

  #setOpen(id: number, what: What, at: number): void {
    if (this.#open.has(id)) return;
    const target = this.#window.exactTargetOf(id);
    this.#open.set(id, { what, target });
    this.#window.add('dialog', at, { what, opened: true }, { target });
  }

  #close(id: number, at: number): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    this.#window.add('dialog', at, { what: open.what, opened: false }, { target: open.target });
  }
}

function isDialog(node: SerializedNode): boolean {
  return isTag(node, 'dialog') || DIALOG_ROLES.has(asText(attributesOf(node)['role']));
}

/** One by its role alone is open unless it says that it is hidden. */
function isOpenDialog(node: SerializedNode): boolean {
  if (!isDialog(node)) return false;
  const { open, hidden, 'aria-hidden': ariaHidden } = attributesOf(node);
  if (isTag(node, 'dialog')) return open !== undefined && open !== null;
  return (hidden === undefined || hidden === null) && ariaHidden !== 'true';
}
