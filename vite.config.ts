import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const shared: UserConfig = {
  // Without it a library build looks for workers and assets at the root of whatever host it is served from.
  base: './',
  worker: { format: 'es' },
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
    rolldownOptions: { output: { codeSplitting: false } },
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
      external: /^(lit|fflate|fzstd|snappyjs|@noble\/hashes|rrweb-player)($|\/(?!.*\.css))/,
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

export default defineConfig(({ mode }) => {
  if (mode === 'library') return library;
  return mode === 'site' ? site : standalone;
});
