import { expect, html } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { eventsOf, eventually, next, player, recordingOf, seek, shadowOf, textOn } from './player-harness.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [4000, 'four'],
  [60_000, 'end'],
]);

/** Of those a page is built in ahead of time, only that there are none. */
function pagesOf(element: PortableReplayElement): number {
  const shown = shadowOf(element).querySelectorAll('.page:not(.standby) iframe').length;
  return shown === 0 ? shadowOf(element).querySelectorAll('iframe').length : shown;
}
/** Something is on the page; it may still be built where nobody sees it. */
function isShown(element: PortableReplayElement): boolean {
  const frame = shadowOf(element).querySelector<HTMLIFrameElement>('.page:not(.standby) iframe');
  return Boolean(frame?.contentDocument?.querySelector('h1'));
}
const farAway = () => window.scrollTo(0, 20_000);
/** Just below what is in view. */
const nearby = () => window.scrollTo(0, document.querySelector('portable-replay')!.clientHeight + 60);

async function tallPage(): Promise<PortableReplayElement> {
  const element = await player(
    RECORDING,
    html`<portable-replay idle="keep" style="width: 640px; margin-bottom: 30000px"></portable-replay>`,
  );
  await seek(element, 4);
  return element;
}

describe('a player far outside of the viewport', () => {
  afterEach(() => window.scrollTo(0, 0));

  it('lets go of its page and has it again before it is seen, which nobody is told of', async () => {
    const element = await tallPage();
    const heard = eventsOf(element);
    element.addEventListener('windowchange', () => heard.push('windowchange'));
    farAway();
    await eventually(() => pagesOf(element) === 0, 'the page is gone');
    const { currentTime, paused, ended, readyState, networkState, seeking } = element;
    expect([currentTime, paused, ended, readyState, networkState, seeking]).to.deep.equal([
      4,
      true,
      false,
      4,
      1,
      false,
    ]);
    nearby();
    await eventually(() => isShown(element), 'the page is back');
    expect(textOn(element, 'h1')).to.equal('four');
    expect(element.getBoundingClientRect().bottom, 'and not in view').to.be.lessThan(0);
    expect(heard).to.deep.equal([]);
    await seek(element, 1);
    expect(textOn(element, 'h1')).to.equal('one');
  });

  it('seeks and plays all the same', async () => {
    const element = await tallPage();
    farAway();
    await eventually(() => pagesOf(element) === 0);
    await seek(element, 1);
    expect(element.currentTime).to.equal(1);
    await eventually(() => pagesOf(element) === 0);
    await element.play();
    const from = element.currentTime;
    await next(element, 'timeupdate');
    await eventually(() => element.currentTime > from + 0.2, 'time goes by');
    expect(pagesOf(element)).to.equal(1);
    element.pause();
    await eventually(() => pagesOf(element) === 0);
  });

  it('keeps playing where it is when it goes out of view', async () => {
    const element = await tallPage();
    await element.play();
    const heard = eventsOf(element);
    farAway();
    await eventually(() => element.currentTime > 4.5);
    expect([element.paused, pagesOf(element)]).to.deep.equal([false, 1]);
    expect(heard).not.to.include('waiting');
    element.pause();
  });

  it('is told of a load as any other', async () => {
    const element = await tallPage();
    farAway();
    await eventually(() => pagesOf(element) === 0);
    const info = await element.load(recordingOf([[3000, 'other']]));
    expect([info.duration, element.readyState]).to.deep.equal([3, 4]);
    await eventually(() => pagesOf(element) === 0);
    window.scrollTo(0, 0);
    await eventually(() => isShown(element));
    expect(textOn(element, 'h1')).to.equal('start');
  });
});

describe('a player with loading="lazy"', () => {
  it('loads one viewport away, not two', async () => {
    const players = await Promise.all(
      [1.5, 2.5].map((viewports) =>
        player(
          undefined,
          html`<portable-replay
            loading="lazy"
            style="position: absolute; width: 320px; height: 40px; top: ${viewports * innerHeight}px"
            .source=${RECORDING}
          ></portable-replay>`,
        ),
      ),
    );
    const [near, far] = players;
    await eventually(() => near!.readyState === 4, 'the nearer one shows its page');
    expect(far!.networkState).to.equal(1);
  });
});
