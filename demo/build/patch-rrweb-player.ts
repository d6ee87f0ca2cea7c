import type { Plugin } from 'vite';

/** What rrweb-player's copy of PostCSS asks of Node.js, answered where no other bundler will do it. */
export const rrwebPlayerDefines = {
  'process.env.NODE_ENV': '"production"',
  'process.env.LANG': 'undefined',
};

/** What is changed in rrweb-player on its way into a build. */
export function patchRrwebPlayer(): Plugin[] {
  return [dropSecondPostCss(), setStylesAsProperties()];
}

/**
 * rrweb-player brings PostCSS twice and uses one of the copies. What makes the other, and touches each of its parts
 * for nothing, is taken out; the bundler then drops its code: 20 KB gzipped.
 */
function dropSecondPostCss(): Plugin {
  const COPY = /var postcssExports = requirePostcss\(\);\nconst postcss = .*;\n(postcss\.\w+;\n)+/;
  return patch('drop-second-postcss', (code) => (COPY.test(code) ? code.replace(COPY, blankLines) : null));
}

/**
 * rrweb-player writes the size of its boxes into style attributes, which a page whose policy allows no inline styles
 * refuses and reports. The same as a property is none.
 */
function setStylesAsProperties(): Plugin {
  const SET = 'else if (node2.getAttribute(attribute) !== value) node2.setAttribute(attribute, value);';
  const styled = `else if (attribute === 'style') node2.style.cssText = value; ${SET}`;
  return patch('set-styles-as-properties', (code) => (code.includes(SET) ? code.replace(SET, styled) : null));
}

/** @param change null when the code is not as expected; must keep the number of lines */
function patch(name: string, change: (code: string) => string | null): Plugin {
  return {
    name,
    transform(code, id) {
      if (!id.endsWith('rrweb-player/dist/rrweb-player.js')) return null;
      const patched = change(code);
      if (patched === null) throw new Error('rrweb-player is built in another way: is this still needed?');
      return { code: patched, map: null };
    },
  };
}

function blankLines(text: string): string {
  return text.replace(/[^\n]/g, '');
}
