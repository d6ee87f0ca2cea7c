import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';
import { docsEntries, docsPages } from './demo/docs-site/plugin.mjs';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const shared: UserConfig = {
  // Without it a library build looks for workers and assets at the root of whatever host it is served from.
  base: './',
  plugins: [functionImports(), dropSecondPostCss(), setStylesAsProperties()],
  // What a file may weigh is in test/budgets.json.
  build: {
    target: 'es2022',
    minify: true,
    emptyOutDir: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
};

/** What rrweb-player's copy of PostCSS asks of Node.js, answered where no other bundler will do it. */
const define = { 'process.env.NODE_ENV': '"production"', 'process.env.LANG': 'undefined' };

/** One file that needs nothing else: for pages without a bundler. */
const standalone: UserConfig = {
  ...shared,
  define,
  plugins: [functionImports(), dropSecondPostCss(), setStylesAsProperties(), asFunction()],
  build: {
    ...shared.build,
    lib: { entry: path('src/define.ts'), formats: ['es'], fileName: () => 'portable-replay.js' },
    rolldownOptions: { output: { codeSplitting: false, minify: true } },
  },
};

/** Modules for bundlers, which bring the dependencies in themselves. */
const library: UserConfig = {
  ...shared,
  build: {
    ...shared.build,
    minify: false,
    lib: { entry: { index: path('src/index.ts'), define: path('src/define.ts') }, formats: ['es'] },
    rolldownOptions: {
      external:
        /^(lit|@rrweb\/types|css-what|fflate|fzstd|snappyjs|@noble\/hashes|rrweb-player)($|\/(?!.*\.css))/,
      output: { chunkFileNames: 'chunks/[name].js' },
    },
  },
};

/** The viewer, the demo pages and the documentation. */
const site: UserConfig = {
  ...shared,
  define,
  root: path('demo'),
  plugins: [...(shared.plugins ?? []), docsPages()],
  build: {
    ...shared.build,
    outDir: path('dist/site'),
    emptyOutDir: true,
    rolldownOptions: {
      input: [...['index', 'embed', 'dashboard'].map((page) => path(`demo/${page}.html`)), ...docsEntries],
    },
  },
};

/**
 * `import f from 'module.ts?function'`: the module's default export with all that it imports inside of it. A worker
 * can then be started with the function's text, and the function be called where there is no worker.
 */
function functionImports(): Plugin {
  const SUFFIX = '?function';
  return {
    name: 'function-imports',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const entry = id.slice(0, -SUFFIX.length);
      const output = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          minify: false,
          target: 'es2022',
          lib: { entry, formats: ['iife'], name: 'run', fileName: 'run' },
        },
      });
      const [bundle] = [output].flat();
      if (!bundle || !('output' in bundle)) throw new Error(`${entry} was not built`);
      return `export default function (...given) {\n${bundle.output[0].code}\nreturn run(...given);\n}`;
    },
  };
}

/**
 * Puts a module as a whole into a function, which is handed to itself as `__PLAYER__`: so the player has its own text
 * to put into the pages that it saves, without asking for a file.
 */
function asFunction(): Plugin {
  const EXPORTS = /export\s*\{([^}]*)\};?\s*$/;
  return {
    name: 'as-function',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const [, list] = EXPORTS.exec(chunk.code) ?? [];
        if (list === undefined || chunk.imports.length > 0)
          throw new Error(`${chunk.fileName} is built otherwise`);
        const exported = list.split(',').map((pair) => pair.trim().split(/\s+as\s+/) as [string, string?]);
        const fields = exported.map(([name, as = name]) => `${as}:${name}`);
        const names = exported.map(([name, as = name]) => as);
        const body = chunk.code.replace(EXPORTS, '');
        chunk.code = `const player=function(__PLAYER__){${body}\nreturn{${fields.join()}}};export const{${names.join()}}=player(player);\n`;
      }
    },
  };
}

/**
 * rrweb-player brings PostCSS twice and uses one of the copies. What makes the other, and touches each of its parts
 * for nothing, is taken out; the bundler then drops its code: 20 KB gzipped.
 */
function dropSecondPostCss(): Plugin {
  const COPY = /var postcssExports = requirePostcss\(\);\nconst postcss = .*;\n(postcss\.\w+;\n)+/;
  return {
    name: 'drop-second-postcss',
    transform(code, id) {
      if (!id.endsWith('rrweb-player/dist/rrweb-player.js')) return null;
      if (!COPY.test(code)) throw new Error('rrweb-player is built in another way: is this still needed?');
      return { code: code.replace(COPY, ''), map: null };
    },
  };
}

/**
 * rrweb-player writes the size of its boxes into style attributes, which a page whose policy allows no inline styles
 * refuses and reports. The same as a property is none.
 */
function setStylesAsProperties(): Plugin {
  const SET = 'else if (node2.getAttribute(attribute) !== value) node2.setAttribute(attribute, value);';
  return {
    name: 'set-styles-as-properties',
    transform(code, id) {
      if (!id.endsWith('rrweb-player/dist/rrweb-player.js')) return null;
      if (!code.includes(SET)) throw new Error('rrweb-player is built in another way: is this still needed?');
      const styled = code.replace(
        SET,
        `else if (attribute === 'style') node2.style.cssText = value;\n  ${SET}`,
      );
      return { code: styled, map: null };
    },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'library') return library;
  return mode === 'site' ? site : standalone;
});
