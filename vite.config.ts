import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { asFunction } from './demo/build/as-function.ts';
import { functionImports } from './demo/build/function-imports.ts';
import { gatherAlike, neededByBoth } from './demo/build/gather-alike.ts';
import { minifyTemplates } from './demo/build/minify-templates.ts';
import { offlineViewer } from './demo/build/offline-viewer.ts';
import { patchRrwebPlayer } from './demo/build/patch-rrweb-player.ts';
import { path } from './demo/build/paths.ts';
import { standaloneFile } from './demo/build/standalone-file.ts';
import { thirdPartyNotices } from './demo/build/third-party-notices.ts';
import { keepWorkerAddress } from './demo/build/worker-address.ts';
import { docsEntries, docsPages } from './demo/docs-site/plugin.mjs';

/** Builds inside of a build, and pages made of Markdown, take their time. */
const quiet = { checks: { bundlerTimings: false } };

const shared: UserConfig = {
  // Without it a library build looks for workers and assets at the root of whatever host it is served from.
  base: './',
  plugins: [patchRrwebPlayer()],
  // What a file may weigh is in test/budgets.json.
  build: {
    target: 'es2022',
    minify: true,
    sourcemap: true,
    emptyOutDir: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
};

const inFunctions = new Set<string>();

/** By halves: with the 36 KB of a whole language between them, nothing of the next would be found in it. */
const WORDS = [/^locale\/\w\w\/[a-h]/, /^locale\/\w\w\/[i-z]/];
/** What the page and the worker both need: it ends the one half and begins the other. */
const IN_BOTH = neededByBoth(
  ['define.ts', 'rrweb-view/load-replay-core.one-file.ts'],
  ['worker/serve-recordings.ts'],
);

/** One file that needs nothing else: for pages without a bundler. */
const oneFile: UserConfig = {
  ...shared,
  plugins: [
    functionImports(inFunctions, [gatherAlike('worker/serve-recordings.ts', [IN_BOTH])]),
    patchRrwebPlayer(),
    minifyTemplates(),
    gatherAlike('define.ts', [...WORDS, /styles\.ts$/, IN_BOTH, /^worker\/reader-code\.one-file/]),
    asFunction(),
    thirdPartyNotices(inFunctions),
  ],
  resolve: {
    alias: {
      './reader-code.ts': path('src/worker/reader-code.one-file.ts'),
      './languages.ts': path('src/locale/languages.one-file.ts'),
      './load-replay-core.ts': path('src/rrweb-view/load-replay-core.one-file.ts'),
      ...playerSource('src/copies/player-source.one-file.ts'),
    },
  },
  build: {
    ...shared.build,
    // The first of the builds; what an earlier run has left must not be packed.
    emptyOutDir: true,
    // `asFunction` names it, behind the function.
    sourcemap: 'hidden',
    lib: { entry: path('src/define.ts'), formats: ['es'], fileName: () => 'portable-replay.js' },
    rolldownOptions: {
      ...quiet,
      output: { codeSplitting: false, minify: true, comments: { annotation: false } },
    },
  },
};

/**
 * Modules for bundlers, one for each of ours, so that a bundler takes only what is used. Packages that `package.json`
 * names as dependencies, peers included, are brought in by the bundler; all others are in here.
 */
const library: UserConfig = {
  ...shared,
  plugins: [keepWorkerAddress(), patchRrwebPlayer()],
  build: {
    ...shared.build,
    minify: false,
    lib: {
      entry: Object.fromEntries(
        [
          'index',
          'define',
          'core/index',
          'embed/index',
          'record/index',
          'types/react',
          'types/vue',
          'types/svelte',
        ].map((name) => [name, path(`src/${name}.ts`)]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      external: dependencies().map((name) => new RegExp(`^${name}($|/)`)),
      output: {
        preserveModules: true,
        preserveModulesRoot: path('src'),
        // npm packs no folder of the name that packages are in.
        entryFileNames: ({ name }) => `${name.replace(/^(node_modules|_virtual\/.*)\//, 'vendor/')}.js`,
      },
    },
  },
};

/** The library's worker. It has all that it needs inside: nobody maps the imports of a worker. */
const worker: UserConfig = {
  ...shared,
  build: {
    ...shared.build,
    lib: {
      entry: path('src/worker/reader.worker.ts'),
      formats: ['es'],
      fileName: () => 'worker/reader.worker.js',
    },
    rolldownOptions: { output: { codeSplitting: false, minify: true } },
  },
};

/** The script that turns links into embeds: a classic one, so that it works as a module, too. */
const embedScript: UserConfig = {
  ...shared,
  build: {
    ...shared.build,
    lib: {
      entry: path('src/embed/embed-script.ts'),
      formats: ['iife'],
      name: 'portableReplayEmbed',
      fileName: () => 'embed.js',
    },
    rolldownOptions: { output: { minify: true } },
  },
};

/** The command line, for Node.js, with the packages inside that only it needs: who installs the element need not. */
const commandLine: UserConfig = {
  ...shared,
  plugins: [thirdPartyNotices(new Set())],
  build: {
    ...shared.build,
    target: 'node20',
    minify: false,
    sourcemap: false,
    ssr: true,
    lib: {
      entry: { main: path('src/cli/main.ts'), worker: path('src/cli/pool/worker.ts') },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^node:/, ...dependencies().map((name) => new RegExp(`^${name}($|/)`))],
      output: {
        dir: path('dist/cli'),
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
      },
    },
  },
  // Packages are bundled, but for those that are installed along.
  ssr: { noExternal: true },
};

/** The viewer, the demo pages and the documentation. */
const site: UserConfig = {
  ...shared,
  root: path('demo'),
  plugins: [patchRrwebPlayer(), docsPages(), standaloneFile(), offlineViewer()],
  resolve: { alias: playerSource('demo/player-source.ts') },
  // `npm run dev`: the sources are beside the pages; packages may be links to where another checkout has them.
  server: { fs: { allow: [path('.'), dirname(realpathSync(path('node_modules/vite')))] } },
  // Vite would prepare it for the page by itself, unpatched.
  optimizeDeps: { exclude: ['rrweb-player'] },
  build: {
    ...shared.build,
    sourcemap: false,
    outDir: path('dist/site'),
    emptyOutDir: true,
    rolldownOptions: {
      ...quiet,
      input: [...['index', 'embed', 'dashboard'].map((page) => path(`demo/${page}.html`)), ...docsEntries],
    },
  },
};

/** Where the text of a player for saved pages comes from. */
function playerSource(file: string): Record<string, string> {
  const names = ['./player-source.ts', '../../copies/player-source.ts'];
  return Object.fromEntries(names.map((name) => [name, path(file)]));
}

function dependencies(): string[] {
  const text = readFileSync(path('package.json'), 'utf8');
  const manifest = JSON.parse(text) as Record<'dependencies' | 'peerDependencies', object>;
  return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
}

const configs: Readonly<Record<string, UserConfig>> = {
  library,
  worker,
  embed: embedScript,
  cli: commandLine,
  site,
};

export default defineConfig(({ mode }) => configs[mode] ?? oneFile);
