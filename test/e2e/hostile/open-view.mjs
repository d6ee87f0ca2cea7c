import { replayedPage } from '../browser.mjs';
import { lookAtPlayer, replay, stateOfHost } from './host.mjs';

/** How long something that is on its way gets to arrive. */
export const SETTLE_MS = 300;
/** How long a recording gets to be played and gone through; it takes a tenth of that. */
export const PATIENCE_MS = 20_000;

/** A page with a player in it, and all that recordings in it do around them. */
export async function openView(browser, { trap, host }) {
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

export async function openAbout(page) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: /^about this recording/i }).click();
  await page.locator('replay-about-panel').getByRole('heading').first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
}
