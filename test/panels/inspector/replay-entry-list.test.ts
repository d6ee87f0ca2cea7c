import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { ReplayEntry } from '../../../src/core/entries/entry.ts';
import type { InspectorState } from '../../../src/panels/inspector/inspector-state.ts';
import type { ReplayEntryListElement } from '../../../src/panels/inspector/replay-entry-list.ts';
import { find, listen, show } from '../../controls/harness.ts';
import { eventually } from '../../player-harness.ts';
import { rowsOf, wordsOn } from './inspector-harness.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const MANY = 100_000;

const entryAt = (index: number): ReplayEntry => ({
  id: `custom-${index}`,
  kind: 'custom',
  time: index,
  windowId: 'first',
  title: `number ${index} ${HOSTILE}`,
  detail: { tag: 'x', payload: null },
});

const STATE: InspectorState = {
  view: 'all',
  filter: { kinds: [], windowId: '', search: '' },
  counts: { custom: MANY },
  total: MANY,
  progress: null,
  failure: '',
  entryAt,
  current: -1,
  selected: -1,
  follows: false,
  hasErrorBefore: false,
  hasErrorAfter: false,
  person: 'hidden',
  taken: 'nothing',
};

const showList = (change: Partial<InspectorState> = {}) =>
  show<ReplayEntryListElement>(
    html`<replay-entry-list
      style="height: 300px"
      .inspector=${{ ...STATE, ...change }}
      .duration=${MANY}
    ></replay-entry-list>`,
  );

const says = (list: ReplayEntryListElement, words: string) =>
  eventually(() => rowsOf(list).some((row) => wordsOn(row).includes(words)), words);

describe('replay-entry-list', () => {
  it('makes no more rows than are in sight, wherever it is scrolled to', async () => {
    const list = await showList();
    await says(list, 'number 0 ');
    for (const [share, words] of [
      [0.5, 'number 50000 '],
      [1, `number ${MANY - 1} `],
      [0, 'number 0 '],
    ] as const) {
      const scroller = find(list, '.scroller');
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
      await says(list, words);
      expect(rowsOf(list).length).to.be.below(60);
    }
  });

  it('keeps a text of a recording text', async () => {
    const list = await showList();
    await says(list, HOSTILE);
    expect(list.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('asks for what it lacks, once', async () => {
    const list = await showList({ entryAt: () => undefined });
    const asked = listen(list, 'replay-entry-range-request');
    const scroller = find(list, '.scroller');
    scroller.scrollTop = 3000;
    await eventually(() => asked.length > 0);
    await eventually(() => asked.at(-1)!.start > 80);
    expect(asked.at(-1)!.start).to.be.below(100);
    expect(asked.at(-1)!.end).to.be.above(108);
  });

  it('is gone through by keys, which say what is chosen', async () => {
    const list = await showList({ selected: 7 });
    await says(list, 'number 7 ');
    const asked = listen(list, 'replay-entry-request');
    const grid = find(list, '[role="grid"]');
    for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'Enter'])
      grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(asked.map(({ index }) => index)).to.deep.equal([8, 6, 17, 0, MANY - 1, 7]);
    expect(grid.getAttribute('aria-activedescendant')).to.equal('row-7');
  });

  it('brings what is at the playhead into sight while it follows', async () => {
    const list = await showList({ follows: true, current: 5000 });
    await says(list, 'number 5000 ');
    list.inspector = { ...STATE, follows: true, current: 70_000 };
    await says(list, 'number 70000 ');
    list.inspector = { ...STATE, follows: false, current: 10 };
    await list.updateComplete;
    expect(rowsOf(list).some((row) => wordsOn(row).includes('number 10 '))).to.equal(false);
  });
});
