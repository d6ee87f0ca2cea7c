import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ReplayOpenRequestEvent } from '../../src/events.ts';
import type { ReplayOpenButtonElement } from '../../src/controls/replay-open-button.ts';
import { click, find, listen, SCHEMES, show, textOf } from './harness.ts';

/** Hands files to the native picker as the reader's choice. */
function pick(element: ReplayOpenButtonElement, ...names: string[]): void {
  const input = find(element, 'input');
  const chosen = new DataTransfer();
  for (const name of names) chosen.items.add(new File(['{}'], name));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

const nameOf = (file: Blob): string => (file instanceof File ? file.name : '');

describe('replay-open-button', () => {
  for (const appearance of ['icon', 'filled', 'outlined'] as const) {
    const template = html`<replay-open-button
      appearance=${appearance}
      label="Choose it"
    ></replay-open-button>`;

    for (const scheme of SCHEMES) {
      it(`is accessible as ${appearance} in ${scheme}`, async () => {
        const element = await show<ReplayOpenButtonElement>(template, { scheme });
        const button = find(element, 'button');
        expect(button.ariaLabel ?? textOf(button)).to.equal('Choose it');
        await expect(element).to.be.accessible();
      });
    }
  }

  it('opens the native picker for any number of files, by pointer and by key', async () => {
    const element = await show<ReplayOpenButtonElement>(html`<replay-open-button></replay-open-button>`);
    const input = find(element, 'input');
    expect([input.type, input.multiple]).to.deep.equal(['file', true]);
    let opened = 0;
    input.addEventListener('click', (event) => {
      // The dialog of the browser would stay open.
      event.preventDefault();
      opened += 1;
    });
    await click(element);
    await sendKeys({ press: 'Enter' });
    expect(opened).to.equal(2);
  });

  it('asks to open what was picked, all of it', async () => {
    const element = await show<ReplayOpenButtonElement>(html`<replay-open-button></replay-open-button>`);
    const asked = oneEvent<ReplayOpenRequestEvent>(element, 'replay-open-request');
    pick(element, 'one.json', 'two.json');
    expect((await asked).files.map(nameOf)).to.deep.equal(['one.json', 'two.json']);
  });

  it('can be given the same file again', async () => {
    const element = await show<ReplayOpenButtonElement>(html`<replay-open-button></replay-open-button>`);
    pick(element, 'one.json');
    expect(find(element, 'input').files).to.have.length(0);
  });

  it('asks for nothing when the reader picked nothing', async () => {
    const element = await show<ReplayOpenButtonElement>(html`<replay-open-button></replay-open-button>`);
    const asked = listen(element, 'replay-open-request');
    pick(element);
    expect(asked).to.be.empty;
  });
});
