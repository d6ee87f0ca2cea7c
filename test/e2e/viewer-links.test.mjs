import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

/** What somebody who made a link, opened the page or framed it may say once the user has opened a file. */
const ATTACKS = [
  'remote-assets=allow',
  'remote-assets=block&remote-assets=allow',
  'remote-assets=ask',
  't=0:01&remote-assets=allow',
  'cover=&masks=hide&inspect&panel=share',
  'share-url=https://evil.test/{id}',
];

/** A page with a picture, which a server elsewhere would be asked for. */
function recordingOf(title, picture) {
  const element = (id, tagName, attributes, ...childNodes) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const heading = element(5, 'h1', { id: 'title' }, { type: 3, id: 6, textContent: title });
  const secret = element(7, 'p', { class: 'private' }, { type: 3, id: 8, textContent: 'Secret' });
  const image = element(9, 'img', { src: picture, width: 40, height: 40 });
  const body = element(4, 'body', {}, heading, secret, image);
  const node = { type: 0, id: 1, childNodes: [element(2, 'html', {}, element(3, 'head', {}), body)] };
  return JSON.stringify([
    { type: 4, timestamp: 1000, data: { href: 'https://x.test/', width: 640, height: 480 } },
    { type: 2, timestamp: 1000, data: { node, initialOffset: { top: 0, left: 0 } } },
    { type: 3, timestamp: 2000, data: { source: 1, positions: [{ x: 5, y: 5, id: 4, timeOffset: 0 }] } },
    { type: 5, timestamp: 4000, data: { tag: 'end', payload: {} } },
  ]);
}

describe('a link to the viewer, or a page around it,', () => {
  const browser = useBrowser();
  let site;
  let trap;
  let store;
  let foreign;
  before(async () => {
    site = await serve(join(ROOT, 'dist/site'));
    const server = await serve(join(ROOT, 'test'), { cors: true });
    // Of another name than the viewer's, from whose host nothing is loaded.
    trap = { ...server, origin: server.origin.replace('127.0.0.1', 'localhost') };
    const named = ['a', 'b'].map((name) => [
      `/${name}.json`,
      { html: recordingOf(`Named ${name}`, `${trap.origin}/${name}.png`) },
    ]);
    store = await serve(ROOT, { cors: true, pages: Object.fromEntries(named) });
    foreign = await serve(ROOT, { pages: { '/': { html: '<!doctype html><title>Foreign</title>' } } });
  });
  after(() => [site, trap, store, foreign].forEach((server) => server.close()));

  const src = (name) => `src=${encodeURIComponent(`${store.origin}/${name}.json`)}`;
  const addressOf = (page, fragment) => `${site.origin}/${page}.html#${fragment}`;

  /** Drops a file of the user's, whose picture would be `own.png`, and waits until it is on screen. */
  async function dropFile(scope) {
    await scope.evaluate(
      (text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'own.json'));
        const target = document.elementFromPoint(40, 40);
        for (const type of ['dragenter', 'dragover', 'drop']) {
          const init = { dataTransfer, bubbles: true, composed: true, cancelable: true };
          target.dispatchEvent(new DragEvent(type, init));
        }
      },
      recordingOf('Own file', `${trap.origin}/own.png`),
    );
    await seeText(scope, '#title', 'Own file');
  }

  /** Pictures that were asked for by now: the page is shown anew, and a request sent after all of its own is answered. */
  async function picturesAsked(scope) {
    await scope
      .evaluate(async (barrier) => {
        const player = document.querySelector('portable-replay');
        await player.updateComplete;
        const seeked = new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
        player.currentTime = player.currentTime > 1 ? 0.5 : 1.5;
        await seeked;
        await fetch(barrier);
      }, `${trap.origin}/servers-are-up.txt`)
      .catch((error) => assert.fail(error));
    return [...new Set(trap.requests.filter((path) => path.endsWith('.png')))];
  }

  const loadButton = (scope) => scope.getByRole('button', { name: 'Load anyway' });
  const setting = (scope) =>
    scope.evaluate(() => {
      const { remoteAssets, cover, masks, shareUrl, inspect, panel } =
        document.querySelector('portable-replay');
      return { remoteAssets, cover, masks, shareUrl, inspect, panel };
    });

  /** A page of the viewer's in a frame of a foreign page. */
  async function openFramed(page, fragment) {
    trap.requests.length = 0;
    const { page: around, errors } = await browser.open(foreign.origin);
    await around.evaluate(
      async (address) => {
        const frame = document.createElement('iframe');
        frame.width = 900;
        frame.height = 600;
        frame.src = address;
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve));
      },
      addressOf(page, fragment),
    );
    return { around, framed: around.frames()[1], errors };
  }

  /** Changes the fragment from outside, as whoever holds the window can. */
  async function changeFromOutside(framed, change) {
    const changed = framed.evaluate(
      () => new Promise((resolve) => addEventListener('hashchange', resolve, { once: true })),
    );
    // The listener is there once something that was asked later is answered.
    await framed.evaluate(() => 0);
    await change();
    await changed;
  }

  for (const page of ['index', 'embed']) {
    describe(`in ${page}.html`, () => {
      it('can have the user asked at most, and the answer is for one recording', async () => {
        trap.requests.length = 0;
        const { page: viewer, errors } = await browser.open(
          addressOf(page, `${src('a')}&remote-assets=allow`),
        );
        await seeText(viewer, '#title', 'Named a');
        await loadButton(viewer).waitFor();
        assert.deepEqual(await picturesAsked(viewer), []);
        const asked = viewer.waitForRequest(`${trap.origin}/a.png`);
        await loadButton(viewer).click();
        await asked;
        await dropFile(viewer);
        await loadButton(viewer).waitFor();
        assert.deepEqual(await picturesAsked(viewer), ['/a.png']);
        await changeFromOutside(viewer, () => viewer.evaluate((hash) => (location.hash = hash), src('b')));
        await seeText(viewer, '#title', 'Named b');
        assert.deepEqual(await picturesAsked(viewer), ['/a.png']);
        assert.equal(await loadButton(viewer).count(), 0);
        assert.deepEqual(errors, []);
      });

      for (const before of ['#remote-assets=allow', '?remote-assets=allow', '#share-url=//evil.test/{id}']) {
        it(`does not speak for a file that is opened later: ${before}`, async () => {
          trap.requests.length = 0;
          const { page: viewer } = await browser.open(`${site.origin}/${page}.html${before}`);
          await dropFile(viewer);
          assert.deepEqual(await picturesAsked(viewer), []);
          const { remoteAssets, shareUrl } = await setting(viewer);
          assert.equal(remoteAssets, before.includes('allow') ? 'ask' : 'block');
          assert.equal(shareUrl, '');
        });
      }

      for (const first of ['', 'src']) {
        it(`changes nothing for a file in a frame ${first && 'that named a recording before'}`, async () => {
          const fragment = first === '' ? 'cover=.private' : `${src('a')}&cover=.private`;
          const { around, framed, errors } = await openFramed(page, fragment);
          if (first !== '') await seeText(framed, '#title', 'Named a');
          await dropFile(framed);
          const before = await setting(framed);
          const said = [...ATTACKS, ...(first === '' ? [] : [`${src('a')}&remote-assets=allow&cover=`])];
          for (const attack of said) {
            const address = addressOf(page, attack);
            await changeFromOutside(framed, () =>
              around.evaluate((to) => (document.querySelector('iframe').src = to), address),
            );
            assert.deepEqual(await picturesAsked(framed), [], attack);
            assert.deepEqual(await setting(framed), before, attack);
          }
          await seeText(framed, '#title', 'Own file');
          await seeText(framed, '.private', /^\*+$/);
          assert.equal(before.remoteAssets, 'block');
          assert.equal(await loadButton(framed).count(), 0);
          assert.deepEqual(errors, []);
        });
      }

      it('never has a user asked in a frame about a file of theirs', async () => {
        const { framed } = await openFramed(page, 'remote-assets=ask');
        await dropFile(framed);
        assert.deepEqual(await picturesAsked(framed), []);
        assert.equal((await setting(framed)).remoteAssets, 'block');
      });

      it('changes nothing for a file in a window that a foreign page has opened', async () => {
        trap.requests.length = 0;
        const { page: opener } = await browser.open(foreign.origin);
        const [viewer] = await Promise.all([
          opener.waitForEvent('popup'),
          opener.evaluate((address) => void (window.opened = open(address)), addressOf(page, '')),
        ]);
        await viewer.waitForLoadState();
        await dropFile(viewer);
        const before = await setting(viewer);
        for (const attack of ATTACKS) {
          await changeFromOutside(viewer, () =>
            opener.evaluate((to) => void (window.opened.location = to), addressOf(page, attack)),
          );
          assert.deepEqual(await picturesAsked(viewer), [], attack);
          assert.deepEqual(await setting(viewer), before, attack);
        }
        await viewer.goBack();
        assert.deepEqual(await setting(viewer), before);
      });

      it('finds a page that runs no other script, loads no plugin, sends no form and has no other base', async () => {
        trap.requests.length = 0;
        const { page: viewer } = await browser.open(addressOf(page, src('a')));
        await seeText(viewer, '#title', 'Named a');
        const refused = await viewer.evaluate(async (origin) => {
          const found = [];
          const told = new Promise((resolve) =>
            document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
              found.push(effectiveDirective);
              if (found.length === 8) resolve();
            }),
          );
          const add = (tag, fields) =>
            document.body.append(Object.assign(document.createElement(tag), fields));
          add('script', { src: `${origin}/script.js` });
          add('script', { textContent: 'window.ran = true' });
          add('object', { data: `${origin}/object` });
          add('iframe', { src: `${origin}/frame.html` });
          add('base', { href: origin });
          add('form', { action: `${origin}/form`, method: 'post' });
          document.forms[0].submit();
          new WebSocket(origin.replace('http', 'ws'));
          new Worker(URL.createObjectURL(new Blob(['']))).onerror = () => undefined;
          await told;
          return [...found, window.ran ?? 'did not run', document.baseURI === location.href];
        }, trap.origin);
        assert.deepEqual(refused.sort(), [
          'base-uri',
          'connect-src',
          'did not run',
          'form-action',
          'frame-src',
          'object-src',
          'script-src-elem',
          'script-src-elem',
          true,
          'worker-src',
        ]);
        assert.deepEqual(trap.requests, []);
      });
    });
  }

  it('may allow what it names itself in a frame of embed.html, and only that', async () => {
    const { around, framed, errors } = await openFramed('embed', `${src('a')}&remote-assets=allow`);
    const loaded = () => seeText(framed, 'img[src$=".png"]', '');
    await seeText(framed, '#title', 'Named a');
    await loaded();
    assert.deepEqual(await picturesAsked(framed), ['/a.png']);
    await dropFile(framed);
    assert.deepEqual(await picturesAsked(framed), ['/a.png']);
    const go = (fragment) =>
      changeFromOutside(framed, () =>
        around.evaluate((to) => (document.querySelector('iframe').src = to), addressOf('embed', fragment)),
      );
    await go(src('b'));
    await seeText(framed, '#title', 'Named b');
    assert.deepEqual(await picturesAsked(framed), ['/a.png']);
    await go(`${src('b')}&remote-assets=allow`);
    await loaded();
    assert.deepEqual(await picturesAsked(framed), ['/a.png', '/b.png']);
    await go(`${src('b')}&t=1`);
    assert.equal((await setting(framed)).remoteAssets, 'block');
    assert.deepEqual(errors, []);
  });

  it('has the user asked at most in a frame of the viewer', async () => {
    const { framed } = await openFramed('index', `${src('a')}&remote-assets=allow`);
    await seeText(framed, '#title', 'Named a');
    await loadButton(framed).waitFor();
    assert.deepEqual(await picturesAsked(framed), []);
  });

  it('does not reach the file that it replaces', async () => {
    const { around, framed } = await openFramed('embed', '');
    await dropFile(framed);
    await changeFromOutside(framed, () =>
      around.evaluate(
        (to) => (document.querySelector('iframe').src = to),
        addressOf('embed', `${src('a')}&remote-assets=allow`),
      ),
    );
    await seeText(framed, '#title', 'Named a');
    await seeText(framed, 'img[src$=".png"]', '');
    assert.deepEqual(await picturesAsked(framed), ['/a.png']);
  });
});
