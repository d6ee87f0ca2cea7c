import type { Replayer } from '@rrweb/replay';
import { eachRealm, prototypeOf } from './each-realm.ts';
import { methodOf } from './replayer-parts.ts';

/**
 * A dialog whose `open` is taken away is closed. Only without that attribute it would stay modal, in front of all
 * others, and keep the rest of the page from the one who looks at it.
 *
 * @throws Error where rrweb has changed
 */
export function closeDialogs(replayer: Replayer): void {
  eachRealm(replayer, (realm) => {
    const dialogs = prototypeOf(realm, 'HTMLDialogElement');
    const remove = methodOf(dialogs, 'removeAttribute');
    const close = methodOf(dialogs, 'close');
    Reflect.set(dialogs, 'removeAttribute', function (this: HTMLDialogElement, name: string) {
      if (name === 'open' && this.open) close.call(this);
      else remove.call(this, name);
    });
  });
}
