import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { ReplayFullscreenButtonElement } from '../../src/controls/replay-fullscreen-button.ts';
import { openFrame } from './frame.ts';
import { click, find, listen, SCHEMES, show } from './harness.ts';

describe('replay-fullscreen-button', () => {
  for (const fullscreen of [false, true]) {
    const label = fullscreen ? 'Exit full screen' : 'Enter full screen';
    const template = html`<replay-fullscreen-button ?fullscreen=${fullscreen}></replay-fullscreen-button>`;

    it(`says "${label}" and asks for it`, async () => {
      const element = await show<ReplayFullscreenButtonElement>(template);
      expect(find(element, 'button').ariaLabel).to.equal(label);
      const asked = listen(element, 'replay-fullscreen-request');
      await click(element);
      expect(asked.map((event) => event.fullscreen)).to.deep.equal([!fullscreen]);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible as "${label}" in ${scheme}`, async () => {
        await expect(await show(template, { scheme })).to.be.accessible();
      });
    }
  }

  it('is empty in a frame that may not fill the screen', async () => {
    const frame = await openFrame({ allow: "fullscreen 'none'" });
    const element = frame.document.createElement('replay-fullscreen-button');
    frame.document.body.append(element);
    await element.updateComplete;
    expect(element.shadowRoot!.childElementCount).to.equal(0);
  });
});
