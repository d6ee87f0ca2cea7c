import { lookAtPlayer } from './host.mjs';

/** Rows of a list whose details are opened. */
const ROWS = 6;

/** The panels of a player one after the other, with all that they show of a recording: what is wrong, and their text. */
export async function openPanels(page) {
  const wrong = new Set();
  const texts = [];
  const look = async () => {
    await page.waitForTimeout(60);
    const found = await page.evaluate(lookAtPlayer);
    found.wrong.forEach((one) => wrong.add(one));
    texts.push(found.text);
  };
  const open = (name) =>
    page.evaluate((panel) => (document.querySelector('portable-replay').panel = panel), name);

  const timeline = await page.locator('replay-time-range').boundingBox();
  for (const share of [0.2, 0.4, 0.7]) {
    await page.mouse.move(timeline.x + timeline.width * share, timeline.y + 8);
    await look();
  }

  await open('inspector');
  const inspector = page.locator('replay-inspector-panel');
  for (const tab of await inspector.getByRole('tab').all()) {
    await tab.click();
    await page.waitForTimeout(200);
    const grid = inspector.getByRole('grid');
    if ((await grid.count()) === 0) {
      // What the file says of the person is hidden until it is asked for.
      const shown = inspector.getByRole('button', { name: 'Show the person' });
      if (await shown.count()) await shown.click();
      await look();
      continue;
    }
    await grid.focus();
    await grid.press('Home');
    for (let i = 0; i < ROWS; i++) {
      await page.evaluate(expandAll);
      await look();
      await grid.press('ArrowDown');
    }
  }

  await open('transcript');
  const transcript = page.locator('replay-transcript-panel');
  await transcript.getByLabel('Level of detail').selectOption('full');
  await page.waitForTimeout(200);
  await look();
  await transcript.getByRole('tab').nth(1).click();
  await transcript.getByRole('searchbox').fill('<img');
  await page.waitForTimeout(400);
  await look();

  for (const name of ['notes', 'privacy', 'share', 'about']) {
    await open(name);
    await look();
  }
  await open(null);
  return { wrong: [...wrong], text: texts.join(' ') };
}

/** Runs in the page: opens every value in the details of the entry that is chosen. */
function expandAll() {
  const panel = document.querySelector('portable-replay').shadowRoot.querySelector('replay-inspector-panel');
  const press = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('[aria-expanded="false"]')) element.click();
      if (element.localName === 'details') element.open = true;
      if (element.shadowRoot) press(element.shadowRoot);
    }
  };
  const details = panel.shadowRoot.querySelector('replay-entry-details');
  if (details?.shadowRoot) press(details.shadowRoot);
}
