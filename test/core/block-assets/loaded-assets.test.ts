import { expect } from 'chai';
import { blockAssets } from '../../../src/core/block-assets/block-assets.ts';
import { isolateEvent } from '../../../src/core/block-assets/isolate-event.ts';
import { LoadedSites } from '../../../src/core/block-assets/loaded-sites.ts';
import { OwnAddresses } from '../../../src/core/block-assets/own-addresses.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';

const PAGE = new OwnAddresses(['https://shop.test/a/page?x=1']);
const HOST = 'dash.test';

/** Nodes of a page, as they are where they may be loaded, and the sites they are loaded from. */
function loaded(...nodes: readonly object[]) {
  const head = el('head', {}, ...nodes.filter((node) => Reflect.get(node, 'tagName') === 'base'));
  const body = { type: 2, tagName: 'body', attributes: {}, childNodes: nodes, id: 3 };
  const html = { type: 2, tagName: 'html', attributes: {}, childNodes: [head, body], id: 2 };
  const event = {
    type: 2,
    timestamp: 0,
    data: { node: { type: 0, childNodes: [html], id: 1 }, initialOffset: { top: 0, left: 0 } },
  };
  return { nodes, ...load(event) };
}

function load(event: object) {
  const sites = new LoadedSites();
  const copy = event as ReplayEvent;
  blockAssets(copy, {
    own: PAGE,
    take: (kind, address) => (kind === 'frame' ? null : sites.allow(address, HOST)),
  });
  return { event: isolateEvent(copy, true), sites: sites.list };
}

const el = (tagName: string, attributes: object, ...childNodes: object[]) => ({
  type: 2,
  id: 9,
  tagName,
  attributes,
  childNodes,
});

const attributesOf = (node: object) => Reflect.get(node, 'attributes') as Record<string, unknown>;

describe('addresses that may be loaded', () => {
  it('are made whole, of the recorded page, and their sites are told of', () => {
    const { nodes, sites } = loaded(
      el('img', { src: 'x.png', srcset: '/1.png 1x, //cdn.test/2.png 2x' }),
      el('video', { src: '../film.mp4', poster: 'https://cdn.test/p.jpg' }),
      el('link', { rel: 'stylesheet', href: '/s.css' }),
      el('p', { style: 'background: url(bg.png)' }),
    );
    const [img, video, link, p] = nodes.map(attributesOf);
    expect(img).to.deep.equal({
      src: 'https://shop.test/a/x.png',
      srcset: 'https://shop.test/1.png 1x, https://cdn.test/2.png 2x',
    });
    expect(video).to.deep.equal({ src: 'https://shop.test/film.mp4', poster: 'https://cdn.test/p.jpg' });
    expect(link).to.deep.equal({ rel: 'stylesheet', href: 'https://shop.test/s.css' });
    expect(p).to.deep.equal({ style: 'background: url("https://shop.test/a/bg.png")' });
    expect(sites).to.have.members(['https://shop.test', 'https://cdn.test']);
  });

  it('are relative to what the page says, and sheets to themselves', () => {
    const { nodes } = loaded(
      el('base', { href: '/deep/er/' }),
      el('img', { src: 'x.png' }),
      el('style', { _cssText: '@font-face{font-family:f;src:url(f.woff2) format("woff2"),url(f.woff)}' }),
    );
    expect(attributesOf(nodes[1]!)['src']).to.equal('https://shop.test/deep/er/x.png');
    expect(attributesOf(nodes[2]!)['_cssText']).to.equal(
      '@font-face{font-family:f;src:url("https://shop.test/deep/er/f.woff2") format("woff2"),url("https://shop.test/deep/er/f.woff")}',
    );
  });

  it('are not those of the page around the player, by whatever port or protocol', () => {
    const { nodes, sites } = loaded(
      el('img', { src: 'https://dash.test/logout' }),
      el('img', { src: 'http://DASH.test:81/logout' }),
      el('img', { src: 'https://user@dash.test/logout', srcset: '//dash.test/x 2x' }),
      el('video', { src: '//dash.test/logout' }),
      el('p', { style: 'background: url("https://dash.test/logout")' }),
    );
    const { nodes: links } = loaded(el('link', { rel: 'stylesheet', href: 'https://dash.test/logout' }));
    expect(attributesOf(links[0]!)['rel']).to.equal('');
    expect(JSON.stringify(nodes).toLowerCase()).not.to.contain('dash.test');
    expect(sites).to.deep.equal([]);
  });

  it('are none that a policy would read as something else', () => {
    const { sites } = loaded(
      ...[
        'http://*/x',
        'http://*.test/',
        'http://[::1]/',
        'file:///etc/passwd',
        'blob:https://a.test/1',
        'ws://a.test',
      ].map((src) => el('img', { src })),
    );
    expect(sites).to.deep.equal([]);
  });

  it('are not those of frames, nor hints to connect ahead of time', () => {
    const { nodes } = loaded(
      el('iframe', { src: 'https://a.test/', rr_src: 'https://a.test/' }),
      el('embed', { src: 'https://a.test/' }),
      el('link', { rel: 'preconnect', href: 'https://a.test/' }),
    );
    expect(attributesOf(nodes[0]!)).not.to.have.property('src');
    expect(attributesOf(nodes[1]!)).not.to.have.property('src');
    expect(attributesOf(nodes[2]!)['rel']).to.equal('');
  });

  it('come with fonts that scripts have made, and with the fonts of sheets that are known to bring some', () => {
    const { event, sites } = load({
      type: 3,
      timestamp: 0,
      data: { source: 10, family: 'f', fontSource: 'url(/f.woff2) format("woff2")', buffer: false },
    });
    expect(event!.data).to.include({ fontSource: 'url("https://shop.test/f.woff2") format("woff2")' });
    expect(sites).to.deep.equal(['https://shop.test']);
    expect(
      loaded(el('link', { rel: 'stylesheet', href: 'https://fonts.googleapis.com/css2?family=X' })).sites,
    ).to.deep.equal(['https://fonts.googleapis.com', 'https://fonts.gstatic.com']);
  });

  it('are counted by what is needed last', () => {
    const sites = new LoadedSites();
    for (const address of ['https://a.test/', 'https://b.test/', 'https://c.test/'])
      sites.allow(address, HOST);
    expect(sites.takeNeeded()).to.equal(3);
    expect(sites.takeNeeded()).to.equal(0);
    sites.allow('https://b.test/2', HOST);
    expect(sites.takeNeeded()).to.equal(2);
  });
});
