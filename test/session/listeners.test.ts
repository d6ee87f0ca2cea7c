import { expect } from '@open-wc/testing';
import type { ReplayError } from '../../src/index.ts';
import { eventsOf, next, player, recordingOf, textOn } from '../player-harness.ts';
import { addressOf } from '../recordings.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await frame();
}

/** As its player would be used by a page that acts on what it hears. */
describe('a page that acts in a listener', () => {
  for (const type of ['playing', 'timeupdate'] as const) {
    it(`holds the recording where it pauses it on ${type}`, async () => {
      const element = await player(addressOf('checkout.v2.json'));
      await new Promise<void>((resolve) => {
        element.addEventListener(
          type,
          () => {
            element.pause();
            resolve();
          },
          { once: true },
        );
        // Told by the promise when it is stopped before it has begun.
        element.play().catch(() => undefined);
      });
      const { currentTime } = element;
      await frames(20);
      expect(element.paused).to.be.true;
      expect(element.currentTime).to.equal(currentTime);
    });
  }

  for (const type of ['loadeddata', 'canplay'] as const) {
    it(`is told that it has sought when the frame is there, where it seeks on ${type}`, async () => {
      const element = await player();
      const recording = recordingOf([
        [1000, 'middle'],
        [9000, 'end'],
      ]);
      element.addEventListener(type, () => (element.currentTime = 1), { once: true });
      const seeked = next(element, 'seeked').then(() => textOn(element, 'h1'));
      await element.load(recording);
      expect(await seeked).to.equal('middle');
      await frames(5);
      expect([element.currentTime, element.seeking]).to.deep.equal([1, false]);
    });
  }

  it('is told once that it plays, where it plays as soon as that is possible', async () => {
    const element = await player();
    const heard = eventsOf(element);
    element.addEventListener('canplay', () => void element.play(), { once: true });
    await element.load(addressOf('checkout.v2.json'));
    await next(element, 'timeupdate');
    await frames(5);
    expect(heard.filter((type) => type === 'playing')).to.have.length(1);
  });
});

describe('a recording that cannot be played', () => {
  it('leaves the position that was asked for, as a media element does', async () => {
    const element = await player();
    const loading = element.load(new Blob(['hello']));
    element.currentTime = 12;
    const code = await loading.catch((error: unknown) => (error as ReplayError).code);
    expect(code).to.equal('not-a-recording');
    expect(element.error?.message).to.contain('text that starts with "hello"');
    expect(element.currentTime).to.equal(12);
    await element.load(addressOf('checkout.v2.json'));
    expect(element.currentTime).to.equal(0);
  });
});
