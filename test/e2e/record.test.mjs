/* global replayRecord */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright';
import { startShop } from '../../fixtures/server.mjs';
import { launchOptions } from '../browser/provide-browser.mjs';
import { seeText } from './browser.mjs';
import { hookPosthog, recordScript } from './record-script.mjs';
import { ROOT } from './servers.mjs';

const { openRecording } = await import(join(ROOT, 'dist/core/index.js'));

describe('portable-replay/record', () => {
  let browser;
  let shop;
  let script;
  /** What PostHog was sent. */
  const sent = [];

  before(async () => {
    browser = await chromium.launch(await launchOptions());
    shop = await startShop((event) => sent.push(event));
    shop.origin = `http://127.0.0.1:${shop.port}`;
    script = await recordScript();
  });
  after(async () => {
    await browser.close();
    shop.close();
  });

  /** A browser in which the shop keeps what posthog-js records. */
  async function shopper() {
    sent.length = 0;
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    await context.addInitScript({ content: script });
    await context.addInitScript(() => {
      let index = 0;
      const page = `${Date.now()}-${Math.random()}`;
      // A page that closes has noted what it noted.
      const note = (event) => {
        if (event.event === '$snapshot')
          localStorage.setItem(`due-${page}-${index++}`, JSON.stringify(event));
        return event;
      };
      window.beforeSend = [note, replayRecord.keepSnapshots()];
    });
    // Requests of pages that close do not get through to the server where a test answers some of them.
    await context.addInitScript(hookPosthog);
    const open = async (path = '') => {
      const page = await context.newPage();
      page.on('pageerror', (error) => assert.fail(error));
      await page.goto(`${shop.origin}/${path}`);
      return page;
    };
    return { context, open };
  }

  /** What PostHog is to be sent, by what each page that is open or was has noted. */
  const dueBy = (page) =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('due-'))
        .map(([, text]) => JSON.parse(text)),
    );

  /** The only recording that is kept; its lines are null where there is none. */
  const keptBy = (page) =>
    page.evaluate(async () => {
      const [recording, ...others] = await replayRecord.listRecordings();
      if (others.length > 0) throw new Error(`${others.length + 1} recordings`);
      const [file] = (recording && (await replayRecord.getRecording(recording.id))) ?? [];
      return { recording, text: (await file?.text()) ?? null };
    });

  const linesKept = async (page) => (await keptBy(page)).text?.trim().split('\n').length ?? 0;

  const byId = (a, b) => (a.uuid < b.uuid ? -1 : 1);
  /** As it was before it was put into a request, which says when. */
  const withoutMoment = (event) => ({ ...event, sent_at: undefined });

  /** What has arrived of what was due, and what was due, both as they were before they were put into requests. */
  function compared(due) {
    const arrived = sent.filter(({ uuid }) => due.some((event) => event.uuid === uuid));
    const ids = new Set(arrived.map(({ uuid }) => uuid));
    const expected = due.filter(({ uuid }) => ids.has(uuid));
    return [arrived, expected].map((events) => events.map(withoutMoment).sort(byId));
  }

  async function assertAllSent(page) {
    const due = await dueBy(page);
    await until(() => compared(due)[0].length >= due.length);
    const [arrived, expected] = compared(due);
    assert.deepEqual(arrived, expected);
    return due;
  }

  async function entriesOf(text) {
    const recording = await openRecording(new TextEncoder().encode(text));
    const entries = [];
    for await (const entry of recording.entries()) entries.push(entry);
    await recording.close();
    return entries;
  }

  it('keeps what two tabs record of a session, and PostHog is sent the same', async () => {
    const { context, open } = await shopper();
    const [shopTab, product] = [await open(), await open('product.html')];
    await product.mouse.move(300, 300, { steps: 5 });
    await product.click('#add');
    await shopTab.bringToFront();
    await shopTab.mouse.move(600, 200, { steps: 10 });
    await shopTab.fill('#q', 'fern');
    await shopTab.press('#q', 'Enter');
    await until(() => sent.length >= 2);
    // What is recorded while pages close, too.
    await shopTab.click('.card:nth-of-type(2) a');
    await shopTab.click('#add');
    // A page that has just come may be gone before its database is open: it stays until it has kept something.
    const { length } = await dueBy(shopTab);
    await until(async () => (await dueBy(shopTab)).length > length);
    await until(async () => (await linesKept(shopTab)) === (await dueBy(shopTab)).length);
    await assertAllSent(shopTab);
    await shopTab.keyboard.press('Escape');
    await shopTab.close({ runBeforeUnload: true });
    await product.close({ runBeforeUnload: true });
    const page = await context.newPage();
    await page.goto(`${shop.origin}/style.css`);
    await until(async () => (await linesKept(page)) === (await dueBy(page)).length);
    const due = await dueBy(page);
    // What a page sends as it closes does not always get through, whoever sends it.
    const [arrived, ofThese] = compared(due);
    assert.deepEqual(arrived, ofThese);
    const { recording, text } = await keptBy(page);
    assert.equal(recording.id, due[0].properties.$session_id);
    assert.equal(new Set(due.map(({ properties }) => properties.$window_id)).size, 2);
    const lines = text.trim().split('\n');
    assert.equal(lines.length, due.length);
    const expected = await entriesOf(due.map((event) => `${JSON.stringify(event)}\n`).join(''));
    assert.ok(expected.some(({ kind }) => kind === 'click'));
    assert.deepEqual(await entriesOf(text), expected);
    await context.close();
  });

  it('lets PostHog have everything where the device is full', async () => {
    const { context, open } = await shopper();
    const page = await open('style.css');
    const client = await context.newCDPSession(page);
    await client.send('Storage.overrideQuotaForOrigin', { origin: shop.origin, quotaSize: 600_000 });
    await page.goto(shop.origin);
    for (const text of ['fern', 'moss', 'ivy', 'lily', 'sedge']) {
      const count = (await dueBy(page)).length;
      await page.fill('#q', text);
      await page.evaluate(() => {
        // Some 200 KB, however they are compressed.
        document.body.append(...Array.from({ length: 15_000 }, () => Math.random().toString(36)));
      });
      await until(async () => (await dueBy(page)).length > count);
    }
    const due = (await assertAllSent(page)).sort(byId).map(({ properties }) => properties.$snapshot_data);
    const lines = (await keptBy(page)).text.trim().split('\n');
    assert.ok(lines.length < due.length, `${lines.length} of ${due.length} were kept`);
    // No batch is kept after one that is not.
    const kept = lines.map((line) => JSON.parse(line).properties.$snapshot_data);
    assert.deepEqual(kept, due.slice(0, kept.length));
    await context.close();
  });

  it('shows the sessions in the library of a viewer at the same origin', async () => {
    const { context, open } = await shopper();
    const page = await open();
    // posthog-js waits for somebody to be there.
    await page.click('#title');
    await until(async () => (await keptBy(page)).text !== null);
    await context.route('**/viewer/**', (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: join(ROOT, 'dist/site', pathname.slice('/viewer/'.length)) });
    });
    const viewer = await open('viewer/index.html');
    await viewer.getByRole('button', { name: 'Library' }).click();
    await viewer.getByRole('heading', { name: `127.0.0.1:${shop.port}/` }).waitFor();
    assert.equal(await viewer.getByPlaceholder('Add a tag').count(), 0);
    await viewer.getByRole('button', { name: /^Open 127/ }).click();
    await seeText(viewer, 'h1', 'Plants for shady corners');
    await page.close();
    await viewer.getByRole('button', { name: 'Library' }).click();
    await viewer.getByRole('button', { name: /^Remove 127/ }).click();
    await viewer.getByRole('button', { name: 'Remove', exact: true }).click();
    await viewer.getByText('Nothing is kept yet').waitFor();
    assert.equal((await keptBy(viewer)).recording, undefined);
    await context.close();
  });

  it('says what to install where rrweb’s recorder is missing', async () => {
    const page = await browser.newPage();
    await page.goto(`${shop.origin}/style.css`);
    await page.addScriptTag({ content: await recordScript({ external: ['@rrweb/record'] }) });
    const messages = await page.evaluate(async () => {
      const { started, stop } = replayRecord.record();
      const message = (promise) => promise.then(String, (error) => error.message);
      return [await message(started), await message(stop())];
    });
    for (const message of messages) assert.match(message, /npm install @rrweb\/record/);
    await page.close();
  });
});

/** Waits for what comes sooner or later, however slow the machine is. */
async function until(isThere) {
  for (let i = 0; i < 200; i++) {
    if (await isThere()) return;
    await setTimeout(100);
  }
  assert.fail(`not within 20 seconds: ${isThere}`);
}
