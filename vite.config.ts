import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const shared: UserConfig = {
  // Without it a library build looks for workers and assets at the root of whatever host it is served from.
  base: './',
  plugins: [functionImports(), dropSecondPostCss()],
  build: { target: 'es2022', minify: true, emptyOutDir: false, reportCompressedSize: false },
};

/** What rrweb-player's copy of PostCSS asks of Node.js, answered where no other bundler will do it. */
const define = { 'process.env.NODE_ENV': '"production"', 'process.env.LANG': 'undefined' };

/** One file that needs nothing else: for pages without a bundler. */
const standalone: UserConfig = {
  ...shared,
  define,
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
      external: /^(lit|css-what|fflate|fzstd|snappyjs|@noble\/hashes|rrweb-player)($|\/(?!.*\.css))/,
      output: { chunkFileNames: 'chunks/[name].js' },
    },
  },
};

/** The viewer and the demo pages. */
const site: UserConfig = {
  ...shared,
  define,
  root: path('demo'),
  build: {
    ...shared.build,
    outDir: path('dist/site'),
    emptyOutDir: true,
    rolldownOptions: {
      input: ['index', 'embed', 'dashboard', 'docs'].map((page) => path(`demo/${page}.html`)),
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

export default defineConfig(({ mode }) => {
  if (mode === 'library') return library;
  return mode === 'site' ? site : standalone;
});
