import css from '@eslint/css';
import baselineJs from 'eslint-plugin-baseline-js';

/**
 * The player needs Chrome 123, Firefox 125 and Safari 17.5. All that every browser had by the end of 2023 is in them;
 * of what came later, or is not everywhere, here is what is used, each with the versions that brought it or the reason
 * why it does no harm where it is missing. What is not listed fails the lint.
 */
const LATER = {
  apis: [
    // Chrome 114, Firefox 125, Safari 17.
    'popover',
    // Chrome 105, Firefox 106, Safari 17.4.
    'check-visibility',
    // `writeText`: Chrome 66, Firefox 63, Safari 13.1. `write` only where there is a `ClipboardItem` to write.
    'async-clipboard',
    // Chrome 71, Firefox 64, Safari 16.4; not on iPhones, where its button is not shown.
    'fullscreen',
    // A method by that name is there where `Symbol.dispose` is, which is in Node.js.
    'explicit-resource-management',
    // `allow` of a frame: Chrome 60, Firefox 74, Safari 11.1. Without it the frame may do less.
    'permissions-policy',
  ],
  functions: [
    // Chrome 123, Firefox 120, Safari 17.5.
    'light-dark',
  ],
  selectors: [
    // As the method above.
    'fullscreen',
  ],
  properties: [
    // Chrome 93, Firefox 92, Safari 15.4; on Android without the effect of the colour's contrast.
    'accent-color',
    // Forced colours are in no Safari.
    'forced-color-adjust',
    // Chrome 63, Firefox 59, Safari 16.
    'overscroll-behavior',
    // Not on iPhones: text fields have the size that they begin with.
    'resize',
    // Chrome 114, Firefox 121, Safari 17.5.
    'text-wrap',
    // Safari has it as `-webkit-user-select`, which stands beside.
    'user-select',
  ],
};

/** By file: the line that each style in it begins after. */
const starts = new Map();

/** Hands the styles of Lit's `css` to the lint of styles. */
const stylesInLit = {
  preprocess(text, filename) {
    const found = [...text.matchAll(/\bcss`([^`]*)`/g)];
    starts.set(
      filename,
      found.map(({ index }) => text.slice(0, index).split('\n').length - 1),
    );
    const styles = found.map(([, style], i) => ({ text: blanked(style), filename: `${i}.css` }));
    return [text, ...styles];
  },
  postprocess([own, ...styles], filename) {
    const inStyles = styles.map((messages, i) =>
      messages.map((message) => ({ ...message, line: message.line + starts.get(filename)[i] })),
    );
    return [...own, ...inStyles.flat()];
  },
};

/** What is put into a style is linted where it stands itself. */
function blanked(style) {
  return style.replace(/\$\{[^}]*\}/g, (value) => ' '.repeat(value.length));
}

/** Fails for what the oldest browsers that the player works in do not know. */
export const baseline = [
  {
    files: ['src/**/*.ts'],
    // The command line runs in Node.js.
    ignores: ['src/cli/**'],
    plugins: { 'baseline-js': baselineJs },
    processor: stylesInLit,
    rules: {
      'baseline-js/use-baseline': [
        'error',
        {
          available: 2023,
          includeWebApis: { preset: 'type-aware' },
          includeJsBuiltins: { preset: 'type-aware' },
          ignoreFeatures: LATER.apis,
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts/*.css'],
    language: 'css/css',
    plugins: { css },
    rules: {
      'css/use-baseline': [
        'error',
        {
          available: 2023,
          allowFunctions: LATER.functions,
          allowSelectors: LATER.selectors,
          allowProperties: LATER.properties,
        },
      ],
    },
  },
];
