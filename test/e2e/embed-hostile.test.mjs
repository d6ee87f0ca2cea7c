import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeText } from './browser.mjs';
import { ask, hear, heardBy, post, TITLE, useEmbed } from './embedding.mjs';

const PLAY = { portableReplay: 1, type: 'play', id: 1 };

describe('an embed among hostile pages', () => {
  const { browser, servers, recordingOn, embedAt, openAround } = useEmbed();
  const source = () => `src=${encodeURIComponent(recordingOn('store'))}`;
  const named = (name) => `parent-origin=${encodeURIComponent(servers[name].origin)}`;
  const isPaused = (embed) => embed.evaluate(() => document.querySelector('portable-replay').paused);
  const whole = (embed) =>
    embed.waitForFunction(() => document.querySelector('portable-replay')?.readyState === 4);
  /** All that was posted to the embed by now has come: what is posted to oneself comes after it. */
  const settled = (embed) =>
    embed.evaluate(
      () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(null);
        }),
    );

  /** A frame with a page of a server, in a page; what it hears is in its `heard`. */
  async function frameWith(page, address) {
    await page.evaluate(async (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
    }, address);
    const frame = page.frames().find((child) => child.url().startsWith(address));
    await frame.evaluate(() => {
      window.heard ??= [];
      addEventListener('message', ({ data }) => window.heard.push(data));
    });
    return frame;
  }

  it('does not hear another frame of the page around', async () => {
    const { page, embed } = await openAround(source());
    await whole(embed);
    const sibling = await frameWith(page, servers.other.origin);
    const attack = async () => {
      await sibling.evaluate((message) => parent.frames[0].postMessage(message, '*'), PLAY);
      await settled(embed);
      assert.equal(await isPaused(embed), true);
    };
    await attack();
    await heardBy(page);
    await attack();
    assert.deepEqual(await sibling.evaluate(() => window.heard), []);
  });

  it('does not hear a page further out', async () => {
    const { page } = await browser.open(servers.other.origin);
    const middle = await frameWith(page, servers.host.origin);
    await middle.evaluate((src) => {
      document.body.appendChild(document.createElement('iframe')).src = src;
    }, embedAt(source()));
    await middle.waitForFunction(() => window.heard.some(({ type }) => type === 'ready'));
    const [embed] = middle.childFrames();
    await whole(embed);
    await page.evaluate((message) => frames[0].frames[0].postMessage(message, '*'), PLAY);
    await settled(embed);
    assert.equal(await isPaused(embed), true);
  });

  it('does not hear a page that has opened it', async () => {
    const { page } = await browser.open(servers.host.origin);
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => {
        window.heard = [];
        addEventListener('message', ({ data }) => window.heard.push(data));
        window.opened = open(address);
      }, embedAt(source())),
    ]);
    await whole(opened);
    await page.evaluate((message) => window.opened.postMessage(message, '*'), PLAY);
    await settled(opened);
    assert.equal(await isPaused(opened), true);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
  });

  for (const said of ['host', 'not-an-origin']) {
    it(`says nothing to another origin than parent-origin: ${said}`, async () => {
      const parentOrigin = said === 'host' ? named('host') : `parent-origin=${said}`;
      const { page, embed, errors } = await openAround(`${source()}&${parentOrigin}`, { around: 'other' });
      await whole(embed);
      await post(page, PLAY, { portableReplay: 1, type: 'nonsense' });
      await settled(embed);
      await page.evaluate(() => 0);
      assert.equal(await isPaused(embed), true);
      assert.deepEqual(await page.evaluate(() => window.heard), []);
      assert.deepEqual(errors, []);
    });
  }

  it('keeps to the parent-origin that it started with', async () => {
    const { page, embed } = await openAround(`${source()}&${named('host')}`, { around: 'other' });
    await whole(embed);
    await page.evaluate(
      (src) => (document.querySelector('iframe').src = src),
      embedAt(`${source()}&${named('other')}`),
    );
    await embed.waitForFunction((port) => location.hash.includes(port), new URL(servers.other.origin).port);
    await post(page, PLAY);
    await settled(embed);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
    assert.equal(await isPaused(embed), true);
  });

  it('is ready for a page without an origin, and says no more', async () => {
    const address = embedAt(source());
    const around = `<body><script>heard = []; onmessage = ({data}) => heard.push(data)</script><iframe src="${address.replaceAll('&', '&amp;')}"></iframe>`;
    const { page } = await browser.open(servers.host.origin);
    const middle = await frameWith(page, `data:text/html,${encodeURIComponent(around)}`);
    await middle.waitForFunction(() => window.heard.length > 0);
    await middle.evaluate((message) => frames[0].postMessage(message, '*'), PLAY);
    await settled(middle.childFrames()[0]);
    const heard = await middle.evaluate(() => window.heard.map(({ type }) => type));
    assert.deepEqual([...new Set(heard)], ['ready']);
  });

  it('does once what is asked twice with one id', async () => {
    const { page, embed } = await openAround(source());
    await whole(embed);
    const seek = { portableReplay: 1, type: 'seek', time: 5, id: 'x' };
    await post(page, seek, { ...seek, time: 10 });
    await hear(page, { id: 'x', code: 'duplicate-id' });
    assert.equal((await ask(page, { type: 'get', name: 'currentTime' })).value, 5);
    const heard = await heardBy(page);
    assert.deepEqual(
      heard
        .filter(({ id }) => id === 'x')
        .map(({ type }) => type)
        .sort(),
      ['error', 'result'],
    );
  });

  it('stays usable in a flood, of which it drops what is too much', async () => {
    const { page, embed, errors } = await openAround(source());
    await whole(embed);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe');
      const label = 'x'.repeat(1000);
      for (let id = 0; id < 10_000; id++)
        contentWindow.postMessage(
          { portableReplay: 1, type: 'set', name: 'label', value: label + id, id },
          '*',
        );
    });
    await hear(page, { type: 'error', code: 'too-many-messages' });
    await embed.getByRole('button', { name: 'Play' }).first().click();
    await embed.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.3);
    const heard = await page.evaluate(() => window.heard);
    const answered = heard.filter(({ type }) => type === 'result').length;
    assert.ok(answered > 0 && answered < 2000, `${answered} of 10,000 were answered`);
    // The next second is another one.
    const found = await page.waitForFunction(
      () => {
        const { contentWindow } = document.querySelector('iframe');
        contentWindow.postMessage({ portableReplay: 1, type: 'get', name: 'paused', id: Math.random() }, '*');
        return window.heard.find(({ type, value }) => type === 'result' && value === false);
      },
      null,
      { polling: 100 },
    );
    assert.ok(found);
    assert.deepEqual(errors, []);
  });

  it('refuses huge values, and answers with little', async () => {
    const { page, embed, errors } = await openAround(source());
    await whole(embed);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe');
      const huge = 'x'.repeat(30_000_000);
      const messages = [
        { type: 'set', name: 'label', value: huge },
        { type: 'set', name: huge, value: 1 },
        { type: 'set', name: 'cover', value: huge },
        { type: 'set', name: '--replay-text', value: huge },
        { type: 'set', name: 'loopRange', value: new Uint8Array(30_000_000) },
        { type: 'load', src: huge },
        { type: huge },
        { type: 'play', portableReplay: huge },
      ];
      messages.forEach((message, id) =>
        contentWindow.postMessage({ portableReplay: 1, id, ...message }, '*'),
      );
      contentWindow.postMessage({ portableReplay: 1, type: 'nonsense', id: huge }, '*');
    });
    await hear(page, { type: 'error', id: null });
    const heard = await heardBy(page);
    const refusals = heard.filter(({ type }) => type === 'error');
    assert.equal(refusals.length, 9);
    assert.ok(JSON.stringify(refusals).length < 5000);
    assert.deepEqual(errors, []);
  });

  it('takes names of every object for what they are', async () => {
    const { page, embed, errors } = await openAround(source());
    await whole(embed);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe');
      for (const text of [
        '{"__proto__": {"type": "play", "portableReplay": 1}, "id": "a"}',
        '{"__proto__": {"type": "play"}, "portableReplay": 1, "id": "b"}',
        '{"portableReplay": 1, "type": "set", "name": "__proto__", "value": {"polluted": 1}, "id": "c"}',
        '{"portableReplay": 1, "type": "set", "name": "constructor", "value": 1, "id": "d"}',
        '{"portableReplay": 1, "type": "set", "name": "innerHTML", "value": "<b>", "id": "e"}',
        '{"portableReplay": 1, "type": "get", "name": "ownerDocument", "id": "f"}',
        '{"portableReplay": 1, "type": "toString", "id": "g"}',
      ])
        contentWindow.postMessage(JSON.parse(text), '*');
    });
    await hear(page, { id: 'g' });
    const heard = await heardBy(page);
    const answers = heard.filter(({ type }) => type === 'error').map(({ id, code }) => `${id} ${code}`);
    assert.deepEqual(answers.sort(), [
      'b unknown-type',
      'c unknown-name',
      'd unknown-name',
      'e unknown-name',
      'f unknown-name',
      'g unknown-type',
    ]);
    assert.equal(await isPaused(embed), true);
    assert.equal(await embed.evaluate(() => ({}).polluted), undefined);
    assert.deepEqual(errors, []);
  });

  it('is told nothing to the page that comes after the one around', async () => {
    const { page, embed } = await openAround(`${source()}&${named('host')}`);
    await whole(embed);
    await ask(page, { type: 'play' });
    await page.addInitScript(() => {
      window.after = [];
      addEventListener('message', ({ data }) => window.after.push(data));
    });
    await page.goto(servers.other.origin);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    assert.deepEqual(await page.evaluate(() => window.after), []);
    await page.goBack();
    assert.equal(new URL(page.url()).origin, servers.host.origin);
  });

  it('plays for the user whatever the page around posts', async () => {
    const { page, embed, errors } = await openAround(source());
    await seeText(embed, '#title', TITLE);
    await post(
      page,
      null,
      1,
      'x',
      [],
      { portableReplay: NaN },
      { portableReplay: {} },
      { portableReplay: 1, type: {} },
    );
    await embed.getByRole('button', { name: 'Play' }).first().click();
    await embed.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.2);
    assert.deepEqual(errors, []);
  });
});
