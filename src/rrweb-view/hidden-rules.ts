import { WHOLE_ATTRIBUTES } from '../core/rrweb/mask-traces.ts';

/** What is hidden in the data, by the viewer or in a copy, and all in it. */
const HIDDEN = `:is(${WHOLE_ATTRIBUTES.map((name) => `[${name}], [${name}] *`).join()})`;

/**
 * Hidden elements are transparent, with what style sheets put into them. These parts stand outside of them. In a layer
 * of the first sheet, nothing overrules what is important.
 */
export const HIDDEN_RULES: readonly string[] = [
  'backdrop',
  'scroll-marker',
  'scroll-marker-group',
  'scroll-button(*)',
].map((part) => `@layer { ${HIDDEN}::${part} { display: none !important; } }`);
