import { expect } from 'chai';
import { openRecording, type EntryKind, type EntryQuery } from '../../../src/core/index.ts';
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
  plugin,
  pointer,
  START,
  text,
  titlesOf,
  until,
} from './built.ts';

const button = (id: number, label: string) => element(id, 'button', {}, text(id + 1, label));
const field = (id: number, attributes: object = {}) =>
  element(id, 'input', { 'aria-label': 'Email', ...attributes });

/** Titles of the entries of some kinds. */
const titles = async (events: readonly object[], ...kinds: EntryKind[]) =>
  titlesOf(await entriesOf(events, kinds.length > 0 ? { kinds } : {}));

describe('entries of a recording', () => {
  it('tell what happened in words', async () => {
    const recording = await openRecording(await bytesOf('checkout.jsonl'));
    const entries = await listOf(recording, { kinds: ['page', 'click', 'input', 'scroll', 'dialog'] });
    expect(titlesOf(entries)).to.deep.equal([
      'opened shop.example:38941/ "Fernhouse – Plants"',
      'scrolled 600 px',
      'clicked "Search" (search field)',
      'typed into "Search" (masked)',
      'clicked "Look closer" (link)',
      'opened /product.html?p=1 "Fernhouse – Product"',
      'clicked "Load reviews" (button)',
      'clicked "Add to cart" (button)',
      'opened dialog "Added to your cart Keep looking Check out"',
      'clicked "Check out" (link)',
      'opened /checkout.html "Fernhouse – Checkout"',
      'clicked "Name" (text field)',
      'typed into "Name" (masked)',
      'clicked "E-mail" (text field)',
      'typed into "E-mail" (masked)',
      'clicked "Card number" (text field)',
      'typed into "Card number" (masked)',
      'clicked "Password" (text field)',
      'typed into "Password" (masked)',
      'chose a value in "Country" (masked)',
      'clicked "Remarks" (text field)',
      'scrolled 410 px',
      'typed into "Remarks" (masked)',
      'clicked "Pay" (button)',
    ]);
  });

  it('are plain data, by time, with ids that last', async () => {
    const bytes = await bytesOf('checkout.jsonl');
    const [first, second] = await Promise.all([0, 1].map(async () => listOf(await openRecording(bytes))));
    expect(structuredClone(first)).to.deep.equal(first);
    expect(second).to.deep.equal(first);
    const times = first!.map(({ time }) => time);
    expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
    const ids = first!.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(first!.find(({ kind }) => kind === 'click')).to.deep.include({
      id: 'click-2603',
      time: 2.603,
      target: { name: 'Search', role: 'searchbox', selector: '#q', nodeId: 52 },
      detail: { button: 'left', x: 1153, y: 25 },
    });
  });

  it('find the payment that failed', async () => {
    const recording = await openRecording(await bytesOf('checkout.jsonl'));
    const requests = await listOf(recording, { kinds: ['request'] });
    const failed = requests.filter(({ level }) => level === 'error');
    expect(titlesOf(failed)).to.deep.equal(['GET /api/reviews 404', 'POST /api/pay 500']);
    expect(failed[1]!.detail).to.deep.include({ method: 'POST', status: 500, type: 'fetch', failed: true });
    const signals = await listOf(recording, { kinds: ['signal'], search: 'pay' });
    expect(titlesOf(signals)).to.deep.equal(['failed request after a click: "Pay" (button)']);
    const lines = await listOf(recording, { kinds: ['console'] });
    expect(lines.map(({ title, level }) => [title, level])).to.deep.equal([
      ['console log: search {"length":4}', 'info'],
      ['console error: reviews failed 404', 'error'],
      ['console info: added to cart', 'info'],
      ['console warn: paying takes long', 'warning'],
    ]);
  });

  it('tell which window is in use', async () => {
    const recording = await openRecording(await bytesOf('two-tabs.jsonl'));
    const entries = await listOf(recording, { kinds: ['window', 'page'] });
    expect(titlesOf(entries)).to.deep.equal([
      'opened shop.example:41563/ "Fernhouse – Plants"',
      'switched to Window 2',
      'opened /product.html "Fernhouse – Product"',
      'switched to Window 1',
      'switched to Window 2',
      'switched to Window 1',
    ]);
    const [one, two] = recording.info.windows;
    expect(entries[1]).to.deep.include({ windowId: two!.id, detail: { from: one!.id } });
  });

  it('tell of idle time', async () => {
    const recording = await openRecording(await bytesOf('idle-gap.jsonl'));
    const [idle] = await listOf(recording, { kinds: ['idle'] });
    expect(idle).to.include({ title: 'idle for 8 minutes 1 second', time: 2.832 });
    expect(idle!.end).to.be.closeTo(483.74, 0.01);
  });
});

describe('the pages among entries', () => {
  it('come once, however often they are told of', async () => {
    const events = [
      ...page(0),
      custom(10, '$pageview', { href: HREF }),
      // The recorder takes the page again.
      ...page(4000),
      custom(6000, '$url_changed', { href: `${HREF}/done` }),
      custom(6010, '$pageview', { href: `${HREF}/done` }),
      ...page(6020, [], `${HREF}/done`, 'Done'),
      until(9000),
    ];
    const entries = await entriesOf(events, { kinds: ['page'] });
    expect(titlesOf(entries)).to.deep.equal(['opened /checkout "Shop"', 'went to /checkout/done "Done"']);
  });

  it('come again when they are loaded again', async () => {
    const options = (at: number) => custom(at, '$session_options', { sessionRecordingOptions: {} });
    const events = [...page(0), options(10), ...page(5000), options(5010), until(6000)];
    expect(await titles(events, 'page')).to.deep.equal(Array(2).fill('opened /checkout "Shop"'));
    const loaded = [...page(0), { type: 1, timestamp: START + 4990, data: {} }, ...page(5000), until(6000)];
    expect(await titles(loaded, 'page')).to.have.length(2);
  });

  it('have the title that a script gives them', async () => {
    const events = [
      ...page(0),
      custom(5000, '$pageview', { href: `${HREF}#pay` }),
      mutation(5300, { texts: [{ id: 7, value: 'Pay now' }] }),
      until(9000),
    ];
    expect(await titles(events, 'page')).to.deep.equal([
      'opened /checkout "Shop"',
      'went to /checkout#pay "Pay now"',
    ]);
  });

  it('show no masked title', async () => {
    expect(await titles([...page(0, [], HREF, '**** ***'), until(900)], 'page')).to.deep.equal([
      'opened /checkout',
    ]);
  });
});

describe('the clicks among entries', () => {
  const body = [
    element(10, 'button', {}, element(11, 'svg', {}), element(12, 'span', {}, text(13, 'Pay now'))),
    element(20, 'label', { for: 'terms' }, text(21, 'Terms')),
    element(22, 'input', { type: 'checkbox', id: 'terms' }),
  ];

  it('name the button that was meant', async () => {
    const [, clicked] = await entriesOf([...page(0, body), ...click(1000, 12), until(2000)]);
    expect(clicked).to.deep.include({
      kind: 'click',
      title: 'clicked "Pay now" (button)',
      target: { name: 'Pay now', role: 'button', selector: 'body > button', nodeId: 10 },
    });
  });

  it('are one where they are a double click', async () => {
    const events = [
      ...page(0, body),
      ...click(1000, 12),
      ...click(1200, 12),
      pointer(1206, 4, 12),
      until(3000),
    ];
    const entries = await entriesOf(events, { kinds: ['click'] });
    expect(titlesOf(entries)).to.deep.equal(['double-clicked "Pay now" (button)']);
    expect(entries[0]).to.include({ time: 1.005, end: 1.206 });
  });

  it('stay several where they are not', async () => {
    const events = [...page(0, body), ...[1000, 1150, 1300].flatMap((at) => click(at, 12)), until(4000)];
    expect(await titles(events, 'click')).to.have.length(3);
  });

  it('tell of the right button and of touch', async () => {
    const events = [
      ...page(0, body),
      pointer(1000, 1, 12),
      pointer(1100, 3, 12),
      pointer(2000, 7, 12),
      pointer(2050, 9, 12),
      pointer(2060, 2, 12, { pointerType: 2 }),
      // Touched to scroll.
      pointer(4000, 7, 12),
      pointer(4500, 9, 12),
      until(6000),
    ];
    expect(await titles(events, 'click')).to.deep.equal([
      'right-clicked "Pay now" (button)',
      'tapped "Pay now" (button)',
    ]);
  });

  it('count once where a label passes them on', async () => {
    const events = [...page(0, body), ...click(1000, 21), pointer(1006, 2, 22), until(2000)];
    expect(await titles(events, 'click')).to.deep.equal(['clicked "Terms" (checkbox)']);
  });
});

describe('the inputs among entries', () => {
  const typed = (at: number, id: number, word: string) =>
    [...word].map((_, i) => input(at + i * 100, id, word.slice(0, i + 1)));

  it('are one for a burst of typing', async () => {
    const events = [...page(0, [field(10)]), ...typed(1000, 10, 'Ann'), input(9000, 10, ''), until(9500)];
    const entries = await entriesOf(events, { kinds: ['input'] });
    expect(titlesOf(entries)).to.deep.equal(['typed "Ann" into "Email"', 'cleared "Email"']);
    expect(entries[0]).to.deep.include({
      time: 1,
      end: 1.2,
      detail: { type: 'text', masked: false, value: 'Ann', checked: null, changes: 3 },
    });
  });

  it('hold nothing of what was masked, before and after it was', async () => {
    const stars = [
      ...page(0, [field(10)]),
      ...typed(1000, 10, 'Ann'),
      ...typed(1300, 10, '*******'),
      until(9500),
    ];
    const password = [...page(0, [field(10, { type: 'password' })]), ...typed(1000, 10, 'Ann'), until(3000)];
    const shown = [
      ...page(0, [field(10, { 'type': 'text', 'data-rr-is-password': 'true' })]),
      ...typed(1000, 10, 'Ann'),
      until(3000),
    ];
    const ignored = [
      ...page(0, [field(10, { class: 'ph-ignore-input' })]),
      input(1000, 10, 'Ann'),
      until(3000),
    ];
    for (const events of [stars, password, shown, ignored]) {
      const entries = await entriesOf(events);
      expect(JSON.stringify(entries)).not.to.include('Ann');
      expect(titlesOf(entries)).to.include('typed into "Email" (masked)');
    }
  });

  it('tell what was ticked and chosen', async () => {
    const body = [
      element(10, 'input', { 'type': 'checkbox', 'aria-label': 'Terms' }),
      element(11, 'input', { 'type': 'radio', 'aria-label': 'Card', 'name': 'by' }),
      element(12, 'input', { 'type': 'radio', 'aria-label': 'Cash', 'name': 'by' }),
      element(
        13,
        'select',
        { 'aria-label': 'Country' },
        element(14, 'option', { value: 'at' }, text(15, 'Austria')),
        element(16, 'option', { value: 'de' }, text(17, 'Germany')),
      ),
    ];
    const events = [
      ...page(0, body),
      input(1000, 10, 'on', true),
      input(7000, 10, 'on', false),
      input(8000, 11, 'on', true),
      input(8001, 12, 'on', false),
      input(9000, 13, 'de'),
      until(9500),
    ];
    expect(await titles(events, 'input')).to.deep.equal([
      'ticked "Terms"',
      'unticked "Terms"',
      'ticked "Card"',
      'chose "Germany" in "Country"',
    ]);
  });
});

describe('other entries', () => {
  it('tell of scrolling and resizing once for each go', async () => {
    const scroll = (at: number, id: number, y: number) => change(at, { source: 3, id, x: 0, y });
    const size = (at: number, width: number) => change(at, { source: 4, width, height: 600 });
    const events = [
      ...page(0, [element(10, 'div', { id: 'list' })]),
      ...[10, 60, 30].map((y, i) => scroll(1000 + i * 300, 1, y)),
      scroll(1100, 10, 5),
      size(2000, 700),
      size(2100, 640),
      // That is what it had.
      size(5000, 640),
      until(8000),
    ];
    expect(await titles(events, 'scroll', 'resize')).to.deep.equal([
      'scrolled 90 px',
      'scrolled #list (div) 5 px',
      'resized the window to 640 × 600',
    ]);
  });

  it('tell of the window, the connection, custom events and exceptions', async () => {
    const events = [
      ...page(0),
      custom(1000, 'window hidden'),
      custom(1500, 'window visible'),
      custom(2000, 'browser offline'),
      custom(2500, 'browser online'),
      custom(3000, 'order placed', { total: 5 }),
      custom(3500, '$exception', { $exception_list: [{ type: 'TypeError', value: 'x is undefined' }] }),
      custom(4000, '$posthog_config', { config: { token: 'phc_x' } }),
      { type: 8, timestamp: START + 4500, data: { type: 'caption', text: 'Look here' } },
      { type: 8, timestamp: START + 5500, data: { type: 'caption', text: null } },
      { type: 8, timestamp: START + 5600, data: { type: 'timelineMarker', text: 'Step 2' } },
      until(7000),
    ];
    const entries = (await entriesOf(events)).filter(({ kind }) => kind !== 'page' && kind !== 'idle');
    expect(titlesOf(entries)).to.deep.equal([
      'left the window',
      'came back to the window',
      'went offline',
      'went online',
      'event: order placed',
      'error: TypeError: x is undefined',
      'note: Look here',
      'note: Step 2',
    ]);
    expect(entries.map(({ level }) => level)).to.include.members(['error', 'warning']);
    expect(entries[6]).to.include({ time: 4.5, end: 5.5 });
    expect(JSON.stringify(entries)).not.to.include('phc_x');
  });

  it('tell of errors that were logged', async () => {
    const log = (at: number, level: string, ...payload: unknown[]) =>
      plugin(at, 'rrweb/console@1', {
        level,
        trace: [],
        payload: payload.map((value) => JSON.stringify(value)),
      });
    const thrown = 'TypeError: x is undefined\n    at pay (https://shop.test/a.js:1:2)\n    at b.js:3:4';
    const events = [
      ...page(0),
      log(1000, 'error', 'Could not pay:', thrown),
      log(2000, 'error', 'Error: told in words'),
      log(3000, 'log', thrown),
      until(4000),
    ];
    const entries = await entriesOf(events, { kinds: ['error'] });
    expect(titlesOf(entries)).to.deep.equal(['error: TypeError: x is undefined']);
    expect(entries[0]).to.deep.include({
      time: 1,
      level: 'error',
      detail: {
        name: 'TypeError',
        message: 'x is undefined',
        stack: ['at pay (https://shop.test/a.js:1:2)', 'at b.js:3:4'],
        by: 'console',
      },
    });
    expect(await titles(events, 'console')).to.have.length(3);
  });

  it('show requests of no known shape as they are', async () => {
    const events = [...page(0), plugin(1000, 'rrweb/network@1', 'what is this'), until(2000)];
    const [entry] = await entriesOf(events, { kinds: ['custom'] });
    expect(entry!.detail).to.deep.equal({ tag: 'rrweb/network@1', payload: 'what is this' });
  });

  it('tell of what Sentry keeps in custom events once', async () => {
    const at = START / 1000;
    const events = [
      ...page(0),
      custom(1000, 'breadcrumb', { category: 'console', level: 'warning', message: 'slow' }),
      custom(1500, 'breadcrumb', { category: 'ui.click', message: 'button' }),
      custom(2000, 'performanceSpan', {
        op: 'resource.fetch',
        description: 'https://shop.test/api',
        startTimestamp: at + 1.2,
        endTimestamp: at + 1.4,
        data: { method: 'POST', statusCode: 500 },
      }),
      until(3000),
    ];
    expect(await titles(events, 'console', 'request', 'custom')).to.deep.equal([
      'console warn: slow',
      'POST /api 500',
      'event: breadcrumb ui.click',
    ]);
  });

  it('tell of dialogs and full screen', async () => {
    const body = [element(10, 'dialog', { 'aria-label': 'Cart' }), element(11, 'div', { id: 'film' })];
    const events = [
      ...page(0, body),
      mutation(1000, { attributes: [{ id: 10, attributes: { open: '', rr_open_mode: 'modal' } }] }),
      mutation(2000, { attributes: [{ id: 10, attributes: { open: null } }] }),
      custom(3000, 'rrweb/fullscreen', { id: 11, enter: true }),
      custom(4000, 'rrweb/fullscreen', { id: 11, enter: false }),
      add(5000, element(20, 'div', { 'role': 'alertdialog', 'aria-label': 'Sure?' })),
      mutation(6000, { removes: [{ parentId: 4, id: 20 }] }),
      until(7000),
    ];
    expect(await titles(events, 'dialog')).to.deep.equal([
      'opened dialog "Cart"',
      'closed dialog "Cart"',
      'opened full screen #film (div)',
      'closed full screen #film (div)',
      'opened dialog "Sure?"',
      'closed dialog "Sure?"',
    ]);
  });
});

describe('a query for entries', () => {
  const events = [
    ...page(0, [button(10, 'Save'), button(20, 'Send')]),
    ...[1000, 2000, 3000, 4000].flatMap((at, i) => click(at, i % 2 === 0 ? 10 : 20)),
    custom(4500, 'saved', { by: { name: 'Zoë' } }),
    until(5000),
  ];
  const found = (query: EntryQuery) => entriesOf(events, query).then(titlesOf);

  it('finds kinds, times, windows and words', async () => {
    expect(await found({ kinds: ['custom'] })).to.deep.equal(['event: saved']);
    expect(await found({ kinds: ['click'], from: 2, to: 4 })).to.deep.equal([
      'clicked "Send" (button)',
      'clicked "Save" (button)',
    ]);
    expect(await found({ search: 'SEND click' })).to.deep.equal(Array(2).fill('clicked "Send" (button)'));
    expect(await found({ search: 'zoë' })).to.deep.equal(['event: saved']);
    expect(await found({ windowId: 'none' })).to.deep.equal([]);
    expect(await found({ kinds: ['click'], limit: 3 })).to.have.length(3);
  });

  it('that cannot be meant is refused', async () => {
    for (const query of [{ limit: 0 }, { limit: 1.5 }, { offset: -1 }, { after: 'click-1' }]) {
      const thrown = await found(query).catch((error: unknown) => error);
      expect(thrown, JSON.stringify(query)).to.be.instanceOf(TypeError);
    }
  });
});

describe('entries of odd events', () => {
  const odd: readonly unknown[] = [
    { valueOf: 1 },
    { toString: 1 },
    { toJSON: 1 },
    null,
    5,
    true,
    [],
    [[]],
    'x',
    { length: 3 },
  ];

  it('never fail', async () => {
    const body = [field(10), element(11, 'dialog'), element(12, 'select')];
    const events = odd.flatMap((value, i) => [
      ...page(i * 1000, body, value),
      change(i * 1000 + 10, { source: 2, type: value, id: 10, x: value, y: value }),
      change(i * 1000 + 20, { source: 2, type: 2, id: value, x: value, y: value, pointerType: value }),
      change(i * 1000 + 30, { source: 5, id: value, text: value, isChecked: value }),
      change(i * 1000 + 40, { source: 5, id: 12, text: value, isChecked: value }),
      change(i * 1000 + 50, { source: 3, id: value, x: value, y: value }),
      change(i * 1000 + 60, { source: 4, width: value, height: value }),
      change(i * 1000 + 70, { source: 14, ranges: value }),
      change(i * 1000 + 80, { source: 14, ranges: [value, { start: value, end: value }] }),
      custom(i * 1000 + 90, value, value),
      ...['$pageview', '$exception', 'rrweb/fullscreen', 'window hidden'].map((tag, j) =>
        custom(i * 1000 + 100 + j, tag, value),
      ),
      custom(i * 1000 + 104, 'rrweb/fullscreen', { id: value, enter: true }),
      custom(i * 1000 + 104, '$pageview', { href: value }),
      custom(i * 1000 + 104, 'breadcrumb', { category: value, data: value, level: value, message: value }),
      custom(i * 1000 + 104, 'performanceSpan', { op: value, description: value, startTimestamp: value }),
      ...['rrweb/console@1', 'rrweb/network@1'].map((name, j) => plugin(i * 1000 + 105 + j, name, value)),
      plugin(i * 1000 + 107, 'rrweb/console@1', { level: value, trace: value, payload: [value] }),
      plugin(i * 1000 + 108, 'rrweb/network@1', { requests: [value, { name: value, startTime: value }] }),
      custom(i * 1000 + 110, '$exception', { $exception_list: [value, { type: value, stacktrace: value }] }),
      { type: 8, timestamp: START + i * 1000 + 120, data: value },
      { type: 8, timestamp: START + i * 1000 + 121, data: { type: value, text: value } },
      mutation(i * 1000 + 130, {
        attributes: [
          { id: 11, attributes: value },
          { id: value, attributes: { open: value, role: value } },
          { id: 10, attributes: { 'id': value, 'class': value, 'aria-label': value, 'type': value } },
          value,
        ],
        adds: [value],
        removes: [value],
      }),
    ]);
    const entries = await entriesOf([...events, until(odd.length * 1000)]);
    expect(entries).not.to.be.empty;
    for (const { title } of entries) expect(title).to.be.a('string').and.not.include('[object');
    expect(await entriesOf([...events, until(odd.length * 1000)], { search: 'x' })).not.to.be.empty;
  });

  it('have short titles and whole details', async () => {
    const long = 'a'.repeat(5000);
    const [, entry] = await entriesOf([...page(0), custom(100, long), until(900)]);
    expect(entry!.title).to.have.length(200);
    expect(entry!.detail).to.deep.include({ tag: long });
  });

  it('stay text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const [, entry] = await entriesOf([...page(0, [button(10, name)]), ...click(100, 10), until(900)]);
    expect(entry!.title).to.equal(`clicked "${name}" (button)`);
  });
});
