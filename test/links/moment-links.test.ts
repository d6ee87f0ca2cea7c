import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../../src/index.ts';
import { momentLink } from '../../src/links/moment-link.ts';
import { controlsOf, eventually, recordingOf, seek, shadowOf, within } from '../player-harness.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [9000, 'end'],
]);

async function opened(shareUrl: string): Promise<PortableReplayElement> {
  const element = await fixture<PortableReplayElement>(
    html`<portable-replay style="width: 900px; height: 460px" share-url=${shareUrl}></portable-replay>`,
  );
  await element.load(RECORDING);
  return element;
}

const noticeOf = (element: PortableReplayElement) => shadowOf(element).querySelector('.notice');
const buttonOf = (element: PortableReplayElement) => within(controlsOf(element), 'replay-link-button');

/** What a page writes to the clipboard, which nobody may read here. */
async function withClipboard(
  writeText: (text: string) => Promise<void>,
  use: () => Promise<void>,
): Promise<void> {
  const { clipboard } = navigator;
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  try {
    await use();
  } finally {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  }
}

describe('momentLink', () => {
  for (const [template, link] of [
    ['https://x.test/{id}?t={time}', 'https://x.test/a%2Fb%20%26?t=12.3'],
    ['{time} {time} {other}', '12.3 12.3 {other}'],
    ['https://x.test/', 'https://x.test/'],
  ] as const) {
    it(`makes ${link} of ${template}`, () => {
      expect(momentLink(template, { time: 12.39, id: 'a/b &' })).to.equal(link);
    });
  }
});

describe('links to a moment', () => {
  it('are copied by a button and by a key, which say so', async () => {
    const element = await opened('https://x.test/#t={time}');
    await seek(element, 2.55);
    const copied: string[] = [];
    await withClipboard(
      (text) => Promise.resolve(void copied.push(text)),
      async () => {
        within(buttonOf(element), 'button').click();
        await eventually(() => noticeOf(element));
        expect(noticeOf(element)!.textContent.trim()).to.equal('Link to this moment copied.');
        await expect(element).to.be.accessible();
        await seek(element, 4);
        shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
        await sendKeys({ press: 'y' });
        await eventually(() => copied.length === 2);
      },
    );
    expect(copied).to.deep.equal(['https://x.test/#t=2.5', 'https://x.test/#t=4']);
  });

  it('are shown to be copied by hand where the clipboard is closed', async () => {
    const element = await opened('https://x.test/#t={time}');
    await withClipboard(
      () => Promise.reject(new DOMException('', 'NotAllowedError')),
      async () => {
        element.copyLink();
        await eventually(() => noticeOf(element));
      },
    );
    const field = noticeOf(element)!.querySelector('input')!;
    expect(field.value).to.equal('https://x.test/#t=0');
    field.click();
    expect([field.selectionStart, field.selectionEnd, element.paused]).to.deep.equal([
      0,
      field.value.length,
      true,
    ]);
    await expect(element).to.be.accessible();
    noticeOf(element)!.querySelector('button')!.click();
    await element.updateComplete;
    expect(noticeOf(element)).to.equal(null);
    expect(element.paused).to.be.true;
  });

  it('are not offered without a template', async () => {
    const element = await opened('');
    await element.updateComplete;
    expect(buttonOf(element).hidden).to.be.true;
    const copied: string[] = [];
    await withClipboard(
      (text) => Promise.resolve(void copied.push(text)),
      async () => {
        element.copyLink();
        await element.updateComplete;
      },
    );
    expect(copied).to.deep.equal([]);
    expect(noticeOf(element)).to.equal(null);
  });
});
