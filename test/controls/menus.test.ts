import { expect } from '@open-wc/testing';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { IdleMode } from '../../src/session/session-state.ts';
import type { ReplayIdleMenuElement } from '../../src/controls/replay-idle-menu.ts';
import type { ReplayMenuElement } from '../../src/controls/replay-menu.ts';
import type { ReplaySpeedMenuElement } from '../../src/controls/replay-speed-menu.ts';
import type { ReplayWindowMenuElement } from '../../src/controls/replay-window-menu.ts';
import { click, find, listen, SCHEMES, show, textOf, WINDOWS } from './harness.ts';

const menuIn = (element: LitElement): ReplayMenuElement => find(element, 'replay-menu');
const faceOf = (element: LitElement): string => textOf(find(menuIn(element), '.button'));
const itemsOf = (element: LitElement): HTMLElement[] => [
  ...menuIn(element).shadowRoot!.querySelectorAll<HTMLElement>('.item'),
];
const checkedIn = (element: LitElement): string[] =>
  itemsOf(element)
    .filter((item) => item.ariaChecked === 'true')
    .map(textOf);

async function choose(element: LitElement, label: string): Promise<void> {
  await click(menuIn(element));
  await click(itemsOf(element).find((item) => textOf(item) === label)!);
}

function itIsAccessible(template: TemplateResult): void {
  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}, closed and open`, async () => {
      const element = await show<LitElement>(template, { scheme });
      await expect(element).to.be.accessible();
      await click(menuIn(element));
      await expect(element).to.be.accessible();
    });
  }
}

describe('replay-speed-menu', () => {
  const template = html`<replay-speed-menu></replay-speed-menu>`;

  it('shows the speed and offers the usual ones', async () => {
    const element = await show<ReplaySpeedMenuElement>(template);
    expect(faceOf(element)).to.equal('1×');
    expect(itemsOf(element).map(textOf)).to.deep.equal([
      '0.25×',
      '0.5×',
      '1×',
      '1.5×',
      '2×',
      '4×',
      '8×',
      '16×',
    ]);
    expect(checkedIn(element)).to.deep.equal(['1×']);
  });

  it('asks for the one that is chosen', async () => {
    const element = await show<ReplaySpeedMenuElement>(template);
    const asked = listen(element, 'replay-rate-request');
    await choose(element, '0.25×');
    expect(asked.map(({ playbackRate }) => playbackRate)).to.deep.equal([0.25]);
  });

  it('shows a speed that is not on the list as it is', async () => {
    const element = await show<ReplaySpeedMenuElement>(
      html`<replay-speed-menu playback-rate="1.75"></replay-speed-menu>`,
    );
    expect(faceOf(element)).to.equal('1.75×');
    expect(checkedIn(element)).to.be.empty;
  });

  itIsAccessible(template);
});

describe('replay-idle-menu', () => {
  const template = html`<replay-idle-menu></replay-idle-menu>`;
  const cases: readonly [idle: IdleMode, label: string][] = [
    ['skip', 'Skip idle time'],
    ['keep', 'Play idle time'],
    [5, 'Shorten idle time to 5 s'],
    [10, 'Shorten idle time to 10 s'],
  ];
  for (const [idle, label] of cases) {
    it(`shows and asks for "${label}"`, async () => {
      const element = await show<ReplayIdleMenuElement>(
        html`<replay-idle-menu .idle=${idle}></replay-idle-menu>`,
      );
      expect(faceOf(element)).to.equal(label);
      expect(checkedIn(element)).to.deep.equal([label]);
      const asked = listen(element, 'replay-idle-request');
      await choose(element, label);
      expect(asked.map((event) => event.idle)).to.deep.equal([idle]);
    });
  }

  it('shows a number that is not on the list as it is', async () => {
    const element = await show<ReplayIdleMenuElement>(
      html`<replay-idle-menu .idle=${2.5}></replay-idle-menu>`,
    );
    expect(faceOf(element)).to.equal('Shorten idle time to 2.5 s');
    expect(checkedIn(element)).to.be.empty;
  });

  it('asks for the timeline to draw it narrow, or no longer', async () => {
    const element = await show<ReplayIdleMenuElement>(template);
    const asked = listen(element, 'replay-narrow-idle-request');
    const modes = listen(element, 'replay-idle-request');
    await choose(element, 'Narrow on the timeline');
    element.narrow = true;
    await element.updateComplete;
    await menuIn(element).updateComplete;
    expect(checkedIn(element)).to.deep.equal(['Skip idle time', 'Narrow on the timeline']);
    expect(faceOf(element)).to.equal('Skip idle time');
    await choose(element, 'Narrow on the timeline');
    expect(asked.map(({ narrow }) => narrow)).to.deep.equal([true, false]);
    expect(modes).to.be.empty;
    expect(itemsOf(element).at(-1)!.role).to.equal('menuitemcheckbox');
  });

  itIsAccessible(template);
});

describe('replay-window-menu', () => {
  const template = html`<replay-window-menu .windows=${WINDOWS} window-id="second"></replay-window-menu>`;

  it('shows the window on screen and names each by its page', async () => {
    const element = await show<ReplayWindowMenuElement>(template);
    expect(faceOf(element)).to.equal('Window 2');
    expect(itemsOf(element).map(textOf)).to.deep.equal([
      'Follow the active tab',
      'Window 1 – /checkout/cart',
      'Window 2 – /help',
    ]);
    expect(checkedIn(element)).to.deep.equal(['Follow the active tab']);
  });

  it('asks for a window, or to follow them', async () => {
    const element = await show<ReplayWindowMenuElement>(template);
    const asked = listen(element, 'replay-window-request');
    await choose(element, 'Window 1 – /checkout/cart');
    await choose(element, 'Follow the active tab');
    expect(asked.map(({ windowId }) => windowId)).to.deep.equal(['first', 'auto']);
  });

  it('checks the window that stays on screen', async () => {
    const element = await show<ReplayWindowMenuElement>(
      html`<replay-window-menu
        .windows=${WINDOWS}
        window-choice="first"
        window-id="first"
      ></replay-window-menu>`,
    );
    expect(checkedIn(element)).to.deep.equal(['Window 1 – /checkout/cart']);
  });

  it('names a page that has no address by what is known', async () => {
    const windows = [
      { ...WINDOWS[0]!, href: '' },
      { ...WINDOWS[1]!, href: 'SettingsScreen' },
    ];
    const element = await show<ReplayWindowMenuElement>(
      html`<replay-window-menu .windows=${windows}></replay-window-menu>`,
    );
    expect(itemsOf(element).slice(1).map(textOf)).to.deep.equal(['Window 1', 'Window 2 – SettingsScreen']);
  });

  it('does not offer a window of which there is nothing to show', async () => {
    const third = { ...WINDOWS[1]!, id: 'third' };
    const element = await show<ReplayWindowMenuElement>(
      html`<replay-window-menu
        .windows=${[...WINDOWS, third]}
        .shownWindows=${new Set(['second', 'third'])}
        window-id="third"
      ></replay-window-menu>`,
    );
    expect(faceOf(element)).to.equal('Window 3');
    expect(itemsOf(element).slice(1).map(textOf)).to.deep.equal(['Window 2 – /help', 'Window 3 – /help']);
    element.shownWindows = new Set(['second']);
    await element.updateComplete;
    expect(element.shadowRoot!.childElementCount).to.equal(0);
  });

  it('is empty while there is only one window', async () => {
    const element = await show<ReplayWindowMenuElement>(
      html`<replay-window-menu .windows=${WINDOWS.slice(0, 1)} window-id="first"></replay-window-menu>`,
    );
    expect(element.shadowRoot!.childElementCount).to.equal(0);
    await expect(element).to.be.accessible();
  });

  itIsAccessible(template);
});
