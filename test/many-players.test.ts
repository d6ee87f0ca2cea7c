import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { PortableReplayElement, ReplaySource } from '../src/index.ts';
import { controlsOf, eventually, next, recordingOf, textOn } from './player-harness.ts';
import { watchWorkers } from './watched-workers.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [4000, 'four'],
]);
const HERE = 'position: absolute; top: 0; width: 320px; height: 240px';

/** All of them come at once, as in a page that is loaded. */
async function playersOf(players: TemplateResult[]): Promise<PortableReplayElement[]> {
  const list = await fixture(html`<div>${players}</div>`);
  return [...list.querySelectorAll('portable-replay')];
}

const playerAt = (style: string, source: ReplaySource) =>
  html`<portable-replay style=${style} .source=${source}></portable-replay>`;

describe('several players on a page', () => {
  it('do what nobody waits for once all of them have come to their first frame', async () => {
    const watch = watchWorkers();
    try {
      const players = await playersOf(Array.from({ length: 5 }, () => playerAt(HERE, RECORDING)));
      await eventually(() => players.every((player) => controlsOf(player).state?.marks), 'all have marks');
      const { told } = watch;
      expect(told.filter((message) => message === 'page')).to.have.length(5);
      expect(told.indexOf('prepare-pages')).to.be.greaterThan(told.lastIndexOf('load'));
      expect(told.indexOf('entryMarks')).to.be.greaterThan(told.lastIndexOf('load'));
    } finally {
      watch.stop();
    }
  });

  it('do not wait for those whose sources tell nothing, nor for those that are taken away', async () => {
    const silent = [playerAt(HERE, new ReadableStream()), playerAt(HERE, new ReadableStream())];
    const [one, , gone, last] = await playersOf([
      ...silent,
      playerAt(HERE, RECORDING),
      playerAt(HERE, RECORDING),
    ]);
    gone!.remove();
    await next(last!, 'loadeddata');
    expect(textOn(last!, 'h1')).to.equal('start');
    expect([one!.networkState, one!.readyState]).to.deep.equal([2, 0]);
  });
});
