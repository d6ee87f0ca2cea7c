/** What is hidden in the data, by the viewer or in a copy, and all in it. */
const HIDDEN =
  ':is([data-replay-covered], [data-replay-covered] *, [data-replay-redacted], [data-replay-redacted] *)';

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
