import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../src/index.ts';
import { controlsOf, eventually, player, recordingOf, seek, shadowOf, within } from './player-harness.ts';

/** Twelve seconds in which something changes each half. */
const busy = () => recordingOf(Array.from({ length: 24 }, (_, i) => [(i + 1) * 500, `step ${i + 1}`]));

const press = async (element: PortableReplayElement, key: string) => {
  shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
  await sendKeys({ press: key });
};

/** Where playback has been, until it has gone back so many times. */
async function playRounds(element: PortableReplayElement, rounds: number): Promise<number[]> {
  const times: number[] = [];
  const note = () => times.push(element.currentTime);
  element.addEventListener('timeupdate', note);
  const isBack = (time: number, i: number) => i > 0 && time < times[i - 1]! - 0.5;
  await element.play();
  await eventually(() => times.filter(isBack).length >= rounds, 'it does not go back');
  element.removeEventListener('timeupdate', note);
  element.pause();
  return times;
}

describe('loop', () => {
  afterEach(() => resetMouse());

  it('repeats its range, and goes on once it is taken off', async () => {
    const element = await player(busy());
    element.playbackRate = 4;
    element.loopRange = { start: 3, end: 5 };
    await seek(element, 4);
    const times = await playRounds(element, 2);
    expect(Math.min(...times)).to.be.at.least(3);
    expect(Math.max(...times)).to.be.at.most(5.5);
    element.loopRange = null;
    await element.play();
    await eventually(() => element.currentTime > 6);
  });

  it('does not hold what plays behind it', async () => {
    const element = await player(busy());
    element.playbackRate = 4;
    element.loopRange = { start: 3, end: 5 };
    await seek(element, 6);
    await element.play();
    await eventually(() => element.ended);
  });

  it('is started, ended and taken off by keys', async () => {
    const element = await player(busy());
    const heard: unknown[] = [];
    element.addEventListener('looprangechange', () => heard.push(element.loopRange));
    await seek(element, 3);
    await press(element, 'a');
    await seek(element, 5);
    await press(element, 'd');
    await press(element, 'd');
    await press(element, 'x');
    expect(heard).to.deep.equal([{ start: 3, end: 12 }, { start: 3, end: 5 }, null]);
    await seek(element, 8);
    await press(element, 'd');
    await seek(element, 9);
    await press(element, 'a');
    expect(element.loopRange).to.deep.equal({ start: 9, end: 12 });
  });

  it('is on the timeline, and its ends can be moved there', async () => {
    const element = await player(busy());
    element.loopRange = { start: 3, end: 9 };
    await element.updateComplete;
    const timeline = within(controlsOf(element), 'replay-time-range');
    const loop = () => timeline.shadowRoot!.querySelector('replay-loop-range')!;
    await eventually(() => loop().shadowRoot!.querySelector('.end'));
    within(loop(), '.end').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(element.loopRange).to.deep.equal({ start: 3, end: 8 });
    expect(element.currentTime).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('ends with its recording', async () => {
    const element = await player(busy());
    element.loopRange = { start: 3, end: 5 };
    await element.load(recordingOf([[4000, 'another']]));
    expect(element.loopRange).to.be.null;
  });

  it('is refused where it could not be played', async () => {
    const element = await player(busy());
    for (const range of [
      { start: 5, end: 3 },
      { start: 5, end: 5.05 },
      { start: -1, end: 5 },
      { start: 0, end: Infinity },
      { start: NaN, end: 5 },
    ]) {
      expect(() => (element.loopRange = range)).to.throw(TypeError);
    }
    expect(element.loopRange).to.be.null;
  });

  it('is what the panel “Share” keeps, until something else is filled in', async () => {
    const element = await player(busy());
    element.panel = 'share';
    await element.updateComplete;
    const form = within(shadowOf(element).querySelector('replay-share-panel')!, 'replay-redact-form');
    const field = (name: string) => within(form, `[name="${name}"]`) as HTMLInputElement;
    const kept = async () => {
      await eventually(() => form.shadowRoot!.querySelector('[name="from"]'));
      await element.updateComplete;
      await (form as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
      return [field('from').value, field('to').value];
    };
    expect(await kept()).to.deep.equal(['', '']);
    element.loopRange = { start: 3, end: 5.25 };
    expect(await kept()).to.deep.equal(['0:03', '0:05.25']);
    element.loopRange = null;
    expect(await kept()).to.deep.equal(['', '']);
    field('from').value = '0:01';
    field('from').dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    element.loopRange = { start: 3, end: 5 };
    expect(await kept()).to.deep.equal(['0:01', '']);
  });
});
