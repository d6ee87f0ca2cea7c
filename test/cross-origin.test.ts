import { expect, html } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { next, player, recordingOf } from './player-harness.ts';
import { addressOf } from './recordings.ts';

const ADDRESS = addressOf('checkout.jsonl');
const CAPTIONS = new URL('./tracks/shop.vtt', import.meta.url).href;

/** What the element says of loads, from now on. */
function heardOf(element: PortableReplayElement): string[] {
  const heard: string[] = [];
  for (const type of ['abort', 'emptied', 'loadstart', 'canplaythrough'] as const)
    element.addEventListener(type, () => heard.push(type));
  return heard;
}

/** Everything that a change may have led to has begun. */
async function settled(element: PortableReplayElement): Promise<void> {
  await element.updateComplete;
  await Promise.resolve();
}

describe('crossorigin', () => {
  for (const value of ['', 'anonymous', 'use-credentials', 'Use-Credentials', 'whatever', null]) {
    it(`is what it is on media elements: ${JSON.stringify(value)}`, async () => {
      const [byAttribute, byProperty] = [await player(), await player()];
      const video = document.createElement('video');
      if (value !== null)
        for (const element of [byAttribute, video]) element.setAttribute('crossorigin', value);
      byProperty.crossOrigin = value;
      await byProperty.updateComplete;
      expect([byAttribute.crossOrigin, byProperty.crossOrigin]).to.deep.equal([
        video.crossOrigin,
        video.crossOrigin,
      ]);
      expect(byProperty.getAttribute('crossorigin')).to.equal(video.crossOrigin);
      byAttribute.removeAttribute('crossorigin');
      expect(byAttribute.crossOrigin).to.equal(null);
    });
  }

  it('loads src once when both are there from the start', async () => {
    const element = await player();
    const heard = heardOf(element);
    element.setAttribute('src', ADDRESS);
    element.setAttribute('crossorigin', 'use-credentials');
    await next(element, 'canplaythrough');
    expect(heard).to.deep.equal(['loadstart', 'canplaythrough']);
  });

  it('loads src and text tracks again when it changes, and only then', async () => {
    const element = await player(
      undefined,
      html`<portable-replay src=${ADDRESS}><track src=${CAPTIONS} kind="captions" /></portable-replay>`,
    );
    await next(element, 'canplaythrough');
    const heard = heardOf(element);
    const track = element.querySelector('track')!;
    const loaded = next(track, 'load');
    element.crossOrigin = 'anonymous';
    await Promise.all([next(element, 'canplaythrough'), loaded]);
    expect(heard.splice(0)).to.deep.equal(['emptied', 'loadstart', 'canplaythrough']);
    element.setAttribute('crossorigin', '');
    await settled(element);
    expect(heard).to.deep.equal([]);
    element.removeAttribute('crossorigin');
    await next(element, 'canplaythrough');
    expect(heard).to.deep.equal(['emptied', 'loadstart', 'canplaythrough']);
  });

  it('leaves what was loaded in place of src', async () => {
    const element = await player(undefined, html`<portable-replay src=${ADDRESS}></portable-replay>`);
    await next(element, 'canplaythrough');
    await element.load(
      recordingOf([
        [1000, 'one'],
        [4000, 'end'],
      ]),
    );
    const heard = heardOf(element);
    element.crossOrigin = 'use-credentials';
    await settled(element);
    expect(heard).to.deep.equal([]);
  });
});
