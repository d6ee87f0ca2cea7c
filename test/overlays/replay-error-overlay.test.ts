import { expect, oneEvent } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { ReplayError, type ReplayErrorCode } from '../../src/core/replay-error.ts';
import type { ReplayErrorOverlayElement } from '../../src/overlays/replay-error-overlay.ts';
import { click, find, SCHEMES, show, textOf } from '../controls/harness.ts';

const CODES: readonly [code: ReplayErrorCode, heading: string, canRetry: boolean][] = [
  ['network', 'The recording could not be fetched', true],
  ['not-a-recording', 'This is not a session recording', false],
  ['unsupported-version', 'This recording is of an unknown version', false],
  ['corrupt', 'The recording is damaged', false],
  ['empty', 'The recording is empty', false],
  ['unplayable', 'The recording has no page to show', false],
  ['aborted', 'Loading was stopped', true],
  ['too-large', 'The recording is too large', false],
];

function render(code: ReplayErrorCode, message = 'What was found.'): TemplateResult {
  const error = new ReplayError(code, message);
  return html`<replay-error-overlay .error=${error}></replay-error-overlay>`;
}

const retryIn = (element: Element): HTMLElement | undefined =>
  [...element.shadowRoot!.querySelectorAll('button')].find((button) => textOf(button) === 'Try again');

describe('replay-error-overlay', () => {
  for (const [code, heading, canRetry] of CODES) {
    it(`says what happened and what to do for "${code}"`, async () => {
      const element = await show<ReplayErrorOverlayElement>(render(code), { height: 360 });
      expect(textOf(find(element, 'h2'))).to.equal(heading);
      expect(textOf(find(element, '[role="alert"]'))).to.include('What was found.');
      expect(textOf(find(element, '.quiet'))).not.to.equal('');
      expect(textOf(find(find(element, 'replay-open-button'), 'button'))).to.equal('Choose another file');
      expect(retryIn(element) !== undefined).to.equal(canRetry);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} for "${code}"`, async () => {
        const element = await show(render(code), { scheme, height: 360 });
        await expect(element).to.be.accessible();
      });
    }
  }

  it('asks to try again', async () => {
    const element = await show<ReplayErrorOverlayElement>(render('network'), { height: 360 });
    const asked = oneEvent(element, 'replay-retry-request');
    await click(retryIn(element)!);
    await asked;
  });

  it('shows markup in a message as the text it is', async () => {
    const message = '"<img src=x>" is not a recording.';
    const element = await show<ReplayErrorOverlayElement>(render('not-a-recording', message), {
      height: 360,
    });
    expect(textOf(element)).to.include(message);
    expect(element.shadowRoot!.querySelector('img')).to.be.null;
  });

  it('can be scrolled to its buttons where a long message does not fit', async () => {
    const message = 'averylongaddress'.repeat(40);
    const element = await show<ReplayErrorOverlayElement>(render('network', message), {
      width: 320,
      height: 180,
    });
    expect(element.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle(element).overflowY).to.equal('auto');
    element.scrollTop = element.scrollHeight;
    const { bottom } = find(element, 'replay-open-button').getBoundingClientRect();
    expect(bottom).to.be.at.most(element.getBoundingClientRect().bottom);
  });
});
