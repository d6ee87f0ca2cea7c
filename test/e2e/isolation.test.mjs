import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../chromium.mjs';
import { replayedPage } from './browser.mjs';
import {
  HOST_PAGE,
  isInReplayedPage,
  lookAtPlayer,
  placesToClick,
  replay,
  stateOfHost,
  UNPROTECTED_PAGE,
} from './hostile/host.mjs';
import { barePage, clickableRecording, pageRecordings, textRecordings } from './hostile/recordings.mjs';
import { namesIn, openTrap } from './hostile/trap.mjs';
import { VECTORS } from './hostile/vectors.mjs';
import { ROOT, serve } from './servers.mjs';

/** How long something that is on its way gets to arrive. */
const SETTLE_MS = 300;
/** How long a recording gets to be played and gone through; it takes a tenth of that. */
const PATIENCE_MS = 20_000;
/** Where a recording is also looked at with addresses allowed: in the others it is the same page in the end. */
const ALLOWED_ENTRIES = ['snapshot', 'attribute', 'framed', 'sheet', 'event'];
/** So many have to be shown to be live, or the browser has learned to refuse them and others have to be found. */
const LEAST_LIVE = 120;

const trap = await openTrap();
const folder = mkdtempSync(join(tmpdir(), 'portable-replay-isolation-'));
const bare = Object.fromEntries(
  VECTORS.map((vector) => [`/bare/${vector.name}`, barePage(vector, trap.at(vector.name, 'bare'))])
    .filter(([, html]) => html !== null)
    .map(([path, html]) => [path, { html }]),
);
const host = await serve(ROOT, {
  pages: {
    ...bare,
    '/': { html: HOST_PAGE },
    '/target': { html: '<!doctype html><title>Target</title>' },
    '/unprotected': { html: UNPROTECTED_PAGE },
  },
});
after(() => {
  trap.close();
  host.close();
  rmSync(folder, { recursive: true });
});

/**
 * A browser that writes down whatever it looks up, connects to or asks for. With a profile of its own: without, as
 * in a private window, Chromium takes no hints to connect ahead of time.
 */
async function launch(name) {
  const log = join(folder, `${name}.json`);
  const browser = await chromium.launchPersistentContext(join(folder, name), {
    executablePath: findChromium(),
    viewport: { width: 1100, height: 760 },
    args: [...CHROMIUM_ARGS, `--log-net-log=${log}`],
  });
  return {
    newPage: () => browser.newPage(),
    close: () => browser.close(),
    /** Closes it. The hosts of the trap that it had anything to do with, as `NAME.ENTRY`. */
    async namesOnTheWire() {
      await browser.close();
      return namesIn(readFileSync(log, 'utf8'));
    },
  };
}

/** A page with a player in it, and all that recordings in it do around them. */
async function openHost(browser) {
  const page = await browser.newPage();
  const seen = [];
  let refused = 0;
  for (const type of ['popup', 'download', 'dialog', 'filechooser', 'crash'])
    page.on(type, () => seen.push(type));
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) seen.push('navigation');
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused++;
  });

  /**
   * Loads a recording, plays it, goes through it, and opens what tells about it. What went wrong, and what the
   * trap was asked for.
   *
   * @param {object} [options]
   * @param {object} [options.attributes] of the player
   * @param {() => Promise<void>} [options.touch] something to do with the page as it is at the end
   * @param {string[]} [options.mayChange] what of the host may be another than before
   */
  async function tryOut(recording, { attributes = {}, touch, mayChange = [] } = {}) {
    const { source, fileName = 'recording.json', shows, tells, isRefused = false } = recording;
    await page.goto(host.origin);
    const [requests, connections] = [trap.requests.length, trap.connections];
    await page.evaluate((given) => {
      const player = document.querySelector('portable-replay');
      for (const [name, value] of Object.entries(given)) player.setAttribute(name, value);
    }, attributes);
    await page.locator('#host-field').focus();
    seen.length = 0;
    const before = await page.evaluate(stateOfHost);
    const { code, message } = await page.evaluate(replay, [JSON.stringify(source), fileName, PATIENCE_MS]);
    await touch?.();
    await page.waitForTimeout(SETTLE_MS);
    const after = await page.evaluate(stateOfHost);
    const wrong = Object.keys(before)
      .filter((key) => before[key] !== after[key] && !mayChange.includes(key))
      .map((key) => `${key} of the host: ${before[key]} became ${after[key]}`);
    wrong.push(...(await page.evaluate('trips.splice(0)')).filter((trip) => !mayChange.includes(trip)));
    const isShown = code === undefined;
    if (isShown === isRefused) wrong.push(`${code}: ${message}`);
    if (shows && isShown) wrong.push(...(await wrongTextOf(page, shows)));
    if (isShown) await openAbout(page);
    const player = await page.evaluate(lookAtPlayer);
    if (tells && !player.text.includes(tells)) wrong.push(`the player does not say ${tells}`);
    wrong.push(...player.wrong, ...seen);
    const asked = trap.requests.slice(requests);
    const isConnected = asked.length === 0 && trap.connections > connections;
    return { wrong: [...new Set(wrong)], asked: isConnected ? ['a connection'] : asked };
  }

  return {
    page,
    seen,
    tryOut,
    /** How many loads the policy of the page has refused so far. */
    get refused() {
      return refused;
    },
  };
}

async function wrongTextOf(page, expected) {
  const frame = await replayedPage(page);
  const text = await frame.locator('#ending').textContent({ timeout: 2000 }).catch(String);
  return text === expected ? [] : [`the page says ${String(text).slice(0, 200)}`];
}

async function openAbout(page) {
  await page.getByRole('button', { name: /^about this recording/i }).click();
  await page.locator('replay-about-panel').getByRole('heading').first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
}

/** Which vectors do it: halves of what did it together, until they are single ones. */
function culprits(view, { names, entry, group }, build) {
  const tryFew = async (few) => {
    const vectors = VECTORS.filter(({ name }) => few.includes(name));
    const isSame = (recording) => recording.entry === entry && recording.group === group;
    const { wrong, asked } = await view.tryOut(build(vectors, trap.at).find(isSame));
    return [...wrong, ...asked];
  };
  const search = async (some) => {
    const found = await tryFew(some);
    if (found.length === 0) return [];
    if (some.length === 1) return [`${some[0]} by ${entry}: ${found.join('; ')}`];
    const middle = some.length >> 1;
    return [...(await search(some.slice(0, middle))), ...(await search(some.slice(middle)))];
  };
  return search(names);
}

describe(`a recording of ${VECTORS.length} hostile things`, () => {
  let browser;
  let view;
  before(async () => {
    browser = await launch('protected');
    view = await openHost(browser);
  });
  after(() => browser.close());

  for (const build of [pageRecordings, textRecordings]) {
    for (const recording of build(VECTORS, trap.at)) {
      const { entry, group, names } = recording;
      it(`reaches nothing by ${entry}${group ? `, ${group}` : ''}: ${names.length}`, async () => {
        const { wrong, asked } = await view.tryOut(recording);
        const found = [...wrong, ...asked];
        if (found.length === 0) return;
        const alone = recording.isRefused ? [] : await culprits(view, recording, build);
        assert.fail([...found, 'One by one:', ...alone].map((line) => line.slice(0, 500)).join('\n'));
      });
    }
  }

  it('reaches nothing when it is clicked by somebody who selects text in it', async () => {
    const { page } = view;
    /** Keys that are meant for the replayed page; around it they mean something. */
    const press = async (...keys) => {
      for (const key of keys) if (await page.evaluate(isInReplayedPage)) await page.keyboard.press(key);
    };
    const touch = async () => {
      await page.evaluate(() => (document.querySelector('portable-replay').inspect = true));
      const places = await page.evaluate(placesToClick);
      assert.ok(places.length > 20, `${places.length} things to click`);
      for (const [x, y] of places) {
        await page.mouse.click(x, y, { clickCount: 2 });
        await page.mouse.click(x, y, { button: 'middle' });
        await press('Enter', ' ');
      }
      for (let i = 0; i < places.length; i++) await press('Tab', 'Enter');
      await page.evaluate(() => (document.querySelector('portable-replay').inspect = false));
    };
    // It is the reader who takes the focus there, and who scrolls.
    const mayChange = ['focused', 'focus', 'blur', 'scroll', 'selected'];
    const recording = clickableRecording(VECTORS, trap.at);
    const { wrong, asked } = await view.tryOut(recording, { touch, mayChange });
    assert.deepEqual([...wrong, ...asked], []);
  });

  it('leaves links of the page around to go where they went before', async () => {
    const named = VECTORS.filter(({ name }) => name === 'iframe-name');
    for (const recording of pageRecordings(named, trap.at)) {
      const { wrong } = await view.tryOut(recording);
      assert.deepEqual(wrong, []);
      const [popup] = await Promise.all([
        view.page.waitForEvent('popup', { timeout: 5000 }),
        view.page.locator('#host-link').click(),
      ]);
      assert.equal(popup.url(), `${host.origin}/target`, recording.entry);
      await popup.close();
    }
  });

  it('has not so much as looked up a name in all that', async (test) => {
    assert.deepEqual([...(await browser.namesOnTheWire())], []);
    assert.deepEqual(trap.requests, []);
    test.diagnostic(`${trap.requests.length} requests; the policy refused ${view.refused} loads`);
  });
});

describe('the same recording where addresses are allowed', () => {
  let browser;
  let view;
  before(async () => {
    browser = await launch('allowed');
    view = await openHost(browser);
  });
  after(() => browser.close());

  for (const recording of pageRecordings(VECTORS, trap.at)) {
    const { entry, group } = recording;
    if (!ALLOWED_ENTRIES.includes(entry)) continue;
    it(`does nothing but load pictures and styles by ${entry}, ${group}`, async () => {
      const { wrong, asked } = await view.tryOut(recording, { attributes: { 'remote-assets': 'allow' } });
      assert.deepEqual(wrong, []);
      // A prefetched file is kept and never read.
      const isShown = (address) => /\.(png|css|svg|woff|mp4|mp3|vtt)$|^link-prefetch/.test(address);
      const others = asked.filter((address) => !isShown(address));
      assert.deepEqual(others, []);
      if (group === 'plain' && entry !== 'event') assert.ok(asked.length > 5, `${asked.length} requests`);
    });
  }
});

describe('the same recording where nothing holds it back', () => {
  it('reaches out in most of these ways', async (test) => {
    const browser = await launch('live');
    await openBare(browser);
    await playUnprotected(browser);
    const names = [...(await browser.namesOnTheWire())].map((name) => name.split('.')[0]);
    const reached = new Set(names);
    const live = VECTORS.filter(({ name }) => reached.has(name));
    test.diagnostic(`${VECTORS.length} vectors, ${live.length} of them live`);
    assert.ok(live.length >= LEAST_LIVE, `${live.length} are live`);
  });
});

/** Opens each vector that can be a page of its own as one, and clicks on all of it. */
async function openBare(browser) {
  const queue = Object.keys(bare);
  const work = async () => {
    const page = await browser.newPage();
    page.on('popup', (popup) => popup.close());
    for (let path = queue.pop(); path; path = queue.pop()) {
      await page.goto(`${host.origin}${path}`, { waitUntil: 'commit' }).catch(() => undefined);
      await page.waitForTimeout(SETTLE_MS);
      await page
        .evaluate(() => {
          for (const element of document.querySelectorAll('a, area, button, input, p')) {
            element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
          }
        })
        .catch(() => undefined);
      await page.waitForTimeout(SETTLE_MS);
    }
    await page.close();
  };
  await inParallel(work);
}

function inParallel(work) {
  return Promise.all(Array.from({ length: 4 }, work));
}

/** Plays all of it in rrweb's player as it comes. */
async function playUnprotected(browser) {
  const queue = pageRecordings(VECTORS, trap.at);
  const work = async () => {
    for (let recording = queue.pop(); recording; recording = queue.pop()) {
      const page = await browser.newPage();
      await page.goto(`${host.origin}/unprotected`);
      await page.evaluate((events) => window.replay(events), recording.events).catch(() => undefined);
      await page.close();
    }
  };
  await inParallel(work);
}
