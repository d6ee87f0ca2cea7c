import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PanelDefinition } from '../../src/panels/panel.ts';
import { panelNamed, PANELS } from '../../src/panels/registry.ts';
import { controlsOf, eventually, player, shadowOf, within } from '../player-harness.ts';
import { addressOf } from '../recordings.ts';

type Player = Awaited<ReturnType<typeof player>>;

const tagOf = (name: string) => `replay-${name}-panel`;

/** Tags of the panels that lie over the picture. */
async function panelsOn(element: Player): Promise<string[]> {
  await element.updateComplete;
  return [...shadowOf(element).querySelectorAll('[part="inspector"]')].map((panel) => panel.localName);
}

const buttonOf = (element: Player, name: string) =>
  within(within(controlsOf(element), `replay-${name}-button`), 'button');

describe('the registry of panels', () => {
  it('holds each name, key and tag once', () => {
    for (const values of [
      PANELS.map(({ name }) => name),
      PANELS.map(({ key }) => key),
      PANELS.flatMap(({ elements }) => elements.map(([tag]) => tag)),
    ])
      expect(new Set(values).size).to.equal(values.length);
  });

  it('knows a panel by its name, and no other', () => {
    for (const panel of PANELS) expect(panelNamed(panel.name)).to.equal(panel);
    for (const name of ['', 'About', 'constructor', null]) expect(panelNamed(name)).to.equal(null);
  });

  for (const { name, key } of PANELS as readonly Pick<PanelDefinition, 'name' | 'key'>[]) {
    it(`opens and closes ${name} by key, button, property and attribute alike`, async () => {
      const element = await player(addressOf('checkout.v2.json'));
      const ways: readonly (readonly [way: string, toggle: (open: boolean) => unknown])[] = [
        [
          'key',
          async () => {
            shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
            await sendKeys({ press: key });
          },
        ],
        ['button', () => buttonOf(element, name).click()],
        ['property', (open) => (element.panel = open ? name : null)],
        [
          'attribute',
          (open) => element.toggleAttribute('panel', open) && element.setAttribute('panel', name),
        ],
      ];
      for (const [way, toggle] of ways) {
        await toggle(true);
        expect(await panelsOn(element), way).to.deep.equal([tagOf(name)]);
        expect([element.panel, element.getAttribute('panel')], way).to.deep.equal([name, name]);
        await eventually(() => buttonOf(element, name).ariaExpanded === 'true', way);
        await toggle(false);
        expect(await panelsOn(element), way).to.deep.equal([]);
        expect([element.panel, element.getAttribute('panel')], way).to.deep.equal([null, null]);
        await eventually(() => buttonOf(element, name).ariaExpanded === 'false', way);
      }
    });

    it(`has ${name} open from the start where the attribute says so, until the recording is taken out`, async () => {
      const element = await player(
        undefined,
        html`<portable-replay panel=${name} style="width: 800px; height: 500px"></portable-replay>`,
      );
      expect(await panelsOn(element), 'without a recording').to.deep.equal([]);
      expect(element.panel).to.equal(name);
      await element.load(addressOf('checkout.v2.json'));
      expect(await panelsOn(element)).to.deep.equal([tagOf(name)]);
      element.source = null;
      expect(await panelsOn(element)).to.deep.equal([]);
      expect([element.panel, element.hasAttribute('panel')]).to.deep.equal([null, false]);
    });
  }

  it('takes a name that no panel has for none, and closes what was open', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    element.panel = 'about';
    expect(await panelsOn(element)).to.deep.equal(['replay-about-panel']);
    element.panel = 'nothing-like-it';
    expect(await panelsOn(element)).to.deep.equal([]);
    expect([element.panel, element.hasAttribute('panel')]).to.deep.equal([null, false]);
    element.setAttribute('panel', 'nothing-like-it');
    expect(element.panel).to.equal(null);
    expect(await panelsOn(element)).to.deep.equal([]);
  });

  it('shows one panel at a time', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    for (const { name } of PANELS) {
      element.panel = name;
      expect(await panelsOn(element)).to.deep.equal([tagOf(name)]);
    }
  });
});
