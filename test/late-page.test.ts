import { expect } from '@open-wc/testing';
import {
  eventually,
  next,
  overlayOf,
  player,
  recordingOf,
  seek,
  shadowOf,
  within,
  wordsOf,
  controlsOf,
} from './player-harness.ts';

/** A page that comes 20.4 seconds after the first event, which is a custom one, and lasts until 29.992. */
function late(): object[] {
  const start = 1_700_000_000_000;
  const page = recordingOf([[9592, 'end']], start + 20_400);
  return [
    { type: 5, timestamp: start, data: { tag: 'sessionIdle', payload: {} } },
    {
      type: 3,
      timestamp: start + 5000,
      data: { source: 1, positions: [{ x: 1, y: 1, id: 4, timeOffset: 0 }] },
    },
    ...page,
  ];
}

describe('a recording whose page comes late', () => {
  it('begins with the first page and a button to start, and says once how much it has passed over', async () => {
    const replay = await player(late());
    expect(replay.currentTime).to.equal(20.4);
    expect(overlayOf(replay)).to.equal('replay-start-overlay');
    const [warning] = replay.recording!.warnings.filter(({ code }) => code === 'no-first-page');
    expect(warning!.message).to.equal('There is no page to show for the first 20 seconds.');
    expect(shadowOf(replay).textContent).to.contain('Skipped 20 seconds without a recorded page.');
    const playing = next(replay, 'playing');
    within(shadowOf(replay).querySelector('replay-start-overlay')!, 'button').click();
    await playing;
    expect(overlayOf(replay)).to.equal(null);
    replay.pause();
    await seek(replay, 25);
    expect(overlayOf(replay)).to.equal(null);
    await seek(replay, 0);
    expect(overlayOf(replay)).to.equal('replay-start-overlay');
  });

  it('is as long as its length rounded, and ends there', async () => {
    const replay = await player(late());
    expect(replay.duration).to.equal(29.992);
    const time = controlsOf(replay).shadowRoot!.querySelector('replay-time-display')!;
    expect(wordsOf(time)).to.contain('0:20 / 0:30');
    const slider = within(
      controlsOf(replay).shadowRoot!.querySelector('replay-time-range')!,
      '[role="slider"]',
    );
    expect(slider.ariaValueMax).to.equal('30');
    await seek(replay, 29.5);
    expect(wordsOf(time)).to.contain('0:29 / 0:30');
    await replay.play();
    await eventually(() => replay.ended);
    await eventually(() => wordsOf(time).includes('0:30 / 0:30'));
    expect(slider.ariaValueText).to.equal('30 seconds of 30 seconds');
    replay.panel = 'about';
    await eventually(() => shadowOf(replay).querySelector('replay-about-panel')?.shadowRoot);
    expect(wordsOf(shadowOf(replay).querySelector('replay-about-panel')!)).to.contain('Length 30 seconds');
  });
});
