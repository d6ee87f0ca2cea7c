import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

/** Recordings of others, beside the project: tried when they are there. Our own are always tried. */
const OTHERS = join(ROOT, '../shared/recordings');
const OWN = join(ROOT, 'fixtures/recordings');

/** Events without a page, and single events. */
const REFUSED = /(^|\/)(neg-|single-|can-short-circuit-|omitting-x-)|\.part1\./;

const others = ['rrweb', 'posthog', 'other', 'mobile'].flatMap((folder) =>
  existsSync(join(OTHERS, folder))
    ? readdirSync(join(OTHERS, folder)).map((file) => `${folder}/${file}`)
    : [],
);

describe('every recording at hand', () => {
  const browser = useBrowser();
  const servers = {};
  let page;
  let errors;
  before(async () => {
    servers.others = await serve(OTHERS, { cors: true });
    servers.own = await serve(OWN, { cors: true });
    const html =
      '<!doctype html><script type="module" src="/dist/portable-replay.js"></script><portable-replay></portable-replay>';
    servers.host = await serve(ROOT, { pages: { '/': { html } } });
    ({ page, errors } = await browser.open(servers.host.origin));
  });
  after(() => Object.values(servers).forEach((server) => server.close()));

  const all = [...readdirSync(OWN).map((file) => ['own', file]), ...others.map((file) => ['others', file])];
  for (const [server, file] of all) {
    const isRefused = REFUSED.test(file);
    it(
      isRefused
        ? `refuses ${file} with a code`
        : `loads ${file}, seeks in it, shows a page, and what happened beside it`,
      async () => {
        const outcome = await page.evaluate(tryOut, `${servers[server].origin}/${file}`);
        if (isRefused) assert.equal(outcome.code, 'unplayable');
        else {
          assert.equal(outcome.code, undefined, outcome.message);
          assert.deepEqual(outcome.shown, outcome.asked);
          assert.ok(outcome.nodes > 2, 'a page is on screen');
          assert.equal(outcome.isListed, outcome.happened > 0, 'what happened is listed');
          assert.ok(outcome.told > 0, 'what was seen is told');
        }
        assert.deepEqual(errors.splice(0), []);
      },
    );
  }
});

/** Runs in the page. */
async function tryOut(address) {
  await customElements.whenDefined('portable-replay');
  const player = document.querySelector('portable-replay');
  try {
    await player.load(address);
  } catch (error) {
    return { code: error.code, message: error.message };
  }
  const asked = [];
  const shown = [];
  for (const share of [0.5, 1, 0.25, 0]) {
    const seeked = new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
    const time = player.duration * share;
    player.currentTime = time;
    await seeked;
    asked.push(Math.round(time));
    shown.push(Math.round(player.currentTime));
  }
  const frame = player.shadowRoot.querySelector('.page:not(.standby) iframe');
  const nodes = frame.contentDocument.querySelectorAll('*').length;
  const { total: happened } = await player.entries({ limit: 1 });
  player.panel = 'inspector';
  const panel = () => player.shadowRoot.querySelector('replay-inspector-panel')?.shadowRoot;
  const rows = () => panel()?.querySelector('replay-entry-list')?.shadowRoot.querySelectorAll('.row') ?? [];
  const isTold = () => rows().length > 0 || panel()?.textContent.includes('Nothing of the kind happened');
  for (let i = 0; i < 500 && !isTold(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  const isListed = rows().length > 0;
  const told = (await player.transcript({ seen: true })).length;
  player.panel = null;
  return { asked, shown, nodes, happened, isListed, told };
}
