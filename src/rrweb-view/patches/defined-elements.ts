import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { asRecord } from '../../core/json.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';
import { documentsIn } from '../documents-in.ts';

/** Defines custom elements, as empty ones, when they were defined: `:defined` holds from then on. */
export class DefinedElements implements CorePatch {
  #replayer: Replayer | null = null;

  install(replayer: Replayer): void {
    this.#replayer = replayer;
  }

  readonly handler = ({ type, data }: ReplayedEvent): void => {
    const { source, define } = asRecord(data);
    if (type !== EventType.IncrementalSnapshot || source !== IncrementalSource.CustomElement) return;
    const { name } = asRecord(define);
    const page = this.#replayer?.iframe.contentDocument;
    if (typeof name !== 'string' || !page) return;
    for (const { defaultView } of documentsIn(page)) if (defaultView) defineEmpty(defaultView, name);
  };
}

function defineEmpty(realm: Window & typeof globalThis, name: string): void {
  if (realm.customElements.get(name)) return;
  try {
    realm.customElements.define(name, class extends realm.HTMLElement {});
  } catch {
    // A name that no element can have.
  }
}
