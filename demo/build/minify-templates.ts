import type { Plugin } from 'vite';

const STYLES = /\bcss`[^`]*`/g;
const COMMENT = /\/\*[^]*?\*\//g;
const INDENTATION = /\n[ \t]+/g;

/**
 * Markup and styles stand in template strings, which minifiers leave alone. Indentation is taken out of the modules
 * that hold them, and comments out of styles. Lines stay, so that source maps stay true.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!/\/src\/[^?]*\.ts$/.test(id) || !/\b(css|html)`/.test(code)) return null;
      const withoutComments = (styles: string) =>
        styles.replace(COMMENT, (comment) => comment.replace(/[^\n]+/g, ''));
      return { code: code.replace(STYLES, withoutComments).replace(INDENTATION, '\n'), map: null };
    },
  };
}
