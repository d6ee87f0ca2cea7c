import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { startShop } from '../../fixtures/server.mjs';
import { launchOptions } from '../browser/provide-browser.mjs';
import { hookPosthog, recordScript } from '../e2e/record-script.mjs';
import { percentile } from './statistics.mjs';
import { alignedTable } from './table.mjs';

/**
 * `node test/bench/keep.mjs`: what `keepSnapshots()` costs the page for each batch that posthog-js hands to it, in the shop
 * of fixtures/ and in Chromium. Prints the time of the hook, which posthog-js waits for, of the longest task after it, in
 * which the page was idle, and of all together. Build first.
 *
 *   --visits 10   so many pages are opened and used
 */
const { values } = parseArgs({ options: { visits: { type: 'string', default: '10' } } });

/** Texts that are added to a page at once. posthog-js compresses 60,000 of them to nearly the most that it sends. */
const ADDED = [5000, 15_000, 60_000];
/** Each has more, compressed. */
const LEAST_BYTES = 12;
/** All pieces of a batch are written then. */
const PIECES_MS = 1000;
/** posthog-js hands over a batch every two seconds. */
const BATCH_MS = 2500;

const load1 = loadavg()[0];
const shop = await startShop(() => undefined);
const browser = await chromium.launch(await launchOptions());
try {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  // Only pages that are isolated from others get clocks that are exact to some microseconds.
  await context.route(
    () => true,
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      };
      return route.fulfill({ response, headers });
    },
  );
  await context.addInitScript({ content: await recordScript() });
  await context.addInitScript(measureHook);
  await context.addInitScript(hookPosthog);
  const page = await context.newPage();
  const batches = [];
  for (let visit = 1; visit <= Number(values.visits); visit++) {
    console.error(`visit ${visit}`);
    await page.goto(`http://127.0.0.1:${shop.port}/`);
    await use(page);
    for (const count of ADDED) {
      await page.evaluate((texts) => {
        for (let i = 0; i < texts; i++) document.body.append(Math.random().toString(36));
      }, count);
      await page.waitForFunction(
        (least) => window.measured.some(({ bytes }) => bytes > least),
        count * LEAST_BYTES,
        { timeout: 60_000 },
      );
      await page.waitForTimeout(PIECES_MS);
    }
    batches.push(...(await page.evaluate(() => window.measured)));
  }
  const small = batches.filter(({ bytes }) => bytes < 50_000);
  const rows = [
    ['as people use the shop', small],
    ...[
      ['50 to 100 KB', 50e3, 100e3],
      ['200 to 300 KB', 200e3, 300e3],
      ['0.8 to 1 MB', 800e3, 1e6],
    ].map(([name, from, to]) => [name, batches.filter(({ bytes }) => bytes >= from && bytes < to)]),
  ];
  const head = [
    'batches',
    'how many',
    'bytes, median',
    'the hook, ms',
    'longest task after it, ms',
    'all together, ms',
  ];
  console.log(
    alignedTable([
      head,
      head.map((_, i) => (i === 0 ? '---' : '--:')),
      ...rows.map(([name, of]) => row(name, of)),
    ]),
  );
  console.log(
    `\nMedian / 95 % / most. Chromium ${browser.version()}, ${cpus().length} × ${cpus()[0].model.trim()}; ` +
      `load ${load1.toFixed(1)} at the start, ${loadavg()[0].toFixed(1)} at the end`,
  );
} finally {
  await browser.close();
  shop.close();
}

async function use(page) {
  for (let i = 0; i < 2; i++) {
    await page.mouse.move(600, 200, { steps: 30 });
    await page.fill('#q', 'fern');
    await page.press('#q', 'Enter');
    await page.mouse.wheel(0, 300);
    await page.mouse.move(100, 300, { steps: 30 });
    await page.waitForTimeout(BATCH_MS);
  }
}

/** Runs in the page: times the hook for each batch, and what is written of the batch in later tasks. */
function measureHook() {
  window.measured = [];
  let isInHook = false;
  let idleSince = null;
  const timed = (run, note) => {
    const begun = performance.now();
    const result = run();
    note(performance.now() - begun);
    return result;
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const run = () => put.apply(this, args);
    if (isInHook) return run();
    return timed(run, (ms) => {
      window.measured.at(-1)?.later.push(idleSince === null ? ms : performance.now() - idleSince);
      idleSince = null;
    });
  };
  // What follows is done in the same task.
  const { requestIdleCallback } = window;
  window.requestIdleCallback = (run, options) =>
    requestIdleCallback((deadline) => {
      idleSince = performance.now();
      run(deadline);
      setTimeout(() => (idleSince = null));
    }, options);
  const hook = window.replayRecord.keepSnapshots();
  window.beforeSend = (event) => {
    if (event.event !== '$snapshot') return hook(event);
    isInHook = true;
    const { $snapshot_bytes: bytes } = event.properties;
    const batch = { bytes, hook: 0, later: [] };
    window.measured.push(batch);
    const result = timed(
      () => hook(event),
      (ms) => (batch.hook = ms),
    );
    isInHook = false;
    return result;
  };
}

function row(name, batches) {
  const of = (value) => {
    const all = batches.map(value);
    return [percentile(all, 0.5), percentile(all, 0.95), Math.max(...all)]
      .map((ms) => ms?.toFixed(2))
      .join(' / ');
  };
  return [
    name,
    String(batches.length),
    String(
      percentile(
        batches.map(({ bytes }) => bytes),
        0.5,
      ),
    ),
    of(({ hook }) => hook),
    of(({ later }) => Math.max(0, ...later)),
    of(({ hook, later }) => later.reduce((sum, ms) => sum + ms, hook)),
  ];
}
