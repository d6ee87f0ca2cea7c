import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { ENGINES } from '../browser/engines.mjs';
import { thisMachine } from '../browser/machine.mjs';
import { provideBrowser } from '../browser/provide-browser.mjs';
import { HOST_PAGE, replay } from './hostile/host.mjs';
import { el } from './hostile/nodes.mjs';
import { PATIENCE_MS } from './hostile/open-view.mjs';
import { counting, eventsOf, pageRecordings } from './hostile/recordings.mjs';
import { openTrap } from './hostile/trap.mjs';
import { VECTORS } from './hostile/vectors.mjs';
import { ROOT, serve } from './servers.mjs';

const SETTLE_MS = 500;

/** A page that loads what it can, and would have it told where it is shown, and by whom. */
function tellingEvents(third, host) {
  const number = counting();
  const sheet = [
    `#a { background: url(${host}/logout-sheet) }`,
    `#b { background: url(/logout-relative-sheet) }`,
    `#c { background: \\75rl(${host}/logout-escaped) }`,
    `#d { background: u\\72 l("/logout-escaped-relative") }`,
    `#e { background: url("${third}/sheet.svg") }`,
    `#f { background: url("${third}/to-host/logout-sheet-redirected") }`,
  ].join('\n');
  const image = (src, more = {}) => el('img', { src, ...more });
  const frame = number(el('iframe', {}));
  const inner = number({
    type: 0,
    childNodes: [
      el(
        'html',
        {},
        el('head'),
        el('body', {}, image(`${third}/framed.svg`), image(`${host}/logout-framed`)),
      ),
    ],
  });
  return eventsOf({
    href: `${third}/recorded/page`,
    head: [
      el('meta', { name: 'referrer', content: 'unsafe-url' }),
      el('meta', { content: 'unsafe-url', name: 'REFERRER' }),
      el('base', { href: `${host}/` }),
      el('style', { _cssText: sheet }),
    ].map(number),
    body: [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => el('p', { id }, id)),
      image('/logout-relative'),
      image('logout-document'),
      image(`${host}/logout-absolute`),
      image(`${host.replace('http:', '')}/logout-protocol-relative`),
      image(`${third}/to-host/logout-redirected`),
      image(`${third}/plain.svg`),
      image(`${third}/telling.svg`, { referrerpolicy: 'unsafe-url' }),
      image(`${third}/asking.svg`, { crossorigin: 'use-credentials' }),
      el('video', { src: '/logout-video', poster: '/logout-poster' }),
      el('link', { rel: 'stylesheet', href: `${host}/logout-link` }),
      el('link', { rel: 'stylesheet', href: `${third}/linked.css`, referrerpolicy: 'unsafe-url' }),
    ]
      .map(number)
      .concat(frame),
    later: [
      {
        source: 0,
        texts: [],
        attributes: [],
        removes: [],
        adds: [{ parentId: frame.id, nextId: null, node: inner }],
        isAttachIframe: true,
      },
      { source: 8, id: 103, adds: [{ rule: `i { background: url(${host}/logout-rule) }`, index: 0 }] },
      { source: 10, family: 'f', fontSource: `url(${host}/logout-font)`, buffer: false },
    ],
  });
}

for (const [engine, { label, start }] of Object.entries(ENGINES)) {
  describe(`a recording that may load what it names, in ${label}`, () => {
    const asked = [];
    let third;
    let host;
    let browser;
    let page;
    before(async () => {
      const server = createServer(({ url, headers }, response) => {
        asked.push({ url, referer: headers.referer, origin: headers.origin, cookie: headers.cookie });
        const [, to] = /\/to-host(\/.*)/.exec(url) ?? [];
        if (to) response.writeHead(302, { location: host.origin + to }).end();
        else if (url.endsWith('.css')) response.writeHead(200, { 'content-type': 'text/css' }).end('i{}');
        else
          response
            .writeHead(200, { 'content-type': 'image/svg+xml' })
            .end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
      });
      await new Promise((resolve) => server.listen(0, resolve));
      third = {
        origin: `http://localhost:${server.address().port}`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      };
      host = await serve(ROOT, { pages: { '/dashboard': { html: HOST_PAGE } } });
      const { path, isPlaywrights } = await provideBrowser(engine, thisMachine);
      browser = await start(path, isPlaywrights);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      third.close();
      host.close();
    });

    for (const setting of ['allow', 'ask'])
      it(`tells nobody on which page it is shown, and asks nothing of that: ${setting}`, async () => {
        asked.length = host.requests.length = 0;
        await page.goto(`${host.origin}/dashboard?token=secret`);
        await page.evaluate(async (setting) => {
          await customElements.whenDefined('portable-replay');
          document.querySelector('portable-replay').remoteAssets = setting;
        }, setting);
        const events = tellingEvents(`${third.origin}/${setting}`, host.origin);
        const load = () => page.evaluate(replay, [JSON.stringify(events), 'x.json', PATIENCE_MS]);
        assert.deepEqual(await load(), {});
        if (setting === 'ask') {
          assert.deepEqual(asked, []);
          await page.evaluate(async () => {
            const { shadowRoot } = document.querySelector('portable-replay');
            const overlay = shadowRoot.querySelector('replay-assets-notice');
            const buttons = [...overlay.shadowRoot.querySelectorAll('button')];
            buttons.find(({ textContent }) => /load/i.test(textContent)).click();
          });
        }
        await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SETTLE_MS);
        const paths = new Set(asked.map(({ url }) => url.replace(`/${setting}`, '')));
        for (const path of ['/plain.svg', '/telling.svg', '/framed.svg', '/sheet.svg', '/linked.css'])
          assert.ok(paths.has(path), `${path} is among ${[...paths].join()}`);
        for (const { url, referer, cookie } of asked) {
          // Chromium keeps to no policy for what style sheets of such a frame load, but to the origin.
          const isOfSheet = engine === 'chromium' && url.includes('sheet');
          assert.deepEqual(
            { url, referer, cookie },
            { url, referer: isOfSheet ? `${host.origin}/` : undefined, cookie: undefined },
          );
        }
        assert.deepEqual(
          host.requests.filter((path) => path.includes('logout')),
          [],
        );
      });

    for (const entry of ['snapshot', 'added'])
      it(`leaves the focus to the page around, whatever comes by ${entry}`, async () => {
        const trap = await openTrap();
        try {
          const isSame = (recording) => recording.entry === entry && recording.group === 'plain';
          const { source } = pageRecordings(VECTORS, trap.at).find(isSame);
          await page.goto(`${host.origin}/dashboard`);
          await page.evaluate(async () => {
            await customElements.whenDefined('portable-replay');
            document.querySelector('portable-replay').remoteAssets = 'allow';
            document.querySelector('#host-field').focus();
          });
          assert.deepEqual(await page.evaluate(replay, [JSON.stringify(source), 'x.json', PATIENCE_MS]), {});
          assert.equal(await page.evaluate(() => document.activeElement.id), 'host-field');
        } finally {
          trap.close();
        }
      });
  });
}
