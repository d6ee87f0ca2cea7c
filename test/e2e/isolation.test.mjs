import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isInReplayedPage, placesToClick } from './hostile/host.mjs';
import { openView } from './hostile/open-view.mjs';
import { clickableRecording, pageRecordings, textRecordings } from './hostile/recordings.mjs';
import { useHost } from './hostile/use-host.mjs';
import { VECTORS } from './hostile/vectors.mjs';

const { trap, host, launch } = await useHost();

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
    view = await openView(browser, { trap, host });
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
