import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { ReplayPrivacyButtonElement } from '../../../src/panels/privacy/replay-privacy-button.ts';
import { click, find, listen, SCHEMES, show, textOf } from '../../controls/harness.ts';

describe('replay-privacy-button', () => {
  for (const open of [true, false]) {
    const word = open ? 'open' : 'closed';
    const template = html`<replay-privacy-button ?open=${open} shown count="3"></replay-privacy-button>`;

    it(`says that the panel is ${word} and asks for the opposite`, async () => {
      const element = await show<ReplayPrivacyButtonElement>(template);
      expect(find(element, 'button').ariaExpanded).to.equal(String(open));
      const asked = listen(element, 'replay-panel-request');
      await click(element);
      expect(asked.map((event) => event.panel)).to.deep.equal([open ? null : 'privacy']);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} while the panel is ${word}`, async () => {
        await expect(await show(template, { scheme })).to.be.accessible();
      });
    }
  }

  const counts: readonly [count: number, badge: string][] = [
    [0, ''],
    [3, '3'],
    [99, '99'],
    [250, '99+'],
  ];
  for (const [count, badge] of counts) {
    it(`shows ${count} as "${badge}" and reads the number`, async () => {
      const element = await show<ReplayPrivacyButtonElement>(
        html`<replay-privacy-button shown .count=${count}></replay-privacy-button>`,
      );
      expect(textOf(find(element, 'button'))).to.equal(badge);
      expect(find(element, 'button').ariaLabel).to.equal(`Privacy, ${badge || '0'} hidden on screen`);
    });
  }

  it('says that overlays are off, as nothing is counted then', async () => {
    const element = await show<ReplayPrivacyButtonElement>(
      html`<replay-privacy-button></replay-privacy-button>`,
    );
    expect(find(element, 'button').ariaLabel).to.equal('Privacy, overlays are off');
  });
});
