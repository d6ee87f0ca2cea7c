import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

const RECORDING = join(ROOT, 'fixtures/recordings/checkout.jsonl');
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nPaid\n';

/**
 * Recordings for those who are signed in, which a cookie tells. A cookie is for all ports of a host, so that the servers
 * of a test share it and are of different origins.
 */
async function serveGuarded(pages = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const { origin, cookie } = request.headers;
    const isSignedIn = cookie?.includes('session=1') ?? false;
    if (pages[pathname]) {
      const { html, csp } = pages[pathname];
      if (csp) response.setHeader('content-security-policy', csp);
      response.setHeader('set-cookie', 'session=1').writeHead(200, { 'content-type': 'text/html' }).end(html);
      return;
    }
    requests.push(`${pathname}${isSignedIn ? ' signed in' : ''}`);
    if (origin) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-allow-credentials', 'true');
    }
    if (pathname === '/login') response.setHeader('content-type', 'text/html').end('<!doctype html>Sign in');
    else if (pathname === '/moved.jsonl' && !isSignedIn)
      response.writeHead(302, { location: '/login' }).end();
    else if (pathname === '/guarded.jsonl' && !isSignedIn) response.writeHead(401).end();
    else if (pathname.endsWith('.vtt')) response.end(VTT);
    else createReadStream(RECORDING).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    requests,
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('cookies of a user', () => {
  const browser = useBrowser();
  let code;
  let own;
  let other;
  let site;
  before(async () => {
    code = await serve(join(ROOT, 'dist'), { cors: true });
    const html = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${code.origin}/portable-replay.js"></script><portable-replay></portable-replay>`;
    const policy = `default-src 'none'; script-src ${code.origin}; style-src 'unsafe-inline' data:; img-src data: blob:; font-src data:; connect-src *`;
    own = await serveGuarded({ '/': { html }, '/strict': { html, csp: policy } });
    other = await serveGuarded();
    site = await serve(join(ROOT, 'dist/site'));
  });
  after(() => [code, own, other, site].forEach((server) => server.close()));

  /** Signed in at both servers. */
  async function open(path = '/') {
    const { page, errors } = await browser.open(own.origin + path);
    await page.evaluate(() => customElements.whenDefined('portable-replay'));
    own.requests.length = other.requests.length = 0;
    return { page, errors };
  }

  /** What is sent when a player has a `src` with a text track, and then loads parts from both servers. */
  async function sentWith(page, attributes) {
    await page.evaluate(
      async ([origin, named]) => {
        const player = document.createElement('portable-replay');
        for (const [name, value] of Object.entries(named)) player.setAttribute(name, value);
        for (const at of ['', origin]) {
          const track = player.appendChild(document.createElement('track'));
          track.src = `${at}/notes.vtt`;
        }
        const loaded = [...player.children].map(
          (track) => new Promise((resolve) => track.addEventListener('load', resolve)),
        );
        const whole = new Promise((resolve) =>
          player.addEventListener('canplaythrough', resolve, { once: true }),
        );
        player.setAttribute('src', '/src.jsonl');
        document.querySelector('portable-replay').replaceWith(player);
        await Promise.all([...loaded, whole]);
        await player.load(['/part.jsonl', new URL(`${origin}/part.jsonl`)]);
      },
      [other.origin, attributes],
    );
    return { own: own.requests.sort(), other: other.requests.sort() };
  }

  const signedIn = (paths) => paths.map((path) => `${path} signed in`);
  const OWN = ['/notes.vtt', '/part.jsonl', '/src.jsonl'];
  const OTHER = ['/notes.vtt', '/part.jsonl'];

  for (const [place, path, workers] of [
    ['a worker', '/', 1],
    ['the page', '/strict', 0],
  ]) {
    describe(`where ${place} reads`, () => {
      for (const [name, attributes, expected] of [
        ['go nowhere by default', {}, { own: OWN, other: OTHER }],
        ['go to the own origin with crossorigin', { crossorigin: '' }, { own: signedIn(OWN), other: OTHER }],
        [
          'go everywhere with crossorigin="use-credentials"',
          { crossorigin: 'use-credentials' },
          { own: signedIn(OWN), other: signedIn(OTHER) },
        ],
      ]) {
        it(name, async () => {
          const { page, errors } = await open(path);
          assert.deepEqual(await sentWith(page, attributes), expected);
          assert.equal(page.workers().length, workers);
          assert.deepEqual(errors, []);
        });
      }
    });
  }

  for (const [name, path, code, found] of [
    [
      'says 401',
      '/guarded.jsonl',
      'network',
      /\/guarded\.jsonl answered "401 Unauthorized" when asked without cookies/,
    ],
    [
      'leads to a page to sign in',
      '/moved.jsonl',
      'not-a-recording',
      /leads to a page, perhaps to sign in \(\S+\/login\)/,
    ],
  ]) {
    it(`are named as what would help where an address ${name}, and help`, async () => {
      const { page, errors } = await open();
      const error = await page.evaluate(async (src) => {
        const player = document.querySelector('portable-replay');
        const failed = new Promise((resolve) => player.addEventListener('error', resolve, { once: true }));
        player.src = src;
        await failed;
        return { code: player.error.code, message: player.error.message };
      }, path);
      assert.equal(error.code, code);
      assert.match(error.message, found);
      assert.match(error.message, /crossorigin="use-credentials"/);
      await page.getByText('crossorigin="use-credentials"').waitFor();
      await page.evaluate(() => (document.querySelector('portable-replay').crossOrigin = 'use-credentials'));
      await seeText(page, '#title', 'Plants for shady corners');
      assert.deepEqual(errors, []);
    });
  }

  it('are not named where they were sent', async () => {
    const { page } = await open();
    await page.context().clearCookies();
    const messages = await page.evaluate(async (origin) => {
      const player = document.querySelector('portable-replay');
      const errors = [];
      for (const crossOrigin of ['anonymous', 'use-credentials']) {
        player.crossOrigin = crossOrigin;
        for (const at of ['', origin])
          errors.push(await player.load(`${at}/guarded.jsonl`).catch(({ message }) => message));
      }
      return errors;
    }, other.origin);
    const areNamed = messages.map((message) => message.includes('use-credentials'));
    assert.deepEqual(areNamed, [false, true, false, false]);
  });

  it('go along with the recording that a link to the viewer says it of, and with no other', async () => {
    const { page } = await open();
    const src = (name) => `src=${encodeURIComponent(`${other.origin}/${name}.jsonl`)}`;
    await page.goto(`${site.origin}/index.html#${src('guarded')}&crossorigin=use-credentials`);
    await seeText(page, '#title', 'Plants for shady corners');
    await page.evaluate(
      (hash) =>
        new Promise((resolve) => {
          const player = document.querySelector('portable-replay');
          player.addEventListener('canplaythrough', resolve, { once: true });
          location.hash = hash;
        }),
      src('open'),
    );
    assert.deepEqual(other.requests, ['/guarded.jsonl signed in', '/open.jsonl']);
  });
});
