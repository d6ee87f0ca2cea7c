import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import playwright from 'playwright';
import { ENGINES, firefoxOptions } from '../browser/engines.mjs';
import { thisMachine } from '../browser/machine.mjs';
import { provideBrowser } from '../browser/provide-browser.mjs';
import { replay } from './hostile/host.mjs';
import { linkingEvents, placesOfLinks, plainLinks } from './hostile/linking.mjs';
import { PATIENCE_MS } from './hostile/open-view.mjs';
import { ENDING } from './hostile/recordings.mjs';
import { namesIn } from './hostile/trap.mjs';
import { useHost } from './hostile/use-host.mjs';

/** How long a pointer stays where browsers take a link for one that will be followed. */
const HOVER_MS = 250;
const LINKS = 14;

const { trap, host, launch } = await useHost((trap) => ({
  '/plain': { html: plainLinks((name) => trap.at(name, 'plain')) },
}));

/** Plays the links in a page of any engine, and lets text be selected in them. */
async function openLinks(page, entry) {
  await page.goto(host.origin);
  const events = linkingEvents((name) => trap.at(name, entry));
  const outcome = await page.evaluate(replay, [JSON.stringify(events), 'links.json', PATIENCE_MS]);
  assert.deepEqual(outcome, {});
  await page.evaluate(() => {
    const player = document.querySelector('portable-replay');
    player.inspect = true;
    player.noHotkeys = true;
  });
  const places = await page.evaluate(placesOfLinks);
  assert.equal(places.length, LINKS);
  return places;
}

const endingOf = (page) =>
  page.evaluate(() => {
    const player = document.querySelector('portable-replay');
    const frame = player.shadowRoot.querySelector('.page:not(.standby) iframe');
    return {
      text: frame.contentDocument?.querySelector('#ending')?.textContent,
      typed: frame.contentDocument?.querySelector('[contenteditable]')?.textContent,
      isOpen: frame.contentDocument?.querySelector('details')?.open,
      isChecked: frame.contentDocument?.querySelector('input')?.checked,
      history: history.length,
      inspect: player.inspect,
    };
  });

/** At the end again, wherever Enter on the buttons of the player has taken it. */
const goToTheEnd = (page) =>
  page.evaluate(() => {
    const player = document.querySelector('portable-replay');
    player.pause();
    return new Promise((resolve) => {
      player.addEventListener('seeked', resolve, { once: true });
      player.currentTime = player.duration;
    });
  });

async function pointAndPress(page, places) {
  const before = await endingOf(page);
  assert.equal(before.text, ENDING);
  const unchanged = async () => assert.deepEqual({ ...(await endingOf(page)), inspect: true }, before);
  for (const [x, y] of places) {
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await page.waitForTimeout?.(HOVER_MS);
    await page.mouse.down();
    await page.waitForTimeout?.(HOVER_MS);
    await page.mouse.up();
    await page.mouse.click(x, y, { button: 'middle' });
    await page.keyboard.type('x');
  }
  await unchanged();
  for (let i = 0; i < places.length; i++) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await goToTheEnd(page);
  await unchanged();
}

describe('links of a page in which text is selected', () => {
  let browser;
  before(async () => {
    browser = await launch('links', { hasTouch: true });
  });
  after(() => browser.close());

  it('are on it, and lead nowhere, whoever points at them, presses or touches them', async () => {
    const page = await browser.newPage();
    const seen = trap.connections;
    const places = await openLinks(page, 'selecting');
    await pointAndPress(page, places);
    for (const place of places) await page.touchscreen.tap(...place);
    await page.waitForTimeout(HOVER_MS);
    assert.deepEqual(trap.requests, []);
    assert.equal(trap.connections - seen, 0);
  });

  it('would be connected to as soon as one is pressed, on a page that nobody protects', async () => {
    const page = await browser.newPage();
    const seen = trap.connections;
    await page.goto(`${host.origin}/plain`);
    await page.mouse.move(50, 20);
    await page.mouse.down();
    await page.waitForTimeout(4 * HOVER_MS);
    assert.ok(trap.connections > seen);
    assert.deepEqual(trap.requests, []);
  });

  it('are copied with the addresses they have', async () => {
    const page = await browser.newPage();
    await openLinks(page, 'copied');
    const copied = await page.evaluate(() => {
      const player = document.querySelector('portable-replay');
      const page = player.shadowRoot.querySelector('.page:not(.standby) iframe').contentDocument;
      const copy = (node) => {
        page.getSelection().selectAllChildren(node);
        const event = new ClipboardEvent('copy', {
          bubbles: true,
          cancelable: true,
          clipboardData: new DataTransfer(),
        });
        node.dispatchEvent(event);
        const { clipboardData: data } = event;
        const html = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
        return [data.getData('text/plain'), [...html.querySelectorAll('a')].map((link) => link.href)];
      };
      return [copy(page.querySelector('a')), copy(page.querySelector('details'))];
    });
    const hrefOf = (name) => trap.at(name, 'copied').url('x.html');
    assert.deepEqual(copied, [
      ['link', [hrefOf('link')]],
      ['summary', [hrefOf('summary')]],
    ]);
  });

  it('are not so much as looked up', async () => {
    const names = [...(await browser.namesOnTheWire())].filter((name) => !name.endsWith('.plain'));
    assert.deepEqual(names, []);
    assert.deepEqual(trap.requests, []);
  });
});

describe('links of a page in Firefox', () => {
  let folder;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'portable-replay-names-'))));
  after(() => rm(folder, { recursive: true }));

  /** The names that were looked up, by what Firefox says of it. */
  async function lookedUp(use) {
    const { path, isPlaywrights } = await provideBrowser('firefox', thisMachine);
    const browser = await playwright.firefox.launch({
      ...firefoxOptions(path, isPlaywrights),
      env: {
        ...process.env,
        MOZ_LOG: 'timestamp,sync,nsHostResolver:5',
        MOZ_LOG_FILE: join(folder, 'names'),
      },
    });
    try {
      await use(await browser.newPage());
    } finally {
      await browser.close();
    }
    const files = (await readdir(folder)).filter((name) => name.startsWith('names'));
    const logs = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    await Promise.all(files.map((name) => rm(join(folder, name))));
    assert.ok(logs.length > 0);
    return [...namesIn(logs.join('\n'))];
  }

  it('are not looked up, neither as they play nor when they are pressed', async () => {
    const seen = trap.connections;
    const names = await lookedUp(async (page) => {
      const places = await openLinks(page, 'firefox');
      await pointAndPress(page, places);
      await page.waitForTimeout(HOVER_MS);
    });
    assert.deepEqual(names, []);
    assert.equal(trap.connections - seen, 0);
    assert.deepEqual(trap.requests, []);
  });

  it('would be looked up on a page that nobody protects', async () => {
    const names = await lookedUp(async (page) => {
      await page.goto(`${host.origin}/plain`);
      await page.waitForTimeout(4 * HOVER_MS);
    });
    assert.deepEqual(names, ['plain.plain']);
  });
});

describe('links of a page in WebKit', () => {
  it('are not followed, and Escape leaves', async () => {
    const { path, isPlaywrights } = await provideBrowser('webkit', thisMachine);
    const browser = await ENGINES.webkit.start(path, isPlaywrights);
    try {
      const page = await browser.newPage();
      const seen = trap.connections;
      const places = await openLinks(page, 'webkit');
      await pointAndPress(page, places);
      await page.keyboard.press('Escape');
      assert.equal((await endingOf(page)).inspect, false);
      assert.equal(trap.connections - seen, 0);
      assert.deepEqual(trap.requests, []);
    } finally {
      await browser.close();
    }
  });
});
