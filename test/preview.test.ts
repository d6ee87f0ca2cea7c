import { expect, nextFrame } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { ReplayPreviewRequestEvent } from '../src/events.ts';
import type { PortableReplayElement } from '../src/index.ts';
import {
  controlsOf,
  eventsOf,
  eventually,
  pageOf,
  player,
  recordingOf,
  seek,
  shadowOf,
  textOn,
  within,
} from './player-harness.ts';
import { addressOf } from './recordings.ts';

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((second) => [second * 1000, `at ${second}`] as const);
/** Ten seconds in which a heading says which second it is. */
const counting = () => [...recordingOf(STEPS), ...recordingOf([[10_000, 'end']]).slice(2)];

const frameOf = (element: PortableReplayElement) =>
  shadowOf(element).querySelector<HTMLIFrameElement>('.preview .page:not(.standby) iframe');
const pictureOf = (element: PortableReplayElement) => frameOf(element)?.contentDocument ?? null;
const framesOf = (element: PortableReplayElement) => shadowOf(element).querySelectorAll('iframe').length;
const timelineOf = (element: PortableReplayElement) => within(controlsOf(element), 'replay-time-range');
const headingIn = (element: PortableReplayElement) =>
  pictureOf(element)?.querySelector('h1')?.textContent ?? null;
/** The picture is of the moment that is pointed at, and can be seen. */
const isFresh = (element: PortableReplayElement) => {
  const timeline = timelineOf(element);
  const isShown = getComputedStyle(within(timeline, '.pointed')).visibility === 'visible';
  return isShown && frameOf(element) !== null && !timeline.shadowRoot!.querySelector('.picture.late');
};

async function pointAt(element: PortableReplayElement, share: number): Promise<void> {
  const { left, top, width, height } = timelineOf(element).getBoundingClientRect();
  await sendMouse({
    type: 'move',
    position: [Math.round(left + width * share), Math.round(top + height / 2)],
  });
}

async function preview(element: PortableReplayElement, share: number): Promise<void> {
  await pointAt(element, share);
  await eventually(() => isFresh(element), 'there is no picture');
}

const leave = () => sendMouse({ type: 'move', position: [1, 1] });

describe('preview on the timeline', () => {
  afterEach(() => resetMouse());

  it('shows the page of the moment under the pointer, and leaves the one on the stage alone', async () => {
    const element = await player(counting());
    await seek(element, 2.5);
    const [frames, heard] = [framesOf(element), eventsOf(element)];
    await preview(element, 0.75);
    expect(headingIn(element)).to.equal('at 7');
    await preview(element, 0.35);
    expect(headingIn(element)).to.equal('at 3');
    expect(textOn(element, 'h1')).to.equal('at 2');
    expect(framesOf(element)).to.be.greaterThan(frames);
    expect(heard).to.deep.equal([]);
    expect(element.currentTime).to.equal(2.5);
    await expect(element).to.be.accessible();
    await leave();
    await eventually(() => !isFresh(element));
  });

  it('does not hold up what plays', async () => {
    const element = await player(counting());
    await element.play();
    const heard = eventsOf(element);
    await preview(element, 0.95);
    expect(headingIn(element)).to.equal('at 9');
    await preview(element, 0.05);
    expect(headingIn(element)).to.equal('start');
    expect(element.paused).to.equal(false);
    expect(heard.filter((type) => type !== 'timeupdate')).to.deep.equal([]);
  });

  it('builds nothing for moments that the pointer passes on its way', async () => {
    const element = await player(counting());
    await preview(element, 0.15);
    const seen: (string | null)[] = [];
    const observer = new MutationObserver(() => seen.push(headingIn(element)));
    observer.observe(pictureOf(element)!, { subtree: true, childList: true, characterData: true });
    const controls = controlsOf(element);
    for (let time = 2.5; time < 8; time++) controls.dispatchEvent(new ReplayPreviewRequestEvent(time));
    await eventually(() => headingIn(element) === 'at 7');
    // A page is made as it was a moment before, and played from there.
    expect(seen).not.to.include.members(['at 2']);
    expect(seen).not.to.include.members(['at 3']);
    expect(seen.at(-1)).to.equal('at 7');
    observer.disconnect();
  });

  it('drops what nobody points at any more', async () => {
    const element = await player(counting());
    await preview(element, 0.15);
    const controls = controlsOf(element);
    controls.dispatchEvent(new ReplayPreviewRequestEvent(8.5));
    controls.dispatchEvent(new ReplayPreviewRequestEvent(null));
    await preview(element, 0.55);
    expect(headingIn(element)).to.equal('at 5');
  });

  it('costs no frame before it is wanted, and none once its recording is gone', async () => {
    const element = await player(counting());
    expect(shadowOf(element).querySelector('.preview')).to.be.null;
    await preview(element, 0.5);
    const former = frameOf(element);
    await element.load(recordingOf([[4000, 'another']]));
    await element.updateComplete;
    expect(former!.isConnected).to.equal(false);
    await pointAt(element, 0.2);
    await preview(element, 0.25);
    expect(headingIn(element)).to.equal('start');
    element.source = null;
    await element.updateComplete;
    expect(shadowOf(element).querySelector('iframe')).to.be.null;
  });

  it('is off without controls, and comes back with them', async () => {
    const element = await player(counting());
    await preview(element, 0.5);
    element.noControls = true;
    await element.updateComplete;
    expect(frameOf(element)).to.be.null;
    await leave();
    element.noControls = false;
    await element.updateComplete;
    await controlsOf(element).updateComplete;
    await nextFrame();
    await preview(element, 0.65);
    expect(headingIn(element)).to.equal('at 6');
  });

  it('stays right when the player is moved in its page', async () => {
    const element = await player(counting());
    await preview(element, 0.5);
    await leave();
    const box = document.createElement('div');
    element.after(box);
    box.append(element);
    await preview(element, 0.85);
    expect(headingIn(element)).to.equal('at 8');
  });

  it('hides what the stage hides, and marks it', async () => {
    const covered = html`<portable-replay
      style="width: 800px; height: 500px"
      cover="#clock"
    ></portable-replay>`;
    const element = await player(addressOf('checkout.jsonl'), covered);
    await preview(element, 0.6);
    expect(pictureOf(element)!.querySelector('#clock')!.textContent).to.match(/^[\s*]+$/);
    const layer = shadowOf(element).querySelector('.preview replay-mask-layer')!;
    await eventually(() => layer.shadowRoot!.querySelector('.mask.covered:not([hidden])'));
    const former = frameOf(element);
    element.cover = 'body';
    await element.updateComplete;
    expect(former!.isConnected).to.equal(false);
    await preview(element, 0.7);
    expect(pictureOf(element)!.body.textContent).to.match(/^[\s*]+$/);
  });

  it('is kept from what the stage is kept from', async () => {
    const element = await player(counting());
    await preview(element, 0.5);
    const [frame, stage] = [frameOf(element)!, pageOf(element).defaultView!.frameElement!];
    expect(frame.getAttribute('sandbox')).to.equal(stage.getAttribute('sandbox'));
    expect(frame.sandbox.contains('allow-scripts')).to.equal(false);
    const loadIn = (page: Document) => {
      const image = page.createElement('img');
      image.src = new URL('/demo/screenshot-light.png', location.href).href;
      return image.decode().then(
        () => 'loaded',
        () => 'refused',
      );
    };
    expect(await loadIn(document)).to.equal('loaded');
    expect(await loadIn(frame.contentDocument!)).to.equal('refused');
    expect(frame.closest('[inert]')).not.to.be.null;
    expect(frame.closest('[aria-hidden="true"]')).not.to.be.null;
  });

  it('shows the screens of apps in their device', async () => {
    const element = await player(addressOf('app-ios.json'));
    await preview(element, 0.5);
    const box = frameOf(element)!.getBoundingClientRect();
    const around = shadowOf(element).querySelector('.preview')!.getBoundingClientRect();
    expect(frameOf(element)!.closest('.device')).not.to.be.null;
    expect(box.height).to.be.greaterThan(box.width);
    expect(box.top).to.be.at.least(around.top);
    expect(box.bottom).to.be.at.most(around.bottom);
  });
});
