import { expect } from 'chai';
import { MobileTransformer } from '../../../src/core/mobile/mobile-transformer.ts';

const IMAGE = 'data:image/png;base64,iVBORw0KGgo=';

/** A mutation as it is when another player has converted it already. */
function converted(attributes: Record<string, unknown>) {
  const node = { type: 2, id: 77, tagName: 'img', attributes, childNodes: [] };
  const adds = [{ parentId: 5, nextId: null, node }];
  return { type: 3, timestamp: 1, data: { source: 0, adds, removes: [], texts: [], attributes: [] } };
}

describe('a screenshot without a page around it', () => {
  const SCREEN = { 'data-rrweb-id': 77, 'src': IMAGE, 'width': 390, 'height': 844 };

  it('that was converted before gets a page', () => {
    const mobile = new MobileTransformer();
    const event = mobile.transform(converted(SCREEN));
    expect(event['type']).to.equal(2);
    expect(JSON.stringify(event['data'])).to.contain(IMAGE).and.to.contain('"id":77');
    expect(mobile.isMobile).to.be.true;
  });

  it('gets only one: what comes later changes it', () => {
    const mobile = new MobileTransformer();
    mobile.transform(converted(SCREEN));
    expect(mobile.transform(converted(SCREEN))['type']).to.equal(3);
  });

  it('is told from pictures of web pages', () => {
    const mobile = new MobileTransformer();
    const event = converted({ src: IMAGE, width: 390, height: 844 });
    expect(mobile.transform(event)).to.equal(event);
    expect(mobile.isMobile).to.be.false;
  });
});
