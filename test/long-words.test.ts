import { expect, fixture, html } from '@open-wc/testing';
import type { PortableReplayElement, ReplaySource } from '../src/index.ts';
import { ReplayOpenRequestEvent } from '../src/events.ts';
import type { Locale } from '../src/locale/locale.ts';
import { setLocale } from '../src/locale/locale-of.ts';
import { INSPECTOR_VIEWS } from '../src/panels/inspector/inspector-state.ts';
import { longest, stretched } from './locale/long-words.ts';
import { misplacedIn } from './locale/misplaced.ts';
import { controlsOf, eventually, overlayOf, shadowOf, within } from './player-harness.ts';
import { detailsOf, listThere, openInspector, rowsOf, tab } from './panels/inspector/inspector-harness.ts';
import { openTranscript } from './panels/transcript/transcript-harness.ts';
import { addressOf, bytesOf } from './recordings.ts';

const CHAPTERS = 'WEBVTT\nKind: chapters\n\n00:00.000 --> 00:08.000\nThe cart';
const CAPTIONS = 'WEBVTT\nKind: captions\n\n00:00.000 --> 00:16.000\nI clicked.';
const NOTES = 'WEBVTT\nKind: metadata\n\n00:02.000 --> 00:04.000\nA note';

/** A player 320 px wide that speaks a language. */
async function narrow(locale: Locale, source?: ReplaySource): Promise<PortableReplayElement> {
  const parentNode = document.createElement('div');
  parentNode.style.width = '320px';
  const element = await fixture<PortableReplayElement>(
    html`<portable-replay
      style="height: 640px"
      remote-assets="ask"
      share-url="https://app.example/{id}?t={time}"
    ></portable-replay>`,
    { parentNode },
  );
  setLocale(element, locale);
  if (source !== undefined) await element.load(source).catch(() => undefined);
  return element;
}

/** With a list, windows and tracks of each kind. */
async function full(locale: Locale): Promise<PortableReplayElement> {
  const names = ['two-tabs.jsonl', 'checkout.jsonl'] as const;
  const files = await Promise.all(names.map(async (name) => new File([await bytesOf(name)], name)));
  const element = await narrow(locale, files);
  const tracks = [CHAPTERS, CAPTIONS, NOTES].map((text, i) => new File([text], `${i}.vtt`));
  element.dispatchEvent(new ReplayOpenRequestEvent(tracks));
  await eventually(() => element.textTracks.length === 3, 'no tracks');
  return element;
}

/** Everything is where it stays. */
async function settled(element: Element): Promise<void> {
  if ('updateComplete' in element) await element.updateComplete;
  for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) await settled(inner);
}

async function expectInPlace(element: PortableReplayElement, what: string): Promise<void> {
  await settled(element);
  // Rows are fitted in a frame of their own.
  await eventually(
    () => misplacedIn(element).length === 0,
    `${what}: ${misplacedIn(element).join('; ')}`,
  ).catch(() => expect(misplacedIn(element), what).to.deep.equal([]));
}

for (const [name, locale] of [
  ['two fifths longer', stretched],
  ['the longest of all languages', longest],
] as const) {
  describe(`with words that are ${name}, 320 px wide,`, function () {
    this.timeout(60_000);

    it('overlays are in place', async () => {
      await expectInPlace(await narrow(locale), 'empty');
      const failed = await narrow(locale, new File(['{"name":"x"}'], 'package.json'));
      await eventually(() => overlayOf(failed) === 'replay-error-overlay');
      await expectInPlace(failed, 'error');
      const loading = await narrow(locale);
      const stalled = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode('[')),
      });
      void loading.load(stalled).catch(() => undefined);
      await eventually(() => overlayOf(loading) === 'replay-loading-overlay');
      await expectInPlace(loading, 'loading');
      await loading.load(addressOf('checkout.jsonl'));
      await expectInPlace(loading, 'start');
    });

    it('the bar and each of its menus are in place', async () => {
      const element = await full(locale);
      await expectInPlace(element, 'bar and notices');
      const bar = controlsOf(element);
      const menus = [...bar.shadowRoot!.querySelectorAll('*')].filter(
        (item) =>
          item instanceof HTMLElement &&
          item.offsetWidth > 0 &&
          item.shadowRoot?.querySelector('replay-menu'),
      );
      for (const menu of menus) {
        within(within(menu, 'replay-menu'), '.button').click();
        await expectInPlace(element, menu.localName);
        within(within(menu, 'replay-menu'), '.menu').hidePopover();
      }
      within(within(bar, 'replay-more-menu'), '.button').click();
      await expectInPlace(element, 'more');
    });

    it('panels are in place', async () => {
      const element = await full(locale);
      for (const panel of ['about', 'privacy', 'share', 'notes', 'shortcuts']) {
        element.panel = panel;
        await eventually(() => shadowOf(element).querySelector(`replay-${panel}-panel`));
        await expectInPlace(element, panel);
      }
      await openTranscript(element);
      await expectInPlace(element, 'transcript');
      within(within(element, 'replay-transcript-panel'), '#tab-page').click();
      await expectInPlace(element, 'text on the page');
      await openInspector(element);
      for (const view of INSPECTOR_VIEWS) {
        tab(element, view).click();
        await settled(element);
        if (view !== 'session') {
          await listThere(element);
          rowsOf(await listThere(element))[0]!.click();
          await eventually(() => detailsOf(element), `no details in ${view}`);
        }
        await expectInPlace(element, view);
      }
    });

    it('what is found, and a copy that was made, are in place', async () => {
      const element = await narrow(locale, addressOf('checkout.jsonl'));
      element.panel = 'share';
      await eventually(() => shadowOf(element).querySelector('replay-share-panel'));
      await settled(element);
      const panel = within(element, 'replay-share-panel');
      within(within(panel, 'replay-leak-list'), '[part="scan"]').click();
      const leaks = within(panel, 'replay-leak-list').shadowRoot!;
      await eventually(() => (leaks.querySelector('[role="status"]')?.textContent ?? '') !== '');
      await expectInPlace(element, 'findings');
      const field = within(within(panel, 'replay-redact-form'), '[name="selectors"]') as HTMLInputElement;
      field.value = 'h1';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled(element);
      within(within(panel, 'replay-copy-maker'), '[part="make"]').click();
      await eventually(() => within(panel, 'replay-copy-maker').shadowRoot!.querySelector('[part="save"]'));
      await expectInPlace(element, 'copy');
    });
  });
}
