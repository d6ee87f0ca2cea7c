import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { seeText } from './browser.mjs';
import { ask, hear, heardBy, post, TITLE, useEmbed } from './embedding.mjs';
import { ROOT } from './servers.mjs';

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));

describe('an embed', () => {
  const { servers, recordingOn, openAround } = useEmbed();
  const source = (name = 'store') => `src=${encodeURIComponent(recordingOn(name))}`;
  const hostOrigin = () => `parent-origin=${encodeURIComponent(servers.host.origin)}`;

  it('says that it is ready and nothing else until it is spoken to', async () => {
    const { page, embed, errors } = await openAround(source());
    await seeText(embed, '#title', TITLE);
    await embed.waitForFunction(() => document.querySelector('portable-replay').readyState === 4);
    const before = await page.evaluate(() => window.heard);
    const from = servers.site.origin;
    assert.deepEqual(before, [{ portableReplay: 1, type: 'ready', version, from }]);
    const { value } = await ask(page, { type: 'get', name: 'duration' });
    assert.ok(value > 10);
    const state = await hear(page, { type: 'state', readyState: 4 });
    assert.equal(state.duration, value);
    assert.equal((await hear(page, { type: 'resize' })).height > 200, true);
    assert.deepEqual(errors, []);
  });

  it('tells an origin that its address names of everything from the start', async () => {
    const { page } = await openAround(`${source()}&${hostOrigin()}`);
    await hear(page, { type: 'event', name: 'canplaythrough' });
    const names = await page.evaluate(() =>
      window.heard.filter(({ type }) => type === 'event').map(({ name }) => name),
    );
    const order = ['loadstart', 'loadedmetadata', 'loadeddata', 'canplay', 'canplaythrough'];
    assert.deepEqual(
      names.filter((name) => order.includes(name)),
      order,
    );
  });

  it('plays, pauses, seeks and sets', async () => {
    const { page, embed, errors } = await openAround(source());
    await seeText(embed, '#title', TITLE);
    await ask(page, { type: 'set', name: 'playbackRate', value: 8 });
    await hear(page, { type: 'state', playbackRate: 8 });
    assert.equal((await ask(page, { type: 'play' })).type, 'result');
    await hear(page, { type: 'event', name: 'playing' });
    await ask(page, { type: 'pause' });
    await hear(page, { type: 'event', name: 'pause' });
    await ask(page, { type: 'seek', time: 10 });
    await hear(page, { type: 'event', name: 'seeked' });
    await seeText(embed, '#title', 'Checkout');
    assert.equal((await ask(page, { type: 'get', name: 'currentTime' })).value, 10);
    await ask(page, { type: 'set', name: '--replay-accent', value: 'teal' });
    await ask(page, { type: 'set', name: 'panel', value: 'about' });
    await embed.getByText('About this recording').first().waitFor();
    assert.equal(
      await embed.evaluate(() =>
        getComputedStyle(document.querySelector('portable-replay')).getPropertyValue('--replay-accent'),
      ),
      'teal',
    );
    assert.deepEqual(errors, []);
  });

  it('asks for more room when it needs it', async () => {
    const { page, embed } = await openAround(`${source()}&${hostOrigin()}`, { attributes: { width: 500 } });
    await seeText(embed, '#title', TITLE);
    const { height } = await hear(page, { type: 'resize' });
    // A picture of 16 by 9, and the bar.
    assert.ok(height > (500 * 9) / 16 && height < 500, `${height}`);
    await ask(page, { type: 'set', name: 'panel', value: 'transcript' });
    await page.waitForFunction(
      (low) => window.heard.some((message) => message.type === 'resize' && message.height > low + 100),
      height,
    );
  });

  it('loads an address or a Blob, from where it may', async () => {
    const { page, embed } = await openAround('');
    const tried = async (src) => {
      const { type, code } = await ask(page, { type: 'load', src });
      return code ?? type;
    };
    assert.equal(await tried(recordingOn('host')), 'result');
    await seeText(embed, '#title', TITLE);
    assert.equal(await tried('/fixtures/recordings/checkout.v2.json'), 'result');
    assert.equal(await tried('/nothing.json'), 'network');
    for (const refused of [recordingOn('other'), 'file:///etc/passwd', 'https://[', 'javascript:alert(1)'])
      assert.equal(await tried(refused), 'source-not-allowed', refused);
    assert.deepEqual(
      servers.other.requests.filter((path) => path.endsWith('json')),
      [],
    );
    const text = await readFile(join(ROOT, 'fixtures/recordings/checkout.v2.json'), 'utf8');
    await page.evaluate((content) => {
      const blob = new Blob([content]);
      const message = { portableReplay: 1, type: 'load', blob, id: 'blob' };
      document.querySelector('iframe').contentWindow.postMessage(message, '*');
    }, text);
    const { value } = await hear(page, { id: 'blob', type: 'result' });
    assert.equal(value.format, 'posthog-export-2023-04-28');
    await seeText(embed, '#title', TITLE);
  });

  it('loads from the listed sources only', async () => {
    const { page } = await openAround(`sources=${encodeURIComponent(servers.store.origin)}`);
    assert.equal((await ask(page, { type: 'load', src: recordingOn('store') })).type, 'result');
    for (const name of ['host', 'site'])
      assert.equal((await ask(page, { type: 'load', src: recordingOn(name) })).code, 'source-not-allowed');
  });

  it('lets what it is given load remote assets only if its address says so', async () => {
    for (const [said, expected] of [
      ['', 'block'],
      ['remote-assets=allow', 'allow'],
    ]) {
      const { page, embed } = await openAround(said);
      await ask(page, { type: 'load', src: recordingOn('host') });
      const found = await embed.evaluate(() => document.querySelector('portable-replay').remoteAssets);
      assert.equal(found, expected);
      const { code } = await ask(page, { type: 'set', name: 'remoteAssets', value: 'allow' });
      assert.equal(code, 'unknown-name');
    }
  });

  describe('tells what is in a recording', () => {
    /** What the page around gets to know of the recording that the embed shows. */
    async function told(fragment, options) {
      const { page, embed } = await openAround(fragment, options);
      await embed.waitForFunction(() => document.querySelector('portable-replay').readyState === 4);
      const { code, value } = await ask(page, { type: 'get', name: 'recording' });
      await ask(page, { type: 'seek', time: 12 });
      const { detail } = await hear(page, { type: 'event', name: 'entrychange' });
      return { code: code ?? value.format, isToldEntries: detail !== null };
    }

    it('to an origin that could read it anyway', async () => {
      const readable = { code: 'posthog-export-2023-04-28', isToldEntries: true };
      assert.deepEqual(await told(source('host')), readable);
      assert.deepEqual(await told(source('site'), { around: 'site' }), readable);
    });

    it('to nobody else', async () => {
      const withheld = { code: 'not-allowed', isToldEntries: false };
      assert.deepEqual(await told(source('store')), withheld);
      assert.deepEqual(await told(source('site')), withheld);
      assert.deepEqual(await told(`${source('site')}&${hostOrigin()}`), withheld);
    });

    it('or what is in another file only so', async () => {
      const { page } = await openAround(hostOrigin());
      const refused = await ask(page, { type: 'load', src: `${servers.site.origin}/package.json` });
      assert.equal(refused.code, 'not-a-recording');
      const said = JSON.stringify(await heardBy(page));
      assert.ok(!said.includes('devDependencies') && !said.includes('package.json'), said);
      const { message } = await ask(page, { type: 'load', src: `${servers.host.origin}/package.json` });
      assert.match(message, /devDependencies|package\.json/);
    });
  });

  it('says nothing of a file that the user opens, and changes nothing about it', async () => {
    const { page, embed } = await openAround(`${source('host')}&${hostOrigin()}`);
    await hear(page, { type: 'event', name: 'canplaythrough' });
    const input = await readFile(join(ROOT, 'fixtures/recordings/lab.jsonl'), 'utf8');
    await embed.evaluate(async (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'own.jsonl'));
      const target = document.elementFromPoint(40, 40);
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
        );
    }, input);
    await seeText(embed, '#title', 'Greenhouse lab');
    await hear(page, { type: 'event', name: 'emptied' });
    for (const request of [
      { type: 'get', name: 'duration' },
      { type: 'set', name: 'masks', value: 'hide' },
      { type: 'seek', time: 3 },
      { type: 'play' },
      { type: 'pause' },
    ])
      assert.equal((await ask(page, request)).code, 'not-allowed');
    const heard = await page.evaluate(() => window.heard);
    const since = heard.slice(heard.findLastIndex(({ name }) => name === 'emptied') + 1);
    // The entry at the playhead was one of the recording that is gone.
    const said = since.filter(
      ({ type, name, readyState }) => type !== 'error' && name !== 'entrychange' && readyState !== 0,
    );
    assert.deepEqual(said, []);
    const { type } = await ask(page, { type: 'load', src: recordingOn('host') });
    assert.equal(type, 'result');
    await seeText(embed, '#title', TITLE);
  });

  it('refuses what it does not know, with a code', async () => {
    const { page } = await openAround(source());
    for (const [request, code] of [
      [{ type: 'open' }, 'unknown-type'],
      [{ type: '__proto__' }, 'unknown-type'],
      [{ type: 'play', portableReplay: 2 }, 'unsupported-version'],
      [{ type: 'seek', time: '5' }, 'invalid-value'],
      [{ type: 'load' }, 'invalid-value'],
      [{ type: 'set', name: 'limits', value: {} }, 'unknown-name'],
      [{ type: 'set', name: '__proto__', value: {} }, 'unknown-name'],
      [{ type: 'get', name: 'constructor' }, 'unknown-name'],
      [{ type: 'set', name: 'speed', value: 2 }, 'unknown-name'],
      [{ type: 'set', name: 'playbackRate', value: -1 }, 'invalid-value'],
      [{ type: 'set', name: '--replay-text', value: 'url(x)' }, 'invalid-value'],
      [{ type: 'set', name: 'loopRange', value: { start: 3, end: 1 } }, 'invalid-value'],
    ])
      assert.equal((await ask(page, request)).code, code, JSON.stringify(request));
    await post(page, { type: 'play' }, 'text', null, [1]);
    const heard = await heardBy(page);
    assert.ok(heard.every(({ portableReplay }) => portableReplay === 1));
    assert.equal(heard.filter(({ type }) => type === 'error').length, 12);
  });
});
