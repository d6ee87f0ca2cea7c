import { expect, oneEvent } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ReplayMenuElement } from '../../src/controls/replay-menu.ts';
import { click, find, listen, SCHEMES, type Scheme, show, textOf } from './harness.ts';

const ITEMS = ['one', 'two', 'three'].map((value) => ({ value, label: `Number ${value}` }));

async function showMenu(value = 'two', scheme: Scheme = 'light'): Promise<ReplayMenuElement> {
  return await show<ReplayMenuElement>(
    html`<replay-menu label="Number" text="Number ${value}" .value=${value} .items=${ITEMS}></replay-menu>`,
    { scheme },
  );
}

const buttonOf = (element: ReplayMenuElement): HTMLElement => find(element, '.button');
const menuOf = (element: ReplayMenuElement): HTMLElement => find(element, '[role="menu"]');
const isOpen = (element: ReplayMenuElement): boolean => menuOf(element).matches(':popover-open');
const focusedOf = (element: ReplayMenuElement): string => {
  const { activeElement } = element.shadowRoot!;
  return activeElement ? textOf(activeElement) : '';
};

async function open(element: ReplayMenuElement): Promise<void> {
  const opened = oneEvent(menuOf(element), 'toggle');
  await click(buttonOf(element));
  await opened;
}

describe('replay-menu', () => {
  afterEach(() => resetMouse());

  it('says what is chosen', async () => {
    const element = await showMenu();
    expect(textOf(buttonOf(element))).to.equal('Number two');
    expect(buttonOf(element).ariaLabel).to.equal('Number: Number two');
    expect(buttonOf(element).ariaExpanded).to.equal('false');
  });

  it('opens with the chosen item checked and focused', async () => {
    const element = await showMenu();
    await open(element);
    expect(isOpen(element)).to.be.true;
    expect(buttonOf(element).ariaExpanded).to.equal('true');
    expect(focusedOf(element)).to.equal('Number two');
    const checked = element.shadowRoot!.querySelectorAll('[role="menuitemradio"][aria-checked="true"]');
    expect([...checked].map(textOf)).to.deep.equal(['Number two']);
  });

  it('checks none and starts at the first when the value is not listed', async () => {
    const element = await showMenu('nine');
    await open(element);
    expect(element.shadowRoot!.querySelector('[aria-checked="true"]')).to.be.null;
    expect(focusedOf(element)).to.equal('Number one');
  });

  it('tells of a choice, closes and gives the focus back', async () => {
    const element = await showMenu();
    await open(element);
    const chosen = listen(element, 'replay-menu-select');
    await click(find(element, '.item:last-child'));
    expect(chosen.map(({ value }) => value)).to.deep.equal(['three']);
    expect(isOpen(element)).to.be.false;
    expect(buttonOf(element).matches(':focus')).to.be.true;
  });

  it('closes when the button is clicked again', async () => {
    const element = await showMenu();
    await open(element);
    await click(buttonOf(element));
    expect(isOpen(element)).to.be.false;
  });

  it('closes without a choice on a click elsewhere', async () => {
    const element = await showMenu();
    const chosen = listen(element, 'replay-menu-select');
    await open(element);
    await sendMouse({ type: 'click', position: [700, 500] });
    await element.updateComplete;
    expect(isOpen(element)).to.be.false;
    expect(buttonOf(element).ariaExpanded).to.equal('false');
    expect(chosen).to.be.empty;
  });

  describe('keys', () => {
    for (const key of ['Enter', 'Space', 'ArrowDown', 'ArrowUp']) {
      it(`opens with ${key}`, async () => {
        const element = await showMenu();
        buttonOf(element).focus();
        const opened = oneEvent(menuOf(element), 'toggle');
        await sendKeys({ press: key });
        await opened;
        expect(focusedOf(element)).to.equal('Number two');
      });
    }

    it('walks through the items and around their ends', async () => {
      const element = await showMenu();
      await open(element);
      const walk: readonly [key: string, focused: string][] = [
        ['ArrowDown', 'Number three'],
        ['ArrowDown', 'Number one'],
        ['ArrowUp', 'Number three'],
        ['ArrowUp', 'Number two'],
        ['Home', 'Number one'],
        ['End', 'Number three'],
      ];
      for (const [key, focused] of walk) {
        await sendKeys({ press: key });
        expect(focusedOf(element), key).to.equal(focused);
      }
    });

    it('chooses with Enter', async () => {
      const element = await showMenu();
      await open(element);
      const chosen = listen(element, 'replay-menu-select');
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      expect(chosen.map(({ value }) => value)).to.deep.equal(['three']);
    });

    it('closes with Escape and gives the focus back', async () => {
      const element = await showMenu();
      await open(element);
      await sendKeys({ press: 'Escape' });
      expect(isOpen(element)).to.be.false;
      expect(buttonOf(element).matches(':focus')).to.be.true;
    });

    it('closes with Tab, which goes on to what comes next', async () => {
      const element = await showMenu();
      const next = document.createElement('button');
      element.after(next);
      await open(element);
      await sendKeys({ press: 'Tab' });
      expect(isOpen(element)).to.be.false;
      expect(next.matches(':focus')).to.be.true;
    });
  });

  it('opens inside the view wherever its button is', async () => {
    const element = await showMenu();
    for (const corner of ['0 auto auto 0', '0 0 auto auto', 'auto auto 0 0', 'auto 0 0 auto']) {
      element.style.cssText = `position: fixed; inset: ${corner}`;
      await open(element);
      const { left, top, right, bottom } = menuOf(element).getBoundingClientRect();
      expect(Math.min(left, top), corner).to.be.at.least(0);
      expect(right, corner).to.be.at.most(innerWidth);
      expect(bottom, corner).to.be.at.most(innerHeight);
      menuOf(element).hidePopover();
    }
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}, closed and open`, async () => {
      const element = await showMenu('two', scheme);
      await expect(element).to.be.accessible();
      await open(element);
      await expect(element).to.be.accessible();
    });
  }
});
