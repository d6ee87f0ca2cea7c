import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import type { RecordingInfo } from '../../src/core/recording.ts';
import { english } from '../../src/locale/en/index.ts';
import type { ReplayPlaylistControlsElement } from '../../src/controls/replay-playlist-controls.ts';
import { click, find, listen, RECORDING, SCHEMES, show, textOf, WINDOWS } from './harness.ts';
import { handleRequests } from '../../src/requests.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

const RECORDINGS: readonly RecordingInfo[] = [
  RECORDING,
  { ...RECORDING, duration: 3723, windows: [{ ...WINDOWS[0]!, href: '' }] },
  { ...RECORDING, windows: [], id: '' },
  { ...RECORDING, windows: [{ ...WINDOWS[0]!, href: HOSTILE }] },
];

function render(index: number, recordings = RECORDINGS): TemplateResult {
  return html`<replay-playlist-controls
    .recordings=${recordings}
    .index=${index}
  ></replay-playlist-controls>`;
}

const stepIn = (element: Element, part: 'previous' | 'next'): HTMLElement =>
  find(element, `[part="${part}"]`);
const menuIn = (element: Element): HTMLElement => find(element, 'replay-menu');
const itemsOf = (element: Element): HTMLElement[] => [
  ...menuIn(element).shadowRoot!.querySelectorAll<HTMLElement>('.item'),
];

describe('replay-playlist-controls', () => {
  for (const recordings of [[], RECORDINGS.slice(0, 1)]) {
    it(`is empty with ${recordings.length} recordings`, async () => {
      const element = await show<ReplayPlaylistControlsElement>(render(0, recordings));
      expect(element.shadowRoot!.childElementCount).to.equal(0);
      await expect(element).to.be.accessible();
    });
  }

  it('says which of them plays', async () => {
    const element = await show<ReplayPlaylistControlsElement>(render(1));
    const button = find(menuIn(element), '.button');
    expect(textOf(button)).to.equal('2 of 4');
    expect(button.ariaLabel).to.equal('Recording: 2 of 4');
    expect(itemsOf(element).map((item) => item.ariaChecked)).to.deep.equal([
      'false',
      'true',
      'false',
      'false',
    ]);
  });

  it('names each by its page, its session or its number, with its length and start', async () => {
    const element = await show<ReplayPlaylistControlsElement>(render(0));
    const start = english.common.moment(RECORDING.startedAt);
    expect(itemsOf(element).map(textOf)).to.deep.equal(
      [
        `1. shop.example/checkout/cart, 3:04, ${start}`,
        `2. session, 1:02:03, ${start}`,
        `3. Recording 3, 3:04, ${start}`,
        `4. ${HOSTILE}, 3:04, ${start}`,
      ].map((label) => label.replace(/\s+/g, ' ')),
    );
    expect(menuIn(element).shadowRoot!.querySelector('img')).to.be.null;
  });

  it('asks for the one that is chosen', async () => {
    const element = await show<ReplayPlaylistControlsElement>(render(0));
    const asked = listen(element, 'replay-recording-request');
    await click(menuIn(element));
    await click(itemsOf(element)[2]!);
    expect(asked.map(({ index }) => index)).to.deep.equal([2]);
  });

  it('asks for the one before and the one after', async () => {
    const element = await show<ReplayPlaylistControlsElement>(render(1));
    const asked = listen(element, 'replay-recording-request');
    expect(stepIn(element, 'previous').ariaLabel).to.equal('Previous recording');
    await click(stepIn(element, 'previous'));
    expect(stepIn(element, 'next').ariaLabel).to.equal('Next recording');
    await click(stepIn(element, 'next'));
    expect(asked.map(({ index }) => index)).to.deep.equal([0, 2]);
  });

  const ends: readonly [index: number, previous: string, next: string][] = [
    [0, 'true', 'false'],
    [2, 'false', 'false'],
    [3, 'false', 'true'],
  ];
  for (const [index, previous, next] of ends) {
    it(`knows its ends at ${index}`, async () => {
      const element = await show<ReplayPlaylistControlsElement>(render(index));
      expect(stepIn(element, 'previous').ariaDisabled).to.equal(previous);
      expect(stepIn(element, 'next').ariaDisabled).to.equal(next);
    });
  }

  it('keeps the focus and asks for nothing more at the end', async () => {
    const element = await show<ReplayPlaylistControlsElement>(render(2));
    const asked = listen(element, 'replay-recording-request');
    handleRequests(element, { 'replay-recording-request': ({ index }) => (element.index = index) });
    stepIn(element, 'next').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    await sendKeys({ press: 'Enter' });
    expect(asked.map(({ index }) => index)).to.deep.equal([3]);
    expect(stepIn(element, 'next').matches(':focus')).to.be.true;
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}, closed and open`, async () => {
      const element = await show<ReplayPlaylistControlsElement>(render(0), { scheme });
      await expect(element).to.be.accessible();
      await click(menuIn(element));
      await expect(element).to.be.accessible();
    });
  }
});
