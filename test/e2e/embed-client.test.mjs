import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { seeText } from './browser.mjs';
import { TITLE, useEmbed } from './embedding.mjs';
import { ROOT } from './servers.mjs';

describe('the client of an embed', () => {
  const { browser, servers, recordingOn, embedAt, openAround } = useEmbed();
  const source = (name = 'store') => `src=${encodeURIComponent(recordingOn(name))}`;

  /** A page with a connected client as `player`. */
  async function connected(fragment) {
    const { page, embed, errors } = await openAround(fragment);
    await page.evaluate(async () => {
      const { connect } = await import('/dist/embed/index.js');
      window.player = await connect(document.querySelector('iframe'));
      window.told = [];
      for (const type of [
        'loadeddata',
        'play',
        'playing',
        'pause',
        'seeked',
        'ratechange',
        'emptied',
        'error',
      ])
        window.player.addEventListener(type, (event) => window.told.push(event.type));
    });
    return { page, embed, errors };
  }

  it('connects to a frame that is still empty', async () => {
    const { page, errors } = await browser.open(servers.host.origin);
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    const duration = await page.evaluate(async (src) => {
      const { connect } = await import('/dist/embed/index.js');
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      const player = await connect(frame);
      return player.get('duration');
    }, embedAt(source()));
    assert.equal(typeof duration, 'number');
    assert.deepEqual(said, []);
    assert.deepEqual(errors, []);
  });

  it('drives the player by the names of the element', async () => {
    const { page, embed, errors } = await connected(source());
    await seeText(embed, '#title', TITLE);
    await page.evaluate(() => window.player.set('playbackRate', 4));
    await page.waitForFunction(() => window.player.playbackRate === 4);
    await page.evaluate(() => window.player.play());
    await page.waitForFunction(() => !window.player.paused && window.player.currentTime > 1);
    await page.evaluate(() => window.player.pause());
    await page.waitForFunction(() => window.player.paused);
    await page.evaluate(() => (window.player.currentTime = 10));
    await page.waitForFunction(() => window.told.includes('seeked') && window.player.currentTime === 10);
    await seeText(embed, '#title', 'Checkout');
    const { told, duration } = await page.evaluate(() => ({
      told: window.told,
      duration: window.player.duration,
    }));
    assert.ok(duration > 10);
    const order = ['ratechange', 'play', 'playing', 'pause', 'seeked'];
    assert.deepEqual(
      told.filter((type) => order.includes(type)),
      order,
    );
    assert.deepEqual(errors, []);
  });

  it('loads addresses relative to its own page, and Blobs', async () => {
    const { page, embed } = await connected('');
    const format = await page.evaluate(async () => {
      const info = await window.player.load('fixtures/recordings/checkout.v2.json');
      return info.format;
    });
    assert.equal(format, 'posthog-export-2023-04-28');
    const text = await readFile(join(ROOT, 'fixtures/recordings/lab.jsonl'), 'utf8');
    await page.evaluate((content) => window.player.load(new Blob([content])), text);
    await seeText(embed, '#title', 'Greenhouse lab');
  });

  it('rejects with the code of what is wrong', async () => {
    const { page } = await connected('');
    const codes = await page.evaluate(async (elsewhere) => {
      const tried = [
        window.player.play(),
        window.player.load(elsewhere),
        window.player.load('nothing.json'),
        window.player.set('limits', {}),
        window.player.get('innerHTML'),
        window.player.seek('soon'),
      ];
      const settled = await Promise.allSettled(tried);
      return settled.map(({ reason }) => `${reason.name} ${reason.code}`);
    }, recordingOn('other'));
    assert.deepEqual(codes, [
      'EmbedError empty',
      'EmbedError source-not-allowed',
      'EmbedError network',
      'EmbedError unknown-name',
      'EmbedError unknown-name',
      'EmbedError invalid-value',
    ]);
    assert.equal(await page.evaluate(() => window.player.errorCode), 'network');
  });

  it('gives up what is not answered when the frame starts anew, and goes on with that', async () => {
    const { page, embed } = await connected(source());
    await seeText(embed, '#title', TITLE);
    await page.evaluate(async () => {
      const frame = document.querySelector('iframe');
      const { src } = frame;
      frame.src = 'about:blank';
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      window.given = window.player.seek(1).catch(({ code }) => code);
      frame.src = src;
    });
    await page.waitForFunction(() => window.heard.filter(({ type }) => type === 'ready').length === 2);
    await page.waitForFunction(() => window.player.readyState === 4);
    await page.evaluate(() => window.player.seek(10));
    await seeText(page.frames()[1], '#title', 'Checkout');
    assert.equal(await page.evaluate(() => window.given), 'aborted');
  });

  it('neither hears nor speaks to another page in the frame', async () => {
    const { page, embed } = await connected(source());
    await seeText(embed, '#title', TITLE);
    const before = await page.evaluate(() => window.player.duration);
    await page.evaluate(async (src) => {
      const frame = document.querySelector('iframe');
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.src = src;
      await loaded;
    }, servers.other.origin);
    const other = page.frames()[1];
    await other.evaluate(() => {
      window.heard = [];
      addEventListener('message', ({ data }) => window.heard.push(data));
      parent.postMessage({ portableReplay: 1, type: 'state', duration: 5, currentTime: 3 }, '*');
    });
    await page.evaluate(() => {
      window.player.play().catch(() => undefined);
      return new Promise((resolve) => setTimeout(resolve));
    });
    assert.deepEqual(await other.evaluate(() => window.heard), []);
    assert.equal(await page.evaluate(() => window.player.duration), before);
  });

  it('closes, by itself or by a signal', async () => {
    const { page, embed } = await connected(source());
    await seeText(embed, '#title', TITLE);
    const found = await page.evaluate(async () => {
      const codeOf = (promise) =>
        promise.then(
          () => 'done',
          ({ name, code }) => (name === 'EmbedError' ? code : name),
        );
      const { connect } = await import('/dist/embed/index.js');
      const frame = document.querySelector('iframe');
      const controller = new AbortController();
      const second = await connect(frame, { signal: controller.signal });
      const works = await codeOf(second.pause());
      controller.abort();
      const empty = document.body.appendChild(document.createElement('iframe'));
      empty.src = 'https://nobody.test/';
      const waiting = connect(empty, { signal: AbortSignal.abort() });
      window.player.close();
      return [works, await codeOf(second.pause()), await codeOf(waiting), await codeOf(window.player.play())];
    });
    assert.deepEqual(found, ['done', 'aborted', 'AbortError', 'aborted']);
    assert.equal(await embed.evaluate(() => document.querySelector('portable-replay').paused), true);
  });
});
