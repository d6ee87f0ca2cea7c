import { expect, html } from '@open-wc/testing';
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
  shadowOf,
  textOn,
  within,
} from './player-harness.ts';
import { addressOf } from './recordings.ts';
import { watchWorkers } from './watched-workers.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [4000, 'four'],
  [9000, 'nine'],
]);
const BOX = 'display: block; width: 640px';
/** A picture that needs no server. */
const IMAGE = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

const startButton = (element: PortableReplayElement) =>
  within(shadowOf(element).querySelector('replay-start-overlay')!, 'button');
const posterOf = (element: PortableReplayElement) => shadowOf(element).querySelector('[part="poster"]');
const posterPage = (element: PortableReplayElement) =>
  shadowOf(element).querySelector<HTMLIFrameElement>('.poster .page:not(.standby) iframe')?.contentDocument;

/** Its first frame is there. */
async function metadataPlayer(): Promise<PortableReplayElement> {
  const element = await player(
    undefined,
    html`<portable-replay
      preload="metadata"
      style=${BOX}
      src=${addressOf('checkout.v2.json')}
    ></portable-replay>`,
  );
  await next(element, 'canplaythrough');
  await element.updateComplete;
  return element;
}

describe('preload', () => {
  let watch: ReturnType<typeof watchWorkers>;
  beforeEach(() => {
    watch = watchWorkers();
  });
  afterEach(() => {
    watch.stop();
    window.scrollTo(0, 0);
  });

  it('has its worker before it has a recording, and not for longer than it is on the page', async () => {
    const element = await player();
    expect(watch.running()).to.equal(1);
    await element.load(RECORDING);
    expect([watch.started(), watch.running()]).to.deep.equal([1, 1]);
    element.remove();
    await eventually(() => watch.running() === 0);
    const empty = await player();
    empty.remove();
    await eventually(() => watch.running() === 0);
    expect(watch.started()).to.equal(2);
  });

  it('makes the frame of the first page while that is read', async () => {
    const element = await player();
    const isThere = new Promise((resolve) =>
      element.addEventListener('loadedmetadata', () =>
        resolve(shadowOf(element).querySelector('.stage iframe') !== null),
      ),
    );
    await element.load(RECORDING);
    expect(await isThere).to.be.true;
    expect(shadowOf(element).querySelectorAll('.stage iframe')).to.have.length(1);
  });

  it('"none" asks for nothing until the start button is pressed, and then plays', async () => {
    const element = await player(
      undefined,
      html`<portable-replay
        preload="none"
        style=${BOX}
        src=${addressOf('checkout.v2.json')}
      ></portable-replay>`,
    );
    const heard = eventsOf(element);
    await eventually(() => overlayOf(element) === 'replay-start-overlay');
    await new Promise(requestAnimationFrame);
    expect([watch.started(), heard.join()]).to.deep.equal([0, '']);
    expect([element.networkState, element.readyState, element.recording]).to.deep.equal([1, 0, null]);
    await expect(element).to.be.accessible();
    startButton(element).click();
    await next(element, 'playing');
    expect(element.duration).to.be.greaterThan(0);
    expect(heard.slice(0, 2)).to.include('loadstart').and.include('play');
    element.pause();
  });

  it('"none" can be played by the button of the bar, by play() and by a key', async () => {
    const ways: ((element: PortableReplayElement) => unknown)[] = [
      (element) => within(within(controlsOf(element), 'replay-play-button'), 'button').click(),
      (element) => element.play(),
      (element) =>
        shadowOf(element)
          .querySelector('.stage')!
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true, composed: true })),
    ];
    for (const play of ways) {
      const element = await player(undefined, html`<portable-replay preload="none"></portable-replay>`);
      element.source = RECORDING;
      await eventually(() => overlayOf(element) === 'replay-start-overlay');
      await controlsOf(element).updateComplete;
      await eventually(
        () =>
          !(within(within(controlsOf(element), 'replay-play-button'), 'button') as HTMLButtonElement)
            .disabled,
      );
      const playing = next(element, 'playing');
      void play(element);
      await playing;
      element.pause();
    }
  });

  it('"none" plays by a click on the stage where there are no controls', async () => {
    const bare = html`<portable-replay preload="none" no-controls style=${BOX}></portable-replay>`;
    const element = await player(undefined, bare);
    element.source = RECORDING;
    await element.updateComplete;
    const playing = next(element, 'playing');
    within(element, '.stage').click();
    await playing;
    element.pause();
  });

  it('"none" loads where it is told to, with autoplay, and once it is another word', async () => {
    const element = await player(undefined, html`<portable-replay preload="none"></portable-replay>`);
    element.source = RECORDING;
    await element.load();
    expect(textOn(element, 'h1')).to.equal('start');
    element.source = RECORDING;
    const shown = next(element, 'canplaythrough');
    element.preload = 'auto';
    await shown;
    const other = await player(undefined, html`<portable-replay preload="none" autoplay></portable-replay>`);
    other.source = RECORDING;
    await next(other, 'playing');
    other.pause();
  });

  it('"metadata" knows the length and shows the first frame, and marks the timeline from a play on', async () => {
    const element = await metadataPlayer();
    expect(textOn(element, '#title')).to.equal('Plants for shady corners');
    const marks = () => controlsOf(element).state!.marks;
    await seek(element, 2);
    await eventually(() => marks() !== null);
    expect(marks()!.marks.length).to.be.greaterThan(0);
  });

  it('"metadata" does not look through the recording before somebody plays', async () => {
    const element = await metadataPlayer();
    expect([...new Set(watch.told)].sort()).to.deep.equal(['load', 'page']);
    await seek(element, 2);
    await eventually(() => watch.told.includes('entryMarks') && watch.told.includes('prepare-pages'));
  });

  it('loading="lazy" asks for nothing until the player comes near the viewport', async () => {
    const element = await player(
      undefined,
      html`<portable-replay
        loading="lazy"
        style="${BOX}; margin-top: 10000px"
        src=${addressOf('checkout.v2.json')}
      ></portable-replay>`,
    );
    // A player beside it that is in view is told where it is no sooner.
    const seen = await player(
      undefined,
      html`<portable-replay loading="lazy" style=${BOX}></portable-replay>`,
    );
    seen.style.position = 'absolute';
    seen.style.top = '0';
    seen.source = RECORDING;
    await next(seen, 'canplaythrough');
    expect([watch.started(), element.networkState]).to.deep.equal([1, 1]);
    const shown = next(element, 'canplaythrough');
    // Near is not yet in view.
    window.scrollTo(0, element.getBoundingClientRect().top - 1.5 * window.innerHeight);
    await shown;
    expect(element.getBoundingClientRect().top).to.be.greaterThan(window.innerHeight);
    expect(watch.started()).to.equal(2);
  });
});

describe('poster', () => {
  it('shows an image before anything is read, while it is, and until somebody plays', async () => {
    const element = await player(
      undefined,
      html`<portable-replay preload="none" poster=${IMAGE} style=${BOX}></portable-replay>`,
    );
    expect(posterOf(element), 'without a recording').to.equal(null);
    element.source = RECORDING;
    await eventually(() => (posterOf(element) as HTMLImageElement | null)?.naturalWidth === 1);
    const image = posterOf(element)!.getBoundingClientRect();
    const stage = shadowOf(element).querySelector('.stage')!.getBoundingClientRect();
    expect([image.width, image.height]).to.deep.equal([stage.width, stage.height]);
    await expect(element).to.be.accessible();
    await element.load();
    await element.updateComplete;
    expect(posterOf(element), 'with the first frame').to.exist;
    await element.play();
    await element.updateComplete;
    expect(posterOf(element), 'while it plays').to.equal(null);
    element.pause();
    await element.load(RECORDING);
    await element.updateComplete;
    expect(posterOf(element), 'with another recording').to.exist;
  });

  it('shows the page of a time until somebody plays or seeks, and begins at the start', async () => {
    const element = await player(
      RECORDING,
      html`<portable-replay poster="0:04" style=${BOX}></portable-replay>`,
    );
    await eventually(() => posterPage(element)?.querySelector('h1')?.textContent === 'four');
    expect(element.currentTime).to.equal(0);
    expect(textOn(element, 'h1'), 'below it').to.equal('start');
    await seek(element, 1);
    await element.updateComplete;
    expect(posterOf(element)).to.equal(null);
    expect(shadowOf(element).querySelectorAll('iframe')).to.have.length(1);
  });

  it('gives way where text is to be selected', async () => {
    const element = await player(RECORDING, html`<portable-replay poster=${IMAGE}></portable-replay>`);
    element.inspect = true;
    await element.updateComplete;
    expect(posterOf(element)).to.equal(null);
  });
});
