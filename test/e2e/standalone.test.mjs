import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

describe('dist/portable-replay.js', () => {
  const browser = useBrowser();
  let cdn;
  let host;
  let trap;
  before(async () => {
    cdn = await serve(ROOT, { cors: true });
    trap = await serve(ROOT, { cors: false });
    const script = `<script type="module" src="${cdn.origin}/dist/portable-replay.js"></script>`;
    const player = '<portable-replay></portable-replay>';
    host = await serve(ROOT, {
      pages: {
        '/': { html: `<!doctype html>${script}${player}` },
        '/strict': {
          html: `<!doctype html>${script}${player}`,
          csp: `default-src 'none'; script-src ${cdn.origin}; connect-src ${cdn.origin}; img-src data: blob:`,
        },
      },
    });
  });
  after(() => [cdn, host, trap].forEach((server) => server.close()));

  /** Loads into the page's player; the error's code when it fails. */
  const load = (page, source) =>
    page.evaluate(async (address) => {
      await customElements.whenDefined('portable-replay');
      const player = document.querySelector('portable-replay');
      return player.load(address).then(
        (info) => info.eventCount,
        (error) => error.code,
      );
    }, source);

  it('plays from another origin, its worker included', async () => {
    const { page, errors } = await browser.open(host.origin);
    await load(page, `${cdn.origin}/fixtures/recordings/checkout.v2.json.gz`);
    await seeText(page, '#title', 'Plants for shady corners');
    assert.equal(page.workers().length, 1);
    assert.deepEqual(errors, []);
    assert.deepEqual(
      host.requests.filter((path) => path !== '/'),
      [],
    );
  });

  it('plays under a strict policy, without a worker', async () => {
    const { page, errors } = await browser.open(`${host.origin}/strict`);
    await load(page, `${cdn.origin}/fixtures/recordings/checkout.v2.json`);
    await seeText(page, '#title', 'Plants for shady corners');
    assert.equal(page.workers().length, 0);
    const told = await page.evaluate(() =>
      document.querySelector('portable-replay').recording.warnings.find(({ code }) => code === 'no-worker'),
    );
    assert.equal(told.kind, 'noted');
    await page.locator('replay-more-menu button').first().click();
    await page.locator('replay-more-menu replay-about-button button').click();
    await page.locator('replay-about-panel').getByText(told.message).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('blocks the styles of the recorded page').waitFor();
    await page.evaluate(() => document.querySelector('portable-replay').play());
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.3);
    assert.deepEqual(errors, []);
  });

  it('leaves no worker and no frame behind when it is removed', async () => {
    const { page, errors } = await browser.open(host.origin);
    const source = `${cdn.origin}/fixtures/recordings/two-tabs.v2.json`;
    await load(page, source);
    const frames = page.frames().length;
    for (let i = 0; i < 5; i++) {
      await page.evaluate(async (address) => {
        const player = document.createElement('portable-replay');
        document.body.append(player);
        await player.load(address);
        await player.play();
        player.remove();
      }, source);
    }
    while (page.workers().length > 1) await page.waitForTimeout(20);
    assert.equal(page.frames().length, frames);
    assert.deepEqual(errors, []);
  });

  it('says that a server refuses to be read from another origin', async () => {
    const { page } = await browser.open(host.origin);
    assert.equal(await load(page, `${trap.origin}/fixtures/recordings/checkout.v2.json`), 'network');
    await page.getByText('CORS').waitFor();
    assert.ok((await load(page, `${cdn.origin}/fixtures/recordings/checkout.v2.json`)) > 100);
  });

  it('says that an address of a disk cannot be read, not that a server refuses', async () => {
    const { page } = await browser.open(host.origin);
    assert.equal(await load(page, 'file:///home/ada/checkout.json'), 'network');
    await page.getByText('/home/ada/checkout.json is a file on a disk').waitFor();
    await page.getByText('Drop the file here, or choose it.').waitFor();
  });

  it('makes no request for what a recording names', async () => {
    const { page, errors } = await browser.open(host.origin);
    const remote = await serve(ROOT);
    const count = await page.evaluate(
      async ([events]) => (await document.querySelector('portable-replay').load(events)).eventCount,
      [remoteRecording(remote.origin.replace('127.0.0.1', 'localhost'))],
    );
    assert.equal(count, 6);
    await page.evaluate(() => document.querySelector('portable-replay').play());
    await page.waitForFunction(() => document.querySelector('portable-replay').ended);
    await seeText(page, 'h1', 'All set');
    assert.deepEqual(remote.requests, []);
    // The trap would have caught them: allowed, they come.
    await page.evaluate(() =>
      document.querySelector('portable-replay').setAttribute('remote-assets', 'allow'),
    );
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime === 0.4);
    while (!remote.requests.includes('/img.png')) await page.waitForTimeout(20);
    assert.ok(!remote.requests.some((path) => /frame|script|preconnect/.test(path)));
    assert.deepEqual(errors, []);
    remote.close();
  });

  it('registers nothing when the library is imported', async () => {
    const library = await readFile(join(ROOT, 'dist/index.js'), 'utf8');
    assert.ok(!library.includes('customElements.define('));
  });
});

/** A recorded page that points to another server in every way that comes to mind, at once and by mutations. */
function remoteRecording(origin) {
  let id = 100;
  const element = (tagName, attributes = {}, childNodes = []) => ({
    type: 2,
    id: id++,
    tagName,
    attributes,
    childNodes,
  });
  const text = (textContent, own = id++) => ({ type: 3, id: own, textContent });
  const style = (css) => element('style', { _cssText: css });
  const url = (name) => `${origin}/${name}`;
  const head = [
    element('link', { rel: 'stylesheet', href: url('sheet.css') }),
    element('link', { rel: 'preload', as: 'image', href: url('preload.png') }),
    element('link', { rel: 'prefetch', href: url('prefetch.json') }),
    element('link', { rel: 'preconnect', href: url('preconnect') }),
    element('link', { rel: 'icon', href: url('icon.png') }),
    element('meta', { 'http-equiv': 'refresh', content: `0;url=${url('refresh')}` }),
    style(
      `@import url("${url('import.css')}"); @font-face { font-family: F; src: url("${url('font.woff')}") } h1 { font-family: F; background: url("${url('css.png')}") }`,
    ),
  ];
  const body = [
    element('h1', {}, [text('Not yet', 50)]),
    element('img', { src: url('img.png'), srcset: `${url('srcset.png')} 2x` }),
    element('picture', {}, [
      element('source', { srcset: url('source.png') }),
      element('img', { src: url('picture.png') }),
    ]),
    element('video', { src: url('video.mp4'), poster: url('poster.png'), autoplay: '' }),
    element('audio', { src: url('audio.mp3'), autoplay: '' }),
    element('iframe', { src: url('frame.html') }),
    element('iframe', {
      srcdoc: `<img src="${url('srcdoc.png')}"><script src="${url('script.js')}"></script>`,
    }),
    element('object', { data: url('object.svg') }),
    element('embed', { src: url('embed.svg') }),
    element('input', { type: 'image', src: url('input.png') }),
    { ...element('svg', {}, [{ ...element('image', { href: url('svg.png') }), isSVG: true }]), isSVG: true },
    element('div', {
      style: `background: url("${url('inline.png')}")`,
      onclick: `fetch("${url('script-click')}")`,
    }),
    element('script', { src: url('script.js') }, [text(`fetch("${url('script-text')}")`)]),
    element('img', { src: 'x', onerror: `fetch("${url('script-onerror')}")` }),
  ];
  const page = {
    type: 0,
    id: 1,
    childNodes: [
      {
        type: 2,
        id: 2,
        tagName: 'html',
        attributes: {},
        childNodes: [
          { type: 2, id: 3, tagName: 'head', attributes: {}, childNodes: head },
          { type: 2, id: 4, tagName: 'body', attributes: { background: url('body.png') }, childNodes: body },
        ],
      },
    ],
  };
  const mutation = (timestamp, data) => ({
    type: 3,
    timestamp,
    data: { source: 0, texts: [], attributes: [], removes: [], adds: [], ...data },
  });
  return [
    { type: 4, timestamp: 1000, data: { href: url(''), width: 800, height: 600 } },
    { type: 2, timestamp: 1000, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    mutation(1100, {
      adds: [
        { parentId: 4, nextId: null, node: element('img', { src: url('added.png') }) },
        { parentId: 3, nextId: null, node: element('link', { rel: 'dns-prefetch', href: url('') }) },
      ],
    }),
    {
      type: 3,
      timestamp: 1200,
      data: { source: 10, family: 'G', fontSource: `url(${url('face.woff')})`, buffer: false },
    },
    {
      type: 3,
      timestamp: 1300,
      data: {
        source: 15,
        id: 1,
        styleIds: [1],
        styles: [
          {
            styleId: 1,
            rules: [
              {
                rule: `h1 { list-style: url("${url('adopted.png')}"); border-image: url("${url('border.png')}") }`,
              },
            ],
          },
        ],
      },
    },
    mutation(1400, { texts: [{ id: 50, value: 'All set' }] }),
  ];
}
