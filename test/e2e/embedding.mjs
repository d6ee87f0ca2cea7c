import { after, before } from 'node:test';
import { useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

export const TITLE = 'Plants for shady corners';

const PAGE = {
  '/': { html: '<!doctype html><title>Around</title><link rel="icon" href="data:," /><body></body>' },
};

/** The same server by another name: another site for the browser, which keeps it in another process. */
const elsewhere = (server) => ({ ...server, origin: server.origin.replace('127.0.0.1', 'localhost') });

/**
 * The built embed on an origin of its own, a page around it on another, a third one that nobody asked, and recordings on
 * a fourth. Each of them has recordings, too, in `/fixtures/recordings`; only `site` keeps them to itself.
 */
export function useEmbed() {
  const browser = useBrowser();
  const servers = {};
  before(async () => {
    servers.site = await serve(ROOT, { pages: PAGE });
    servers.host = elsewhere(await serve(ROOT, { cors: true, pages: PAGE }));
    servers.other = await serve(ROOT, { cors: true, pages: PAGE });
    servers.store = await serve(ROOT, { cors: true });
  });
  after(() => Object.values(servers).forEach((server) => server.close()));

  const embedAt = (fragment = '') =>
    `${servers.site.origin}/dist/site/embed.html${fragment && '#'}${fragment}`;
  const recordingOn = (name) => `${servers[name].origin}/fixtures/recordings/checkout.v2.json`;

  /** A page with the embed in a frame. It keeps what it hears from the frame in `heard`. */
  async function openAround(fragment, { around = 'host', attributes = {} } = {}) {
    const { page, errors } = await browser.open(servers[around].origin);
    await addFrame(page, fragment, attributes);
    return { page, errors, embed: page.frames()[1] };
  }

  async function addFrame(page, fragment, attributes = {}) {
    await page.evaluate(
      async ([src, named]) => {
        const frame = document.createElement('iframe');
        for (const [name, value] of Object.entries({ width: 900, height: 600, ...named }))
          frame.setAttribute(name, value);
        window.heard = [];
        addEventListener('message', ({ data, source, origin }) => {
          if (source === frame.contentWindow) window.heard.push({ ...data, from: origin });
        });
        frame.src = src;
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await loaded;
      },
      [embedAt(fragment), attributes],
    );
  }

  return { browser, servers, embedAt, recordingOn, openAround, addFrame };
}

/** Posts to the embed in the frame of a page. */
export function post(page, ...messages) {
  return page.evaluate((posted) => {
    for (const message of posted) document.querySelector('iframe').contentWindow.postMessage(message, '*');
  }, messages);
}

/** What the page around hears next that has these fields, or has heard already. */
export async function hear(page, fields) {
  const found = await page.waitForFunction(
    (wanted) =>
      window.heard.find((message) =>
        Object.entries(wanted).every(([name, value]) => message[name] === value),
      ) ?? false,
    fields,
  );
  return found.jsonValue();
}

/** Posts a request with an id, and returns what answers it. */
let lastId = 0;
export async function ask(page, request) {
  const id = `ask-${++lastId}`;
  await post(page, { portableReplay: 1, id, ...request });
  return hear(page, { id });
}

/** Everything that the page around has heard. All that was posted before has come by then. */
export async function heardBy(page) {
  await ask(page, { type: 'get', name: 'readyState' });
  return page.evaluate(() => window.heard);
}
