import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { replayedPage, useBrowser } from './browser.mjs';
import { lookAtPlayer, replay } from './hostile/host.mjs';
import { el } from './hostile/nodes.mjs';
import { openAbout, PATIENCE_MS } from './hostile/open-view.mjs';
import { pageRecordings } from './hostile/recordings.mjs';
import { useHost } from './hostile/use-host.mjs';
import { ROOT, serve } from './servers.mjs';

const { trap, host } = await useHost();

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
    const advice = page.getByText('blocks the styles of the recorded page').and(page.getByText('embed.html'));
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
