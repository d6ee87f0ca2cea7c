import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../src/index.ts';
import { INSPECTOR_VIEWS } from '../src/panels/inspector/inspector-state.ts';
import { ReplayOpenRequestEvent } from '../src/events.ts';
import { detailsOf, listThere, openInspector, rowsOf, tab } from './panels/inspector/inspector-harness.ts';
import { openTranscript, panelOf as transcriptOf, type } from './panels/transcript/transcript-harness.ts';
import { needs } from './engine-limits.ts';
import { controlsOf, eventually, shadowOf, within } from './player-harness.ts';
import { addressOf } from './recordings.ts';

/** Narrow and wide, in light and dark, and with the colours of the system. */
const LOOKS = [
  { scheme: 'light', width: 320, forced: false },
  { scheme: 'light', width: 1000, forced: false },
  { scheme: 'dark', width: 320, forced: false },
  { scheme: 'dark', width: 1000, forced: false },
  { scheme: 'light', width: 320, forced: true },
  { scheme: 'dark', width: 1000, forced: true },
] as const;

const CHAPTERS = `WEBVTT\nKind: chapters\n\n00:00.000 --> 00:08.000\nThe cart\n\n00:08.000 --> 00:16.000\nPaying`;
const CAPTIONS = `WEBVTT\nKind: captions\n\n00:00.000 --> 00:16.000\nI clicked “Pay now”.`;
const NOTES = `WEBVTT\nKind: metadata\n\n00:02.000 --> 00:04.000\nA note of some length, that does not fit on one line of a narrow panel\n\n00:09.000 --> 00:09.001\nAnother`;

async function opened(scheme: string, width: number): Promise<PortableReplayElement> {
  const parentNode = document.createElement('div');
  parentNode.style.cssText = `width: ${width}px; color-scheme: ${scheme}; background: light-dark(#fff, #17191f)`;
  const element = await fixture<PortableReplayElement>(
    html`<portable-replay
      style="height: 640px"
      share-url="https://app.example/{id}?t={time}"
    ></portable-replay>`,
    { parentNode },
  );
  await element.load(addressOf('checkout.v2.json'));
  const files = [
    ['chapters', CHAPTERS],
    ['captions', CAPTIONS],
    ['notes', NOTES],
  ].map(([name, text]) => new File([text!], `${name}.vtt`));
  element.dispatchEvent(new ReplayOpenRequestEvent(files));
  await eventually(() => element.textTracks.length === 3, 'no tracks');
  return element;
}

/** Nothing of it stands out of the box around it. */
function expectInside(part: Element, box: Element): void {
  const [inner, outer] = [part.getBoundingClientRect(), box.getBoundingClientRect()];
  expect(inner.left, 'left').to.be.at.least(outer.left - 1);
  expect(inner.right, 'right').to.be.at.most(outer.right + 1);
}

/** Menus of the bar: those in the row, or those in the list of the others. */
async function menuOf(element: PortableReplayElement, tag: string): Promise<HTMLElement> {
  const bar = controlsOf(element);
  const own = within(bar, tag);
  if (own.offsetWidth > 0) return own;
  const more = within(bar, 'replay-more-menu');
  within(more, '.button').click();
  await eventually(() => more.shadowRoot!.querySelector(tag), `no ${tag}`);
  return within(more, tag);
}

describe('what tells of a recording is accessible', function () {
  this.timeout(60_000);
  after(async () => {
    if (matchMedia('(forced-colors: active)').matches) await emulateMedia({ forcedColors: 'none' });
  });

  for (const { scheme, width, forced } of LOOKS) {
    describe(`in ${scheme}, ${width} px wide${forced ? ', with forced colours' : ''}`, () => {
      before(async function () {
        if (forced !== matchMedia('(forced-colors: active)').matches)
          await emulateMedia({ forcedColors: forced ? 'active' : 'none' });
        if (forced) needs(this, 'forced colours');
      });
      // Forced colours are the user's, and styles tell axe of others that are not used.
      const options = forced ? { ignoredRules: ['color-contrast'] } : {};

      it('the inspector with each of its tabs and details', async () => {
        const element = await opened(scheme, width);
        await openInspector(element);
        const panel = within(element, 'replay-inspector-panel');
        for (const view of INSPECTOR_VIEWS) {
          tab(element, view).click();
          await element.updateComplete;
          if (view === 'session') {
            await expect(panel).to.be.accessible(options);
            continue;
          }
          const list = await listThere(element);
          await eventually(() => rowsOf(list)[0]?.isConnected);
          expect(list.offsetHeight, 'room for the list').to.be.at.least(100);
          rowsOf(await listThere(element))[0]!.click();
          await eventually(() => detailsOf(element), `no details in ${view}`);
          expectInside(detailsOf(element)!, panel);
          await expect(panel).to.be.accessible(options);
        }
      });

      it('the transcript, in words and searched', async () => {
        const element = await opened(scheme, width);
        await openTranscript(element);
        type(element, 'clicked');
        await eventually(() => within(transcriptOf(element), '.bar [role="status"]').textContent !== '');
        await expect(transcriptOf(element)).to.be.accessible(options);
        within(transcriptOf(element), '#tab-page').click();
        await element.updateComplete;
        type(element, 'Checkout');
        await eventually(() => transcriptOf(element).shadowRoot!.querySelector('replay-found-list'));
        await expect(transcriptOf(element)).to.be.accessible(options);
      });

      it('notes, and one that cannot be meant', async () => {
        const element = await opened(scheme, width);
        element.panel = 'notes';
        await element.updateComplete;
        const panel = within(element, 'replay-notes-panel');
        await eventually(() => panel.shadowRoot!.querySelector('[part="note"]'));
        await expect(panel).to.be.accessible(options);
        const form = within(panel, 'replay-note-form');
        for (const [field, value] of [
          ['textarea', 'x'],
          ['[name="to"]', 'noon'],
        ] as const) {
          const input = within(form, field) as HTMLInputElement;
          input.value = value;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await element.updateComplete;
          await shadowOf(element).querySelector('replay-notes-panel')!.updateComplete;
          await panel.shadowRoot!.querySelector('replay-note-form')!.updateComplete;
        }
        within(form, '[part="write"]').click();
        await eventually(() => form.shadowRoot!.querySelector('[role="alert"]'));
        for (const input of form.shadowRoot!.querySelectorAll('input, textarea, .button'))
          expectInside(input, panel);
        await expect(panel).to.be.accessible(options);
      });

      it('menus of chapters and captions, and what is said of files', async () => {
        const element = await opened(scheme, width);
        await eventually(() => shadowOf(element).querySelectorAll('.notice').length === 3);
        await expect(within(element, '.notices')).to.be.accessible(options);
        for (const tag of ['replay-chapter-menu', 'replay-captions-menu']) {
          const menu = await menuOf(element, tag);
          within(within(menu, 'replay-menu'), '.button').click();
          await eventually(() => within(within(menu, 'replay-menu'), '.menu').matches(':popover-open'));
          await expect(controlsOf(element)).to.be.accessible(options);
          within(within(menu, 'replay-menu'), '.menu').hidePopover();
        }
      });
    });
  }
});
