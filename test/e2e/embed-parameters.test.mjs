import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeText } from './browser.mjs';
import { TITLE, useEmbed } from './embedding.mjs';

const PARAMETERS = {
  'speed': '2',
  'idle': '5',
  'masks': 'hide',
  'cover': '.private',
  'loop': '',
  'no-drop': '',
  'no-hotkeys': '',
  'hotkeys': 'nok noc',
  'pause-at-chapters': '',
  'window-id': 'auto',
  'label': 'A failed payment',
};

describe('the parameters of embed.html', () => {
  const { browser, servers, recordingOn, embedAt, openAround } = useEmbed();

  const style = (scope, name) =>
    scope.evaluate((property) => {
      const player = document.querySelector('portable-replay');
      return getComputedStyle(player).getPropertyValue(property).trim();
    }, name);
  const source = () => `src=${encodeURIComponent(recordingOn('store'))}`;

  for (const [place, mark] of [
    ['fragment', '#'],
    ['query', '?'],
  ]) {
    it(`are every attribute by its name, in the ${place}`, async () => {
      const said = new URLSearchParams({ ...PARAMETERS, 'src': recordingOn('store'), 'start-at': '10' });
      const { page, errors } = await browser.open(`${embedAt()}${mark}${said}`);
      await seeText(page, '#title', 'Checkout');
      const found = await page.evaluate(
        (names) => names.map((name) => document.querySelector('portable-replay').getAttribute(name)),
        Object.keys(PARAMETERS),
      );
      assert.deepEqual(found, Object.values(PARAMETERS));
      assert.equal(await page.getByRole('region', { name: 'A failed payment' }).count(), 1);
      assert.deepEqual(errors, []);
    });
  }

  it('are moments as PostHog writes them, too', async () => {
    const { page } = await browser.open(embedAt(`${source()}&t=10`));
    await seeText(page, '#title', 'Checkout');
    const startedAt = await page.evaluate(() =>
      document.querySelector('portable-replay').recording.startedAt.getTime(),
    );
    for (const timestamp of [String(startedAt + 10_000), new Date(startedAt + 10_000).toISOString()]) {
      const { page: other } = await browser.open(embedAt(`${source()}&timestamp=${timestamp}`));
      await seeText(other, '#title', 'Checkout');
      const time = () => other.evaluate(() => document.querySelector('portable-replay').currentTime);
      assert.equal(await time(), 10);
      await other.evaluate((to) => (location.hash = to), `${source()}&timestamp=${startedAt + 4000}`);
      await other.waitForFunction(() => document.querySelector('portable-replay').currentTime === 4);
    }
  });

  it('are a theme, of values that fetch nothing', async () => {
    const theme = new URLSearchParams({
      '--replay-accent': 'rgb(1 2 3)',
      '--replay-radius': '7px',
      '--replay-font': '"Times New Roman", serif',
      '--replay-surface': `url(${servers.other.origin}/a.png)`,
      '--replay-text': `var(--x, url(${servers.other.origin}/b.png))`,
      '--replay-track': 'no colour',
      '--replay-unknown': 'red',
      '--other': 'red',
      'style': 'color: red',
    });
    for (const scope of [
      (await browser.open(embedAt(theme))).page,
      (await openAround(String(theme))).embed,
    ]) {
      await scope.waitForFunction(() => customElements.get('portable-replay'));
      assert.equal(await style(scope, '--replay-accent'), 'rgb(1 2 3)');
      assert.equal(await style(scope, '--replay-radius'), '7px');
      assert.equal(await style(scope, '--replay-font'), '"Times New Roman", serif');
      for (const name of ['surface', 'text', 'track', 'unknown'])
        assert.equal(await style(scope, `--replay-${name}`), '', name);
      assert.equal(await style(scope, '--other'), '');
    }
    assert.deepEqual(
      servers.other.requests.filter((path) => path.endsWith('.png')),
      [],
    );
  });

  it('are no theme where a link has the user asked: it could hide the question', async () => {
    const { page } = await browser.open(embedAt(`${source()}&remote-assets=ask&--replay-text=transparent`));
    await seeText(page, '#title', TITLE);
    assert.equal(await style(page, '--replay-text'), '');
    await page.evaluate((hash) => (location.hash = hash), `${source()}&--replay-text=red`);
    await page.waitForFunction(
      () => document.querySelector('portable-replay').style.getPropertyValue('--replay-text') === 'red',
    );
  });

  it('limit with "sources" where recordings come from', async () => {
    servers.store.requests.length = 0;
    const { page, embed } = await openAround(`${source()}&sources=self`);
    await embed.waitForFunction(() => customElements.get('portable-replay'));
    const named = () => embed.evaluate(() => document.querySelector('portable-replay').getAttribute('src'));
    assert.equal(await named(), null);
    // Whoever changes the fragment later does not change the list.
    await page.evaluate(
      (src) => (document.querySelector('iframe').src = src),
      embedAt(`${source()}&sources=${servers.store.origin}`),
    );
    await page.evaluate(
      (src) => (document.querySelector('iframe').src = src),
      embedAt('src=/fixtures/recordings/checkout.v2.json'),
    );
    await seeText(embed, '#title', TITLE);
    assert.deepEqual(
      servers.store.requests.filter((path) => path.endsWith('v2.json')),
      [],
    );
    const { embed: listed } = await openAround(`${source()}&sources=self,${servers.store.origin}`);
    await seeText(listed, '#title', TITLE);
  });
});
