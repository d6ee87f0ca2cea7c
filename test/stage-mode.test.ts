import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { INSPECT, PLAY, type StageMode, StageModes } from '../src/stage/stage-mode.ts';
import { eventually, pageOf, placeOf, player, seek, shadowOf, within } from './player-harness.ts';
import { addressOf } from './recordings.ts';

type Player = Awaited<ReturnType<typeof player>>;

/** True when a press on the page begins to select its text. What cannot be reached is selected from outside, if at all. */
function isSelectable(element: Player): boolean {
  const page = shadowOf(element).querySelector('.page:not(.standby)')!;
  if (!page.querySelector<HTMLElement>('.replayer-wrapper')!.inert) return true;
  const selection = pageOf(element).getSelection()!;
  const [clientX, clientY] = placeOf(element, 'h1');
  page.parentElement!.dispatchEvent(new PointerEvent('pointerdown', { clientX, clientY }));
  const isBegun = selection.anchorNode !== null;
  selection.removeAllRanges();
  return isBegun;
}

/** What a user sees of the mode: all that is not there is left out. */
async function seenOn(element: Player): Promise<string[]> {
  await element.updateComplete;
  const root = shadowOf(element);
  const privacy = root.querySelector('replay-privacy-panel');
  await privacy?.updateComplete;
  return [
    ...(isSelectable(element) ? ['selectable'] : []),
    ...(root.querySelector('.stage.picking') ? ['picking'] : []),
    ...(privacy?.shadowRoot!.querySelector('[aria-current="true"]') ? ['pointing'] : []),
  ];
}

async function inspect(element: Player): Promise<void> {
  element.inspect = true;
  await element.updateComplete;
}

async function pick(element: Player): Promise<void> {
  element.panel = 'share';
  await element.updateComplete;
  const panel = within(element, 'replay-share-panel');
  await eventually(() => panel.shadowRoot?.querySelector('replay-redact-form')?.shadowRoot);
  within(within(panel, 'replay-redact-form'), '[part="pick"]').click();
}

async function point(element: Player): Promise<void> {
  element.panel = 'privacy';
  await element.updateComplete;
  const panel = within(element, 'replay-privacy-panel');
  await eventually(() => panel.shadowRoot?.querySelector('.thing'), 'nothing is listed');
  within(panel, '.thing').click();
}

const WAYS = { selectable: inspect, picking: pick, pointing: point } as const;
type Way = keyof typeof WAYS;

/** A recording in which something is hidden. */
const opened = () => player(addressOf('checkout.v2.json'));

describe('the modes of the stage', () => {
  for (const first of Object.keys(WAYS) as Way[]) {
    for (const second of Object.keys(WAYS) as Way[]) {
      if (first === second) continue;
      it(`is ${second} and no longer ${first} when it was that before`, async () => {
        const element = await opened();
        await seek(element, 1);
        await WAYS[first](element);
        expect(await seenOn(element)).to.deep.equal([first]);
        await WAYS[second](element);
        expect(await seenOn(element)).to.deep.equal([second]);
        expect([element.inspect, element.hasAttribute('inspect')]).to.deep.equal(
          second === 'selectable' ? [true, true] : [false, false],
        );
      });
    }

    it(`holds the recording still while it is ${first}`, async () => {
      const element = await opened();
      await element.play();
      await WAYS[first](element);
      expect(element.paused).to.be.true;
    });

    it(`is no longer ${first} once ${first === 'selectable' ? 'Escape is pressed' : 'the panel is closed'}`, async () => {
      const element = await opened();
      await WAYS[first](element);
      if (first === 'selectable') {
        shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
        await sendKeys({ press: 'Escape' });
      } else {
        element.panel = null;
        await element.updateComplete;
        // What it pointed at would be marked in its list again.
        element.panel = 'privacy';
      }
      expect(await seenOn(element)).to.deep.equal([]);
    });
  }
});

describe('StageModes', () => {
  it('tells of each change with the mode before, and of nothing else', () => {
    const told: StageMode['type'][] = [];
    const modes = new StageModes(({ type }) => told.push(type));
    modes.enter(INSPECT);
    modes.enter(INSPECT);
    modes.leave('pick', 'point');
    expect(modes.current).to.equal(INSPECT);
    modes.leave('inspect');
    modes.leave('inspect');
    expect(modes.current).to.equal(PLAY);
    expect(told).to.deep.equal(['play', 'inspect']);
  });
});
