import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { ReplayTranscriptListElement } from '../../../src/panels/transcript/replay-transcript-list.ts';
import type { ToldLine, TranscriptState } from '../../../src/panels/transcript/transcript-state.ts';
import { find, listen, show } from '../../controls/harness.ts';
import { eventually } from '../../player-harness.ts';
import { wordsOn } from './transcript-harness.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const MANY = 100_000;

const LINES: readonly ToldLine[] = Array.from({ length: MANY }, (_, index) => ({
  time: index,
  windowId: 'first',
  kind: 'custom',
  title: `number ${index} ${HOSTILE}`,
  from: 'normal',
}));

const STATE: TranscriptState = {
  view: 'words',
  detail: 'normal',
  seen: false,
  lines: LINES,
  total: MANY,
  search: '',
  matches: [],
  progress: null,
  failure: '',
  current: -1,
  selected: -1,
  follows: false,
  taken: 'nothing',
  found: { text: '', spans: [], selected: -1, progress: null, failure: '' },
};

const showList = (change: Partial<TranscriptState> = {}) =>
  show<ReplayTranscriptListElement>(
    html`<replay-transcript-list
      style="height: 300px"
      .transcript=${{ ...STATE, ...change }}
      .duration=${MANY}
    ></replay-transcript-list>`,
  );

const rowsOf = (list: Element) => [...list.shadowRoot!.querySelectorAll<HTMLElement>('.row')];

const says = (list: Element, words: string) =>
  eventually(() => rowsOf(list).some((row) => wordsOn(row).includes(words)), words);

describe('replay-transcript-list', () => {
  it('makes no more of 100,000 lines than are in sight, wherever it is scrolled to', async () => {
    const list = await showList();
    await says(list, 'number 0 ');
    for (const [share, words] of [
      [0.5, 'number 50000 '],
      [1, `number ${MANY - 1} `],
    ] as const) {
      const scroller = find(list, '.scroller');
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
      await says(list, words);
      expect(rowsOf(list).length).to.be.below(60);
    }
  });

  it('marks what is searched for, and keeps it text', async () => {
    const list = await showList({ search: 'IMG SRC' });
    await says(list, HOSTILE);
    expect(wordsOn(find(list, 'mark'))).to.equal('img src');
    expect(find(list, '.title').title).to.equal(`number 0 ${HOSTILE}`);
    expect(list.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('is gone through by keys', async () => {
    const list = await showList({ selected: 7 });
    await says(list, 'number 7 ');
    const asked = listen(list, 'replay-transcript-line-request');
    for (const key of ['ArrowDown', 'End', 'Enter'])
      find(list, '[role="grid"]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(asked.map(({ index }) => index)).to.deep.equal([8, MANY - 1, 7]);
  });

  it('asks to let go of playback only while it follows', async () => {
    const list = await showList({ follows: true, current: 70_000 });
    await says(list, 'number 70000 ');
    const asked = listen(list, 'replay-transcript-choice-request');
    find(list, '.scroller').dispatchEvent(new WheelEvent('wheel'));
    expect(asked.map(({ choice }) => choice)).to.deep.equal([{ follows: false }]);
    list.transcript = STATE;
    await list.updateComplete;
    find(list, '.scroller').dispatchEvent(new WheelEvent('wheel'));
    expect(asked.length).to.equal(1);
  });
});
