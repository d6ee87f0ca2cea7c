import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

const HOST =
  '<!doctype html><script type="module" src="/dist/portable-replay.js"></script><portable-replay></portable-replay>';

const names = (list) => list.map(({ name }) => name).sort();

describe('dist/custom-elements.json', () => {
  const browser = useBrowser();
  let server;
  let text;
  let element;
  before(async () => {
    server = await serve(ROOT, { pages: { '/': { html: HOST } } });
    text = await readFile(join(ROOT, 'dist/custom-elements.json'), 'utf8');
    element = JSON.parse(text).modules.flatMap(({ declarations }) => declarations)[0];
  });
  after(() => server.close());

  async function open() {
    const { page } = await browser.open(server.origin);
    await page.evaluate(() => customElements.whenDefined('portable-replay'));
    return page;
  }

  it('names the one public element, where it is exported and where it is defined', () => {
    const { modules } = JSON.parse(text);
    assert.ok(text.length < 150_000, `it has ${text.length} characters`);
    assert.deepEqual(
      modules.map(({ path, declarations, exports }) => [path, names(declarations), names(exports)]),
      [
        ['dist/index.js', ['PortableReplayElement'], ['PortableReplayElement']],
        ['dist/define.js', [], ['portable-replay']],
      ],
    );
    assert.equal(element.tagName, 'portable-replay');
  });

  it('has the attributes that the element observes, each with type, default and description', async () => {
    const page = await open();
    const observed = await page.evaluate(() => customElements.get('portable-replay').observedAttributes);
    // The browser's own, which the player reads.
    const attributes = element.attributes.filter(({ name }) => name !== 'lang');
    assert.deepEqual(names(attributes), observed.sort());
    const defaults = await page.evaluate(
      (fields) => fields.map((field) => document.createElement('portable-replay')[field]),
      attributes.map(({ fieldName }) => fieldName),
    );
    attributes.forEach((attribute, i) => {
      assert.equal(attribute.default.replaceAll("'", ''), String(defaults[i]), attribute.name);
      assert.match(attribute.type.text, /^((string|boolean|number)( \| null)?|'.*)$/, attribute.name);
      assert.ok(attribute.description, attribute.name);
    });
  });

  it('has members that are there for everybody', async () => {
    const page = await open();
    const missing = await page.evaluate(
      (members) => {
        const player = document.createElement('portable-replay');
        const isThere = ({ kind, name }) =>
          kind === 'method' ? typeof player[name] === 'function' : name in player;
        return members.filter((member) => !isThere(member));
      },
      element.members.map(({ kind, name }) => ({ kind, name })),
    );
    assert.deepEqual(missing, []);
    assert.ok(element.members.every(({ name, privacy }) => !privacy && /^[a-z]/i.test(name)));
    for (const name of ['load', 'play', 'currentTime', 'recording']) {
      assert.ok(names(element.members).includes(name), name);
    }
  });

  it('has the events that the element dispatches', async () => {
    const page = await open();
    const dispatched = await page.evaluate(async () => {
      const player = document.querySelector('portable-replay');
      const types = new Set();
      player.dispatchEvent = (event) => {
        types.add(event.type);
        return EventTarget.prototype.dispatchEvent.call(player, event);
      };
      const next = (type) =>
        new Promise((resolve) => player.addEventListener(type, () => resolve(), { once: true }));
      const load = (source) => void player.load(source).catch(() => undefined);

      load('/there/is/no/such.json');
      await next('error');
      load(new ReadableStream());
      player.source = null;

      // A file of which only the beginning is there: playing goes on until it waits for the rest.
      const answer = await fetch('/fixtures/recordings/two-tabs.jsonl');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const { readable, writable } = new TransformStream();
      const writer = writable.getWriter();
      void writer.write(bytes.subarray(0, bytes.length / 2));
      load(readable);
      await next('canplay');
      player.playbackRate = 16;
      player.play().catch(() => undefined);
      await next('waiting');
      void writer.write(bytes.subarray(bytes.length / 2));
      void writer.write(new TextEncoder().encode('no line of a recording'));
      void writer.close();
      await next('ended');
      player.loopRange = { start: 0, end: 1 };
      player.currentTime = 1;
      await next('seeked');
      await player.play();
      player.pause();
      await next('entrychange');
      return [...types];
    });
    assert.deepEqual(dispatched.sort(), names(element.events));
    assert.ok(element.events.every(({ description }) => description));
  });

  it('has the parts that the element shows', async () => {
    const page = await open();
    const parts = new Set();
    const collect = async () => {
      const found = await page.evaluate(async () => {
        const player = document.querySelector('portable-replay');
        await player.updateComplete;
        const root = player.shadowRoot;
        const own = [...root.querySelectorAll('[part]')].flatMap(({ part }) => [...part]);
        const exported = [...root.querySelectorAll('[exportparts]')].flatMap((node) =>
          node.getAttribute('exportparts').split(','),
        );
        return [...own, ...exported.map((pair) => pair.split(':').at(-1).trim())];
      });
      for (const part of found) parts.add(part);
    };
    const load = (source) =>
      page.evaluate((given) => document.querySelector('portable-replay').load(given), source);

    await collect();
    await load('/there/is/no/such.json').catch(() => undefined);
    await collect();
    await load(pageWithPicture());
    await page.locator('[part=notice]').waitFor();
    await collect();
    await page.evaluate(() => {
      const track = document.querySelector('portable-replay').addTextTrack('captions');
      track.addCue(new VTTCue(0, 1, 'said'));
      track.mode = 'showing';
    });
    await page.locator('[part=captions]').waitFor();
    await collect();
    await page.locator('[part=timeline]').hover();
    await page.locator('[part=preview]').waitFor();
    await collect();
    await page.evaluate(() => (document.querySelector('portable-replay').poster = 'data:image/gif,'));
    await load(pageWithPicture());
    await page.locator('[part=poster]').waitFor({ state: 'attached' });
    await collect();
    for (const key of ['i', 's', 'h']) {
      await page.locator('portable-replay .stage').focus();
      await page.keyboard.press(key);
      await page.locator('[part=inspector]').waitFor();
      await collect();
      await page.keyboard.press('Escape');
    }
    assert.deepEqual([...parts].sort(), names(element.cssParts));
  });
});

/** A recorded page that names a picture of another site. */
function pageWithPicture() {
  const element = (id, tagName, attributes, childNodes) => ({ type: 2, id, tagName, attributes, childNodes });
  const img = element(4, 'img', { src: 'https://pictures.example/a.png' }, []);
  const html = element(2, 'html', {}, [element(3, 'body', {}, [img])]);
  const node = { type: 0, id: 1, childNodes: [html] };
  return [
    { type: 4, timestamp: 1000, data: { href: 'https://shop.example/', width: 800, height: 600 } },
    { type: 2, timestamp: 1000, data: { node, initialOffset: { top: 0, left: 0 } } },
    { type: 5, timestamp: 2000, data: { tag: 'end', payload: {} } },
  ];
}
