import { expect } from 'chai';
import { type EntryKind, openRecording } from '../../../src/core/index.ts';
import { bytesOf } from '../recordings.ts';
import {
  add,
  change,
  click,
  custom,
  element,
  entriesOf,
  HREF,
  input,
  listOf,
  mutation,
  page,
  START,
  text,
  titlesOf,
  until,
} from './built.ts';

const titles = async (events: readonly object[], ...kinds: EntryKind[]) =>
  titlesOf(await entriesOf(events, { kinds }));

describe('selected texts among entries', () => {
  const select = (at: number, ...ranges: object[]) => change(at, { source: 14, ranges });
  const range = (start: number, startOffset: number, end: number, endOffset: number) => ({
    start,
    startOffset,
    end,
    endOffset,
  });
  const body = [
    element(10, 'p', {}, text(11, 'The card ends with ')),
    element(20, 'p', {}, text(21, '4242'), element(22, 'b', {}, text(23, '**** ****'))),
    element(30, 'p', {}, text(31, 'Thank you.')),
  ];

  it('are what is selected in the end', async () => {
    const events = [
      ...page(0, body),
      select(1000, range(11, 4, 11, 5)),
      select(1100, range(11, 4, 21, 2)),
      select(1200, range(11, 4, 31, 5)),
      until(9000),
    ];
    const entries = await entriesOf(events, { kinds: ['selection'] });
    expect(titlesOf(entries)).to.deep.equal(['selected "card ends with 4242 Thank"']);
    expect(entries[0]).to.include({ time: 1, end: 1.2 });
  });

  it('are told of when they are taken away', async () => {
    const events = [
      ...page(0, body),
      select(1000, range(31, 0, 31, 5)),
      select(1500),
      select(1600, range(23, 0, 23, 4)),
      select(1700, range(999, 0, 31, 4)),
      until(5000),
    ];
    expect(await titles(events, 'selection')).to.deep.equal(['selected "Thank"']);
  });
});

describe('popovers among entries', () => {
  it('open by their buttons and close by a click elsewhere', async () => {
    const body = [
      element(10, 'button', { popovertarget: 'hint' }, text(11, 'Hint')),
      element(20, 'div', { 'id': 'hint', 'popover': 'auto', 'aria-label': 'A hint' }),
      element(30, 'p', {}, text(31, 'else')),
    ];
    const events = [...page(0, body), ...click(1000, 11), ...click(3000, 31), until(5000)];
    expect(await titles(events, 'dialog')).to.deep.equal([
      'opened popover "A hint" (div)',
      'closed popover "A hint" (div)',
    ]);
  });

  it('are in what was recorded', async () => {
    const recording = await openRecording(await bytesOf('states.jsonl'));
    expect(titlesOf(await listOf(recording, { kinds: ['dialog'] }))).to.deep.equal([
      'opened popover "Water it on Mondays" (div)',
      'closed popover "Water it on Mondays" (div)',
      'opened dialog "Really? Yes"',
      'closed dialog "Really? Yes"',
      'opened full screen "Photograph Enlarge" (div)',
      'closed full screen "Photograph Enlarge" (div)',
    ]);
  });
});

describe('hidden things among entries', () => {
  const masked = (id: number) => element(id, 'p', { id: `p${id}` }, text(id + 1, '**** ***'));

  it('are told of once on each page for each way of hiding', async () => {
    const events = [
      ...page(0, [masked(10), masked(20), element(30, 'input', { id: 'mail', type: 'email' })]),
      input(1000, 30, '****'),
      add(1500, element(40, 'div', { class: 'ph-no-capture', rr_width: '9px', rr_height: '9px' })),
      ...page(3000, [masked(50)]),
      ...page(4000, [masked(50)], `${HREF}/done`),
      until(5000),
    ];
    const entries = await entriesOf(events, { kinds: ['hidden'] });
    expect(titlesOf(entries)).to.deep.equal([
      'masked text on the page: #p10',
      'masked input on the page: #mail',
      'blocked element on the page: div.ph-no-capture',
      'masked text on the page: #p50',
    ]);
    expect(entries.map(({ time }) => time)).to.deep.equal([0, 1, 1.5, 4]);
  });

  it('are told of when a text comes into an element', async () => {
    const events = [
      ...page(0, [element(10, 'p', { id: 'a' })]),
      add(1000, text(11, '*****'), 10),
      until(2000),
    ];
    expect(await titles(events, 'hidden')).to.deep.equal(['masked text on the page: #a']);
  });
});

describe('entries of an app', () => {
  it('name what was touched by what is there on the screen', async () => {
    const recording = await openRecording(await bytesOf('app-android.json'));
    const entries = await listOf(recording, { kinds: ['page', 'click'] });
    expect(titlesOf(entries).map((title) => title.replace(/\d+, \d+$/, 'x, y'))).to.deep.equal([
      'opened ShopActivity',
      'tapped "Add to cart" (button)',
      'tapped at x, y',
      'tapped "Add to cart" (button)',
      'tapped body > div:nth-of-type(1) > input:nth-of-type(1) (text field)',
      'tapped "Order" (button)',
      'tapped "Thank you Your order is on its way" (div)',
    ]);
    expect(entries[1]).to.include({ time: 1.2, end: 1.29 });
  });

  it('say where it was touched where the screen is a picture', async () => {
    const recording = await openRecording(await bytesOf('app-ios.json'));
    for (const { title } of await listOf(recording, { kinds: ['click'] }))
      expect(title).to.match(/^tapped at \d+, \d+$/);
  });

  it('hold lines of its log', async () => {
    for (const name of ['app-android.json', 'app-ios.json'] as const) {
      const recording = await openRecording(await bytesOf(name));
      expect(await listOf(recording, { kinds: ['console'] })).not.to.be.empty;
    }
  });
});

describe('analytics events that came with a file', () => {
  it('are entries, but for what the recording tells of itself', async () => {
    const row = (at: number, event: string, properties: object = {}) => ({
      event,
      timestamp: START + at,
      properties: { $session_id: 's', $window_id: 'w', ...properties },
    });
    const recording = await openRecording([
      row(0, '$snapshot', { $snapshot_data: [...page(0), until(5000)] }),
      row(1000, '$pageview'),
      row(2000, 'order placed'),
      row(3000, '$exception'),
    ]);
    expect(recording.info.markers).to.have.length(3);
    const entries = await listOf(recording, { kinds: ['custom', 'error'] });
    expect(titlesOf(entries)).to.deep.equal(['event: order placed', 'error: no message']);
    expect(entries[0]!.time).to.equal(2);
  });
});

describe('names in entries', () => {
  it('are those of the moment', async () => {
    const events = [
      ...page(0, [element(10, 'button', { class: 'x' }, text(11, 'Ann'))]),
      mutation(500, { texts: [{ id: 11, value: 'Bob' }] }),
      ...click(1000, 11),
      custom(1500, 'done'),
      until(3000),
    ];
    expect(await titles(events, 'click')).to.deep.equal(['clicked "Bob" (button)']);
  });
});
