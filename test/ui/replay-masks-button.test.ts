import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { ReplayMasksButtonElement } from '../../src/ui/replay-masks-button.ts';
import { click, find, listen, SCHEMES, show, textOf } from './harness.ts';

describe('replay-masks-button', () => {
  for (const shown of [true, false]) {
    const word = shown ? 'shown' : 'hidden';
    const template = html`<replay-masks-button ?shown=${shown} count="3"></replay-masks-button>`;

    it(`says that masks are ${word} and asks for the opposite`, async () => {
      const element = await show<ReplayMasksButtonElement>(template);
      const button = find(element, 'button');
      expect(button.ariaPressed).to.equal(String(shown));
      expect(button.title).to.equal(shown ? 'Hide privacy masks' : 'Show privacy masks');
      const asked = listen(element, 'replay-masks-request');
      await click(element);
      expect(asked.map((event) => event.shown)).to.deep.equal([!shown]);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} while masks are ${word}`, async () => {
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
      const element = await show<ReplayMasksButtonElement>(
        html`<replay-masks-button .count=${count}></replay-masks-button>`,
      );
      expect(textOf(find(element, 'button'))).to.equal(badge);
      expect(find(element, 'button').ariaLabel).to.equal(`Privacy masks, ${badge || '0'} hidden on screen`);
    });
  }
});
