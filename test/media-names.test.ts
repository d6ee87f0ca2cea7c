import { expect } from '@open-wc/testing';
import { PortableReplayElement } from '../src/index.ts';
import { next, player } from './player-harness.ts';
import { addressOf } from './recordings.ts';

const CONSTANTS = [
  'NETWORK_EMPTY',
  'NETWORK_IDLE',
  'NETWORK_LOADING',
  'NETWORK_NO_SOURCE',
  'HAVE_NOTHING',
  'HAVE_METADATA',
  'HAVE_CURRENT_DATA',
  'HAVE_FUTURE_DATA',
  'HAVE_ENOUGH_DATA',
] as const;

/** What wrappers of media elements read, call and set. */
const NAMES = [
  'addTextTrack autoplay buffered canPlayType crossOrigin currentSrc currentTime defaultPlaybackRate duration ended',
  'error load loop networkState pause paused play playbackRate played readyState seekable seeking src textTracks',
].flatMap((line) => line.split(' '));

/** As a wrapper does that was written for `<video>`. */
async function whenThereIsAFrame(media: HTMLVideoElement): Promise<void> {
  while (media.readyState < media.HAVE_CURRENT_DATA)
    await new Promise((resolve) => media.addEventListener('loadeddata', resolve, { once: true }));
}

describe('the names of media elements', () => {
  it('are there, with values of the same types', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    const video = document.createElement('video');
    for (const name of NAMES) {
      const kind = (media: object) => typeof (media as Record<string, unknown>)[name];
      expect(kind(element), name).to.equal(kind(video));
    }
    for (const name of CONSTANTS) {
      expect(element[name], name).to.equal(video[name]);
      expect(PortableReplayElement[name], name).to.equal(HTMLMediaElement[name]);
    }
  });

  it('have no sound among them, which tells whatever controls the player that there is none', async () => {
    const element = await player();
    for (const name of ['volume', 'muted', 'defaultMuted']) expect(name in element, name).to.be.false;
  });

  it('say where a recording is from, and what can be one', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    expect(element.currentSrc).to.equal(new URL(addressOf('checkout.v2.json'), document.baseURI).href);
    expect(element.canPlayType('application/json; charset=utf-8')).to.equal('maybe');
    expect(element.canPlayType('application/gzip')).to.equal('maybe');
    for (const film of ['video/mp4', 'application/vnd.apple.mpegurl', '']) {
      expect(element.canPlayType(film), film).to.equal('');
    }
    element.source = new Blob([]);
    expect(element.currentSrc).to.equal('');
  });

  it('do for a wrapper that was written for films', async () => {
    const element = await player();
    element.defaultPlaybackRate = 2;
    element.src = addressOf('checkout.v2.json');
    await whenThereIsAFrame(element as unknown as HTMLVideoElement);
    expect([element.playbackRate, element.defaultPlaybackRate]).to.deep.equal([2, 2]);
    const seeked = next(element, 'seeked');
    element.currentTime = element.seekable.end(0) / 2;
    await seeked;
    expect(element.ended).to.be.false;
  });
});
