import { expect } from 'chai';
import type { SessionEvent } from '../../../src/core/recording.ts';
import type { LeakRule } from '../../../src/core/scan/leak.ts';
import { LEAK_RULES } from '../../../src/core/scan/rules.ts';
import {
  type LeakScanSettings,
  scanForLeaks,
  type SessionExtras,
} from '../../../src/core/scan/scan-for-leaks.ts';
import { TimeSlicer } from '../../../src/core/time-slicer.ts';
import { base64Url, jwt, privateKey } from './invented.ts';
import { HELD_OUT } from './labelled-held-out.ts';
import { TUNING_KINDS } from './labelled-tuning-kinds.ts';
import { TUNING } from './labelled-tuning.ts';
import { VARIANTS } from './labelled-variants.ts';
import { addsOf, change, nodeOf, sessionOf, snapshot } from './session-of.ts';

const NO_EXTRAS: SessionExtras = { person: null, markers: [] };

function scan(events: Iterable<SessionEvent>, extras = NO_EXTRAS, settings: Partial<LeakScanSettings> = {}) {
  return scanForLeaks(events, extras, {
    slicer: new TimeSlicer(() => 1000),
    signal: new AbortController().signal,
    progress: () => undefined,
    ...settings,
  });
}

function inWindow(windowId: string, ...events: readonly object[]): readonly SessionEvent[] {
  return events.map((event) => ({ windowId, event: { ...event } }));
}

function page(html: string): readonly SessionEvent[] {
  return inWindow('w', snapshot(nodeOf(html)));
}

function text(value: string, timestamp: number, id = 7): object {
  return { ...change({ texts: [{ id, value }] }), timestamp };
}

function typed(value: string, timestamp: number, id = 9): object {
  return { type: 3, timestamp, data: { source: 5, id, text: value, isChecked: false } };
}

describe('scanForLeaks', () => {
  it('tells a value once: where and when it was seen first, where and how often at all', async () => {
    const [finding, ...others] = await scan([
      ...inWindow('a', text('nothing', 100)),
      ...inWindow('b', text('by Jane@Example.org', 200, 12)),
      ...inWindow('a', text('to jane@example.org and jane@example.org', 300), typed('jane@example.org', 400)),
    ]);
    expect(others).to.deep.equal([]);
    expect(finding).to.deep.include({
      id: 'email-1',
      kind: 'email',
      rule: 'email',
      place: 'text',
      places: { text: 3, input: 1 },
      windowId: 'b',
      timestamp: 200,
      nodeId: 12,
      count: 4,
      value: 'Jane@Example.org',
      forms: ['Jane@Example.org', 'jane@example.org'],
    });
  });

  it('takes a number for the same however it is grouped', async () => {
    const found = await scan(inWindow('w', text('4242 4242 4242 4242', 1), text('4242424242424242', 2)));
    expect(found.map(({ count, forms }) => ({ count, forms }))).to.deep.equal([
      { count: 2, forms: ['4242 4242 4242 4242', '4242424242424242'] },
    ]);
  });

  it('takes what is typed key by key for one value, the longest', async () => {
    const keys = [
      'jane@mail.ex',
      'jane@mail.exam',
      'jane@mail.example',
      'jane@mail.exampl',
      'jane@mail.example',
    ];
    const found = await scan(inWindow('w', ...keys.map((value, i) => typed(value, i))));
    expect(found.map(({ value, count, timestamp }) => ({ value, count, timestamp }))).to.deep.equal([
      { value: 'jane@mail.example', count: 5, timestamp: 0 },
    ]);
    expect(found[0]?.forms).to.have.members([...new Set(keys)]);
    const inTwo = await scan(inWindow('w', typed('jane@mail.ex', 1, 9), typed('jane@mail.example', 2, 10)));
    expect(inTwo.map(({ value }) => value)).to.deep.equal(['jane@mail.ex', 'jane@mail.example']);
  });

  it('gives the same ids however other rules change', async () => {
    const events = inWindow('w', text('a@x.example 4242424242424242 b@x.example', 1));
    const own: LeakRule = { kind: 'other', name: 'letter', pattern: /[ab]@/ };
    const rules = LEAK_RULES.filter(({ kind }) => kind !== 'card');
    const ids = async (settings: Partial<LeakScanSettings>) =>
      (await scan(events, NO_EXTRAS, settings)).map(({ id }) => id).filter((id) => id.startsWith('email'));
    expect(await ids({})).to.deep.equal(['email-1', 'email-2']);
    expect(await ids({ rules: [...rules, own] })).to.deep.equal(await ids({}));
  });

  it('goes by rules of the page too', async () => {
    const rule: LeakRule = {
      kind: 'other',
      name: 'customer',
      pattern: /\bK-(?<value>\d{4})\b/,
      check: (value, { after }) => value !== '0000' && !after.startsWith('!'),
    };
    const events = inWindow('w', text('K-1234, K-0000, K-5678! K-9876', 1));
    const found = await scan(events, NO_EXTRAS, { rules: [rule] });
    expect(found.map(({ id, kind, value }) => [id, kind, value])).to.deep.equal([
      ['customer-1', 'other', '1234'],
      ['customer-2', 'other', '9876'],
    ]);
  });

  it('never shows a value', async () => {
    for (const sample of [...TUNING, ...TUNING_KINDS, ...VARIANTS, ...HELD_OUT]) {
      const { events, extras } = sessionOf(sample);
      for (const { excerpt, value, kind } of await scan(events, extras)) {
        expect(excerpt).to.not.contain(value);
        expect(excerpt, kind).to.contain('•');
        // The top-level domain and the name of the field tell of nobody.
        const lettersOf = (text: string) =>
          text
            .normalize('NFKC')
            .replace(/\.(?:xn--[a-z\d-]+|[\p{L}\p{M}]+)$/u, '')
            .replace(/[^\p{L}\d]/gu, '');
        const secret = lettersOf(value);
        const shown = lettersOf(excerpt.replace(/^[\w-]*=|-----.*-----/g, ''));
        expect(shown.length, `${excerpt} of ${value}`).to.be.at.most(Math.max(2, secret.length / 2));
      }
    }
  });

  const excerpts: readonly [text: string, excerpt: string][] = [
    ['jane.doe@example.org', 'ja••••@ex••••.org'],
    ['4242 4242 4242 4242', '•••• •••• •••• 4242'],
    ['DE89 3704 0044 0532 0130 00', 'DE••••00'],
    ['+49 30 23125 012', '+49 •• ••••• •12'],
    ['"password":"hunter-22"', 'password=••••'],
    ['https://deploy:x7Fq2pL@ci.example/', 'de••••:••••'],
    ['http://10.20.0.14:8080/', '10••••'],
    [jwt({ sub: '1' }), 'eyJ••••'],
    [privateKey('RSA'), '-----BEGIN RSA PRIVATE KEY----- ••••'],
  ];
  for (const [value, excerpt] of excerpts) {
    it(`shows of a ${excerpt.replace(/•+/g, '…')} no more than this`, async () => {
      const found = await scan(inWindow('w', text(value, 1)));
      expect(found.map((finding) => finding.excerpt)).to.deep.equal([excerpt]);
    });
  }

  it('tells how a value is spelled where it stands', async () => {
    const inside = base64Url({ mail: 'jane@example.org' });
    const body = { requestBody: `{\\"a\\":\\"jane\\u0040example.org\\"}`, responseBody: `{"b":"${inside}"}` };
    const requests = [{ name: 'https://x.example/?u=jane%40example.org', ...body }];
    const event = { type: 6, timestamp: 1, data: { plugin: 'rrweb/network@1', payload: { requests } } };
    const [finding] = await scan(inWindow('w', event));
    expect(finding?.value).to.equal('jane@example.org');
    expect(finding?.forms).to.deep.equal(['jane%40example.org', 'jane\\u0040example.org', inside]);
  });

  describe('on a page', () => {
    const spread: readonly [title: string, html: string, values: readonly string[]][] = [
      ['over neighbouring texts', '<p>jane<b>@example</b>.org</p>', ['jane@example.org']],
      [
        'and another one behind',
        '<p>jane@<b>a.example</b> <i>joe@b.example</i></p>',
        ['jane@a.example', 'joe@b.example'],
      ],
      ['but not over blocks', '<div>jane@</div><div>example.org</div>', []],
      ['but not over the end of a line', '<p>jane@<br>example.org</p>', []],
      ['and no longer than it is', '<p><b>jane@example.org</b><span>Edit</span></p>', ['jane@example.org']],
      [
        'and no earlier than it begins',
        '<p><b>Mail</b><span>jane@example.org</span></p>',
        ['jane@example.org'],
      ],
    ];
    for (const [title, html, values] of spread) {
      it(`finds a value ${title}`, async () => {
        expect((await scan(page(html))).map(({ value }) => value)).to.have.members(values);
        const added = await scan(inWindow('w', change({ adds: addsOf(html) })));
        expect(added.map(({ value }) => value)).to.have.members(values);
      });
    }

    it('names the node in which a value begins', async () => {
      const node = {
        type: 2,
        id: 1,
        tagName: 'p',
        childNodes: [
          { type: 3, id: 2, textContent: 'by ' },
          { type: 2, id: 3, tagName: 'b', childNodes: [{ type: 3, id: 4, textContent: 'jane@' }] },
          { type: 3, id: 5, textContent: 'example.org' },
        ],
      };
      expect((await scan(inWindow('w', snapshot(node)))).map(({ nodeId }) => nodeId)).to.deep.equal([4]);
    });

    it('reads additions in the order of the page, and all of them', async () => {
      const nodes: readonly [id: number, nextId: number | null, text: string][] = [
        [3, null, '.org'],
        [1, 2, 'jane@'],
        [2, 3, 'example'],
        // In a circle.
        [4, 5, 'joe@circle.example'],
        [5, 4, 'jim@circle.example'],
      ];
      const adds = nodes.map(([id, nextId, textContent]) => ({
        parentId: 9,
        nextId,
        node: { type: 3, id, textContent },
      }));
      const parent = { parentId: 100, nextId: null, node: { type: 2, id: 9, tagName: 'p', childNodes: [] } };
      const values = (await scan(inWindow('w', change({ adds: [...adds, parent] })))).map(
        ({ value }) => value,
      );
      expect(values).to.have.members(['jane@example.org', 'joe@circle.example', 'jim@circle.example']);
    });

    it('goes through trees deeper than the call stack', async () => {
      let node: object = { type: 3, id: 1, textContent: 'deep@down.example' };
      for (let id = 2; id < 50_000; id++) node = { type: 2, id, tagName: 'div', childNodes: [node] };
      expect(await scan(inWindow('w', snapshot(node)))).to.have.length(1);
    });

    it('knows a password field also when it is filled later', async () => {
      const events = [
        ...page('<input type="password"><input name="q">'),
        ...inWindow('w', typed('open sesame', 5, 13)),
      ];
      const found = await scan(events);
      expect(found.map(({ kind, value }) => [kind, value])).to.deep.equal([['password', 'open sesame']]);
      const inOtherWindow = [...events.slice(0, 1), ...inWindow('v', typed('open sesame', 5, 13))];
      expect(await scan(inOtherWindow)).to.deep.equal([]);
    });
  });

  it('finds what a long text holds, wherever it has to be cut', async () => {
    const addresses = Array.from({ length: 5000 }, (_, i) => `person.${i}@example.org`);
    const long = addresses.join(' ');
    const found = await scan(inWindow('w', text(long, 1)));
    expect(found.map(({ value }) => value)).to.deep.equal(addresses);
  });

  it('skips what images are made of', async () => {
    const data = `data:image/png;base64,${'4242424242424242/AAA'.repeat(50)}`;
    expect(await scan(inWindow('w', text(`${data} jane@example.org`, 1)))).to.have.length(1);
  });

  it('gives what belongs to no moment that of the beginning', async () => {
    const extras = { person: '{"distinct_ids":["jane@example.org"]}', markers: [] };
    const [finding] = await scan(inWindow('w', text('x', 500), text('y', 600)), extras);
    expect(finding).to.deep.include({ place: 'person', windowId: '', timestamp: 500, nodeId: null });
    const [broken] = await scan([], { person: '{"mail":"jane@example.org"', markers: [] });
    expect(broken?.value).to.equal('jane@example.org');
  });

  it('survives what is no event', async () => {
    const odd = [
      {},
      { type: 2, data: null },
      { type: 3, data: { source: 0, adds: [null, { node: 1 }], texts: 4 } },
    ];
    const more = [
      { type: 6, data: { plugin: 'rrweb/network@1', payload: { requests: [null] } } },
      { type: 99 },
    ];
    expect(await scan(inWindow('w', ...odd, ...more, { type: 5, data: { tag: 7 } }))).to.deep.equal([]);
  });

  it('tells how far it is, and gives way', async () => {
    const told: number[] = [];
    const long = 'lorem ipsum dolor '.repeat(1000);
    const events = inWindow('w', ...Array.from({ length: 20 }, (_, i) => text(`${long}${i}`, i)));
    let others = 0;
    const timer = setInterval(() => others++, 0);
    await scan(events, NO_EXTRAS, { slicer: new TimeSlicer(() => 0), progress: (done) => told.push(done) });
    clearInterval(timer);
    expect(told.length).to.be.above(10);
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
    expect(others).to.be.above(0);
  });

  it('stops when it is told to', async () => {
    const canceller = new AbortController();
    const reason = new Error('enough');
    let read = 0;
    function* endless() {
      for (;;) yield* inWindow('w', text(`${'lorem ipsum dolor '.repeat(1000)}${read}`, read++));
    }
    const progress = (done: number) => done > 3 && canceller.abort(reason);
    const scanning = scan(endless(), NO_EXTRAS, {
      slicer: new TimeSlicer(() => 0),
      signal: canceller.signal,
      progress: (done) => void progress(done),
    });
    expect(await scanning.catch((error: unknown) => error)).to.equal(reason);
    expect(read).to.be.below(20);
  });
});
