import { expect } from 'chai';
import type { Har } from 'har-format';
import { openRecording, type EntryExportQuery, type Recording } from '../../../src/core/index.ts';
import { bodyOf } from '../../../src/core/entries/requests/body.ts';
import { bytesOf } from '../recordings.ts';
import { listOf } from './built.ts';

/** `fixtures/recordings/console-network.jsonl`: what posthog-js recorded of `fixtures/site/console.js`. */
describe('a session with lines of the console and requests of all kinds', () => {
  let recording: Recording;

  before(async () => {
    recording = await openRecording(await bytesOf('console-network.jsonl'));
  });

  it('has every line as a console would show it', async () => {
    const lines = await listOf(recording, { kinds: ['console'] });
    const shown = lines.map(({ title, level }) => [level, title.replace(/([xy])\1{50,}.*/, '$1…')]);
    expect(shown).to.deep.equal([
      ['info', 'console log: values 3 true null undefined null ["a",1] {"a":{"b":"c"}}'],
      [
        'info',
        'console log: [object Object] 12n () => \'hello\' 2026-11-21T00:00:00.000Z <h1 id="title">Back office</h1>',
      ],
      ['info', 'console info: Fernhouse has 3 plants, moss and {"rare":true}'],
      ['info', 'console debug: debugging'],
      ['warning', 'console warn: stock is low {"fern":1}'],
      ['error', 'console error: order failed TypeError: cart is null'],
      ['info', 'console table: [{"plant":"Fern","pots":3},{"plant":"Moss","pots":5}]'],
      ['info', 'console trace: where am I'],
      ['error', 'console assert: cart is small 12.5'],
      ['info', 'console group: order'],
      ['info', 'console dir: {"step":1}'],
      ['info', 'console groupEnd:'],
      ['info', 'console count: clicks'],
      ['info', 'console time: work'],
      ['info', 'console timeEnd: work'],
      ['info', 'console log: "x…'],
      ['info', 'console log: {"text":"y…'],
      ['info', 'console log: 1 2 3 4 5 6 7 8 9 10'],
      ['info', 'console log: <img src=x onerror="alert(1)"> =1+1'],
      ['error', 'console error: Uncaught RangeError: no such plant'],
      ['error', 'console error: Uncaught (in promise) Error: delivery failed'],
      ['error', 'console error: Uncaught (in promise) {"code":7}'],
    ]);
  });

  it('has values, not their texts, and says what was cut', async () => {
    const lines = (await listOf(recording, { kinds: ['console'] })).flatMap((entry) =>
      entry.kind === 'console' ? entry.detail : [],
    );
    expect(lines[0]?.values).to.deep.equal([
      'values',
      3,
      true,
      null,
      'undefined',
      null,
      ['a', 1],
      { a: { b: 'c' } },
    ]);
    expect(lines[6]?.values).to.deep.equal([
      [
        { plant: 'Fern', pots: 3 },
        { plant: 'Moss', pots: 5 },
      ],
    ]);
    expect(lines[7]?.stack[0]).to.match(/^http:.*console\.js:\d+:\d+$/);
    expect(lines.filter(({ truncated }) => truncated).map(({ values }) => values.length)).to.deep.equal([
      1, 1, 10,
    ]);
    expect(lines.filter(({ unknown }) => unknown)).to.deep.equal([]);
  });

  it('has the errors that were logged, thrown and promised', async () => {
    const errors = await listOf(recording, { kinds: ['error'] });
    expect(errors.map(({ title }) => title)).to.deep.equal([
      'error: TypeError: cart is null',
      'error: RangeError: no such plant',
      'error: Error: delivery failed',
      'error: {"code":7}',
    ]);
    const [logged, thrown] = errors.map((entry) => (entry.kind === 'error' ? entry.detail.stack : []));
    expect(logged?.[0]).to.match(/^at http:.*console\.js:16:\d+$/);
    expect(thrown?.[0]).to.match(/console\.js:39:\d+$/);
  });

  it('has every request with its end', async () => {
    const requests = await listOf(recording, { kinds: ['request'] });
    const shown = requests.map((entry) => {
      if (entry.kind !== 'request') throw new Error(entry.kind);
      const { type, failed, cached } = entry.detail;
      return [entry.title, type, ...(failed ? ['failed'] : []), ...(cached ? ['cached'] : [])].join(', ');
    });
    expect(shown.map((line) => line.replace(/:\d+\/ /, '/ '))).to.deep.equal([
      'navigation /console.html 200, navigation',
      'GET /api/cart?page=2 200, fetch',
      'POST /api/note 200, fetch',
      'PUT /api/order 201, fetch',
      'POST /api/search 200, fetch',
      'POST /api/photo 200, xmlhttprequest',
      'GET /api/cart 200, xmlhttprequest',
      'GET /api/picture.png 200, fetch',
      'POST /api/decline 402, fetch, failed',
      'GET /api/crash 500, fetch, failed',
      'GET /api/stock 200, fetch',
      'GET /api/stock 200, fetch, cached',
      'GET /api/slow failed, fetch, failed',
      'GET /api/cut failed, fetch, failed',
      'navigation shop.example/ 200, navigation',
    ]);
  });

  it('has bodies as what they are, and says what was redacted', async () => {
    const requests = (await listOf(recording, { kinds: ['request'], search: '/api/' })).flatMap((entry) =>
      entry.kind === 'request' ? entry.detail : [],
    );
    const bodies = requests.map(({ url, request, response }) => {
      const [sent, answered] = [bodyOf(request), bodyOf(response)];
      const text = (body: typeof sent) => (body.kind === 'empty' ? body.kind : `${body.kind} ${body.text}`);
      return [new URL(url).pathname, text(sent), text(answered)];
    });
    const cart =
      'json {\n  "items": [\n    {\n      "id": 12345678901234567890,\n      "name": "Fern"\n    }\n  ],\n  "total": 12.50\n}';
    expect(bodies).to.deep.equal([
      ['/api/cart', 'empty', cart],
      ['/api/note', 'text plain words', 'text Noted.'],
      [
        '/api/order',
        'json {\n  "items": [\n    7\n  ],\n  "note": "two ferns"\n}',
        'json {\n  "order": 42\n}',
      ],
      ['/api/search', 'form plant = fern\npots = 2', 'text <ul><li>Fern</li></ul>'],
      ['/api/photo', 'form caption = My fern\nphoto = fern.png', 'text not quite JSON'],
      ['/api/cart', 'empty', cart],
      ['/api/picture.png', 'empty', 'empty'],
      ['/api/decline', 'json {\n  "amount": 12.5\n}', 'json {\n  "error": "Card declined"\n}'],
      ['/api/crash', 'empty', 'text out of soil'],
      ['/api/stock', 'empty', 'text ferns: 3'],
      ['/api/stock', 'empty', 'text ferns: 3'],
      ['/api/slow', 'empty', 'empty'],
      ['/api/cut', 'empty', 'empty'],
    ]);
    expect(
      requests.filter(({ request }) => request.redacted.length > 0).map(({ request }) => request),
    ).to.deep.equal([
      {
        headers: [
          ['authorization', 'redacted'],
          ['content-type', 'application/json'],
        ],
        body: '{"items":[7],"note":"two ferns"}',
        redacted: ['authorization'],
      },
    ]);
  });

  it('tells how long requests were in which phase', async () => {
    for (const entry of await listOf(recording, { kinds: ['request'] })) {
      if (entry.kind !== 'request') throw new Error(entry.kind);
      const { phases, duration } = entry.detail;
      const sum = phases.reduce((seconds, phase) => seconds + phase.seconds, 0);
      if (phases.length > 0) expect(sum, entry.title).to.be.closeTo(duration ?? NaN, 0.0006);
    }
  });

  describe('as a file', () => {
    const file = async (query: EntryExportQuery) => (await recording.exportEntries(query)).text();

    it('has the entries that are asked for', async () => {
      const query = { kinds: ['request', 'error'], from: 1, limit: 5 } as const;
      expect(JSON.parse(await file({ ...query, format: 'json' }))).to.deep.equal(
        await listOf(recording, query),
      );
      expect(await file({ kinds: ['error'], format: 'text' })).to.match(
        /^0:00 error: TypeError: cart is null\n {4}at http:[^]*\n0:01 error: RangeError: no such plant\n/,
      );
    });

    it('has texts whole that lists cut', async () => {
      for (const format of ['csv', 'text', 'markdown', 'vtt'] as const)
        expect(await file({ kinds: ['console'], format }), format).to.contain('x'.repeat(1999));
    });

    it('is of the type of its format', async () => {
      expect((await recording.exportEntries({ format: 'vtt' })).type).to.equal('text/vtt;charset=utf-8');
      expect((await recording.exportEntries({ format: 'har' })).type).to.equal('application/json');
    });

    it('is an archive of the requests, with the pages that sent them', async () => {
      const { log } = JSON.parse(await file({ format: 'har', search: '/api/decline' })) as Har;
      expect(log.entries.map(({ request, response }) => [request.method, response.status])).to.deep.equal([
        ['POST', 402],
      ]);
      expect(log.pages?.map(({ title }) => title)).to.deep.equal([
        'Fernhouse – Console',
        'Fernhouse – Plants',
      ]);
      expect(log.entries[0]?.pageref).to.equal(log.pages?.[0]?.id);
      const { log: none } = JSON.parse(await file({ format: 'har', kinds: ['click'] })) as Har;
      expect(none.entries).to.deep.equal([]);
    });

    it('is refused in a format that is not known', async () => {
      const thrown: unknown = await recording
        .exportEntries({ format: 'xml' as 'json' })
        .catch((error: unknown) => error);
      expect(thrown).to.be.instanceOf(TypeError);
      expect(String(thrown)).to.contain('json, ndjson, csv, text, markdown, vtt, har');
    });
  });
});
