import { expect } from '@open-wc/testing';
import { pageOf, player, seek } from '../player-harness.ts';
import { checkPages, type PageCheck } from './check-page.ts';
import {
  AGAIN,
  LATER,
  GREEN,
  shop,
  taken,
  mouse,
  recorded,
  kept,
  colorOf,
  picture,
  inFrame,
  rectangle,
  inner,
  frame,
  focus,
  KEPT,
} from './kept-pages.ts';
import { attach, el, type Happening, htmlPage, mutation, text } from './recording.ts';
import { painted } from './ways.ts';

const untouched = (d: Document) => [colorOf('a')(d) === GREEN, colorOf('input')(d) === GREEN, picture(d)];
const touched: readonly Happening[] = [mouse(500, 20), focus, [700, rectangle]];
const NOT_KEPT: readonly Omit<PageCheck, 'at'>[] = [
  {
    name: 'keeps nothing when the document says that it was loaded',
    recording: kept(shop(), [...touched, [1900, {}, 0], [1950, {}, 1]]),
    probe: untouched,
    expect: [false, false, false],
  },
  {
    name: 'keeps nothing when the recorder says that it has started',
    recording: kept(shop(), [
      ...touched,
      [2003, { tag: '$session_options', payload: { sessionRecordingOptions: {} } }, 5],
    ]),
    probe: untouched,
    expect: [false, false, false],
  },
  {
    name: 'keeps nothing on a page whose nodes are others',
    recording: kept(
      shop(),
      touched,
      htmlPage(
        [el(22, 'a'), el(20, 'input'), el(23, 'canvas')],
        [el(10, 'style', { _cssText: `a:hover, input:focus { color: ${GREEN}; }` })],
      ),
    ),
    probe: untouched,
    expect: [false, false, false],
  },
  {
    name: 'keeps the page of no frame that was loaded anew',
    recording: kept(shop([frame]), [
      [300, attach(30, inner())],
      [1900, {}, 1],
    ]),
    probe: (d) => inFrame(d).body.textContent,
    expect: '',
  },
];

describe('a page of which another full snapshot is taken', function () {
  this.timeout(60_000);
  checkPages([
    ...KEPT.map((check) => ({ ...check, at: LATER })),
    // Between the two, where the one behind does not count yet.
    ...KEPT.filter(({ name }) => !/as it has become|goes on/.test(name)).map((check) => ({
      ...check,
      at: AGAIN / 1000,
      ways: ['jump', 'play'] as const,
    })),
    ...NOT_KEPT.map((check) => ({ ...check, at: LATER })),
  ]);
});

describe('a node that is added again without having been removed', function () {
  this.timeout(60_000);
  const shown = (d: Document) =>
    [...d.body.children].map((child) => `${child.className} ${child.textContent}`);

  it('is where it was added last, whatever was sought before', async () => {
    const element = await player('/fixtures/cases/played/readd-node.json');
    for (const at of [0.8, 0.2, 0.6, 1, 0.1, 0.9, 0.3, 0.7]) {
      await seek(element, at);
      await painted();
      expect(shown(pageOf(element)), `${at} s`).to.deep.equal([at < 0.5 ? 'a one' : 'b two']);
    }
  });

  const list = htmlPage([1, 2, 3].map((i) => el(20 + i, 'p', { class: `c${i}` }, [text(30 + i, `${i}`)])));
  checkPages([
    {
      name: 'moves when it is what it has become, with all that is in it',
      recording: recorded(
        ...taken(1, list),
        [500, mutation({ attributes: [{ id: 21, attributes: { class: 'new' } }] })],
        [1000, mutation({ adds: [{ parentId: 5, nextId: null, node: el(21, 'p', { class: 'new' }) }] })],
      ),
      at: 2,
      probe: shown,
      expect: ['c2 2', 'c3 3', 'new 1'],
    },
    {
      name: 'is built anew when it is what it was before a change',
      recording: recorded(
        ...taken(1, list),
        [500, mutation({ texts: [{ id: 31, value: 'changed' }] })],
        [1000, mutation({ adds: [{ parentId: 22, nextId: 32, node: text(31, '1') }] })],
      ),
      at: 2,
      probe: shown,
      expect: ['c1 ', 'c2 12', 'c3 3'],
    },
  ]);
});

describe('a node that is added in front of one that is not there', function () {
  this.timeout(60_000);
  checkPages([
    {
      name: 'is the last, and one without a parent is nowhere',
      recording: recorded(...taken(1, htmlPage([el(20, 'p', {}, [text(21, 'first')])])), [
        1000,
        mutation({
          adds: [
            { parentId: 5, nextId: 999, node: el(30, 'p') },
            { parentId: 30, nextId: null, node: text(31, 'last') },
            { parentId: 998, nextId: null, node: el(40, 'p') },
            { parentId: 40, nextId: null, node: text(41, 'lost') },
          ],
        }),
      ]),
      at: 2,
      probe: (d) => [...d.body.children].map(({ textContent }) => textContent),
      expect: ['first', 'last'],
    },
  ]);
});
