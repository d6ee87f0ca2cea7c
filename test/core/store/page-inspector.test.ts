import { expect } from 'chai';
import { gzipSync, strFromU8, strToU8 } from 'fflate';
import { PageInspector } from '../../../src/core/store/page-inspector.ts';

const snapshot = (data: unknown) => ({ type: 2, timestamp: 1, data });
const packed = (text: string) => strFromU8(gzipSync(strToU8(text)), true);
const pageWith = (image: string) => ({
  node: {
    type: 0,
    id: 1,
    childNodes: [{ type: 2, tagName: 'img', attributes: { src: image }, childNodes: [] }],
  },
});

describe('PageInspector', () => {
  const addressesIn = (inspector: PageInspector, data: unknown) => [
    ...(inspector.inspect(snapshot(data))?.addresses ?? []),
  ];

  it('says of a page that comes again what it said before', () => {
    const inspector = new PageInspector();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 20; i++) {
        const image = `https://shop.test/${i % (round + 9)}.png`;
        expect(addressesIn(inspector, packed(JSON.stringify(pageWith(image))))).to.deep.equal([image]);
        expect(addressesIn(inspector, pageWith(image))).to.deep.equal([image]);
      }
    }
  });

  it('tells each time of a page that cannot be decoded', () => {
    const inspector = new PageInspector();
    for (const data of ['', packed('{"node":'), packed('{}'), {}, null]) {
      expect(inspector.inspect(snapshot(data))).to.equal(null);
      expect(inspector.inspect(snapshot(data))).to.equal(null);
    }
  });
});
