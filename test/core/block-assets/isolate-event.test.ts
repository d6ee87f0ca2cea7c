import { expect } from 'chai';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { isolateEvent } from '../../../src/core/block-assets/isolate-event.ts';

const link = (attributes: Record<string, string>) => ({
  type: 2,
  id: 5,
  tagName: 'LINK',
  attributes,
  childNodes: [],
});

/** The link as it is after a full snapshot, deep in the page, and after a mutation that adds it. */
function isolated(attributes: Record<string, string>): Record<string, string>[] {
  const snapshot = link({ ...attributes });
  const added = link({ ...attributes });
  const deep = { type: 2, id: 4, tagName: 'div', attributes: {}, childNodes: [snapshot] };
  const events = [
    {
      type: 2,
      timestamp: 1,
      data: { node: { type: 0, id: 1, childNodes: [deep] }, initialOffset: { top: 0, left: 0 } },
    },
    {
      type: 3,
      timestamp: 2,
      data: {
        source: 0,
        texts: [],
        attributes: [],
        removes: [],
        adds: [{ parentId: 4, nextId: null, node: added }],
      },
    },
  ];
  for (const event of events) isolateEvent(event);
  return [snapshot.attributes, added.attributes];
}

describe('isolateEvent', () => {
  const rels: readonly [rel: string, kept: string][] = [
    ['preconnect', ''],
    ['dns-prefetch', ''],
    ['DNS-Prefetch preconnect', ''],
    ['prefetch', ''],
    ['modulepreload', ''],
    ['stylesheet', ''],
    ['shortcut icon', ''],
    ['apple-touch-icon', ''],
    ['canonical', 'canonical'],
  ];
  for (const [rel, kept] of rels) {
    it(`${kept ? 'keeps' : 'disarms'} a link that is ${rel}`, () => {
      const expected = { rel: kept, href: 'https://x.test/' };
      expect(isolated({ rel, href: 'https://x.test/' })).to.deep.equal([expected, expected]);
    });
  }

  it('keeps a style sheet whose text was recorded', () => {
    const attributes = { rel: 'stylesheet', _cssText: 'p {}' };
    expect(isolated(attributes)).to.deep.equal([attributes, attributes]);
  });

  it('disarms a link however its attribute is written', () => {
    expect(isolated({ REL: 'preconnect' })).to.deep.equal([{ REL: '' }, { REL: '' }]);
  });

  const changes: readonly [title: string, attributes: object, kept: object][] = [
    ['a link', { rel: 'preconnect' }, { rel: '' }],
    ['a link, however it is written', { Rel: 'preconnect' }, { Rel: '' }],
  ];
  for (const [title, attributes, kept] of changes) {
    it(`disarms ${title} by its attributes too`, () => {
      const change = { id: 5, attributes: { ...attributes } as Record<string, string> };
      const data = { source: 0, texts: [], attributes: [change], removes: [], adds: [] };
      isolateEvent({ type: 3, timestamp: 1, data });
      expect(change.attributes).to.deep.equal(kept);
    });
  }

  const fonts: readonly [title: string, data: object, isKept: boolean][] = [
    ['of an address', { fontSource: 'url(https://x.test/f.woff)', buffer: false }, false],
    [
      'of an address behind data',
      { fontSource: 'url(data:font/woff;base64,AA), url(https://x.test/f.woff)', buffer: false },
      false,
    ],
    ['of an address in other letters', { fontSource: 'u\\72l(https://x.test/f.woff)', buffer: false }, false],
    [
      'of an address behind a local one',
      { fontSource: 'local(A), \\75rl(https://x.test/f.woff)', buffer: false },
      false,
    ],
    ['of the computer', { fontSource: 'local("A")', buffer: false }, true],
    ['that is none', { fontSource: { toString: 1, valueOf: 1 }, buffer: false }, false],
    ['in the recording', { fontSource: '[1,2,3]', buffer: true }, true],
    ['in a data URL', { fontSource: "url('data:font/woff;base64,AA')", buffer: false }, true],
  ];
  for (const [title, data, isKept] of fonts) {
    it(`${isKept ? 'keeps' : 'leaves out'} a font ${title}`, () => {
      const event = {
        type: 3,
        timestamp: 1,
        data: { source: 10, family: 'F', ...data },
      } as unknown as ReplayEvent;
      expect(isolateEvent(event)).to.equal(isKept ? event : null);
    });
  }
});
