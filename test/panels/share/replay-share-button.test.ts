import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ReplayShareButtonElement } from '../../../src/panels/share/replay-share-button.ts';
import { click, find, listen, SCHEMES, show } from '../../controls/harness.ts';

describe('replay-share-button', () => {
  for (const open of [true, false]) {
    const word = open ? 'open' : 'closed';
    const template = html`<replay-share-button ?open=${open}></replay-share-button>`;

    it(`says that the panel is ${word} and asks for the opposite`, async () => {
      const element = await show<ReplayShareButtonElement>(template);
      const button = find(element, 'button');
      expect(button.ariaExpanded).to.equal(String(open));
      expect([button.title, button.ariaLabel]).to.deep.equal([
        'Share a redacted copy',
        'Share a redacted copy',
      ]);
      const asked = listen(element, 'replay-panel-request');
      await click(element);
      expect(asked.map((event) => event.panel)).to.deep.equal([open ? null : 'share']);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} while the panel is ${word}`, async () => {
        await expect(await show(template, { scheme })).to.be.accessible();
      });
    }
  }

  it('is pressed with the keyboard', async () => {
    const element = await show<ReplayShareButtonElement>(html`<replay-share-button></replay-share-button>`);
    const asked = oneEvent(element, 'replay-panel-request');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await asked;
  });
});
