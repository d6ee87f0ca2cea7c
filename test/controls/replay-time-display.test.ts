import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { english } from '../../src/locale/en.ts';
import type { ReplayTimeDisplayElement } from '../../src/controls/replay-time-display.ts';
import { click, find, SCHEMES, show, textOf } from './harness.ts';

const STARTED_AT = new Date(2026, 2, 4, 5, 6, 7);

/** What is seen, without what is only read aloud. */
const seenOf = (element: Element): string => textOf(find(element, '[aria-hidden="true"]'));
const heardOf = (element: Element): string => textOf(find(element, '.visually-hidden'));

describe('replay-time-display', () => {
  it('shows time and length in digits and reads them in words', async () => {
    const element = await show<ReplayTimeDisplayElement>(
      html`<replay-time-display .currentTime=${62.4} .duration=${184}></replay-time-display>`,
    );
    expect(seenOf(element)).to.equal('1:02 / 3:04');
    expect(heardOf(element)).to.equal('1 minute 2 seconds of 3 minutes 4 seconds');
    expect(element.shadowRoot!.querySelector('button')).to.be.null;
  });

  it('has hours in both once the length has', async () => {
    const element = await show<ReplayTimeDisplayElement>(
      html`<replay-time-display .currentTime=${62} .duration=${3723}></replay-time-display>`,
    );
    expect(seenOf(element)).to.equal('0:01:02 / 1:02:03');
  });

  it('changes to the time of day of the recorded moment and back', async () => {
    const element = await show<ReplayTimeDisplayElement>(
      html`<replay-time-display
        .currentTime=${62}
        .duration=${184}
        .startedAt=${STARTED_AT}
      ></replay-time-display>`,
    );
    const moment = new Date(STARTED_AT.getTime() + 62_000);
    expect(find(element, 'button').title).to.equal('Show date and time');
    await click(element);
    await element.updateComplete;
    expect(textOf(find(element, 'button'))).to.equal(english.common.moment(moment));
    await click(element);
    await element.updateComplete;
    expect(seenOf(element)).to.equal('1:02 / 3:04');
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}`, async () => {
      const plain = await show(
        html`<replay-time-display .currentTime=${62} .duration=${184}></replay-time-display>`,
        { scheme },
      );
      await expect(plain).to.be.accessible();
      const element = await show<ReplayTimeDisplayElement>(
        html`<replay-time-display .duration=${184} .startedAt=${STARTED_AT}></replay-time-display>`,
        { scheme },
      );
      await expect(element).to.be.accessible();
      await click(element);
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }
});
