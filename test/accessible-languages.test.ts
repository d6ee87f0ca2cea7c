import { expect, fixture, html } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { listThere, openInspector } from './panels/inspector/inspector-harness.ts';
import { openTranscript } from './panels/transcript/transcript-harness.ts';
import { LANGUAGES } from './locale/long-words.ts';
import { misplacedIn } from './locale/misplaced.ts';
import { controlsOf, eventually, overlayOf, shadowOf, within } from './player-harness.ts';
import { addressOf } from './recordings.ts';

async function playerIn(lang: string): Promise<PortableReplayElement> {
  const parentNode = document.createElement('div');
  parentNode.style.width = '320px';
  const element = await fixture<PortableReplayElement>(
    html`<portable-replay lang=${lang} style="height: 640px"></portable-replay>`,
    { parentNode },
  );
  await eventually(() => within(element, '.player').lang === lang, `not in ${lang}`);
  return element;
}

async function expectWell(element: PortableReplayElement, part: Element): Promise<void> {
  await expect(part).to.be.accessible();
  expect(misplacedIn(element)).to.deep.equal([]);
}

describe('each language is accessible, and in place', function () {
  this.timeout(60_000);

  for (const { tag } of LANGUAGES) {
    it(`without a recording, and with one that fails, in ${tag}`, async () => {
      const element = await playerIn(tag);
      await expectWell(element, element);
      await element.load(new File(['{"name":"x"}'], 'package.json')).catch(() => undefined);
      await eventually(() => overlayOf(element) === 'replay-error-overlay');
      await expectWell(element, within(element, 'replay-error-overlay'));
    });

    it(`with its controls and panels, in ${tag}`, async () => {
      const element = await playerIn(tag);
      await element.load(addressOf('checkout.jsonl'));
      await expectWell(element, controlsOf(element));
      for (const panel of ['privacy', 'share', 'about']) {
        element.panel = panel;
        await eventually(() => shadowOf(element).querySelector(`replay-${panel}-panel`));
        await expectWell(element, within(element, `replay-${panel}-panel`));
      }
      await openTranscript(element);
      await expectWell(element, within(element, 'replay-transcript-panel'));
      await openInspector(element);
      await listThere(element);
      await expectWell(element, within(element, 'replay-inspector-panel'));
    });
  }
});
