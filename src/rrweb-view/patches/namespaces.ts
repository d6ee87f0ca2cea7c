import type { Replayer } from '@rrweb/replay';
import { eachRealm, prototypeOf } from './each-realm.ts';
import { methodOf } from './replayer-parts.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';
/** No element of HTML has one of these names, and recorders do not tell of the namespace. */
const IN_FORMULAS =
  /^(math|annotation(-xml)?|maction|maligngroup|malignmark|menclose|merror|mfenced|mfrac|mglyph|mi|mlabeledtr|mmultiscripts|mn|mo|mover|mpadded|mphantom|mprescripts|mroot|mrow|ms|mspace|msqrt|mstyle|msub|msubsup|msup|mtable|mtd|mtext|mtr|munder|munderover|none|semantics)$/;

/** Namespaces without which attributes of drawings do not count, by prefix. */
const OF_DRAWINGS = new Map([
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/**
 * Builds formulas of MathML's elements, and gives drawings their attributes in the namespaces they have: the core
 * knows none but that of the elements of a drawing.
 *
 * @throws Error where rrweb has changed
 */
export function keepNamespaces(replayer: Replayer): void {
  eachRealm(replayer, (realm) => {
    const documents = prototypeOf(realm, 'Document');
    const create = methodOf(documents, 'createElement');
    Reflect.set(documents, 'createElement', function (this: Document, name: string, options?: unknown) {
      return IN_FORMULAS.test(name) ? this.createElementNS(MATHML, name) : create.call(this, name, options);
    });
    const set = methodOf(prototypeOf(realm, 'Element'), 'setAttribute');
    Reflect.set(
      prototypeOf(realm, 'SVGElement'),
      'setAttribute',
      function (this: Element, name: string, value: string) {
        const [prefix = '', local] = name.split(':');
        const namespace = local && OF_DRAWINGS.get(prefix);
        if (namespace) this.setAttributeNS(namespace, name, value);
        else set.call(this, name, value);
      },
    );
  });
}
