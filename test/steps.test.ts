import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../src/index.ts';
import { controlsOf, next, player, recordingOf, seek, shadowOf, textOn, within } from './player-harness.ts';
import { addressOf } from './recordings.ts';

/** Presses a key in the player, which seeks. */
async function press(element: PortableReplayElement, key: string): Promise<number> {
  shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
  const seeked = next(element, 'seeked');
  await sendKeys({ press: key });
  await seeked;
  return element.currentTime;
}

/** Milliseconds with a text each. Between them the mouse is moved. */
const CHANGES = [
  [500, 'first'],
  [1500, 'second'],
  [1501, 'third'],
] as const;
const mouse = (at: number) => ({
  type: 3,
  timestamp: 1000 + at,
  data: { source: 1, positions: [{ x: 5, y: 5, id: 1, timeOffset: 0 }] },
});

describe('steps', () => {
  it('lead from one visible change to the next, and back, and pause', async () => {
    const recording = [...recordingOf(CHANGES), mouse(1000), mouse(3000)];
    const element = await player(recording.sort((a, b) => a.timestamp - b.timestamp));
    await element.play();
    const seen: (string | null)[] = [];
    for (const key of ['.', '.', '.', ',', ',', ',']) {
      await press(element, key);
      seen.push(textOn(element, 'h1'));
    }
    expect(element.paused).to.equal(true);
    expect(seen).to.deep.equal(['first', 'second', 'third', 'second', 'first', 'start']);
    expect(element.currentTime).to.equal(0);
    element.goToChange(-1);
    await seek(element, 1.501);
    element.goToChange(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(element.currentTime, 'there is no other').to.equal(1.501);
  });

  it('go to another window that comes on screen, and back to the one before', async () => {
    const element = await player(addressOf('two-tabs.v2.json'));
    element.idle = 'keep';
    const shown = new Set<string>();
    element.addEventListener('windowchange', ({ windowId }) => shown.add(windowId));
    await seek(element, 0);
    const forward: number[] = [];
    while (shown.size < 2 && forward.length < 200) forward.push(await press(element, '.'));
    expect(shown.size).to.equal(2);
    expect(element.windowId, 'no window is held').to.equal('auto');
    expect(forward).to.deep.equal([...forward].sort((a, b) => a - b));
    const at = forward.at(-1)!;
    const back = next(element, 'windowchange');
    expect(await press(element, ',')).to.be.lessThan(at);
    await back;
  });

  it('lead from one entry to the next, and back', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    const { entries } = await element.entries({ limit: 1000 });
    const times = entries.map(({ time }) => Math.max(0, time - 0.1));
    const visited = [];
    for (let i = 0; i < 5; i++) visited.push(await press(element, 'u'));
    for (const time of visited) expect(times.some((one) => Math.abs(one - time) < 0.001)).to.equal(true);
    expect(new Set(visited).size).to.equal(5);
    const [, ...others] = visited.toReversed();
    expect(await press(element, 'r')).to.be.oneOf(others);
  });

  it('are in the menu of the time', async () => {
    const element = await player(recordingOf(CHANGES));
    const display = within(controlsOf(element), 'replay-time-display');
    const menu = within(display, 'replay-menu');
    within(menu, 'button').click();
    const item = [...menu.shadowRoot!.querySelectorAll<HTMLElement>('[role^="menuitem"]')].find(
      (one) => one.textContent.trim() === 'Go to the next change on the page',
    );
    const seeked = next(element, 'seeked');
    item!.click();
    await seeked;
    expect(textOn(element, 'h1')).to.equal('first');
  });
});
