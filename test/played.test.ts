import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { stateOf } from './page-state.ts';
import { controlsOf, next, pageOf, player, recordingOf, seek, textOn } from './player-harness.ts';

const played = (name: string) => `/fixtures/cases/played/${name}.json`;

/** The page of a moment as a player shows it that has shown no other. */
async function soughtState(source: string, time: number, speed: number): Promise<string[]> {
  const element = await player(source);
  element.playbackRate = speed;
  await element.updateComplete;
  await seek(element, time);
  const state = stateOf(pageOf(element));
  element.remove();
  return state;
}

/** Plays from a moment until another one has passed, and holds. */
async function playThrough(element: PortableReplayElement, from: number, to: number): Promise<void> {
  await seek(element, from);
  await element.play();
  while (element.currentTime < to && !element.ended) await next(element, 'timeupdate');
  element.pause();
}

async function playToEnd(element: PortableReplayElement, speed: number): Promise<void> {
  element.playbackRate = speed;
  const ended = next(element, 'ended');
  await element.play();
  await ended;
}

describe('a page that is like the one before', function () {
  this.timeout(20_000);

  it('comes on screen where it begins right behind a jump', async () => {
    const element = await player(played('similar-page-after-idle-20ms'));
    await playThrough(element, 60.01, 60.3);
    expect(textOn(element, 'h1')).to.equal('page B');
  });

  for (const speed of [1, 4, 8, 16])
    for (const name of ['similar-page-after-idle-20ms', 'pages-20s'])
      it(`is there with all that was done to it: ${name} at ${speed}×`, async () => {
        const element = await player(played(name));
        const shown = new Map<number, string[]>();
        await seek(element, speed < 8 ? element.duration - 25 : 0);
        await playToEnd(element, speed);
        expect(stateOf(pageOf(element))).to.deep.equal(
          await soughtState(played(name), element.duration, speed),
        );
        // What playing has done must not stay on the pages of other moments.
        for (const time of [0.5, element.duration / 2, element.duration - 1]) {
          await seek(element, time);
          shown.set(time, stateOf(pageOf(element)));
        }
        for (const [time, state] of shown)
          expect(state, `at ${time} s`).to.deep.equal(await soughtState(played(name), time, speed));
      });
});

describe('the end', () => {
  const ENDS = { 'heavy-at-end-0ms': 'last', 'page-at-end-0ms': 'B' } as const;

  for (const [name, heading] of Object.entries(ENDS)) {
    for (const speed of [1, 16])
      it(`is told when the last change is on screen: ${name} at ${speed}×`, async () => {
        const element = await player(played(name));
        await seek(element, 3.5);
        element.playbackRate = speed;
        const ended = next(element, 'ended').then(() => textOn(element, 'h1'));
        await element.play();
        expect(await ended).to.equal(heading);
        expect(stateOf(pageOf(element))).to.deep.equal(
          await soughtState(played(name), element.duration, speed),
        );
      });

    it(`is on screen before it begins anew: ${name}`, async () => {
      const element = await player(played(name));
      element.loop = true;
      await seek(element, 3.5);
      await element.play();
      const seeking = next(element, 'seeking').then(() => textOn(element, 'h1'));
      expect(await seeking).to.equal(heading);
      element.pause();
    });
  }

  it('can be gone back from, to a page without the last change', async () => {
    const element = await player(
      recordingOf([
        [1000, 'middle'],
        [1500, 'end'],
      ]),
    );
    await seek(element, 1.2);
    await playToEnd(element, 1);
    await seek(element, 1.2);
    expect(textOn(element, 'h1')).to.equal('middle');
  });
});

describe('a window without a page', () => {
  it('is neither offered nor shown, and named by `window-id` leaves all as it is', async () => {
    const element = await player(played('blank-window'));
    expect(element.recording!.windows.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(
      controlsOf(element).shadowRoot!.querySelector('replay-window-menu')!.shadowRoot!.childElementCount,
    ).to.equal(0);
    element.windowId = 'a';
    await element.updateComplete;
    await seek(element, 3);
    expect(element.error).to.equal(null);
    expect(pageOf(element).body.textContent).to.equal('hello');
    await seek(element, 0);
    expect(pageOf(element).body.textContent).to.equal('hello');
    await playToEnd(element, 16);
    expect([element.error, element.duration]).to.deep.equal([null, 5]);
  });
});
