import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { asRecord } from '../../core/json.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';
import { eachRealm, type Realm } from './each-realm.ts';

/** Defines custom elements, as empty ones, when they were defined: `:defined` holds from then on. */
export class DefinedElements implements CorePatch {
  /** The windows of the page and of the frames in it. */
  readonly #realms = new Set<Realm>();

  /** @throws Error where rrweb has changed */
  install(replayer: Replayer): void {
    eachRealm(replayer, (realm) => this.#realms.add(realm));
  }

  readonly handler = ({ type, data }: ReplayedEvent): void => {
    const { source, define } = asRecord(data);
    if (type !== EventType.IncrementalSnapshot || source !== IncrementalSource.CustomElement) return;
    const { name } = asRecord(define);
    if (typeof name !== 'string') return;
    for (const realm of this.#realms) {
      // Its frame is out of the page.
      if (realm.closed) this.#realms.delete(realm);
      else defineEmpty(realm, name);
    }
  };
}

function defineEmpty(realm: Realm, name: string): void {
  if (realm.customElements.get(name)) return;
  try {
    realm.customElements.define(name, class extends realm.HTMLElement {});
  } catch {
    // A name that no element can have.
  }
}
