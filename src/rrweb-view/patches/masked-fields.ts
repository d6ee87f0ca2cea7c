import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../../core/json.ts';
import { isMaskedValue, MASKED_TYPE } from '../../core/rrweb/mask-traces.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';

/** Types whose inputs take nothing but numbers and dates. */
const REFUSING: ReadonlySet<string> = new Set(['number', 'date', 'datetime-local', 'month', 'week', 'time']);

/**
 * An input for numbers or dates takes no asterisks and would stand there empty: as long as its value is masked it is a
 * text field. Rules for its type hold all the same, as the reading half has adapted them.
 */
export class MaskedFields implements CorePatch {
  #replayer: Replayer | null = null;
  /** Inputs into which was typed: they do not follow their attribute any more. */
  readonly #typed = new WeakSet<Node>();
  /** What they held last, by what the recording says. */
  readonly #values = new WeakMap<Node, unknown>();

  install(replayer: Replayer): void {
    this.#replayer = replayer;
  }

  readonly onBuild = (node: object, { replayer }: { readonly replayer: Replayer }): void => {
    if (!isInput(node)) return;
    const { value } = asRecord(asRecord(replayer.getMirror().getMeta(node))['attributes']);
    this.#show(node, value);
  };

  readonly handler = ({ type, data }: ReplayedEvent): void => {
    const fields: Fields = asRecord(data);
    if (type !== EventType.IncrementalSnapshot) return;
    if (fields['source'] === IncrementalSource.Input) {
      const input = this.#inputOf(fields['id']);
      if (!input) return;
      this.#typed.add(input);
      this.#show(input, fields['text']);
    } else if (fields['source'] === IncrementalSource.Mutation) {
      for (const { id, attributes } of asArray(fields['attributes']).map(asRecord))
        this.#change(id, asRecord(attributes));
    }
  };

  #change(id: unknown, changed: Fields): void {
    if (!('type' in changed) && !('value' in changed)) return;
    const input = this.#inputOf(id);
    if (!input) return;
    // The core has given it the new one.
    if ('type' in changed) input.removeAttribute(MASKED_TYPE);
    const isNew = 'value' in changed && !this.#typed.has(input);
    this.#show(input, isNew ? changed['value'] : this.#values.get(input));
  }

  #show(input: HTMLInputElement, value: unknown): void {
    this.#values.set(input, value);
    const recorded = input.getAttribute(MASKED_TYPE);
    const isRefused = isMaskedValue(value) && REFUSING.has(recorded ?? input.type);
    if (isRefused && recorded === null) {
      input.setAttribute(MASKED_TYPE, input.type);
      input.setAttribute('type', 'text');
    } else if (!isRefused && recorded !== null) {
      input.setAttribute('type', recorded);
      input.removeAttribute(MASKED_TYPE);
    } else if (!isRefused) return;
    if (typeof value !== 'string') return;
    if (this.#typed.has(input)) input.value = value;
    // What its type had refused it only takes when it is told once more.
    else input.setAttribute('value', value);
  }

  #inputOf(id: unknown): HTMLInputElement | null {
    const node = this.#replayer?.getMirror().getNode(Number(id));
    return node && isInput(node) ? node : null;
  }
}

/** By its members: the node lives in another window, whose classes are not ours. */
function isInput(node: object): node is HTMLInputElement {
  return 'nodeName' in node && node.nodeName === 'INPUT' && 'value' in node;
}
