import { expect } from 'chai';
import { findMissingAssets } from '../../../src/core/block-assets/find-assets.ts';
import { OwnAddresses } from '../../../src/core/block-assets/own-addresses.ts';

const element = (tagName: unknown, attributes: object = {}, ...childNodes: unknown[]) => ({
  type: 2,
  id: 1,
  tagName,
  attributes,
  childNodes,
});
const findOn = (page: OwnAddresses, ...nodes: unknown[]) => {
  const { addresses, ...found } = findMissingAssets({ type: 0, id: 1, childNodes: nodes }, page);
  return { ...found, addresses: [...addresses] };
};
const find = (...nodes: unknown[]) => findOn(OwnAddresses.NONE, ...nodes);
const A = 'https://x.test/a.png';
const B = 'HTTP://x.test/b';

describe('findMissingAssets', () => {
  const cases: readonly [title: string, node: unknown, addresses: readonly string[]][] = [
    ['an image', element('img', { src: A }), [A]],
    ['an image in capitals', element('IMG', { src: B }), [B]],
    ['an image that was recorded', element('img', { src: A, rr_dataURL: 'data:image/png;base64,' }), []],
    ['an image in a data URL', element('img', { src: 'data:image/png;base64,' }), []],
    ['an image of the page itself', element('img', { src: '/a.png' }), []],
    ['an image without an address', element('img'), []],
    ['candidates for an image', element('img', { srcset: `${A} 1x, ${B} 2x` }), [A]],
    ['a single candidate', element('img', { srcset: `${A}, ${B}` }), [A]],
    ['an image with candidates', element('img', { src: A, srcset: `${B} 2x` }), [A]],
    ['a source of a picture', element('picture', {}, element('source', { srcset: A })), [A]],
    ['a button that is an image', element('input', { type: 'image', src: A }), [A]],
    ['a video and its poster', element('video', { src: A, poster: B }), [A, B]],
    ['a track', element('track', { src: A }), [A]],
    ['an object', element('object', { data: A }), [A]],
    ['an image in SVG', element('image', { href: A }), [A]],
    ['an image in old SVG', element('image', { 'xlink:href': A }), [A]],
    [
      'a symbol of another file',
      element('use', { href: 'https://x.test/s.svg#a' }),
      ['https://x.test/s.svg#a'],
    ],
    ['a symbol of the page', element('use', { href: '#a' }), []],
    ['a style sheet', element('link', { rel: 'Stylesheet preload', href: A }), [A]],
    ['a style sheet that was recorded', element('link', { rel: 'stylesheet', href: A, _cssText: 'p{}' }), []],
    ['an icon, which is not on the page', element('link', { rel: 'icon', href: A }), []],
    ['a link without a kind', element('link', { href: A }), []],
    ['a link to another page', element('a', { href: A }), []],
    ['a script', element('script', { src: A }), []],
    ['a frame', element('iframe', { src: A }), []],
    [
      'what a recorded sheet refers to',
      element('link', { _cssText: `a{b:url(${A})} c{d:url( '${B}' )}` }),
      [A, B],
    ],
    ['a sheet in a sheet', element('link', { _cssText: `@import "${A}";@import url(${B});` }), [A, B]],
    [
      'what a style refers to',
      element('style', {}, { type: 3, id: 2, isStyle: true, textContent: `url("${A}")` }),
      [A],
    ],
    ['what an element is styled with', element('div', { style: `background: url("${A}")` }), [A]],
    ['an image styled with another', element('img', { src: B, style: `background: url(${A})` }), [A, B]],
    ['a text that looks like a style', { type: 3, id: 2, textContent: `url(${A})` }, []],
    ['data in a style', element('link', { _cssText: 'a{b:url(data:image/png;base64,AA)}' }), []],
    ['what is named like a part of JavaScript', element('constructor', { src: A }), []],
    ['anything', element(7, { src: 5, style: {}, rel: [] }, null, 'x', [element('img', { src: A })]), []],
  ];
  for (const [title, node, addresses] of cases) {
    it(`finds ${addresses.length} in ${title}`, () => {
      expect(find(node)).to.deep.equal({ addresses, frames: 0, isMobile: false, base: null });
    });
  }

  it('counts images and films by an address that is relative to the page', () => {
    const page = new OwnAddresses(['https://x.test/a/list?x#y']);
    const film = element('video', {}, element('source', { src: 'film.mp4' }));
    expect(findOn(page, element('img', { src: '/a.png' }), film).addresses).to.deep.equal([
      A,
      'https://x.test/a/film.mp4',
    ]);
    const base = element('html', {}, element('head', {}, element('base', { href: 'https://y.test/b/' })));
    expect(findOn(page, base, film)).to.include({ base: 'https://y.test/b/' });
  });

  it('counts candidates of a set of images once', () => {
    const css = `p{background:-webkit-image-set("${A}" 1x, url(${B}) 2x)}`;
    expect(find(element('link', { _cssText: css })).addresses).to.deep.equal([A]);
  });

  it('knows elements of the page by any address that it has', () => {
    const page = new OwnAddresses(['https://x.test/a/list']);
    const own = [
      element('use', { 'xlink:href': 'https://x.test/a/list#icon' }),
      element('lineargradient', { href: 'https://x.test/a/list#g' }),
      element('rect', { fill: 'url(https://x.test/a/list#g)', style: 'mask:url("https://x.test/a/#m")' }),
      element('link', {
        href: 'https://cdn.test/css/a.css',
        _cssText: 'b{clip-path:url(https://cdn.test/css/#c)}',
      }),
    ];
    expect(findOn(page, ...own).addresses).to.deep.equal([]);
    const other = 'https://x.test/a/sprite.svg#icon';
    expect(findOn(page, element('use', { href: other })).addresses).to.deep.equal([other]);
  });

  it('counts an address once', () => {
    expect(
      find(element('img', { src: A }), element('p', {}, element('img', { src: A }))).addresses,
    ).to.deep.equal([A]);
  });

  it('counts frames of other sites', () => {
    expect(find(element('iframe', { rr_src: B }), element('iframe', { rr_src: A })).frames).to.equal(2);
  });

  it('knows the page of an app', () => {
    expect(find(element('div', { 'data-rrweb-id': 5 })).isMobile).to.be.true;
  });

  it('stops to count where nobody reads the number any more', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `url(https://x.test/${i})`);
    expect(find(element('link', { _cssText: many.join() })).addresses).to.have.length(10_000);
    const images = many.map((_, i) => element('img', { src: `https://x.test/${i}` }));
    const found = find(...images, element('iframe', { rr_src: A }));
    expect(found.addresses).to.have.length(10_000);
    expect(found.frames).to.equal(1);
  });

  it('goes as deep as a page does', () => {
    let inner: unknown = element('img', { src: A });
    for (let i = 0; i < 10_000; i++) inner = element('div', {}, inner);
    expect(find(inner).addresses).to.deep.equal([A]);
  });

  it('takes anything for a page', () => {
    for (const value of [undefined, null, 7, 'x', []]) {
      expect(findMissingAssets(value, OwnAddresses.NONE)).to.deep.equal({
        addresses: new Set(),
        frames: 0,
        isMobile: false,
        base: null,
      });
    }
  });
});
