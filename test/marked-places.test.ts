import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { PortableReplayElement } from '../src/index.ts';
import { placeFrom, placesApart } from '../src/steps/marked-places.ts';
import { click } from './controls/harness.ts';
import { openInspector, panelOf } from './panels/inspector/inspector-harness.ts';
import { eventually, pageOf, player, recordingOf, seek, shadowOf } from './player-harness.ts';
import { addressOf } from './recordings.ts';

const CHECKOUT = addressOf('checkout.jsonl');

async function press(element: PortableReplayElement, key: string): Promise<void> {
  shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
  await sendKeys({ press: key });
}

/** Waits until the playhead is somewhere, to a hundredth of a second. */
const arrived = (element: PortableReplayElement, time: number) =>
  eventually(() => !element.seeking && Math.abs(element.currentTime - time) < 0.01, `not at ${time} s`);

describe('placeFrom', () => {
  const places = [5, 7, 30].map((time) => ({ time, windowId: '' }));
  for (const [time, before, after] of [
    [0, undefined, 5],
    [4.9, undefined, 7],
    [5.2, undefined, 7],
    [6, 5, 7],
    [6.9, 5, 30],
    [40, 30, undefined],
  ] as const) {
    it(`leads from ${time} s back to ${before ?? 'nothing'} and on to ${after ?? 'nothing'}`, () => {
      expect(placeFrom(places, time, -1)?.time).to.equal(before);
      expect(placeFrom(places, time, 1)?.time).to.equal(after);
    });
  }
});

describe('placesApart', () => {
  const marks = [
    [0, false],
    [0.4, true],
    [0.5, false],
    [0.9, true],
    [1, false],
    [3, false],
  ].map(([time, isError]) => ({
    time: Number(time),
    end: Number(time),
    windowId: '',
    count: 1,
    isError: isError === true,
    names: [],
  }));
  const timesIn = (duration: number) => placesApart(marks, duration).map(({ time }) => time);

  it('are a second apart in a long recording, errors from errors', () => {
    expect(timesIn(3600)).to.deep.equal([0, 0.4, 1, 3]);
  });

  it('are closer in a short one', () => {
    expect(timesIn(48)).to.deep.equal([0, 0.4, 0.5, 0.9, 1, 3]);
  });
});

describe('steps to errors', function () {
  this.timeout(30_000);

  it('lead to the first error and then to the failing payment, a key press each, and back', async () => {
    const element = await player(CHECKOUT);
    const { entries } = await element.entries({ levels: ['error'] });
    const payment = entries.find(({ title }) => title === 'POST /api/pay 500')!;
    await press(element, 'n');
    await arrived(element, entries[0]!.time - 0.1);
    await press(element, 'n');
    await eventually(() => element.currentTime > 12 && !element.seeking);
    expect(payment.time - element.currentTime).to.be.within(0.05, 0.15);
    expect(pageOf(element).body.textContent).not.to.contain('Payment failed');
    const last = element.currentTime;
    await press(element, 'n');
    await press(element, 'b');
    await arrived(element, entries[0]!.time - 0.1);
    await press(element, 'n');
    await arrived(element, last);
  });

  it('lead to marks of all kinds by key', async () => {
    const element = await player(CHECKOUT);
    const { entries } = await element.entries({ kinds: ['page', 'click'] });
    const second = entries.find(({ kind }) => kind === 'click')!;
    await press(element, 'm');
    await arrived(element, second.time - 0.1);
    await seek(element, 5);
    await press(element, 'v');
    await eventually(() => !element.seeking && element.currentTime < 5);
    expect(element.currentTime).to.be.closeTo(4.332, 0.01);
  });

  it('work without controls, and stay where they are without errors', async () => {
    const bare = html`<portable-replay no-controls style="width: 700px; height: 400px"></portable-replay>`;
    const element = await player(CHECKOUT, bare);
    await press(element, 'n');
    await eventually(() => element.currentTime > 5);
    const calm = await player(
      recordingOf([
        [1000, 'one'],
        [9000, 'end'],
      ]),
      bare,
    );
    await seek(calm, 4);
    await press(calm, 'n');
    await calm.entries();
    expect(calm.currentTime).to.equal(4);
  });

  it('are made by buttons of the inspector, which say where there are none', async () => {
    const element = await player(CHECKOUT);
    await openInspector(element);
    const button = (name: string) =>
      panelOf(element).shadowRoot!.querySelector<HTMLElement>(`[aria-label="${name}"]`)!;
    await eventually(() => button('Previous error').ariaDisabled === 'true');
    expect(button('Next error').ariaDisabled).to.equal('false');
    await click(button('Next error'));
    await arrived(element, 5.56);
    await click(button('Next error'));
    await eventually(() => button('Next error').ariaDisabled === 'true');
    await arrived(element, 12.217);
    await expect(element).to.be.accessible();
    await click(button('Previous error'));
    await arrived(element, 5.56);
  });
});
