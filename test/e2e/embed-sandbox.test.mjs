import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { seeText } from './browser.mjs';
import { TITLE, useEmbed } from './embedding.mjs';
import { ROOT } from './servers.mjs';

/** What Chromium lets a player do in frames and pages of little trust. */
describe('a player in a frame or page of little trust', () => {
  const { browser, servers, recordingOn, embedAt } = useEmbed();

  /** A page with the player and the recording in it, which loads nothing. */
  async function wholePage() {
    const read = (path) => readFile(join(ROOT, path), 'utf8');
    const [script, recording] = await Promise.all([
      read('dist/portable-replay.js'),
      read('fixtures/recordings/checkout.v2.json'),
    ]);
    const inScript = (text) => text.replace(/<(?=\/script|!--)/gi, '\\x3c');
    return `<!doctype html><meta charset="utf-8" /><body><portable-replay></portable-replay><script type="module">${inScript(script)}</script><script type="module">document.querySelector('portable-replay').source = new Blob([${inScript(JSON.stringify(recording))}])</script>`;
  }

  /** @returns the frame's page */
  async function frameWith(attributes, server = servers.host) {
    const { page, errors } = await browser.open(server.origin);
    await page.evaluate((named) => {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries({ width: 900, height: 600, ...named }))
        frame.setAttribute(name, value);
      document.body.append(frame);
    }, attributes);
    await page.waitForFunction(() => frames.length === 1);
    return { page, frame: page.frames()[1], errors };
  }

  const source = () => `src=${encodeURIComponent(recordingOn('store'))}`;

  it('plays in a sandbox that allows scripts and the origin', async () => {
    const { frame, errors } = await frameWith({
      sandbox: 'allow-scripts allow-same-origin',
      src: embedAt(source()),
    });
    await seeText(frame, '#title', TITLE);
    assert.deepEqual(errors, []);
  });

  it('says what its frame has to be allowed where its scripts do not start', async () => {
    for (const sandbox of ['', 'allow-scripts', 'allow-same-origin']) {
      const { frame } = await frameWith({ sandbox, src: embedAt(source()) });
      await frame.getByText('sandbox="allow-scripts allow-same-origin"').waitFor();
    }
  });

  it('says so where its scripts start, but it has no origin', async () => {
    for (const attributes of [
      // A server that lets every origin have its scripts.
      { src: embedAt(source()).replace(servers.site.origin, servers.host.origin) },
      { srcdoc: await wholePage() },
    ]) {
      const { frame, errors } = await frameWith({ sandbox: 'allow-scripts', ...attributes });
      await frame
        .getByText('The page around has to allow its frame the origin: sandbox="allow-scripts')
        .waitFor();
      const code = await frame.evaluate(() => document.querySelector('portable-replay').error.code);
      assert.equal(code, 'unplayable');
      assert.deepEqual(errors, []);
    }
  });

  it('plays in a page at a data: address', async () => {
    const address = `data:text/html;charset=utf-8;base64,${Buffer.from(await wholePage()).toString('base64')}`;
    const { frame, errors } = await frameWith({ src: address });
    await seeText(frame, '#title', TITLE);
    assert.equal(await frame.evaluate(() => self.origin), 'null');
    assert.deepEqual(errors, []);
  });

  it('plays in a page at a blob: address', async () => {
    const { page } = await browser.open(servers.host.origin);
    await page.evaluate(
      (html) => {
        const frame = document.createElement('iframe');
        frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
        document.body.append(frame);
      },
      await wholePage(),
    );
    await page.waitForFunction(() => frames[0]?.location.protocol === 'blob:');
    await seeText(page.frames()[1], '#title', TITLE);
  });

  it('says in an embed from a disk that it needs a web server', async () => {
    const address = pathToFileURL(join(ROOT, 'dist/site/embed.html')).href;
    const { page } = await browser.open(`${address}#${source()}`);
    await page.getByText('opened through a web server').waitFor();
  });
});
