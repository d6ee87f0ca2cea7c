import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { launchOptions } from '../browser/provide-browser.mjs';
import { ROOT, serve } from '../e2e/servers.mjs';
import { inTime } from './in-time.mjs';
import { installProbe } from './pages/probe.mjs';
import { FOLDER } from './recordings.mjs';

const PAGES = fileURLToPath(new URL('pages/', import.meta.url));
/** Two benches at once have the recordings in common but not what they build. */
export const BUILT = join(FOLDER, `pages-${process.pid}`);

const CLOSE_MS = 5000;

/** The pages that are measured, in one Chromium. A page that is stuck is taken away together with it. */
export class Browser {
  #browser;
  #servers = [];
  #addresses = {};

  async start() {
    await buildPages();
    const [root, built, recordings] = await Promise.all([
      serve(ROOT),
      serve(BUILT, { cors: true }),
      serve(FOLDER, { cors: true }),
    ]);
    this.#servers = [root, built, recordings];
    this.#addresses = {
      'baseline': `${built.origin}/baseline.html`,
      'element': `${root.origin}/test/bench/pages/element.html`,
      'rebuild': `${built.origin}/rebuild.html`,
      'rebuild-script': `${built.origin}/rebuild.js`,
      'recordings': recordings.origin,
    };
    await this.#launch();
  }

  get version() {
    return this.#browser.version();
  }

  recording(name) {
    return `${this.#addresses.recordings}/${name}.jsonl`;
  }

  get rebuildScript() {
    return this.#addresses['rebuild-script'];
  }

  /** @param {'baseline' | 'element' | 'rebuild'} name */
  async open(name) {
    const context = await this.#browser.newContext({ viewport: { width: 1100, height: 760 } });
    const page = await context.newPage();
    await page.addInitScript(installProbe);
    await page.goto(this.#addresses[name]);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    return new View(name, page, cdp);
  }

  async close(view) {
    const isClosed = await inTime(view.page.context().close(), CLOSE_MS).catch(() => 'stuck');
    if (isClosed !== 'stuck') return;
    await inTime(this.#browser.close(), CLOSE_MS).catch(() => undefined);
    await this.#launch();
  }

  async stop() {
    await this.#browser?.close();
    for (const server of this.#servers) server.close();
    await rm(BUILT, { recursive: true, force: true });
  }

  async #launch() {
    this.#browser = await chromium.launch(await launchOptions());
  }
}

/** A page and what is asked of it. */
export class View {
  constructor(name, page, cdp) {
    this.name = name;
    this.page = page;
    this.cdp = cdp;
  }

  /** Runs a function in the page, and gives up when that takes too long. */
  ask(what, argument, ms = 60_000) {
    const crashed = new Promise((_, reject) =>
      this.page.once('crash', () => reject(new Error('the page crashed'))),
    );
    return inTime(Promise.race([this.page.evaluate(what, argument), crashed]), ms);
  }
}

async function buildPages() {
  await build({
    configFile: false,
    logLevel: 'error',
    root: PAGES,
    base: './',
    // What rrweb-player's copy of PostCSS asks of Node.js.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.LANG': 'undefined' },
    build: {
      outDir: BUILT,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: ['baseline', 'rebuild'].map((page) => join(PAGES, `${page}.html`)),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
}
