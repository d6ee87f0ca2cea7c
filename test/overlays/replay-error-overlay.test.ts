import { expect, oneEvent } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { ReplayError, type ReplayErrorDetails } from '../../src/core/replay-error.ts';
import type { ReplayErrorOverlayElement } from '../../src/overlays/replay-error-overlay.ts';
import { click, find, SCHEMES, show, textOf } from '../controls/harness.ts';

/** One of each code. */
const ERRORS: readonly [
  details: ReplayErrorDetails,
  heading: string,
  found: string,
  advice: string,
  canRetry: boolean,
][] = [
  [
    { code: 'network', reason: 'refused', address: 'x.test/a.json', status: '404 Not Found' },
    'The recording could not be downloaded',
    'The address x.test/a.json answered "404 Not Found".',
    'Check the address, and whether you are signed in there.',
    true,
  ],
  [
    { code: 'not-a-recording', reason: 'binary', file: 'photo.png' },
    'This is not a session recording',
    '"photo.png" is binary data, not a session recording.',
    'Choose a PostHog export, an API download, a zip archive, or events recorded by rrweb.',
    false,
  ],
  [
    { code: 'unsupported-version', reason: 'unknown-version', file: 'a.json', version: '2031-01-01' },
    'This recording has an unknown version',
    '"a.json" calls itself version "2031-01-01", whose format is unknown.',
    'Versions 2023-04-28 and 2022-12-02 can be opened. Export the recording again, or use a newer version of this player.',
    false,
  ],
  [
    { code: 'corrupt', reason: 'cut-off', file: 'a.json' },
    'The recording is damaged',
    '"a.json" stops before its first event.',
    'Download or export it again. It may be incomplete.',
    false,
  ],
  [
    { code: 'empty', reason: 'empty-file' },
    'The recording is empty',
    'The file is empty.',
    'Choose another file, or export the session again.',
    false,
  ],
  [
    { code: 'unplayable', reason: 'single-event' },
    'The recording cannot be played',
    'The file contains a single event. A recording needs at least two.',
    'If it came in several parts, open them together. Otherwise export the session again.',
    false,
  ],
  [
    { code: 'aborted', reason: 'stopped' },
    'Loading was stopped',
    'Loading was stopped before the recording was read.',
    'Try again, or choose another file.',
    true,
  ],
  [
    { code: 'too-large', reason: 'too-many-bytes', limit: 1_000_000_000 },
    'The recording is too large',
    'The recording contains more than 1 GB of data, which is the limit.',
    'Choose a shorter recording or a single part of this one. A page that embeds the player can raise the limit (limits).',
    false,
  ],
];

function render(details: ReplayErrorDetails): TemplateResult {
  const error = ReplayError.of(details);
  return html`<replay-error-overlay .error=${error}></replay-error-overlay>`;
}

const retryIn = (element: Element): HTMLElement | undefined =>
  [...element.shadowRoot!.querySelectorAll('button')].find((button) => textOf(button) === 'Try again');

describe('replay-error-overlay', () => {
  for (const [details, heading, found, advice, canRetry] of ERRORS) {
    it(`says what happened and what to do for "${details.reason}"`, async () => {
      const element = await show<ReplayErrorOverlayElement>(render(details), { height: 360 });
      expect(textOf(find(element, 'h2'))).to.equal(heading);
      expect(textOf(find(element, '[role="alert"] p'))).to.equal(found);
      expect(textOf(find(element, '.quiet'))).to.equal(advice);
      expect(textOf(find(find(element, 'replay-open-button'), 'button'))).to.equal('Choose another file');
      expect(retryIn(element) !== undefined).to.equal(canRetry);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} for "${details.reason}"`, async () => {
        const element = await show(render(details), { scheme, height: 360 });
        await expect(element).to.be.accessible();
      });
    }
  }

  it('shows the message of an error that somebody else has made', async () => {
    const error = new ReplayError('network', 'The archive is offline today.');
    const element = await show<ReplayErrorOverlayElement>(
      html`<replay-error-overlay .error=${error}></replay-error-overlay>`,
    );
    expect(textOf(find(element, '[role="alert"] p'))).to.equal('The archive is offline today.');
    expect(textOf(find(element, '.quiet'))).to.not.equal('');
  });

  it('asks to try again', async () => {
    const element = await show<ReplayErrorOverlayElement>(render({ code: 'aborted', reason: 'stopped' }), {
      height: 360,
    });
    const asked = oneEvent(element, 'replay-retry-request');
    await click(retryIn(element)!);
    await asked;
  });

  it('shows markup in a message as the text it is', async () => {
    const start = '<img src=x>';
    const element = await show<ReplayErrorOverlayElement>(
      render({ code: 'not-a-recording', reason: 'text', start }),
      { height: 360 },
    );
    expect(textOf(element)).to.include(`The file is text that starts with "${start}"`);
    expect(element.shadowRoot!.querySelector('img')).to.be.null;
  });

  it('can be scrolled to its buttons where a long message does not fit', async () => {
    const address = 'averylongaddress'.repeat(40);
    const element = await show<ReplayErrorOverlayElement>(
      render({ code: 'network', reason: 'unreachable', address }),
      {
        width: 320,
        height: 180,
      },
    );
    expect(element.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle(element).overflowY).to.equal('auto');
    element.scrollTop = element.scrollHeight;
    const { bottom } = find(element, 'replay-open-button').getBoundingClientRect();
    expect(bottom).to.be.at.most(element.getBoundingClientRect().bottom);
  });
});
