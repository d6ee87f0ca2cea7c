import { expect, waitUntil } from '@open-wc/testing';
import { next, overlayOf, pageOf, player, seek } from './player-harness.ts';

const START = 1_700_000_000_000;
const ADDED = 15_000;
const PARENT = 4;

const element = (id: number, tagName: string, childNodes: object[] = []) => ({
  type: 2,
  id,
  tagName,
  attributes: {},
  childNodes,
});
const NONE = { source: 0, texts: [], attributes: [], removes: [], adds: [] };
const mutation = (at: number, fields: object) => ({
  type: 3,
  timestamp: START + at,
  data: { ...NONE, ...fields },
});

/** A list that gets 15,000 items in one event, and then a change of 426,000 attributes in another. */
const STORM = [
  { type: 4, timestamp: START, data: { href: 'https://x.test/', width: 800, height: 600 } },
  {
    type: 2,
    timestamp: START,
    data: {
      node: {
        type: 0,
        id: 1,
        childNodes: [element(2, 'html', [element(3, 'body', [element(PARENT, 'ul')])])],
      },
      initialOffset: { top: 0, left: 0 },
    },
  },
  mutation(1000, {
    adds: Array.from({ length: ADDED }, (_, i) => ({
      parentId: PARENT,
      nextId: null,
      node: element(10 + i, 'li'),
    })),
  }),
  mutation(1500, {
    attributes: Array.from({ length: 426_000 }, (_, i) => ({
      id: 10 + (i % 3),
      attributes: { title: String(i) },
    })),
  }),
  mutation(2500, { attributes: [{ id: PARENT, attributes: { class: 'quiet' } }] }),
];

const itemsOn = (element: Parameters<typeof pageOf>[0]) => pageOf(element).querySelectorAll('li').length;

describe('a storm of changes', function () {
  // 21 MB that are read, repaired and cut up, again for each test.
  this.timeout(60_000);

  it('plays through in slices, says that it works, and goes on', async () => {
    const element = await player(STORM);
    element.idle = 'keep';
    await seek(element, 0.8);
    const batches: number[] = [];
    new MutationObserver((records) => {
      batches.push(records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0));
    }).observe(pageOf(element).querySelector('ul')!, { childList: true });
    const waiting = next(element, 'waiting');
    await element.play();
    await waiting;
    await waitUntil(() => overlayOf(element) === 'replay-waiting-overlay', 'nothing says that it works');
    await waitUntil(() => itemsOn(element) === ADDED, 'not all came', { timeout: 30_000 });
    expect(Math.max(...batches)).to.be.at.most(1000);
    await waitUntil(() => pageOf(element).querySelector('li')?.title === '425997', 'no titles', {
      timeout: 30_000,
    });
    await waitUntil(() => pageOf(element).querySelector('.quiet'), 'it did not go on', { timeout: 30_000 });
  });

  it('can be called off', async () => {
    const element = await player(STORM);
    element.idle = 'keep';
    await seek(element, 0.8);
    const waiting = next(element, 'waiting');
    await element.play();
    await waiting;
    await seek(element, 0.2);
    expect(itemsOn(element)).to.equal(0);
    element.pause();
    await seek(element, 0.5);
    expect(itemsOn(element)).to.equal(0);
  });

  it('is there whole when a paused player goes past it', async () => {
    const element = await player(STORM);
    await seek(element, 0.8);
    await seek(element, 2.5);
    expect(itemsOn(element)).to.equal(ADDED);
    expect(pageOf(element).querySelector('.quiet')).not.to.equal(null);
  });

  it('is built at once where it has passed', async () => {
    const element = await player(STORM);
    await seek(element, 2.4);
    expect(itemsOn(element)).to.equal(ADDED);
    expect(pageOf(element).querySelector('li')?.title).to.equal('425997');
    await seek(element, 0.5);
    expect(itemsOn(element)).to.equal(0);
  });
});
