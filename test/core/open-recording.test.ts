import { getEventListeners } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openRecording, openRecordings, ReplayError } from '../../src/core/index.ts';
import { nodesOf } from '../../src/core/rrweb/serialized-node.ts';

const FOLDER = new URL('../../fixtures/recordings/', import.meta.url);
const address = (name: string) => new URL(name, FOLDER);
const path = (name: string) => fileURLToPath(address(name));

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const codeOf = async (work: Promise<unknown>) => {
  const thrown = await work.catch((error: unknown) => error);
  expect(thrown).to.be.instanceOf(ReplayError);
  return (thrown as ReplayError).code;
};

/** A page with a field, a frame and a script that sets styles, and what happened on it. */
function session(at = 0, id = 'one') {
  const timestamp = 1_700_000_000_000 + at;
  const input = { type: 2, id: 5, tagName: 'input', attributes: { type: 'text' }, childNodes: [] };
  const box = { type: 2, id: 8, tagName: 'input', attributes: { type: 'checkbox' }, childNodes: [] };
  const frame = { type: 2, id: 6, tagName: 'iframe', attributes: {}, childNodes: [] };
  const styled = {
    type: 2,
    id: 7,
    tagName: 'p',
    attributes: { style: 'color: red; top: 1px' },
    childNodes: [],
  };
  const body = { type: 2, id: 4, tagName: 'body', attributes: {}, childNodes: [input, box, frame, styled] };
  const html = { type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: [body] };
  const inner = {
    type: 0,
    id: 20,
    childNodes: [{ type: 2, id: 21, rootId: 20, tagName: 'html', attributes: {}, childNodes: [] }],
  };
  const change = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
  const events = [
    { type: 4, timestamp, data: { href: `https://shop.example/${id}`, width: 800, height: 600 } },
    {
      type: 2,
      timestamp,
      data: { node: { type: 0, id: 1, childNodes: [html] }, initialOffset: { top: 0, left: 0 } },
    },
    { ...change, adds: [{ parentId: 6, nextId: null, node: inner }] },
    { source: 5, id: 5, text: 'typed', isChecked: false },
    { source: 5, id: 8, text: 'on', isChecked: true },
    {
      ...change,
      attributes: [{ id: 7, attributes: { style: { color: false, left: ['2px', 'important'] } } }],
    },
    { source: 2, type: 2, id: 4, x: 1, y: 1 },
  ];
  return events.map((event, i) =>
    'source' in event ? { type: 3, timestamp: timestamp + i * 1000, data: event } : event,
  );
}

describe('openRecording', () => {
  it('reads a path, a file address, a stream of Node.js, bytes, and what was parsed alike', async () => {
    const bytes = await readFile(address('lab.v2.json'));
    const sources = {
      'path': path('lab.v2.json'),
      'file address': address('lab.v2.json'),
      'file address as text': address('lab.v2.json').href,
      'readable stream': createReadStream(path('lab.v2.json')),
      'stream of text': createReadStream(path('lab.v2.json'), 'utf8'),
      'Blob': new Blob([bytes]),
      'view': bytes,
      'web stream': new Blob([bytes]).stream(),
      'data address': `data:application/json;base64,${bytes.toString('base64')}`,
      'parsed export': JSON.parse(bytes.toString()) as object,
      'list of paths': [path('lab.v2.json')],
    };
    const counts = new Map<string, number>();
    for (const [name, source] of Object.entries(sources)) {
      await using recording = await openRecording(source);
      counts.set(name, recording.info.eventCount);
    }
    expect(new Set(counts.values()).size, JSON.stringify([...counts])).to.equal(1);
  });

  it('tells how far it is, of a file also of how much', async () => {
    const told: unknown[] = [];
    const { size } = new Blob([await readFile(address('lab.v2.json'))]);
    await openRecording(path('lab.v2.json'), { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).to.deep.equal({ loaded: size, total: size });
  });

  it('names the file it was read from', async () => {
    const { info } = await openRecording(path('two-tabs.v2.json'));
    expect(info.files.map(({ name }) => name)).to.deep.equal(['two-tabs.v2.json']);
    expect(info).to.include({ platform: 'web', format: 'posthog-export-2023-04-28' });
  });

  it('names the file that cannot be played', async () => {
    const event = {
      type: 4,
      timestamp: 1_700_000_000_000,
      data: { href: 'https://x.test/', width: 8, height: 6 },
    };
    const alone = await openRecording(new File([JSON.stringify([event])], 'alone.json')).catch(String);
    expect(alone).to.contain('"alone.json" contains a single event.');
    const files = ['one.json', 'two.json'].map((name) => new File([JSON.stringify([event])], name));
    expect(await openRecording(files).catch(String)).not.to.contain('.json');
  });

  it('tells of damage within an event once its events were read', async () => {
    const lines = (await readFile(path('lab.jsonl'), 'utf8')).trimEnd().split('\n');
    const [windowId, { timestamp }] = JSON.parse(lines[0]!) as [string, { timestamp: number }];
    const data = { source: 0, adds: '\u001f\u008b nonsense' };
    lines.push(JSON.stringify([windowId, { type: 3, timestamp: timestamp + 1000, data }]));
    await using recording = await openRecording(new Blob([lines.join('\n')]));
    const codes = () => recording.info.warnings.map(({ code }) => code);
    expect(codes()).not.to.include('undecodable');
    const read = await listOf(recording.events());
    expect(read).to.have.length(lines.length - 1);
    expect(codes()).to.include('undecodable');
  });

  it('goes through events, of a time, a window and kinds', async () => {
    await using recording = await openRecording(path('two-tabs.v2.json'));
    const { windows, eventCount, duration } = recording.info;
    const all = await listOf(recording.events());
    expect(all).to.have.length(eventCount);
    expect(all.map(({ time }) => time)).to.deep.equal(all.map(({ time }) => time).sort((a, b) => a - b));
    const query = {
      from: 1,
      to: duration / 2,
      windowId: windows[1]!.id,
      kinds: ['mutation', 'meta'],
    } as const;
    const some = await listOf(recording.events(query));
    const expected = all.filter(
      ({ time, windowId, kind }) =>
        time >= 1 &&
        time < duration / 2 &&
        windowId === query.windowId &&
        ['mutation', 'meta'].includes(kind),
    );
    expect(some).to.deep.equal(expected);
    expect(some).not.to.deep.equal([]);
  });

  it('shows the page of a moment, with what was typed, frames and styles', async () => {
    await using recording = await openRecording(session());
    const before = (await recording.page(0))!;
    expect(before).to.include({ width: 800, height: 600, href: 'https://shop.example/one' });
    const nodes = (snapshot: object) =>
      new Map(
        [...nodesOf(snapshot)].map((node) => [node['id'], node['attributes'] as Record<string, unknown>]),
      );
    expect(nodes(before.snapshot).get(5)).to.deep.equal({ type: 'text' });
    expect(nodes(before.snapshot).has(21)).to.equal(false);
    const after = nodes((await recording.page(6))!.snapshot);
    expect(after.get(5)).to.deep.equal({ type: 'text', value: 'typed' });
    expect(after.get(8)).to.deep.equal({ type: 'checkbox', checked: true });
    expect(after.get(7)).to.deep.equal({ style: 'top: 1px;left: 2px !important;' });
    expect(after.has(21)).to.equal(true);
    expect(await recording.page(-1)).to.equal(null);
    expect(await recording.page(1, { windowId: 'none' })).to.equal(null);
  });

  it('shows of a change that has just happened what it left', async () => {
    const [meta, snapshot, ...others] = session();
    const data = {
      source: 0,
      adds: [{ parentId: 4, nextId: 7, node: { type: 3, id: 30, textContent: 'new' } }],
      removes: [{ parentId: 4, id: 5 }],
      texts: [],
      attributes: [{ id: 7, attributes: { class: 'late' } }],
    };
    const changed = { type: 3, timestamp: meta!.timestamp + 1500, data };
    await using recording = await openRecording([meta, snapshot, changed, ...others]);
    const { snapshot: page } = (await recording.page(1.6))!;
    const body = [...nodesOf(page)].find((node) => node['tagName'] === 'body')!;
    const children = body['childNodes'] as readonly Record<string, unknown>[];
    expect(children.map(({ id }) => id)).to.deep.equal([8, 6, 30, 7]);
    expect(children.at(-1)).to.have.nested.property('attributes.class', 'late');
  });

  it('scans, and writes a copy without what was found', async () => {
    const [meta, ...rest] = session();
    const secret = {
      type: 5,
      timestamp: 1_700_000_001_000,
      data: { tag: 'a', payload: 'to jane@shop.example' },
    };
    await using recording = await openRecording([meta!, ...rest, secret]);
    expect(await (await recording.export()).text()).to.contain('jane@shop.example');
    const [finding] = await recording.scan();
    expect(finding).to.include({ kind: 'email', place: 'custom', time: 1 });
    const { blob, summary } = await recording.redact({ findings: [finding!.id] });
    expect(await blob.text()).not.to.contain('jane@shop.example');
    expect(summary?.rules[0]).to.deep.include({ rule: 'strings', texts: 1 });
    const { info } = await openRecording(blob);
    expect(info.eventCount).to.equal(recording.info.eventCount);
  });

  it('opens all recordings of a source', async () => {
    const found = await openRecordings(
      [session(), session(90_000_000, 'two')].map((events) => new Blob([JSON.stringify(events)])),
    );
    expect(found.map(({ info }) => info.windows[0]?.href)).to.deep.equal([
      'https://shop.example/one',
      'https://shop.example/two',
    ]);
  });

  it('says by the codes of the element what went wrong', async () => {
    expect(await codeOf(openRecording(path('missing.json')))).to.equal('network');
    expect(await codeOf(openRecording(new Blob(['<!doctype html><p>no'])))).to.equal('not-a-recording');
    expect(await codeOf(openRecording(new Blob([])))).to.equal('empty');
    const [meta, , ...rest] = session();
    const damaged = {
      type: 2,
      timestamp: 1_700_000_000_000,
      cv: '2024-10',
      data: '\u001f\u008b\u0008 damaged',
    };
    for (const events of [[damaged], [meta, damaged], [meta, damaged, ...rest]]) {
      const error: unknown = await openRecording(events).catch((thrown: unknown) => thrown);
      expect(error)
        .to.include({ code: 'unplayable' })
        .with.nested.property('details.reason', 'damaged-snapshot');
    }
    expect(await codeOf(openRecording(path('lab.v2.json'), { limits: { events: 1 } }))).to.equal('too-large');
  });

  it('is called off', async () => {
    const stop = new AbortController();
    const never = new ReadableStream<Uint8Array>();
    const opening = codeOf(openRecording(never, { signal: stop.signal }));
    stop.abort();
    expect(await opening).to.equal('aborted');
    expect(await codeOf(openRecording(never, { signal: stop.signal }))).to.equal('aborted');
    const recording = await openRecording(session());
    const scan = recording.scan([], { signal: stop.signal }).catch((thrown: unknown) => thrown);
    expect(await scan).to.equal(stop.signal.reason);
  });

  it('answers nothing more once it has been closed', async () => {
    const recording = await openRecording(session());
    await recording.close();
    expect(await codeOf(recording.page(0))).to.equal('aborted');
    expect(await codeOf(recording.scan())).to.equal('aborted');
    expect(await codeOf(listOf(recording.events()))).to.equal('aborted');
    expect(recording.info.eventCount).to.equal(7);
  });

  it('refuses rules and formats that cannot be meant', async () => {
    await using recording = await openRecording(session());
    const thrown = async (work: Promise<unknown>) => work.catch((error: unknown) => error);
    expect(await thrown(recording.redact({ selectors: ['p ['] }))).to.be.instanceOf(TypeError);
    expect(await thrown(recording.export({ format: 'html' as '2023-04-28' }))).to.be.instanceOf(TypeError);
  });

  it('leaves nothing on a signal that outlives many questions', async () => {
    const { signal } = new AbortController();
    await using recording = await openRecording(path('checkout.v2.json'), { signal });
    for (let i = 0; i < 3; i++) {
      await listOf(recording.entries({}, { signal }));
      await recording.transcript({ seen: true }, { signal });
      await recording.scan([], { signal });
      await recording.search('Plants', { signal });
      await recording.export({ signal });
    }
    expect(getEventListeners(signal, 'abort')).to.deep.equal([]);
  });
});
