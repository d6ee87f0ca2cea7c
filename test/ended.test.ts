import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import {
  controlsOf,
  eventsOf,
  eventually,
  next,
  overlayOf,
  player,
  recordingOf,
  seek,
  textOn,
  within,
} from './player-harness.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [4000, 'four'],
  [9000, 'nine'],
]);

describe('the end', () => {
  const label = (element: PortableReplayElement) =>
    within(within(controlsOf(element), 'replay-play-button'), 'button').getAttribute('aria-label');

  it('is reached by a seek while paused, and the button replays', async () => {
    const element = await player(RECORDING);
    const heard = eventsOf(element);
    const ended = next(element, 'ended');
    element.currentTime = 100;
    await ended;
    expect(heard).to.deep.equal(['seeking', 'timeupdate', 'seeked', 'ended']);
    expect([element.ended, element.paused, element.currentTime]).to.deep.equal([true, true, 9]);
    expect(textOn(element, 'h1')).to.equal('nine');
    await eventually(() => label(element) === 'Replay' && overlayOf(element) === 'replay-start-overlay');
    await seek(element, 4);
    expect(element.ended).to.equal(false);
    await seek(element, 9);
    await eventually(() => element.ended);
    within(within(controlsOf(element), 'replay-play-button'), 'button').click();
    await next(element, 'playing');
    expect(element.currentTime).to.be.lessThan(4);
    element.pause();
  });

  it('is no end of a loop', async () => {
    const element = await player(RECORDING);
    element.loop = true;
    await element.updateComplete;
    await seek(element, 9);
    expect(element.ended).to.equal(false);
  });

  it('is where a start beyond it begins, and ends', async () => {
    const element = await player();
    element.startAt = '1:00:00';
    await element.load(RECORDING);
    expect([element.currentTime, element.ended]).to.deep.equal([9, true]);
    expect(textOn(element, 'h1')).to.equal('nine');
    await eventually(() => label(element) === 'Replay');
  });

  it('is told by a last progress that covers all of it', async () => {
    const element = await player();
    const ends: number[] = [];
    element.addEventListener('progress', () => ends.push(element.buffered.length && element.buffered.end(0)));
    const states: number[] = [];
    element.addEventListener('canplaythrough', () => states.push(ends.length));
    await element.load(RECORDING);
    expect(ends.at(-1)).to.equal(9);
    expect(states, 'none comes after canplaythrough').to.deep.equal([ends.length]);
  });
});
