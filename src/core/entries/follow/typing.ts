import { asText } from '../../json.ts';
import { isIgnored, isMaskedSelect, isMaskedValue } from '../../rrweb/mask-traces.ts';
import { optionValue } from '../../rrweb/select-options.ts';
import { attributesOf, isTag, tagNameOf } from '../../rrweb/serialized-node.ts';
import { type ReadonlyTreeNode, treeNodesIn } from '../../rrweb/tree-node.ts';
import type { EntryTarget } from '../entry.ts';
import { textOf } from '../naming/text.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** What goes on after so short a pause is the same burst. */
const PAUSE_MS = 5000;

const CHECKED: ReadonlySet<string> = new Set(['checkbox', 'radio']);

interface Burst {
  readonly at: number;
  readonly id: number;
  readonly page: number;
  readonly type: string;
  readonly target: EntryTarget | null;
  endAt: number;
  changes: number;
  isMasked: boolean;
  value: string;
  checked: boolean | null;
}

/** What was typed, chosen and ticked: one entry for all that goes on in one field without a pause. */
export class Typing implements EntryFinder {
  readonly #window: WindowContext;
  readonly #bursts: Burst[] = [];
  #open: Burst | null = null;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (kind === 'fullSnapshot') this.#open = null;
    if (kind !== 'input' || data['userTriggered'] === false) return;
    const id = Number(data['id']);
    const field = this.#window.tree?.find(id) ?? null;
    const type = typeOf(field);
    const isChecked = data['isChecked'] === true;
    // Recorders tell of all radio buttons of a group when one of them is chosen.
    if (type === 'radio' && !isChecked) return;
    if (this.#open?.id !== id || at - this.#open.endAt > PAUSE_MS) this.#begin(at, id, type);
    const burst = this.#open;
    if (!burst) return;
    const text = asText(data['text']);
    burst.endAt = at;
    burst.changes++;
    burst.isMasked ||= isMaskedHere(field, type, text) || this.#isIgnored(field, type, at);
    burst.value = type === 'select' ? optionLabel(field, text) : text;
    if (CHECKED.has(type)) burst.checked = isChecked;
  }

  /** Which fields are masked is known only now: some show what is typed at first. */
  end(): void {
    for (const { at, endAt, id, page, type, target, value, checked, changes, isMasked } of this.#bursts) {
      const masked = isMasked || this.#window.isMaskedField(page, id);
      const detail = { type, masked, value: masked ? null : value, checked, changes };
      this.#window.add('input', at, detail, { endAt, target });
    }
  }

  #begin(at: number, id: number, type: string): void {
    const [target, page] = [this.#window.targetOf(id), this.#window.page];
    const start = { changes: 0, isMasked: false, value: '', checked: null };
    this.#open = { at, id, page, type, target, endAt: at, ...start };
    this.#bursts.push(this.#open);
  }

  #isIgnored(field: ReadonlyTreeNode | null, type: string, at: number): boolean {
    if (!field) return true;
    return isIgnored(asText(attributesOf(field.node)['class']), type, this.#window.rulesAt(at));
  }
}

/** Of an input, else its tag; empty for what is not there. */
function typeOf(field: ReadonlyTreeNode | null): string {
  const tag = tagNameOf(field?.node);
  if (!field || tag !== 'input') return tag;
  const { type, 'data-rr-is-password': isPassword } = attributesOf(field.node);
  return isPassword === undefined ? asText(type).toLowerCase() || 'text' : 'password';
}

function isMaskedHere(field: ReadonlyTreeNode | null, type: string, text: string): boolean {
  if (type === 'password' || (field && isMaskedSelect(attributesOf(field.node)))) return true;
  return !CHECKED.has(type) && isMaskedValue(text);
}

/** What is read where an option is chosen. */
function optionLabel(select: ReadonlyTreeNode | null, value: string): string {
  if (!select) return value;
  for (const option of treeNodesIn(select)) {
    if (!isTag(option.node, 'option') || optionValue(option) !== value) continue;
    return asText(attributesOf(option.node)['label']) || textOf(option) || value;
  }
  return value;
}
