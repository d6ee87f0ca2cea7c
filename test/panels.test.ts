import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { controlsOf, eventually, player, shadowOf, within } from './player-harness.ts';
import { addressOf } from './recordings.ts';

type Player = Awaited<ReturnType<typeof player>>;

const PANELS = [
  ['e', 'replay-inspector-panel'],
  ['w', 'replay-transcript-panel'],
  ['o', 'replay-notes-panel'],
  ['i', 'replay-about-panel'],
  ['h', 'replay-privacy-panel'],
  ['s', 'replay-share-panel'],
] as const;

/** More than a panel has controls. */
const MOST_TABS = 80;

/** The one that has the focus, through the shadow roots it stands in. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function isIn(ancestor: Element, element: Element | null): boolean {
  let node: Node | null = element;
  while (node && node !== ancestor) node = node instanceof ShadowRoot ? node.host : node.parentNode;
  return node === ancestor;
}

/** Whether nothing lies over its middle, such as what stays in place while the rest of a panel scrolls. */
function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  let hit: Element | null = null;
  let root: DocumentOrShadowRoot | null = document;
  while (root) {
    const inner: Element | null = root.elementFromPoint(left + width / 2, top + height / 2);
    root = inner === hit ? null : (inner?.shadowRoot ?? null);
    hit = inner;
  }
  return isIn(element, hit);
}

/** Everything in it that the keyboard reaches, in the order in which it stands there. */
function controlsIn(root: ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.shadowRoot) return controlsIn(element.shadowRoot);
    // Of tabs the keyboard reaches the one that is chosen, and arrows go on from there.
    if (element.matches('[tabindex="-1"]')) return [];
    const isOne = element.matches('button, textarea, input:not([type="radio"]), input[type="radio"]:checked');
    return isOne && element.checkVisibility() ? [element] : [];
  });
}

/** What is asked of the worker is answered. */
function isThere(panel: Element): boolean {
  const { findings, inspector, transcript } = panel as {
    findings?: unknown;
    inspector?: { readonly progress: unknown };
    transcript?: { readonly progress: unknown };
  };
  return findings !== null && [inspector, transcript].every((state) => !state || state.progress === null);
}

async function open(element: Player, key: string, tag: string): Promise<Element> {
  const find = () => shadowOf(element).querySelector(tag);
  await sendKeys({ press: key });
  await eventually(() => find() && isIn(find()!, focused()), 'it does not take the focus');
  return find()!;
}

describe('the panels, by keyboard', function () {
  // A key in another engine takes a while, and some panels have many controls.
  this.timeout(60_000);

  for (const [key, tag] of PANELS) {
    it(`${tag}: Tab goes to each of its controls, in sight, and Escape back to where the reader was`, async () => {
      const element = await player(addressOf('checkout.v2.json'));
      const origins = [
        within(element, '.stage'),
        within(within(controlsOf(element), 'replay-play-button'), 'button'),
      ];
      for (const origin of origins) {
        origin.focus();
        const panel = await open(element, key, tag);
        expect(focused()!.localName, 'reading starts at the heading').to.equal('h2');
        // Nothing comes in between once what the panel shows is known.
        await eventually(() => isThere(panel), 'it does not get its answers');
        const met: Element[] = [];
        for (let i = 0; i < MOST_TABS; i++) {
          await sendKeys({ press: 'Tab' });
          const now = focused()!;
          if (!isIn(panel, now)) break;
          // WebKit scrolls what has the focus into sight when it paints.
          await eventually(() => isInSight(now), now.outerHTML);
          // Lists and the panel itself scroll, and are met for that.
          if (now.matches('button, input, textarea')) met.push(now);
        }
        expect(met).to.deep.equal(controlsIn(panel.shadowRoot!));
        (met.at(-1) as HTMLElement).focus();
        await sendKeys({ press: 'Escape' });
        await eventually(() => !panel.isConnected, 'it does not close');
        expect(focused()).to.equal(origin);
      }
    });
  }

  it('one after the other they give the focus back to where the reader was before the first', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    const origin = within(within(controlsOf(element), 'replay-play-button'), 'button');
    origin.focus();
    for (const [key, tag] of PANELS) await open(element, key, tag);
    await sendKeys({ press: 'Escape' });
    await eventually(() => focused() === origin, 'the focus does not come back');
  });

  it('the focus is at its button again when picking on the page is called off', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    within(element, '.stage').focus();
    const panel = await open(element, 's', 'replay-share-panel');
    const button = within(within(panel, 'replay-redact-form'), '[part="pick"]');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => getComputedStyle(panel).visibility === 'hidden', 'it does not step aside');
    await sendKeys({ press: 'Escape' });
    await eventually(() => focused() === button, 'the focus does not come back');
  });
});
