import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { build } from 'vite';
import { launchOptions } from './test/browser/provide-browser.mjs';
import { changeRrwebPlayer, isRrwebPlayer } from './demo/build/rrweb-player-changes.mjs';

export default {
  // Tests of the core and of the command line run in Node, but for those that need a browser.
  files: ['test/*.test.ts', 'test/!(core|cli)/**/*.test.ts', 'test/core/**/*.browser.test.ts'],
  nodeResolve: true,
  concurrency: 2,
  // Without the tsconfig esbuild leaves Lit's decorators as they are and the browser refuses the file.
  plugins: [
    inlineStyles(),
    bundledWorker(),
    commonJsModules(),
    changedRrwebPlayer(),
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  middleware: [foreignRecordings],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: await launchOptions() })],
  // Tests run Lit as it comes for development, which says so on every page.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // Some files go through every recording there is.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 15000 } },
  testRunnerHtml: (path) => `<!doctype html>
    <html lang="en">
      <head>
        <title>Tests</title>
        <script>(${reportEveryFailure})();</script>
      </head>
      <body><script type="module" src="${path}"></script></body>
    </html>`,
};

/**
 * Runs in the page. The runner clones what a failed comparison compared; elements cannot be cloned, and the file would
 * seem not to finish. Then only the message is reported.
 */
function reportEveryFailure() {
  const clone = window.structuredClone;
  window.structuredClone = (value, options) => {
    try {
      return clone(value, options);
    } catch (error) {
      if (!String(value?.type).startsWith('wtr-')) throw error;
      const isCompared = (key) => key === 'actual' || key === 'expected';
      return JSON.parse(JSON.stringify(value, (key, member) => (isCompared(key) ? undefined : member)));
    }
  };
}

/** Recordings that nobody here made, from beside the project where there are some; their names at the folder's address. */
async function foreignRecordings(context, next) {
  const [, path] = /^\/foreign-recordings\/(.*)$/.exec(decodeURIComponent(context.path)) ?? [];
  if (path === undefined) return next();
  const folder = fileURLToPath(new URL('../shared/recordings/', import.meta.url));
  context.body = path === '' ? namesIn(folder) : await readFile(join(folder, path));
}

function namesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true }).filter((name) => /\.jsonl?$/.test(name));
  } catch {
    return [];
  }
}

/** Styles as text, as the build makes them. */
function inlineStyles() {
  return {
    name: 'inline-styles',
    transform(context) {
      if (!isInlineStyle(context)) return;
      return { body: `export default ${JSON.stringify(context.body)}`, transformCache: true };
    },
    resolveMimeType(context) {
      if (isInlineStyle(context)) return 'js';
    },
  };
}

/** The worker as the library has it: one that fetched every module by itself would take longer than most tests. */
function bundledWorker() {
  let script;
  return {
    name: 'bundled-worker',
    serverStart({ fileWatcher }) {
      fileWatcher.on('change', () => (script = undefined));
    },
    async serve({ path }) {
      if (path !== '/src/worker/reader.worker.ts') return;
      script ??= build({ mode: 'worker', logLevel: 'error', build: { write: false, sourcemap: 'inline' } });
      const [{ output }] = [await script].flat();
      return { type: 'js', body: output[0].code };
    },
  };
}

/** What bundlers do with a CommonJS module that needs no other. */
function commonJsModules() {
  return {
    name: 'common-js-modules',
    transform(context) {
      if (!context.path.includes('/snappyjs/')) return;
      return { body: `const exports = {};\n${context.body}\nexport default exports;` };
    },
  };
}

/** rrweb-player as the build has it. */
function changedRrwebPlayer() {
  return {
    name: 'changed-rrweb-player',
    transform: (context) =>
      isRrwebPlayer(context.path)
        ? { body: changeRrwebPlayer(context.body), transformCache: true }
        : undefined,
  };
}

function isInlineStyle({ path, query }) {
  return path.endsWith('.css') && 'inline' in query;
}
