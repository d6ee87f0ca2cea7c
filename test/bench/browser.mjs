import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { launchOptions } from '../browser/provide-browser.mjs';
import { ROOT, serve } from '../e2e/servers.mjs';
import { inTime } from './in-time.mjs';
import { installProbe } from './pages/probe.mjs';
import { installStaticPage } from './pages/static-page.mjs';
import { FOLDER } from './recordings.mjs';

const PAGES = fileURLToPath(new URL('pages/', import.meta.url));
/** Two benches at once have the recordings in common but not what they build. */
export const BUILT = join(FOLDER, `pages-${process.pid}`);

const CLOSE_MS = 5000;

/** So often it is asked what the pages' processes take. */
const LOOK_MS = 500;
/** Pages are at rest that take no more than this of a core, so many times. */
const REST_SHARE = 0.05;
const REST_LOOKS = 2;
const REST_WITHIN_MS = 300_000;

/** The pages that are measured, in one Chromium. A page that is stuck is taken away together with it. */
export class Browser {
  #browser;
  #system;
  #servers = [];
  #addresses = {};

  async start() {
    await buildBaseline();
    const [root, built, recordings] = await Promise.all([
      serve(ROOT),
      serve(BUILT, { cors: true }),
      serve(FOLDER, { cors: true }),
    ]);
    this.#servers = [root, built, recordings];
    this.#addresses = {
      'baseline': `${built.origin}/baseline.html`,
      'element': `${root.origin}/test/bench/pages/element.html`,
      'several': `${root.origin}/test/bench/pages/several.html`,
      'limit': `${root.origin}/test/bench/pages/limit.html`,
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

  /** @param {'baseline' | 'element' | 'several' | 'limit'} name */
  async open(name) {
    const context = await this.#browser.newContext({ viewport: { width: 1100, height: 760 } });
    const page = await context.newPage();
    for (const install of [installProbe, installStaticPage]) await page.addInitScript(install);
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

  /** Resolves when neither pages nor their workers are at work: what a player prepares is prepared by then. */
  async quiet() {
    const endAt = performance.now() + REST_WITHIN_MS;
    for (let looks = 0; looks < REST_LOOKS;) {
      if (performance.now() > endAt) throw new Error(`not at rest in ${REST_WITHIN_MS / 1000} s`);
      const [before, from] = [await this.#pageSeconds(), performance.now()];
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const taken = (await this.#pageSeconds()) - before;
      looks = taken / ((performance.now() - from) / 1000) <= REST_SHARE ? looks + 1 : 0;
    }
  }

  /** What Chromium traces while something is done in a page: events of some categories. */
  async traced({ page }, categories, action) {
    await this.#browser.startTracing(page, { categories });
    try {
      await action();
    } catch (error) {
      await this.#browser.stopTracing();
      throw error;
    }
    return JSON.parse(await this.#browser.stopTracing()).traceEvents;
  }

  async stop() {
    await this.#browser?.close();
    for (const server of this.#servers) server.close();
    await rm(BUILT, { recursive: true, force: true });
  }

  async #launch() {
    this.#browser = await chromium.launch(await launchOptions());
    this.#system = await this.#browser.newBrowserCDPSession();
  }

  /** Of a core, that the processes of all pages have taken until now. */
  async #pageSeconds() {
    const { processInfo } = await this.#system.send('SystemInfo.getProcessInfo');
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
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

async function buildBaseline() {
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
        input: join(PAGES, 'baseline.html'),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
}
