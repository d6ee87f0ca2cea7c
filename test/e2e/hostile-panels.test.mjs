import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { lookAtPlayer } from './hostile/host.mjs';
import { openPanels } from './hostile/open-panels.mjs';
import { openView } from './hostile/open-view.mjs';
import { hostileCues, panelRecordings } from './hostile/panel-recordings.mjs';
import { textRecordings } from './hostile/recordings.mjs';
import { useHost } from './hostile/use-host.mjs';
import { VECTORS } from './hostile/vectors.mjs';

const { trap, host, launch } = await useHost();

/** Recordings of the other test that the panels tell of, too. */
const TOLD = new Set(['custom', 'console', 'network', 'plugin', 'place', 'person', 'session', 'window']);
/** It is the user who opens panels. */
const mayChange = ['focused', 'focus', 'blur', 'scroll', 'toggle', 'beforetoggle'];

describe(`panels with ${VECTORS.length} hostile things as text`, () => {
  let browser;
  let view;
  before(async () => {
    browser = await launch('panels');
    view = await openView(browser, { trap, host });
  });
  after(() => browser.close());

  const recordings = [
    ...panelRecordings(VECTORS, trap.at),
    ...textRecordings(VECTORS, trap.at).filter(({ entry }) => TOLD.has(entry)),
  ];
  for (const recording of recordings) {
    it(`show it as text: ${recording.entry}`, async () => {
      let found = { wrong: [], text: '' };
      const touch = async () => {
        found = await openPanels(view.page);
      };
      // Rows lead to moments before the end.
      const { wrong, asked } = await view.tryOut({ ...recording, shows: undefined }, { touch, mayChange });
      if (recording.told && !found.text.includes(recording.told))
        wrong.push(`no panel says ${recording.told}`);
      assert.deepEqual([...wrong, ...found.wrong, ...asked], []);
    });
  }

  for (const kind of ['chapters', 'captions', 'metadata']) {
    it(`show cues as text: ${kind}`, async () => {
      const [recording] = textRecordings(VECTORS, trap.at).filter(({ entry }) => entry === 'custom');
      const cues = hostileCues(VECTORS, trap.at, `cue-${kind}`, kind);
      const texts = [];
      const wrongs = [];
      const touch = async () => {
        const { page } = view;
        await page.evaluate((text) => {
          const element = document.querySelector('portable-replay');
          const data = new DataTransfer();
          data.items.add(new File([text], '<img src=x onerror=alert(1)>.vtt'));
          const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true });
          element.shadowRoot.querySelector('.stage').dispatchEvent(drop);
        }, cues);
        await page.locator('.notice').getByText('<img src=x onerror=alert(1)>.vtt').waitFor();
        for (const time of [0.05, 0.3]) {
          await page.evaluate((at) => {
            const element = document.querySelector('portable-replay');
            element.currentTime = at;
            element.panel = 'notes';
          }, time);
          await page.waitForTimeout(300);
          const { wrong, text } = await page.evaluate(lookAtPlayer);
          wrongs.push(...wrong);
          texts.push(text);
        }
        await page.evaluate(() => (document.querySelector('portable-replay').panel = null));
      };
      const { wrong, asked } = await view.tryOut({ ...recording, shows: undefined }, { touch, mayChange });
      assert.deepEqual([...wrong, ...wrongs, ...asked], []);
      // Escaped in the file, it is told as it was written.
      assert.match(texts.join(' '), /<img [^>]*src=/i);
    });
  }

  it('are taken out as files with harmless names, whose cells are no formulas', async () => {
    const [clicked] = panelRecordings(VECTORS, trap.at);
    const id = '../../=1+1\u202e<img src=x>\ud800';
    const source = {
      version: '2023-04-28',
      data: { id, snapshots: clicked.source.map((event) => ({ windowId: 'w', ...event })) },
    };
    const { page } = view;
    let csv = '';
    const names = [];
    let link = '';
    const touch = async () => {
      await page.evaluate(() => (document.querySelector('portable-replay').panel = 'inspector'));
      const inspector = page.locator('replay-inspector-panel');
      for (const format of ['csv', 'har', 'markdown', 'vtt']) {
        await inspector.locator('.take-out select').selectOption(format);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          inspector.getByRole('button', { name: 'Save', exact: true }).click(),
        ]);
        names.push(download.suggestedFilename());
        if (format === 'csv') csv = await readFile(await download.path(), 'utf8');
      }
      link = await page.evaluate(async () => {
        const element = document.querySelector('portable-replay');
        element.shareUrl = 'https://app.example/replays/{id}?t={time}';
        await element.updateComplete;
        let copied = '';
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true,
          value: { writeText: async (text) => void (copied = text) },
        });
        element.copyLink();
        return copied;
      });
      view.seen.length = 0;
      await page.evaluate(() => (document.querySelector('portable-replay').panel = null));
    };
    const { wrong, asked } = await view.tryOut({ entry: 'files', names: [], source }, { touch, mayChange });
    assert.deepEqual([...wrong, ...asked], []);
    for (const name of names) assert.match(name, /^export-[\w-]+-ph-recording-entries\.(csv|har|md|vtt)$/);
    assert.ok(csv.includes("'=1+1") && csv.includes("'@SUM(1)"), 'formulas are there, as text');
    const formulas = csv.split(/\r\n/).flatMap((line) => line.match(/(?:^|,)"?[=+@\t][^,]*/g) ?? []);
    // Within a cell a comma may stand in front of anything; what follows a quote is its beginning.
    assert.deepEqual(
      formulas.filter((cell) => /^(?:,)?"[=+@\t]/.test(cell)),
      [],
    );
    const address = new URL(link);
    assert.equal(address.origin, 'https://app.example');
    assert.match(address.pathname, /^\/replays\/[^/]+$/);
  });

  it('have not so much as looked up a name in all that', async () => {
    assert.deepEqual([...(await browser.namesOnTheWire())], []);
    assert.deepEqual(trap.requests, []);
  });
});
