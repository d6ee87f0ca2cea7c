import { expect, html } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { pageOf, player, seek } from './player-harness.ts';

const SIZED = 'width: 800px; height: 500px';
const MODES = {
  block: html`<portable-replay style=${SIZED}></portable-replay>`,
  ask: html`<portable-replay remote-assets="ask" style=${SIZED}></portable-replay>`,
  allow: html`<portable-replay remote-assets="allow" style=${SIZED}></portable-replay>`,
};

/** Of the test server, so that a request for it would be seen. */
const HERE = new URL('/a/list', location.href).href;

let lastId = 10;
const element = (tagName: string, attributes: object = {}, ...childNodes: object[]): object => ({
  type: 2,
  id: ++lastId,
  tagName,
  attributes,
  childNodes,
  ...(/^(svg|use|symbol|rect|lineargradient|stop|clippath|textpath)$/.test(tagName) && { isSVG: true }),
});
const box = { width: '100', height: '100' };

/** A page with an icon, a gradient that goes on from another, and a clipped box; a route is entered after a second. */
function recordingOf(head: readonly object[], address = HERE): object[] {
  const symbol = element('symbol', { id: 'icon' }, element('rect', { ...box, fill: 'red' }));
  const first = element(
    'lineargradient',
    { id: 'first' },
    element('stop', { 'stop-color': 'rgb(0, 0, 255)' }),
  );
  const second = element('lineargradient', { 'id': 'second', 'xlink:href': `${address}#first` });
  const clip = element('clippath', { id: 'clip' }, element('rect', { width: '50', height: '50' }));
  const shapes = [
    element(
      'svg',
      { ...box, id: 'a' },
      symbol,
      first,
      second,
      clip,
      element('use', { href: `${address}#icon` }),
    ),
    element('svg', { ...box, id: 'b' }, element('rect', { ...box, fill: `url(${address}#second)` })),
    element('div', {
      id: 'c',
      style: `width:100px;height:100px;background:green;clip-path:url("${directoryOf(address)}#clip")`,
    }),
  ];
  const page = {
    type: 0,
    id: 1,
    childNodes: [
      element('html', {}, element('head', {}, ...head), {
        ...element('body', { style: 'margin:0' }, ...shapes),
        id: 4,
      }),
    ],
  };
  const route = new URL('/b/c/d', address).href;
  const later = element('div', {
    id: 'd',
    style: `width:100px;height:100px;background:green;clip-path:url(${directoryOf(route)}#clip)`,
  });
  const adds = [{ parentId: 4, nextId: null, node: later }];
  return [
    { type: 4, timestamp: 1000, data: { href: HERE, width: 800, height: 600 } },
    { type: 2, timestamp: 1000, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    { type: 3, timestamp: 2000, data: { source: 0, texts: [], attributes: [], removes: [], adds } },
    { type: 5, timestamp: 2050, data: { tag: '$pageview', payload: { href: route } } },
    { type: 5, timestamp: 4000, data: { tag: 'end', payload: {} } },
  ];
}

function directoryOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/') + 1);
}

/** What is hit in the middle and at the lower right of an element: what is clipped there is not. */
function shapeOf(replay: PortableReplayElement, id: string): string {
  const page = pageOf(replay);
  const { left, top } = page.getElementById(id)!.getBoundingClientRect();
  const isThere = (x: number, y: number) =>
    page.elementFromPoint(left + x, top + y)?.closest(`#${id}`) != null;
  return [25, 75].map((at) => (isThere(at, at) ? 'there' : 'not there')).join(', ');
}

function requestsOf(replay: PortableReplayElement): string[] {
  const entries = pageOf(replay).defaultView!.performance.getEntriesByType('resource');
  return entries.map(({ name }) => name).filter((name) => !name.startsWith('data:'));
}

describe('elements of a page that it calls by its own address', function () {
  this.timeout(20_000);
  for (const [mode, template] of Object.entries(MODES)) {
    it(`are referred to, and nothing is blocked or loaded (${mode})`, async () => {
      const replay = await player(recordingOf([]), template);
      const use = pageOf(replay).querySelector<SVGGraphicsElement>('use')!;
      expect(use.getBBox().width).to.equal(100);
      expect(pageOf(replay).querySelector('#second')!.getAttribute('xlink:href')).to.equal('#first');
      expect(shapeOf(replay, 'b')).to.equal('there, there');
      expect(shapeOf(replay, 'c')).to.equal('there, not there');
      await seek(replay, 1.5);
      expect(shapeOf(replay, 'd')).to.equal('there, not there');
      expect(requestsOf(replay)).to.deep.equal([]);
      expect(replay.blockedAssets).to.deep.equal([]);
      expect(replay.recording!.warnings).to.deep.equal([]);
    });
  }

  it('are referred to where a base element says what addresses are relative to', async () => {
    const address = new URL('/base/page', location.href).href;
    const replay = await player(recordingOf([element('base', { href: address })], address), MODES.allow);
    expect(pageOf(replay).querySelector<SVGGraphicsElement>('use')!.getBBox().width).to.equal(100);
    expect(shapeOf(replay, 'c')).to.equal('there, not there');
    await replay.play();
    await seek(replay, 2);
    expect(shapeOf(replay, 'd')).to.equal('there, not there');
    expect(requestsOf(replay)).to.deep.equal([]);
  });

  it('clip, mask, blur and paint in what posthog-js has recorded', async () => {
    const replay = await player('/fixtures/cases/36-url-of-an-id.json');
    expect(replay.blockedAssets).to.deep.equal([]);
    expect(replay.recording!.warnings.map(({ code }) => code)).not.to.include('missing-assets');
    expect(shapeOf(replay, 'd1')).to.equal('there, not there');
    const styles = ['d2', 'd3'].map((id) => getComputedStyle(pageOf(replay).getElementById(id)!));
    expect(styles.map(({ maskImage, filter }) => [maskImage, filter])).to.deep.equal([
      ['url("#m")', 'none'],
      ['none', 'url("#f")'],
    ]);
    const fills = [...pageOf(replay).querySelectorAll('svg > rect')].map(
      (rect) => getComputedStyle(rect).fill,
    );
    expect(fills).to.deep.equal(['url("#g")', 'url("#g")']);
  });

  it('leave images of other documents blocked and counted, of a set one', async () => {
    const replay = await player('/fixtures/cases/played/image-set.json');
    expect(replay.blockedAssets).to.deep.equal([{ kind: 'image', origin: 'https://cdn.example', count: 1 }]);
    const { backgroundImage } = getComputedStyle(pageOf(replay).querySelector('p')!);
    expect(backgroundImage).to.equal('image-set(url("data:,") 1dppx, url("data:,") 2dppx)');
  });
});
