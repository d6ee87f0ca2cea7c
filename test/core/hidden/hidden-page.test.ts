import { expect } from 'chai';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { HiddenLog } from '../../../src/core/hidden/hidden-things.ts';
import { HiddenPage } from '../../../src/core/hidden/hidden-page.ts';

const TEXTS = 500;

describe('HiddenPage', () => {
  it('looks once at an element with many texts, however many come', () => {
    let reads = 0;
    const page = new HiddenPage('w', new HiddenLog(0, 1000, () => false));
    const root = {
      type: 0,
      id: 1,
      childNodes: [{ type: 2, id: 2, tagName: 'p', attributes: {}, childNodes: [] }],
    };
    const adds = Array.from({ length: TEXTS }, (_, i) => ({
      parentId: 2,
      nextId: null,
      node: {
        type: 3,
        id: 10 + i,
        get textContent() {
          reads++;
          return 'x';
        },
      },
    }));
    const changes = { source: 0, adds, removes: [], texts: [], attributes: [] };
    const events = [
      { type: 2, timestamp: 0, data: { node: root, initialOffset: { top: 0, left: 0 } } },
      { type: 3, timestamp: 1, data: changes },
    ];
    for (const event of events) page.add(event as ReplayEvent, null, '');
    expect(reads).to.be.within(TEXTS, 10 * TEXTS);
  });
});
