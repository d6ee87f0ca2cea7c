import type { Replayer } from '@rrweb/replay';
import { LINK_ADDRESS } from '../../core/rrweb/link-address.ts';
import { eachRealm, type Realm } from './each-realm.ts';
import { type Method, methodOf } from './replayer-parts.ts';

/** What can be a link, by its class, and the attributes that make it one. */
const LINKS: Readonly<Record<string, RegExp>> = {
  HTMLAnchorElement: /^href$/i,
  HTMLAreaElement: /^href$/i,
  SVGAElement: /^(?:xlink:)?href$/,
  // Firefox follows them; not all engines have the class, nor do their elements lead anywhere then.
  MathMLElement: /^(?:xlink:)?href$/,
};

/** Makes a link of an element, and leads nowhere: in a frame without scripts it does nothing at all. */
const NOWHERE = 'javascript:';

/**
 * Takes their addresses from the links of a replayed page. A browser looks up where a link leads as soon as it is on a
 * page, and connects when a pointer is over it, which no policy and no listener keeps it from.
 *
 * @throws Error where rrweb has changed
 */
export function disarmLinks(replayer: Replayer): void {
  eachRealm(replayer, (realm) => {
    for (const [name, addresses] of Object.entries(LINKS)) if (name in realm) disarm(realm, name, addresses);
    keepAddresses(realm);
  });
}

/** Animations of drawings set addresses, too. */
function keepAddresses(realm: Realm): void {
  const prototype = methodOf(realm, 'SVGAnimationElement').prototype as object;
  const above = Reflect.getPrototypeOf(prototype) ?? {};
  Reflect.set(prototype, 'setAttribute', function (this: Element, name: string, value: string) {
    const isOfAddress = /^attributename$/i.test(name) && /href\s*$/i.test(value);
    if (!isOfAddress) methodOf(above, 'setAttribute').call(this, name, value);
  });
}

function disarm(realm: Realm, className: string, addresses: RegExp): void {
  const prototype = methodOf(realm, className).prototype as object;
  const elements = Reflect.getPrototypeOf(prototype) ?? {};
  // Looked for when they are called: others change what is above later.
  const above = (name: string): Method => methodOf(elements, name);
  for (const method of ['setAttribute', 'setAttributeNS'])
    Reflect.set(prototype, method, function (this: Element, ...given: string[]) {
      const [name = '', value] = given.slice(-2);
      const isAddress = addresses.test(name);
      if (isAddress) above('setAttribute').call(this, LINK_ADDRESS, value);
      above(method).call(this, ...(isAddress ? given.with(-1, NOWHERE) : given));
    });
  Reflect.set(prototype, 'removeAttribute', function (this: Element, name: string) {
    if (addresses.test(name)) above('removeAttribute').call(this, LINK_ADDRESS);
    above('removeAttribute').call(this, name);
  });
}
