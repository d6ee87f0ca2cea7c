import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { PortableReplayElement, ReplaySource } from '../src/index.ts';
import { eventually, next, recordingOf, textOn } from './player-harness.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [4000, 'four'],
]);
const HERE = 'position: absolute; top: 0; width: 320px; height: 240px';
const FAR_BELOW = 'position: absolute; top: 9000px; width: 320px; height: 240px';

/** All of them come at once, as in a page that is loaded. */
async function playersOf(players: TemplateResult[]): Promise<PortableReplayElement[]> {
  const list = await fixture(html`<div>${players}</div>`);
  return [...list.querySelectorAll('portable-replay')];
}

const playerAt = (style: string, source: ReplaySource) =>
  html`<portable-replay style=${style} .source=${source}></portable-replay>`;

describe('several players on a page', () => {
  it('show what is in view first', async () => {
    const shown: PortableReplayElement[] = [];
    const note = ({ target }: Event) => shown.push(target as PortableReplayElement);
    document.addEventListener('loadeddata', note, true);
    const below = Array.from({ length: 5 }, () => playerAt(FAR_BELOW, RECORDING));
    const inView = [playerAt(HERE, RECORDING), playerAt(HERE, RECORDING)];
    const players = await playersOf([...below, ...inView]);
    await eventually(() => shown.length === players.length, 'all of them show their page');
    document.removeEventListener('loadeddata', note, true);
    const order = shown.map((player) => players.indexOf(player));
    const lastInView = Math.max(order.indexOf(5), order.indexOf(6));
    // Those that come first begin before anybody knows of others.
    expect(order.indexOf(4), `one of those below, in ${order.join()}`).to.be.greaterThan(lastInView);
    for (const player of players.slice(5)) expect(textOn(player, 'h1')).to.equal('start');
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
