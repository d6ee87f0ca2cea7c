import { expect } from '@open-wc/testing';
import RrwebPlayer from 'rrweb-player';
import type { ReplayError } from '../../src/index.ts';
import { REPLAYER_PARTS } from '../../src/rrweb-view/patches/replayer-parts.ts';
import { overlayOf, player, shadowOf, wordsOf } from '../player-harness.ts';

const RECORDING = [
  { type: 4, timestamp: 1000, data: { href: 'https://shop.example/', width: 400, height: 300 } },
  {
    type: 2,
    timestamp: 1001,
    data: {
      node: {
        type: 0,
        id: 1,
        childNodes: [
          {
            type: 2,
            id: 2,
            tagName: 'html',
            attributes: {},
            childNodes: [
              { type: 2, id: 3, tagName: 'head', attributes: {}, childNodes: [] },
              {
                type: 2,
                id: 4,
                tagName: 'body',
                attributes: {},
                childNodes: [{ type: 3, id: 5, textContent: 'Hello' }],
              },
            ],
          },
        ],
      },
      initialOffset: { top: 0, left: 0 },
    },
  },
  { type: 3, timestamp: 2000, data: { source: 2, type: 2, id: 4, x: 10, y: 10 } },
];

/** What every replayer inherits; rrweb-player keeps the class to itself. */
function replayerPrototype(): object {
  const target = document.body.appendChild(document.createElement('div'));
  const { getReplayer } = new RrwebPlayer({
    target,
    props: { events: [...RECORDING] as never, autoPlay: false },
  });
  const prototype = Object.getPrototypeOf(getReplayer()) as object;
  target.remove();
  return prototype;
}

describe('a player whose rrweb lacks a part that keeps pages safe', () => {
  const prototype = replayerPrototype();
  for (const part of REPLAYER_PARTS) {
    it(`shows no page without ${part}`, async () => {
      const method: unknown = Reflect.get(prototype, part);
      Reflect.set(prototype, part, undefined);
      try {
        const element = await player();
        const code = await element.load(RECORDING).then(
          () => 'loaded',
          (error: unknown) => (error as ReplayError).code,
        );
        expect(code).to.equal('unplayable');
        expect(overlayOf(element)).to.equal('replay-error-overlay');
        expect(wordsOf(shadowOf(element).querySelector('replay-error-overlay')!)).to.contain(part);
        expect(shadowOf(element).querySelector('iframe')).to.be.null;
      } finally {
        Reflect.set(prototype, part, method);
      }
    });
  }

  it('leaves nothing of its own in the page around', async () => {
    await player(RECORDING);
    expect([...document.body.children].filter(({ localName }) => localName === 'iframe')).to.deep.equal([]);
  });

  it('shows the page with all of them', async () => {
    const element = await player(RECORDING);
    expect(
      shadowOf(element).querySelector<HTMLIFrameElement>('iframe')?.contentDocument?.body.textContent,
    ).to.equal('Hello');
  });
});
