import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright';
import { launchOptions } from '../browser/provide-chromium.mjs';
import { replayedPage, useBrowser } from './browser.mjs';
import {
  HOST_PAGE,
  isInReplayedPage,
  lookAtPlayer,
  placesToClick,
  replay,
  stateOfHost,
  UNPROTECTED_PAGE,
} from './hostile/host.mjs';
import { el } from './hostile/nodes.mjs';
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
  const options = await launchOptions();
  const browser = await chromium.launchPersistentContext(join(folder, name), {
    ...options,
    viewport: { width: 1100, height: 760 },
    args: [...options.args, `--log-net-log=${log}`],
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

describe('a page with a strict policy', () => {
  const browser = useBrowser();
  const player =
    '<script type="module" src="/dist/portable-replay.js"></script><portable-replay></portable-replay>';
  /** What is needed for each thing, as the README says. */
  const STRICT = "default-src 'none'; script-src 'self'";
  const WITH_ALL = `${STRICT}; worker-src blob:; img-src data: blob:; font-src data:; media-src data: blob:; style-src 'unsafe-inline' data:`;
  const policies = {
    '/strict': STRICT,
    '/trusted': `${STRICT}; require-trusted-types-for 'script'`,
    '/all': WITH_ALL,
  };
  let strict;
  before(async () => {
    const served = Object.entries(policies).map(([path, csp]) => [
      path,
      { html: `<!doctype html>${player}`, csp },
    ]);
    strict = await serve(ROOT, { pages: Object.fromEntries(served) });
  });
  after(() => strict.close());

  /** Plays the styled page below it, and opens a panel. What was refused of ours, and how the page looks. */
  async function play(path) {
    const { page, errors } = await browser.open(host.origin);
    await page.addInitScript(() => {
      window.refused = [];
      const note = ({ effectiveDirective }) => window.refused.push(effectiveDirective);
      document.addEventListener('securitypolicyviolation', note);
    });
    await page.goto(strict.origin + path);
    const [{ source }] = pageRecordings([STYLED_BY_POLICY], trap.at);
    const outcome = await page.evaluate(replay, [JSON.stringify(source), 'x.json', PATIENCE_MS]);
    assert.deepEqual(outcome, {});
    const advice = page.getByText('refuses the styles').and(page.getByText('embed.html'));
    const isAdvised = (await advice.count()) > 0;
    await openAbout(page);
    const frame = await replayedPage(page);
    const colour = await frame.locator('#styled').evaluate((element) => getComputedStyle(element).color);
    const refused = [...new Set(await page.evaluate(() => window.refused))];
    const { wrong } = await page.evaluate(lookAtPlayer);
    assert.deepEqual([...errors, ...wrong], []);
    return { refused, colour, isAdvised, workers: page.workers().length };
  }

  it('lets it play in the page, and says what becomes of recorded styles', async () => {
    const { refused, isAdvised, workers } = await play('/strict');
    assert.deepEqual(refused.sort(), ['img-src', 'worker-src']);
    assert.ok(isAdvised);
    assert.equal(workers, 0);
  });

  it('lets it play where only trusted types may become scripts', async () => {
    const { isAdvised } = await play('/trusted');
    assert.ok(isAdvised);
  });

  it('refuses nothing of it where the policy allows what the README says', async () => {
    const { refused, colour, isAdvised, workers } = await play('/all');
    assert.deepEqual(refused, []);
    assert.equal(colour, COLOUR);
    assert.ok(!isAdvised);
    assert.equal(workers, 1);
  });
});

const COLOUR = 'rgb(1, 2, 3)';
/** A page whose own policy, which was recorded with it, forbids the styles that it has. */
const STYLED_BY_POLICY = {
  name: 'styled',
  nodes: () => [
    el('meta', { 'http-equiv': 'content-security-policy', 'content': "style-src 'none'" }),
    el('style', { _cssText: `#styled { color: ${COLOUR} }` }),
    el('p', { id: 'styled' }, 'text'),
  ],
};

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
