import { expect } from 'chai';
import { findUnmatched } from '../../../src/core/hidden/find-unmatched.ts';
import { RuleError } from '../../../src/core/rule-error.ts';
import { RecordingStore } from '../../../src/core/store/recording-store.ts';
import { TimeSlicer } from '../../../src/core/time-slicer.ts';
import { element, idOf, type Json, mutation, page, redacted, sessionOf, text } from '../redact/session.ts';

const late = element('p');
const box = element('section', { class: 'a' }, element('p', { class: 'b' }, text('x')), late);
const EVENTS = [
  ...page([box]),
  mutation(3, { attributes: [{ id: idOf(late), attributes: { id: 'late' } }] }),
  ...page([element('ul', {}, element('li'))], 6),
];

function storeOf(events: readonly Json[]): RecordingStore {
  const store = new RecordingStore();
  for (const event of events) {
    const bytes = new TextEncoder().encode(JSON.stringify(event));
    store.intake.add({ bytes, windowId: null, recording: null }, 0);
  }
  store.outline();
  return store;
}

function unmatched(
  cover: readonly string[],
  signal = new AbortController().signal,
): Promise<readonly string[]> {
  const job = { slicer: new TimeSlicer(() => 0), signal, progress: () => undefined };
  return findUnmatched(storeOf(EVENTS), cover, job);
}

describe('selectors that match nothing in a recording', () => {
  it('are found, each of a list by itself', async () => {
    expect(await unmatched(['.a, .adress', '.a .b, ul > li, #late, dl', 'section:has(#late)'])).to.deep.equal(
      ['.adress', 'dl'],
    );
  });

  it('are none when each matches somewhere, be it in what another one hides', async () => {
    expect(await unmatched(['section, .b', 'li:only-child', '.a', 'body'])).to.deep.equal([]);
  });

  it('are not looked for once nobody wants to know', async () => {
    const run = new AbortController();
    run.abort();
    expect(await unmatched(['.none'], run.signal).catch((error: unknown) => error)).to.equal(
      run.signal.reason,
    );
    expect(await unmatched(['..a']).catch((error: unknown) => error)).to.be.instanceOf(RuleError);
  });

  it('are counted as 0 in the summary of a copy, those within others are not', async () => {
    const { summary } = await redacted(sessionOf(EVENTS), { selectors: ['.a', '.b', '.adress'] });
    expect(summary.rules.map(({ elements }) => elements)).to.deep.equal([1, 1, 0]);
  });
});
