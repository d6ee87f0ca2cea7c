import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { eventually, pageOf, player, seek, shadowOf, textOn } from './player-harness.ts';
import { addressOf } from './recordings.ts';

const covered = (cover: string) =>
  player(
    addressOf('checkout.jsonl'),
    html`<portable-replay style="width: 800px; height: 500px" cover=${cover}></portable-replay>`,
  );

/** Everything that the replayed page holds. */
const sourceOf = (element: Awaited<ReturnType<typeof player>>) => pageOf(element).documentElement.outerHTML;

describe('cover', () => {
  it('takes what matches out of the page, at any moment and while it plays, and keeps its shape', async () => {
    const plain = await player(addressOf('checkout.jsonl'));
    const element = await covered('#clock');
    const shown: string[] = [];
    for (const time of [9, 14, 10]) {
      await seek(plain, time);
      await seek(element, time);
      const text = textOn(plain, '#clock')!;
      shown.push(text);
      expect(textOn(element, '#clock')).to.equal(text.replace(/\S/g, '*'));
      expect(sourceOf(element)).not.to.include(text);
      expect(pageOf(element).querySelector('#clock')!.hasAttribute('data-replay-covered')).to.equal(true);
    }
    expect(new Set(shown).size).to.be.greaterThan(1);
    element.playbackRate = 4;
    await element.play();
    while (element.currentTime < 13) {
      expect(textOn(element, '#clock')).to.match(/^[\s*]+$/);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  it('follows the attribute', async () => {
    const element = await covered('');
    await seek(element, 10);
    const text = textOn(element, '#clock')!;
    expect(text).to.match(/\d/);
    const done = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
    element.cover = 'body';
    await element.updateComplete;
    element.currentTime = 10;
    await done;
    expect(element.getAttribute('cover')).to.equal('body');
    expect(sourceOf(element)).not.to.include(text);
    element.removeAttribute('cover');
    await element.updateComplete;
    await seek(element, 10);
    expect(textOn(element, '#clock')).to.equal(text);
  });

  it('is counted by the lens, on screen and over the whole recording', async () => {
    const element = await covered('');
    const hidden = () =>
      [
        ...(shadowOf(element)
          .querySelector('replay-privacy-panel')
          ?.shadowRoot?.querySelectorAll('tbody tr') ?? []),
      ]
        .find((row) => row.textContent.includes('Hidden by this page'))
        ?.textContent.match(/\d+/g)
        ?.map(Number);
    await seek(element, 10);
    shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
    await sendKeys({ press: 'h' });
    await eventually(() => hidden()?.join() === '0,0');
    element.cover = '#clock';
    await eventually(() => (hidden()?.[1] ?? 0) > 0 && hidden()?.[0] === 1, 'it was not counted');
    element.cover = '';
    await eventually(() => hidden()?.join() === '0,0', 'it is counted still');
  });

  it('tells of selectors that match nothing in the whole recording, once it has been read', async () => {
    const element = await covered('');
    const told: string[] = [];
    element.addEventListener('warning', ({ warning }) => told.push(warning.code));
    const warning = () => element.recording?.warnings.find(({ code }) => code === 'cover-unmatched');
    element.cover = '#clock, .adress, #clock:not(.x) , main:has(> .adress)';
    await eventually(() => warning() !== undefined, 'it was not told');
    expect(warning()).to.deep.equal({
      code: 'cover-unmatched',
      kind: 'noted',
      message:
        '2 selectors in cover match nothing in this recording, so they hide nothing, such as “.adress”.',
      count: 2,
    });
    expect(told).to.deep.equal(['cover-unmatched']);
    element.cover = '#clock';
    await eventually(() => warning() === undefined, 'it is told still');
    element.cover = '.adress';
    await eventually(() => warning()?.count === 1, 'it was not told anew');
  });

  it('shows nothing at all when no browser would take the selector', async () => {
    const element = await player();
    for (const cover of ['..address', '#1a', ':not(']) {
      element.cover = cover;
      const error: unknown = await element
        .load(addressOf('checkout.jsonl'))
        .catch((thrown: unknown) => thrown);
      expect((error as Error).message, cover).to.match(/is not a valid selector/);
      expect(shadowOf(element).querySelectorAll('iframe').length, cover).to.equal(0);
    }
  });

  it('shows nothing at all when the selector cannot be understood', async () => {
    const element = await player();
    element.cover = 'div[';
    // Time and again, as it matters what comes first: that the page is refused, or that the file has been read.
    for (let i = 0; i < 10; i++) {
      const error: unknown = await element
        .load(addressOf('checkout.jsonl'))
        .catch((thrown: unknown) => thrown);
      expect((error as Error).message).to.match(
        /^"div\[" is not a valid selector\. .+ has to correct this\.$/,
      );
      expect(shadowOf(element).querySelectorAll('iframe').length).to.equal(0);
    }
  });
});
