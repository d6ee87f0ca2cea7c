import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { CHROMIUM_ARGS, findChromium } from './test/chromium.mjs';

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: true,
  concurrency: 2,
  // Without the tsconfig esbuild leaves Lit's decorators as they are and the browser refuses the file.
  plugins: [
    inlineImports(),
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS },
    }),
  ],
  // Tests run Lit as it comes for development, which says so on every page.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 15000 } },
  testRunnerHtml: (path) =>
    `<!doctype html><html lang="en"><head><title>Tests</title></head><body><script type="module" src="${path}"></script></body></html>`,
};

/** Vite's two import suffixes that the sources use, so that tests run the sources as they are. */
function inlineImports() {
  return {
    name: 'inline-imports',
    transform(context) {
      if (context.path.endsWith('.css') && 'inline' in context.query) {
        return { body: `export default ${JSON.stringify(context.body)}`, transformCache: true };
      }
    },
    resolveMimeType(context) {
      if (context.path.endsWith('.css') && 'inline' in context.query) return 'js';
    },
  };
}
