import { expect } from 'chai';
import { blockAssets } from '../../../src/core/block-assets/block-assets.ts';
import { OwnAddresses } from '../../../src/core/block-assets/own-addresses.ts';
import type { TakeAddress } from '../../../src/core/block-assets/block-css.ts';
import { BlockedLog } from '../../../src/core/block-assets/blocked-log.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';

type Attributes = Record<string, unknown>;
interface Node {
  type: number;
  id: number;
  tagName: string;
  attributes: Attributes;
  childNodes: unknown[];
}

const element = (tagName: string, attributes: Attributes = {}, childNodes: unknown[] = []): Node => ({
  type: 2,
  id: 5,
  tagName,
  attributes,
  childNodes,
});

function block(event: object, own = OwnAddresses.NONE): string[] {
  const notes: string[] = [];
  const take: TakeAddress = (kind, address) => {
    if (kind) notes.push(`${kind} ${address}`);
    return null;
  };
  blockAssets(event as ReplayEvent, { own, take });
  return notes;
}

const change = (data: object) => ({ type: 3, timestamp: 1, data });

/** Blocks a node deep in a full snapshot. */
function blockNode(node: object): string[] {
  const root = { type: 0, id: 1, childNodes: [element('body', {}, [node])] };
  return block({ type: 2, timestamp: 1, data: { node: root, initialOffset: { top: 0, left: 0 } } });
}

/** Size that a placeholder states. */
function sizeIn(value: unknown): string {
  const [, width, height] = /width='(\d+)'%20height='(\d+)'/.exec(String(value)) ?? [];
  return `${width ?? ''}×${height ?? ''}`;
}

describe('blockAssets', () => {
  const sizes: readonly (readonly [attributes: Attributes, size: string])[] = [
    [{ width: '400', height: '300' }, '400×300'],
    [{ width: '300px' }, '300×200'],
    [{ height: 20 }, '30×20'],
    [{ width: '100%', height: 'auto' }, '48×32'],
    [{ width: '0' }, '48×32'],
  ];
  for (const [attributes, size] of sizes) {
    it(`makes a placeholder of ${size} for an image of ${JSON.stringify(attributes)}`, () => {
      const image = element('IMG', { ...attributes, src: 'https://a.test/x.png', alt: 'A cat' });
      expect(blockNode(image)).to.deep.equal(['image https://a.test/x.png']);
      expect(sizeIn(image.attributes['src'])).to.equal(size);
      expect(image.attributes).to.include({ ...attributes, alt: 'A cat' });
    });
  }

  it('keeps the say that a srcset has in the width, and counts its image once', () => {
    const image = element('img', {
      src: 'https://a.test/s.png',
      srcset: 'https://a.test/s.png 300w, https://a.test/l.png 900w',
      sizes: '50vw',
    });
    const dense = element('img', { srcset: 'https://a.test/1.png, https://a.test/2.png 2x' });
    const source = element('source', { srcset: 'https://a.test/w.webp 300w', media: '(width>1px)' });
    expect(blockNode(element('picture', {}, [source, image, dense]))).to.have.members([
      'image https://a.test/s.png',
      'image https://a.test/1.png',
    ]);
    expect(image.attributes['srcset']).to.match(/^data:\S+ 480w$/);
    expect(image.attributes['sizes']).to.equal('50vw');
    expect(dense.attributes).not.to.have.property('srcset');
    expect(sizeIn(dense.attributes['src'])).to.equal('48×32');
    expect(source.attributes['srcset']).to.match(/^data:\S+ 480w$/);
    expect(source.attributes['media']).to.equal('(width>1px)');
  });

  it('leaves what the recording holds', () => {
    const nodes = () => [
      element('img', { src: 'data:image/png;base64,AA' }),
      element('img', { srcset: 'data:image/png;base64,AA 2x' }),
      element('a', { href: 'https://a.test/' }),
      element('use', { href: '#icon' }),
      element('link', { rel: 'stylesheet', href: 'https://a.test/x.css', _cssText: 'a{}' }),
      { type: 3, id: 9, textContent: 'url(https://a.test/not-css)' },
    ];
    const kept = nodes();
    expect(blockNode(element('p', {}, kept))).to.deep.equal([]);
    expect(kept).to.deep.equal(nodes());
  });

  it('shows the pixels that were recorded of an image without asking for its file', () => {
    const image = element('img', { src: 'https://a.test/x.png', rr_dataURL: 'data:image/png;base64,AA' });
    expect(blockNode(image)).to.deep.equal([]);
    expect(image.attributes).to.deep.equal({ rr_dataURL: 'data:image/png;base64,AA' });
  });

  it('gives videos a picture, from their own address or those of their sources', () => {
    const own = element('video', { src: 'https://a.test/v.mp4', width: 640, height: 360 });
    const source = element('source', { src: 'https://a.test/w.mp4' });
    const outer = element('video', {}, [source]);
    const poster = element('video', { poster: 'https://a.test/p.png' });
    const local = element('video', { src: 'data:video/mp4;base64,AA' });
    expect(blockNode(element('p', {}, [own, outer, poster, local]))).to.have.members([
      'media https://a.test/v.mp4',
      'media https://a.test/w.mp4',
      'image https://a.test/p.png',
    ]);
    expect(own.attributes).not.to.have.property('src');
    expect(source.attributes).to.deep.equal({});
    const posters = [own, outer, poster].map(({ attributes }) => sizeIn(attributes['poster']));
    expect(posters).to.deep.equal(['640×360', '320×180', '320×180']);
    expect(local.attributes).to.deep.equal({ src: 'data:video/mp4;base64,AA' });
  });

  it('takes the rest away where there is nothing to stand for it', () => {
    const notes = blockNode(
      element('p', {}, [
        element('audio', { src: 'https://a.test/a.mp3' }),
        element('track', { src: 'https://a.test/t.vtt' }),
        element('iframe', { src: 'https://f.test/1' }),
        element('iframe', { rr_src: 'https://f.test/2' }),
        element('object', { data: 'https://f.test/3' }),
        element('embed', { src: 'https://f.test/4' }),
        element('use', { 'xlink:href': 'https://a.test/i.svg#x' }),
        element('feImage', { href: 'https://a.test/fe.png' }),
        element('td', { background: 'https://a.test/td.png' }),
        element('input', { type: 'image', src: 'https://a.test/in.png' }),
        element('image', { 'href': 'https://a.test/svg.png', 'xlink:href': 'https://a.test/svg.png' }),
        element('link', { rel: 'stylesheet', href: 'https://a.test/x.css' }),
        element('style', { _cssText: '@import "https://a.test/y.css";' }),
        element('style', {}, [{ type: 3, id: 9, textContent: 'a{background:url(https://a.test/b.png)}' }]),
        element('i', { style: 'background:url(https://a.test/c.png)' }),
      ]),
    );
    const counts = new BlockedLog();
    for (const note of notes) {
      const [kind, address] = note.split(' ') as ['image', string];
      counts.note(kind, address);
    }
    expect(counts.list()).to.have.deep.members([
      { kind: 'media', origin: 'https://a.test', count: 2 },
      { kind: 'frame', origin: 'https://f.test', count: 4 },
      { kind: 'image', origin: 'https://a.test', count: 7 },
      { kind: 'stylesheet', origin: 'https://a.test', count: 2 },
    ]);
  });

  it('reaches what mutations add and change', () => {
    const added = element('img', { src: 'https://a.test/1.png' });
    const attributes = [
      { id: 5, attributes: { src: 'https://a.test/2.png', alt: 'b' } as Attributes },
      { id: 6, attributes: { src: 'https://a.test/v.mp4?x' } as Attributes },
      { id: 7, attributes: { style: { 'background-image': 'url(https://a.test/3.png)', 'color': false } } },
      { id: 8, attributes: { style: { background: ['url(https://a.test/4.png)', 'important'] } } },
      { id: 9, attributes: { style: 'background:url(https://a.test/5.png)', href: 'https://a.test/' } },
      { id: 10, attributes: { _cssText: 'a{background:url(https://a.test/6.png)}' } },
    ];
    const rule = { type: 3, id: 9, textContent: 'a{background:url(https://a.test/7.png)}', isStyle: true };
    const adds = [added, rule].map((node) => ({ parentId: 4, nextId: null, node }));
    const notes = block(change({ source: 0, texts: [], removes: [], adds, attributes }));
    expect(notes).to.have.members([
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `image https://a.test/${n}.png`),
      'media https://a.test/v.mp4?x',
    ]);
    expect(JSON.stringify([adds, attributes])).not.to.match(/\d\.(png|mp4)/);
    expect(attributes[4]!.attributes).to.include({ href: 'https://a.test/' });
    expect(attributes[3]!.attributes).to.deep.equal({
      style: { background: ['url("data:,")', 'important'] },
    });
  });

  it('reaches rules, declarations and adopted sheets, and counts fonts that scripts made', () => {
    const css = (name: number) => `a{background:url(https://a.test/${name}.png)}`;
    const events = [
      change({ source: 8, id: 5, adds: [{ rule: css(1), index: 0 }] }),
      change({ source: 8, id: 5, replaceSync: css(2) }),
      change({
        source: 13,
        id: 5,
        index: [0],
        set: { property: 'background', value: 'url(https://a.test/3.png)' },
      }),
      change({
        source: 15,
        id: 5,
        styleIds: [1],
        styles: [{ styleId: 1, rules: [{ rule: css(4), index: 0 }] }],
      }),
    ];
    expect(events.flatMap((event) => block(event))).to.deep.equal(
      [1, 2, 3, 4].map((n) => `image https://a.test/${n}.png`),
    );
    expect(JSON.stringify(events)).not.to.contain('a.test');
    const font = { source: 10, family: 'F', fontSource: 'url("https://a.test/f.woff2")', buffer: false };
    expect(block(change(font))).to.deep.equal(['font https://a.test/f.woff2']);
    expect(block(change({ ...font, fontSource: { toString: 1, valueOf: 1 } }))).to.deep.equal([]);
  });

  describe('elements of the page that are called by its address', () => {
    const PAGE = new OwnAddresses(['https://s.test/a/list?x=1', 'https://s.test/route#/b/c']);
    const list = 'https://s.test/a/list?x=1';
    const cases: readonly (readonly [what: string, tag: string, before: Attributes, after: Attributes])[] = [
      ['a symbol', 'use', { 'xlink:href': `${list}#i` }, { 'xlink:href': '#i' }],
      ['a symbol of a route', 'use', { href: 'https://s.test/route#i' }, { href: '#i' }],
      ['a gradient', 'lineargradient', { href: `${list}#g` }, { href: '#g' }],
      ['a path for a text, in a frame', 'textPath', { href: 'https://s.test/f/x.html#p' }, { href: '#p' }],
      ['an image of a filter', 'feImage', { href: `${list}#e` }, { href: '#e' }],
      [
        'colours and shapes',
        'rect',
        { 'fill': `url(${list}#g) red`, 'marker-end': `url("https://s.test/a/#m")`, 'stroke': 'red' },
        { 'fill': 'url(#g) red', 'marker-end': 'url("#m")', 'stroke': 'red' },
      ],
      [
        'styles, in an old hash route',
        'i',
        { style: 'mask:url(https://s.test/route#/b/#m)' },
        { style: 'mask:url(#m)' },
      ],
      [
        'a sheet from another site',
        'link',
        { href: 'https://cdn.test/css/a.css', _cssText: 'a{filter:url(https://cdn.test/css/#f)}' },
        { href: 'https://cdn.test/css/a.css', _cssText: 'a{filter:url(#f)}' },
      ],
      ['a link, which loads nothing', 'a', { href: `${list}#i` }, { href: `${list}#i` }],
    ];
    for (const [what, tag, before, after] of cases) {
      it(`are ${what}`, () => {
        for (const take of [null, () => expect.fail('Nothing is to be blocked')]) {
          const event = change({
            source: 0,
            adds: [{ parentId: 4, nextId: null, node: element(tag, before) }],
          });
          const copy = structuredClone(event);
          blockAssets(copy, { own: PAGE, take });
          expect(copy.data).to.have.nested.property('adds[0].node.attributes').that.deep.equals(after);
        }
      });
    }

    it('are found in what changes, and in what scripts style', () => {
      const attributes = [
        { id: 5, attributes: { href: `${list}#i` } },
        { id: 6, attributes: { 'clip-path': `url(${list}#c)` } },
        {
          id: 7,
          attributes: {
            style: { mask: ['url("https://s.test/a/#m")', 'important'], filter: `url(${list}#f)` },
          },
        },
        {
          id: 8,
          attributes: { _cssText: 'a{fill:url(https://cdn.test/#g)}', href: 'https://cdn.test/a.css' },
        },
      ];
      const events = [
        change({ source: 0, attributes }),
        change({ source: 8, id: 5, adds: [{ rule: `a{mask:url(${list}#m)}`, index: 0 }] }),
        change({ source: 13, id: 5, index: [0], set: { property: 'mask', value: `url(${list}#m)` } }),
        change({
          source: 15,
          id: 5,
          styleIds: [1],
          styles: [{ styleId: 1, rules: [{ rule: `a{mask:url(${list}#m)}`, index: 0 }] }],
        }),
      ];
      expect(events.flatMap((event) => block(event, PAGE))).to.deep.equal([]);
      expect(JSON.stringify(events).replace('https://cdn.test/a.css', '')).not.to.contain('test');
    });

    it('are those of a frame whose document says what it is relative to', () => {
      const base = element('base', { href: 'https://f.test/index.html' });
      const icon = element('use', { href: 'https://f.test/index.html#i' });
      const document = {
        type: 0,
        id: 1,
        childNodes: [element('html', {}, [element('head', {}, [base]), icon])],
      };
      expect(
        block(change({ source: 0, adds: [{ parentId: 4, nextId: null, node: document }] }), PAGE),
      ).to.deep.equal([]);
      expect(icon.attributes).to.deep.equal({ href: '#i' });
    });

    it('are none of another document', () => {
      const icons = [
        'https://s.test/a/sprite.svg#i',
        'https://cdn.test/a/list?x=1#i',
        'https://s.test/a/list?x=2#i',
        'https://s.test/a/list?x=1#',
        'https://s.test/a/list?x=1#i j',
        'javascript:alert(1)#i',
      ];
      const gradient = element('linearGradient', { href: 'https://s.test/a/sprite.svg#g' });
      const image = element('image', { href: `${list}#i` });
      const nodes = icons.map((href) => element('use', { href }));
      expect(block(change({ source: 0, adds: nodes.map((node) => ({ node })) }), PAGE)).to.have.length(6);
      expect(nodes.map(({ attributes }) => attributes)).to.deep.equal(icons.map(() => ({})));
      block(change({ source: 0, adds: [{ node: gradient }, { node: image }] }), PAGE);
      expect(gradient.attributes).to.deep.equal({ href: 'https://s.test/a/sprite.svg#g' });
      expect(image.attributes['href']).to.match(/^data:/);
    });
  });

  it('counts an address once, by origin, and only what a server stands behind', () => {
    const log = new BlockedLog();
    for (const address of [
      'https://a.test/1',
      'https://a.test/1',
      '//a.test/2',
      'http://b.test:81/',
      'x.png',
    ])
      log.note('image', address);
    log.note('font', 'https://a.test/1');
    log.note('image', 'chrome-extension://abc/x.png');
    log.note('image', 'https://');
    expect(log.list()).to.have.deep.members([
      { kind: 'image', origin: 'https://a.test', count: 2 },
      { kind: 'image', origin: 'http://b.test:81', count: 1 },
      { kind: 'font', origin: 'https://a.test', count: 1 },
    ]);
    expect(log.total).to.equal(4);
  });
});
