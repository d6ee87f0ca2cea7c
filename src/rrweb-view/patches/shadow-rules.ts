import type { Replayer } from '@rrweb/replay';
import { eachRealm, prototypeOf } from './each-realm.ts';
import { methodOf } from './replayer-parts.ts';

/** What the core gives documents besides: nothing runs in a replayed page, so that these would show. */
const NO_SCRIPT = 'noscript { display: none !important; }';

/**
 * Gives shadow roots the rules that the core gives documents. They come in front of the sheets that a page has
 * adopted, with whatever these are replaced.
 *
 * @throws Error where rrweb has changed
 */
export function ruleShadowRoots(replayer: Replayer, rules: readonly string[]): void {
  eachRealm(replayer, (realm) => {
    const sheet = new realm.CSSStyleSheet();
    sheet.replaceSync([NO_SCRIPT, ...rules].join('\n'));
    const adopted = Object.getOwnPropertyDescriptor(prototypeOf(realm, 'ShadowRoot'), 'adoptedStyleSheets');
    const adopt = methodOf(adopted ?? {}, 'set');
    const withRules: PropertyDescriptor = {
      ...adopted,
      set(this: ShadowRoot, sheets: readonly CSSStyleSheet[]) {
        adopt.call(this, [sheet, ...sheets]);
      },
    };
    const elements = prototypeOf(realm, 'Element');
    const attach = methodOf(elements, 'attachShadow');
    Reflect.set(elements, 'attachShadow', function (this: Element, options: ShadowRootInit) {
      const root = attach.call(this, options) as ShadowRoot;
      // Not for the class: WebKit gives elements whose own class is of the page around the player roots of that page's.
      Object.defineProperty(root, 'adoptedStyleSheets', withRules);
      root.adoptedStyleSheets = [];
      return root;
    });
  });
}
