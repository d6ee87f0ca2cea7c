import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

describe('a page that was saved', () => {
  const browser = useBrowser();
  let server;
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saved-page-'));
    const script = '<script type="module" src="/dist/portable-replay.js"></script>';
    const player = '<portable-replay style="height: 500px"></portable-replay>';
    server = await serve(ROOT, { pages: { '/': { html: `<!doctype html>${script}${player}` } } });
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  /** A player with a recording in it. */
  async function player() {
    const { page, errors } = await browser.open(server.origin);
    await page.evaluate(async () => {
      await customElements.whenDefined('portable-replay');
      await document.querySelector('portable-replay').load('/fixtures/recordings/checkout.v2.json');
    });
    return { page, errors };
  }

  /** What a copy holds, as text. */
  const copyOf = (page, rules, options) =>
    page.evaluate(
      async ([given, how]) => {
        const { blob } = await document.querySelector('portable-replay').redact(given, how);
        return blob.text();
      },
      [rules, options],
    );

  async function openFile(html) {
    const file = join(folder, 'saved.html');
    await writeFile(file, html);
    const { page, errors } = await browser.open('about:blank');
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, errors, requests, file };
  }

  it('plays from a disk at its moment, asks for nothing, and says that it was not redacted', async () => {
    const { page } = await player();
    const html = await copyOf(page, {}, { format: 'html', startAt: 10 });
    const { page: saved, errors, requests, file } = await openFile(html);
    await saved.getByText('NOT redacted').waitFor();
    await seeText(saved, 'h1', 'Checkout');
    const time = await saved.evaluate(() => document.querySelector('portable-replay').currentTime);
    assert.equal(time, 10);
    await saved.evaluate(() => document.querySelector('portable-replay').play());
    await saved.waitForFunction(() => document.querySelector('portable-replay').currentTime > 10.3);
    const own = pathToFileURL(file).href;
    assert.deepEqual(
      requests.filter((address) => address !== own && !address.startsWith('blob:')),
      [],
    );
    assert.deepEqual(errors, []);
  });

  it('has the chapters, captions and notes that were there, moved and redacted with the recording', async () => {
    const { page } = await player();
    await page.evaluate(() => {
      const element = document.querySelector('portable-replay');
      element.chapters = [
        { time: 0, title: 'Cart' },
        { time: 8, title: 'Checkout "Ada" </track><script>document.title = "ran"</script>' },
      ];
      const captions = element.addTextTrack('captions', 'English', 'en');
      captions.addCue(new VTTCue(9, 12, 'Said by Ada'));
      captions.mode = 'showing';
      const data = new DataTransfer();
      data.items.add(
        new File(['WEBVTT\n\n00:10.000 --> 00:10.001\nAda noted \u{1f600} &lt;b>'], 'notes.vtt'),
      );
      element.shadowRoot
        .querySelector('.stage')
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true }));
    });
    await page.waitForFunction(() =>
      document.querySelector('portable-replay').textTracks.getTrackById('notes'),
    );
    const rules = { strings: ['Ada'], range: { start: 6, end: 16 } };
    const html = await copyOf(page, rules, { format: 'html', startAt: 10 });
    const { page: saved, errors, requests, file } = await openFile(html);
    await seeText(saved, 'h1', 'Checkout');
    const told = await saved.evaluate(() => {
      const { textTracks, chapters, currentTime } = document.querySelector('portable-replay');
      const cues = [...textTracks].map((track) => [
        track.kind,
        track.label,
        track.mode,
        ...track.cues.map(({ startTime, text }) => [startTime, text]),
      ]);
      return { cues, chapters: chapters.map(({ time, title }) => [time, title]), currentTime };
    });
    const title = 'Checkout "***" </track><script>document.title = "ran"</script>';
    assert.deepEqual(told.chapters, [
      [0, 'Cart'],
      [2, title],
    ]);
    assert.deepEqual(told.cues.slice(1), [
      ['captions', 'English', 'showing', [3, 'Said by ***']],
      ['metadata', 'Notes', 'hidden', [4, '*** noted \u{1f600} &lt;b&gt;']],
    ]);
    assert.equal(told.currentTime, 4);
    await saved.locator('[part="captions"]').getByText('Said by ***').waitFor();
    await saved.keyboard.press('Tab');
    await saved.locator('.stage').focus();
    await saved.keyboard.press('o');
    await saved.getByText('*** noted').waitFor();
    assert.notEqual(await saved.title(), 'ran');
    const own = pathToFileURL(file).href;
    assert.deepEqual(
      requests.filter((address) => address !== own && !address.startsWith('blob:')),
      [],
    );
    assert.deepEqual(errors, []);
    const without = await copyOf(page, {}, { format: 'html', tracks: false });
    assert.doesNotMatch(without.slice(0, 3000), /<track/);

    // By the panel: a copy from before a note was removed is not handed out.
    await page.locator('.stage').focus();
    await page.keyboard.press('s');
    const maker = page.locator('replay-copy-maker');
    await maker.getByRole('button', { name: 'Make the copy' }).click();
    await maker.getByRole('button', { name: 'Save the copy' }).waitFor();
    await page.evaluate(() => {
      const notes = document.querySelector('portable-replay').textTracks.getTrackById('notes');
      notes.removeCue(notes.cues[0]);
    });
    await maker.getByRole('button', { name: 'Save the copy' }).waitFor({ state: 'detached' });
    await maker.getByLabel('With chapters, captions and notes').uncheck();
    await maker.getByRole('button', { name: 'Make the copy' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      maker.getByRole('button', { name: 'Save the copy' }).click(),
    ]);
    assert.doesNotMatch((await readFile(await download.path(), 'utf8')).slice(0, 3000), /<track/);
  });

  it('can be opened in the player again, and saves itself', async () => {
    const { page } = await player();
    const html = await copyOf(page, { selectors: ['h1'] }, { format: 'html' });
    // The player has both sentences in it.
    assert.match(html.slice(0, 3000), /was redacted before/);
    const again = await page.evaluate(async (text) => {
      const element = document.querySelector('portable-replay');
      const info = await element.load(new File([text], 'saved.html'));
      return { format: info.format, packing: info.packing, events: info.eventCount };
    }, html);
    assert.equal(again.format, 'posthog-export-2023-04-28');
    assert.deepEqual(again.packing, ['html', 'base64', 'gzip']);
    await seeText(page, 'h1', /^[\s*]+$/);
    const { page: saved, errors } = await openFile(html);
    await seeText(saved, 'h1', /^[\s*]+$/);
    const second = await saved.evaluate(async () => {
      const blob = await document.querySelector('portable-replay').exportRecording({ format: 'html' });
      return blob.text();
    });
    const { page: third } = await openFile(second);
    await seeText(third, 'h1', /^[\s*]+$/);
    assert.deepEqual(errors, []);
  });

  it('makes no request with all that can be done in the panel', async () => {
    const { page, errors } = await player();
    const before = server.requests.length;
    await page.locator('replay-more-menu button').first().click();
    await page.locator('replay-more-menu replay-about-button button').click();
    await page.locator('replay-about-panel').getByRole('button', { name: 'Share a redacted copy' }).click();
    await page.getByRole('button', { name: 'Look for leaks' }).click();
    await page.getByText('Nothing was found').waitFor();
    await page.getByLabel('CSS selectors').fill('h1');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Make the copy' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the copy' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.html$/);
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /^<!doctype html><!-- portable-replay -->/);
    assert.deepEqual(server.requests.slice(before), []);
    assert.deepEqual(errors, []);
  });

  it('begins at the moment on screen, whatever was cut before it or taken out', async () => {
    const { page } = await player();
    const clock = (of) => of.locator('portable-replay iframe').contentFrame().locator('#clock').innerText();
    const moment = 12.345;
    await page.evaluate(async (time) => {
      const element = document.querySelector('portable-replay');
      element.currentTime = time;
      await new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
    }, moment);
    const onScreen = await clock(page);
    await page.locator('portable-replay .stage').focus();
    await page.keyboard.press('s');
    await page.getByLabel('Start at the moment on screen').check();
    const changes = [
      () => page.getByLabel('SDK settings').check(),
      () => page.getByLabel('From', { exact: true }).fill('0:08'),
      // To the very moment: nothing of before it is left.
      () => page.getByRole('button', { name: 'From here' }).click(),
    ];
    for (const change of changes) {
      await change();
      await page.getByRole('button', { name: 'Make the copy' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save the copy' }).click(),
      ]);
      const { page: saved } = await openFile(await readFile(await download.path(), 'utf8'));
      await saved.waitForFunction(() => document.querySelector('portable-replay')?.readyState >= 2);
      assert.equal(await clock(saved), onScreen);
      const at = await saved.evaluate(() => {
        const { recording, currentTime } = document.querySelector('portable-replay');
        return recording.startedAt.getTime() + currentTime * 1000;
      });
      const wanted = await page.evaluate((time) => {
        const { recording } = document.querySelector('portable-replay');
        return recording.startedAt.getTime() + time * 1000;
      }, moment);
      assert.ok(Math.abs(at - wanted) < 1, `${at - wanted} ms beside it`);
    }
  });

  it('is saved by the viewer, too, which asks for the standalone file then', async () => {
    const site = await serve(join(ROOT, 'dist/site'));
    const { page, errors } = await browser.open(`${site.origin}/index.html`);
    await page.evaluate(
      async (file) => {
        await customElements.whenDefined('portable-replay');
        await document.querySelector('portable-replay').load(new File([file], 'checkout.json'));
      },
      await readFile(join(ROOT, 'fixtures/recordings/checkout.v2.json'), 'utf8'),
    );
    const before = site.requests.length;
    await page.locator('.stage').focus();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Make the copy' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the copy' }).click(),
    ]);
    const asked = site.requests.slice(before).filter((path) => path !== '/icon.svg');
    assert.deepEqual(asked, ['/portable-replay.js']);
    site.close();
    const {
      page: saved,
      errors: others,
      requests,
    } = await openFile(await readFile(await download.path(), 'utf8'));
    await seeText(saved, 'h1', 'Plants for shady corners');
    assert.deepEqual(
      requests.slice(1).filter((address) => !address.startsWith('blob:')),
      [],
    );
    assert.deepEqual([...errors, ...others], []);
  });

  it('is what the panel makes until another format is chosen, which stays', async () => {
    const { page } = await player();
    const open = async () => {
      await page.locator('portable-replay .stage').focus();
      await page.keyboard.press('s');
    };
    await open();
    await page.getByLabel('Start at the moment on screen').check();
    await page.getByRole('button', { name: 'Close' }).click();
    await open();
    assert.equal(await page.getByLabel('Start at the moment on screen').isChecked(), true);
    await page.getByLabel('PostHog export').check();
    await page.getByRole('button', { name: 'Close' }).click();
    await open();
    assert.equal(await page.getByLabel('PostHog export').isChecked(), true);
    assert.equal(await page.getByLabel('Start at the moment on screen').isVisible(), false);
  });
});
