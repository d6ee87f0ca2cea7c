import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ReplayPlayButtonElement } from '../../src/controls/replay-play-button.ts';
import { click, find, listen, SCHEMES, show } from './harness.ts';

const states = [
  { paused: true, ended: false, label: 'Play', asks: 'replay-play-request' },
  { paused: false, ended: false, label: 'Pause', asks: 'replay-pause-request' },
  { paused: true, ended: true, label: 'Replay', asks: 'replay-play-request' },
] as const;

describe('replay-play-button', () => {
  for (const { paused, ended, label, asks } of states) {
    const template = html`<replay-play-button ?paused=${paused} ?ended=${ended}></replay-play-button>`;

    it(`says ${label} and asks for it when clicked`, async () => {
      const element = await show<ReplayPlayButtonElement>(template);
      expect(find(element, 'button').ariaLabel).to.equal(label);
      const asked = oneEvent(element, asks);
      await click(element);
      await asked;
    });

    for (const scheme of SCHEMES) {
      it(`is accessible as ${label} in ${scheme}`, async () => {
        await expect(await show(template, { scheme })).to.be.accessible();
      });
    }
  }

  it('is reached and pressed with the keyboard', async () => {
    const element = await show<ReplayPlayButtonElement>(
      html`<replay-play-button paused></replay-play-button>`,
    );
    const asked = listen(element, 'replay-play-request');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    expect(asked).to.have.length(2);
  });

  it('leaves its own state to the player', async () => {
    const element = await show<ReplayPlayButtonElement>(
      html`<replay-play-button paused></replay-play-button>`,
    );
    await click(element);
    expect(element.paused).to.be.true;
    expect(find(element, 'button').ariaLabel).to.equal('Play');
  });

  it('asks for nothing while disabled', async () => {
    const element = await show<ReplayPlayButtonElement>(
      html`<replay-play-button paused disabled></replay-play-button>`,
    );
    const asked = listen(element, 'replay-play-request');
    await click(element);
    expect(asked).to.be.empty;
    await expect(element).to.be.accessible();
  });
});
