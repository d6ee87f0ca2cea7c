import { expect } from 'chai';
import { HiddenPage } from '../../../src/core/hidden/hidden-page.ts';
import { HiddenLog } from '../../../src/core/hidden/hidden-things.ts';
import type { MaskingRules, ReplayEvent } from '../../../src/core/recording.ts';

describe('HiddenPage', () => {
  it('looks once at an element that gets many texts', () => {
    let looks = 0;
    const rules = {
      get maskTextClass() {
        looks++;
        return 'ph-mask';
      },
    };
    const page = new HiddenPage('w', new HiddenLog(0, 1000, () => false));
    const paragraph = { type: 2, id: 2, tagName: 'p', attributes: {}, childNodes: [] };
    const adds = Array.from({ length: 500 }, (_, i) => ({
      parentId: 2,
      nextId: null,
      node: { type: 3, id: 10 + i, textContent: 'x' },
    }));
    const events: object[] = [
      { type: 2, timestamp: 0, data: { node: { type: 0, id: 1, childNodes: [paragraph] } } },
      { type: 3, timestamp: 1, data: { source: 0, adds, removes: [], texts: [], attributes: [] } },
    ];
    for (const event of events) page.add(event as ReplayEvent, rules as MaskingRules, '');
    expect(looks).to.be.within(1, 10);
  });
});
