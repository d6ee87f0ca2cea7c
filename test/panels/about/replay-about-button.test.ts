import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ReplayAboutButtonElement } from '../../../src/panels/about/replay-about-button.ts';
import { click, find, listen, SCHEMES, show, textOf } from '../../controls/harness.ts';

describe('replay-about-button', () => {
  for (const open of [true, false]) {
    const word = open ? 'open' : 'closed';
    const template = html`<replay-about-button ?open=${open} count="3"></replay-about-button>`;

    it(`says that the panel is ${word} and asks for the opposite`, async () => {
      const element = await show<ReplayAboutButtonElement>(template);
      const button = find(element, 'button');
      expect(button.ariaExpanded).to.equal(String(open));
      expect(button.title).to.equal('About this recording');
      const asked = listen(element, 'replay-panel-request');
      await click(element);
      expect(asked.map((event) => event.panel)).to.deep.equal([open ? null : 'about']);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} while the panel is ${word}`, async () => {
        await expect(await show(template, { scheme })).to.be.accessible();
      });
    }
  }

  it('is pressed with the keyboard', async () => {
    const element = await show<ReplayAboutButtonElement>(html`<replay-about-button></replay-about-button>`);
    const asked = oneEvent(element, 'replay-panel-request');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await asked;
  });

  const counts: readonly [count: number, badge: string, name: string][] = [
    [0, '', 'About this recording'],
    [1, '1', 'About this recording, 1 note'],
    [3, '3', 'About this recording, 3 notes'],
    [250, '99+', 'About this recording, 99+ notes'],
  ];
  for (const [count, badge, name] of counts) {
    it(`shows ${count} notes as "${badge}" and reads "${name}"`, async () => {
      const element = await show<ReplayAboutButtonElement>(
        html`<replay-about-button .count=${count}></replay-about-button>`,
      );
      expect(textOf(find(element, 'button'))).to.equal(badge);
      expect(find(element, 'button').ariaLabel).to.equal(name);
    });
  }
});
