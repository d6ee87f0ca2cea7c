import { expect } from 'chai';
import { writeRedacted } from '../../../src/core/copy/write-redacted.ts';
import type { Session } from '../../../src/core/recording.ts';
import { describeError } from '../../../src/locale/describe.ts';
import { english } from '../../../src/locale/en/index.ts';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { RecordingStore } from '../../../src/core/store/recording-store.ts';
import { TimeSlicer } from '../../../src/core/time-slicer.ts';
import { readRecording } from '../read-recording.ts';
import { bytesOf, RECORDINGS } from '../recordings.ts';
import { placesOf } from './search-export.ts';
import {
  custom,
  element,
  idOf,
  incremental,
  input,
  type Json,
  mutation,
  page,
  plugin,
  redacted,
  request,
  sessionOf,
  START,
  text,
} from './session.ts';

const EXPORTS = RECORDINGS.filter((name) => name.endsWith('.v2.json'));

/** An export as the store holds it. */
async function storedSession(name: (typeof EXPORTS)[number]): Promise<Session> {
  const { data } = JSON.parse(new TextDecoder().decode(await bytesOf(name))) as {
    data: { snapshots: Json[] };
  };
  const store = new RecordingStore();
  for (const event of data.snapshots) {
    store.intake.add(
      { bytes: new TextEncoder().encode(JSON.stringify(event)), windowId: null, recording: null },
      0,
    );
  }
  store.complete = true;
  store.outline();
  const { table } = store;
  return {
    id: 'x',
    person: null,
    windowIds: table.windowIds,
    moments: () => table.events(),
    events: () => store.replayable(),
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  const isScript = /^(style|script|noscript)$/.test(String(node['tagName']));
  const own = typeof node['textContent'] === 'string' ? [node['textContent']] : [];
  return isScript ? [] : [...own, ...Object.values(node).flatMap(textsIn)];
}

describe('redactSession', () => {
  for (const name of EXPORTS) {
    it(`leaves of ${name} an export that plays the same, without the texts of its pages`, async () => {
      const session = await storedSession(name);
      const { json, blob, summary } = await redacted(session, { selectors: ['body'], urlParameters: ['p'] });
      const pages = [...session.events()].filter(({ event }) => event['type'] === 2);
      const texts = new Set(pages.flatMap(({ event }) => textsIn(event['data'])));
      // Titles are not in the body; single words and numbers have another rule.
      const hidden = [...texts]
        .map((one) => one.trim())
        .filter((one) => /\S{2}\s+\S{2}/.test(one) && !/[–*]/.test(one));
      expect(hidden).not.to.have.lengthOf(0);
      for (const secret of hidden) expect(placesOf(secret, json), secret).to.deep.equal([]);
      const before = await readRecording(new Blob([await bytesOf(name)]));
      const after = await readRecording(blob);
      expect(after.outline.info.format).to.equal('posthog-export-2023-04-28');
      const warnings = before.outline.info.warnings.map(({ code }) => code);
      for (const { code } of after.outline.info.warnings) expect(warnings).to.contain(code);
      expect(after.outline.info.duration).to.equal(before.outline.info.duration);
      expect(after.outline.keyframes).to.deep.equal(before.outline.keyframes);
      expect(after.outline.info.windows.map(({ start, end }) => [start, end])).to.deep.equal(
        before.outline.info.windows.map(({ start, end }) => [start, end]),
      );
      expect(summary.rules[0]?.elements).to.be.greaterThan(0);
    });

    it(`leaves ${name} as it is without rules`, async () => {
      const session = await storedSession(name);
      const { events } = await redacted(session, {});
      const expected = [...session.events()].map(({ event }) => event);
      expect(events.map(({ windowId: _, ...event }) => event)).to.deep.equal(
        expected.map(({ windowId: _, ...event }) => event),
      );
    });
  }

  it('keeps texts as long as they are, and spaces where they are', async () => {
    const session = await storedSession('checkout.v2.json');
    const { events } = await redacted(session, { selectors: ['body'] });
    const shape = (one: string) => one.replace(/\S/g, '*');
    const pagesOf = (all: readonly Json[]) => all.filter(({ type }) => type === 2);
    const before = textsIn(pagesOf([...session.events()].map(({ event }) => event)));
    const after = textsIn(pagesOf(events));
    expect(after.map(shape)).to.deep.equal(before.map(shape));
  });

  const kinds: readonly (readonly [kinds: NonNullable<RedactRules['kinds']>, left: readonly string[]])[] = [
    [['console'], ['url', 'body', 'head', 'conf', 'site', 'tab']],
    [['network'], ['line', 'conf', 'site', 'tab']],
    [['network-bodies'], ['line', 'url', 'head', 'conf', 'site', 'tab']],
    [['network-headers'], ['line', 'url', 'body', 'conf', 'site', 'tab']],
    [['config'], ['line', 'url', 'body', 'head', 'site', 'tab']],
    [['custom'], ['line', 'url', 'body', 'head', 'conf', 'tab']],
    [['console', 'network', 'config', 'custom'], ['tab']],
  ];
  for (const [given, left] of kinds) {
    it(`takes out ${given.join(', ')}`, async () => {
      const session = sessionOf([
        ...page([]),
        plugin(1, 'console', { level: 'log', payload: ['"the line"'] }),
        request(1, {
          name: 'https://x.test/the url',
          requestBody: 'the body',
          responseBody: 'the body',
          responseHeaders: { a: 'the head' },
        }),
        custom(1, '$posthog_config', { config: 'the conf' }),
        custom(1, '$session_options', { options: 'the conf' }),
        custom(1, 'bought', 'the site'),
        plugin(1, 'other', 'the site'),
        custom(1, '$pageview', { href: 'https://x.test/the tab' }),
      ]);
      const { json, summary } = await redacted(session, { kinds: given });
      const found = ['line', 'url', 'body', 'head', 'conf', 'site', 'tab'].filter((one) =>
        json.includes(`the ${one}`),
      );
      expect(found).to.deep.equal(left);
      expect(Object.keys(summary.kinds)).to.deep.equal(given);
    });
  }

  it('writes what the player reads: a summary that other readers pass over', async () => {
    const { blob, summary } = await redacted(sessionOf(page([element('p', {}, text('Marlene'))])), {
      strings: ['Marlene'],
    });
    const { outline } = await readRecording(blob);
    expect(outline.info.warnings).to.deep.equal([]);
    expect(summary.rules).to.deep.equal([{ rule: 'strings', index: 0, elements: 0, texts: 1 }]);
  });

  it('numbers windows, whose ids are gone', async () => {
    const { json, events } = await redacted(sessionOf({ 'w-a': page([]), 'w-b': page([], 1) }), {});
    expect(events.map(({ windowId }) => windowId)).to.deep.equal([1, 1, 2, 2]);
    expect(json).not.to.contain('w-a');
  });

  const wrong: readonly (readonly [rules: unknown, message: string])[] = [
    [{ selectors: ['a:hover'] }, '"a:hover" uses :hover, which is not supported.'],
    [{ strings: ['x'] }, '"x" is too short to be removed everywhere. Use at least two characters.'],
    [{ patterns: ['('] }, '"(" is not a valid regular expression.'],
    [{ kinds: ['cookies'] }, '"cookies" is not a kind to remove. The kinds are console, network,'],
    [{ range: { start: 5, end: 4 } }, 'The end must come after the start.'],
  ];
  for (const [rules, message] of wrong) {
    it(`refuses ${JSON.stringify(rules)}`, async () => {
      let error: unknown;
      await redacted(sessionOf(page([])), rules as RedactRules).catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(TypeError);
      expect(describeError(english, error)).to.have.property('message').that.contains(message);
    });
  }

  it('stops when it is aborted', async () => {
    const controller = new AbortController();
    const session = sessionOf(page([]));
    let times = 0;
    const events = () => {
      times++;
      if (times === 2) controller.abort(new Error('enough'));
      return session.events();
    };
    let error: unknown;
    await writeRedacted(
      { ...session, events },
      { selectors: ['p'] },
      '2023-04-28',
      new TimeSlicer(() => 0),
      controller.signal,
    ).catch((thrown: unknown) => (error = thrown));
    expect(error).to.have.property('message', 'enough');
    expect(times).to.equal(2);
  });
});

describe('redactSession, of a range', () => {
  const gone = element('p', {}, text('was there'));
  const stays = element('p', {}, text('stays'));
  const field = element('input');
  const list = element('ul');
  const session = sessionOf([
    ...page([gone, stays, field, list], 0, 'https://shop.test/early'),
    input(1, field, 'typed early'),
    input(2, field, 'typed'),
    mutation(3, {
      removes: [{ parentId: 4, id: idOf(gone) }],
      adds: [{ parentId: idOf(list), nextId: null, node: text('new one') }],
    }),
    custom(3, 'bought', 'early thing'),
    custom(4, '$pageview', { href: 'https://shop.test/shown' }),
    incremental(4, { source: 4, width: 400, height: 300 }),
    incremental(6.5, {
      source: 1,
      positions: [
        { x: 1, y: 1, id: 4, timeOffset: -2000 },
        { x: 2, y: 2, id: 4, timeOffset: -10 },
      ],
    }),
    plugin(7, 'network', {
      requests: [
        { name: 'of-before', timestamp: START + 4000 },
        { name: 'of-now', timestamp: START + 6500 },
      ],
    }),
    mutation(8, { texts: [{ id: (stays['childNodes'] as Json[])[0]?.['id'], value: 'changed' }] }),
    ...page([element('p', {}, text('too late'))], 20, 'https://shop.test/late'),
  ]);
  const range = { start: 6, end: 9 };

  it('keeps nothing of before and after', async () => {
    const { json, summary } = await redacted(session, { range });
    expect(json).not.to.match(/was there|early|too late|\/late|of-before|"x":1,/);
    expect(json).to.match(/stays.*typed.*of-now.*changed/);
    expect(summary.outOfRange).to.equal(10);
  });

  it('begins with the page as it was then', async () => {
    const { blob, events } = await redacted(session, { range });
    expect(events[0]).to.deep.equal({
      type: 4,
      timestamp: START + 6000,
      data: { href: 'https://shop.test/shown', width: 400, height: 300 },
      windowId: 1,
    });
    expect(events[1]).to.include({ type: 2, timestamp: START + 6000 });
    expect(textsIn(events[1])).to.deep.equal(['stays', 'new one']);
    const { outline } = await readRecording(blob);
    expect(outline.info.duration).to.equal(3);
    expect(outline.info.warnings).to.deep.equal([]);
  });

  it('is redacted by what stands outside of it', async () => {
    const secret = element('p', { class: 'secret' }, text('Marlene Quist'));
    const whole = sessionOf([...page([secret]), ...page([element('p', {}, text('by Marlene Quist'))], 20)]);
    const { json } = await redacted(whole, { selectors: ['.secret'], range: { start: 10, end: 30 } });
    expect(json).to.contain('by ******* *****').and.not.contain('Marlene');
  });

  it('shows what was shown where nothing happened', async () => {
    const { events } = await redacted(session, { range: { start: 10, end: 12 } });
    expect(events.map(({ type }) => type)).to.deep.equal([4, 2, 3, 3, 5, 5]);
    expect(textsIn(events[1])).to.deep.equal(['changed', 'new one']);
    expect(events.slice(2, 4).map(({ data }) => (data as Json)['source'])).to.deep.equal([5, 1]);
  });

  const lengths: readonly (readonly [
    what: string,
    range: { start: number; end: number },
    seconds: number,
  ])[] = [
    ['in which something happens', { start: 6, end: 9 }, 3],
    ['in which nothing happens', { start: 10.5, end: 12.25 }, 1.75],
    ['to the end', { start: 19, end: 20 }, 1],
    ['to what lies behind the end', { start: 19, end: 99 }, 1],
    ['from the start', { start: 0, end: 0.5 }, 0.5],
    ['of no length', { start: 10, end: 10 }, 0],
  ];
  for (const [what, wanted, seconds] of lengths) {
    for (const kinds of [[], ['custom', 'network']] as const) {
      it(`gives a stretch ${what} its length${kinds.length > 0 ? ', also without kinds' : ''}`, async () => {
        const { blob } = await redacted(session, { range: wanted, kinds });
        const { outline } = await readRecording(blob);
        expect(outline.info.duration).to.equal(seconds);
        expect(outline.startAt).to.equal(START + wanted.start * 1000);
      });
    }
  }

  it('begins where it was asked for before there is a page, too', async () => {
    const late = sessionOf([custom(0, 'bought', {}), ...page([element('p', {}, text('late'))], 5)]);
    const { blob } = await redacted(late, { range: { start: 2, end: 5 } });
    const { outline } = await readRecording(blob);
    expect([outline.startAt, outline.endAt]).to.deep.equal([START + 2000, START + 5000]);
  });

  it('brings in other windows when something happens in them', async () => {
    const button = element('button', {}, text('press'));
    const windows = sessionOf({
      'w-a': [...page([]), incremental(5, { source: 3, id: 4, x: 0, y: 1 }), custom(8.5, 'late', {})],
      'w-b': [...page([button], 1), incremental(8, { source: 2, type: 2, id: idOf(button), x: 1, y: 1 })],
      'w-c': page([element('p', {}, text('never again'))], 2),
    });
    const { events, json } = await redacted(windows, { range });
    expect(
      events.map(({ type, windowId, timestamp }) => [type, windowId, Number(timestamp) - START]),
    ).to.deep.equal([
      [4, 1, 6000],
      [2, 1, 6000],
      [5, 1, 6000],
      [4, 2, 6000],
      [2, 2, 6000],
      [3, 2, 6000],
      [5, 2, 6000],
      [3, 1, 8000],
      [5, 2, 8500],
    ]);
    expect(json).not.to.contain('never again');
  });

  it('has the window on screen that was there, however busy others are', async () => {
    const ticking = element('p', {}, text('0'));
    const id = (ticking['childNodes'] as Json[])[0]?.['id'];
    const ticks = Array.from({ length: 10 }, (_, i) => mutation(i + 2, { texts: [{ id, value: `${i}` }] }));
    const press = (seconds: number) => incremental(seconds, { source: 2, type: 2, id: 4, x: 1, y: 1 });
    const windows = sessionOf({
      1: page([ticking]).concat(ticks),
      2: [...page([element('p', {}, text('read'))], 1), press(1.5), press(30)],
    });
    const shown = async (rules: RedactRules, from: number, to: number) => {
      const { outline } = await readRecording((await redacted(windows, rules)).blob);
      const at = (time: number) =>
        outline.segments.findLast(({ startAt }) => startAt <= START + time * 1000)?.windowId;
      return Array.from({ length: (to - from) * 4 + 1 }, (_, i) => at(from + i / 4));
    };
    // A page that is there counts as activity for five seconds: a stretch of ticks is shown later than it was.
    for (const [start, end] of [
      [4, 6.5],
      [7, 9.5],
      [7, 20],
      [1, 8],
      [20, 30],
    ] as const) {
      const kept = await shown({ range: { start, end } }, start, end);
      expect(kept, `${start} to ${end}`).to.deep.equal(await shown({}, start, end));
    }
  });

  it('has a film as far as it was, and the mouse where somebody clicked last', async () => {
    const film = (rr_mediaState: string) => element('video', { rr_mediaState, rr_mediaCurrentTime: 10 });
    const [playing, paused, later] = [film('played'), film('paused'), film('played')];
    const { events } = await redacted(
      sessionOf([
        ...page([playing, paused]),
        mutation(4, { adds: [{ parentId: 4, nextId: null, node: later }] }),
        incremental(5, { source: 2, type: 2, id: 4, x: 30, y: 40 }),
        custom(20, 'end', {}),
      ]),
      { range: { start: 7, end: 9 } },
    );
    const body = JSON.stringify(events[1]);
    const farIn = [...body.matchAll(/"rr_mediaCurrentTime":(\d+)/g)].map(([, seconds]) => Number(seconds));
    expect(farIn).to.deep.equal([17, 10, 13]);
    expect(events[2]?.['data']).to.deep.equal({
      source: 1,
      positions: [{ x: 30, y: 40, id: 4, timeOffset: 0 }],
    });
  });

  it('needs no page of before where one begins', async () => {
    const { events } = await redacted(session, { range: { start: 20, end: 30 } });
    expect(textsIn(events)).to.contain('too late').and.not.contain('new one');
  });
});
