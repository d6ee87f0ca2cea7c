import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT } from './servers.mjs';

/** Where the viewer is served unless somebody else is there. */
const PORT = 4173;

describe('npm start', () => {
  const browser = useBrowser();
  const temporary = mkdtempSync(join(tmpdir(), 'portable-replay-start-'));
  const running = new Set();
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
  });
  after(() => rmSync(temporary, { recursive: true }));

  /** Starts it. What it has printed is in `output` at any time. */
  function start(...args) {
    const child = spawn(process.execPath, ['demo/serve.mjs', ...args], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: temporary },
    });
    running.add(child);
    const viewer = { child, output: '', exit: once(child, 'exit').then(([code]) => code) };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (viewer.output += String(data)));
    void viewer.exit.then(() => running.delete(child));
    return viewer;
  }

  /** The address, once it is printed. */
  async function addressOf(viewer) {
    for (;;) {
      const [address] = /http:\S+/.exec(viewer.output) ?? [];
      if (address) return address;
      const code = await Promise.race([viewer.exit, once(viewer.child.stdout, 'data')]);
      if (typeof code === 'number') assert.fail(`It ended with ${code}: ${viewer.output}`);
    }
  }

  /** Something else on a port, if there is nothing yet. */
  async function occupy(port) {
    const server = createServer();
    after(() => server.close());
    await new Promise((resolve) => server.once('error', resolve).listen(port, 'localhost', resolve));
  }

  it('plays a file, prints one address and nothing else, and ends in silence', async () => {
    const viewer = start(join(ROOT, 'fixtures/recordings/lab.jsonl'));
    const address = await addressOf(viewer);
    assert.equal(viewer.output.trim(), address);
    const { page, errors } = await browser.open(address);
    const hosts = new Set();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.reload();
    await seeText(page, '#title', 'Greenhouse lab');
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.2);
    assert.deepEqual(
      [...hosts].filter((host) => host !== new URL(address).host && host !== ''),
      [],
    );
    assert.deepEqual(errors, []);
    const { headers } = await fetch(address);
    assert.equal(headers.get('content-security-policy'), "frame-ancestors 'self'");
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    const standalone = await (await fetch(new URL('portable-replay.js', address))).text();
    assert.match(standalone, /const player=function\(__PLAYER__\)/);
    const embed = await fetch(new URL('embed.html', address));
    assert.equal(embed.headers.get('content-security-policy'), null);
    viewer.child.kill('SIGINT');
    assert.equal(await viewer.exit, 0);
    assert.equal(viewer.output.trim(), address);
    assert.deepEqual(readdirSync(temporary), []);
  });

  it('takes another port where the usual one is taken, and plays a sample without a file', async () => {
    await occupy(PORT);
    const viewer = start();
    const address = await addressOf(viewer);
    assert.notEqual(new URL(address).port, String(PORT));
    const { page } = await browser.open(address);
    await seeText(page, '#title', 'Plants for shady corners');
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.2);
  });

  for (const [title, name, sentence] of [
    ['there is no such file', join(temporary, 'none.json'), /^There is no file .+none\.json$/],
    ['it is a folder', temporary, /^\S+ is not a file: name a recording\.$/],
  ]) {
    it(`says in a line that ${title}`, async () => {
      const viewer = start(name);
      assert.equal(await viewer.exit, 2);
      assert.match(viewer.output.trim(), sentence);
    });
  }
});
