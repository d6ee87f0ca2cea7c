import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { parseHost } from '../../../src/cli/pull/host.ts';
import { listSessions, type SessionFilter } from '../../../src/cli/pull/list-sessions.ts';
import type { ManifestEntry } from '../../../src/cli/pull/manifest.ts';
import { PosthogApi } from '../../../src/cli/pull/posthog-api.ts';
import { type Outcome, pullSessions, type WantedSession } from '../../../src/cli/pull/pull-sessions.ts';
import { linesOf, recording, useFolder } from '../command.ts';
import { KEY, PosthogServer, PROJECT } from './posthog-server.ts';
import { eventsIn, sessionOf } from './sessions.ts';
import type { Storage } from './snapshots.ts';

describe('pulling sessions', () => {
  const inFolder = useFolder();
  let server: PosthogServer;
  let api: PosthogApi;

  beforeEach(async () => {
    server = await PosthogServer.start([]);
    const { signal } = new AbortController();
    const wait = () => Promise.resolve();
    api = new PosthogApi({ host: parseHost(server.host), project: PROJECT, key: KEY, signal, wait });
  });

  afterEach(() => server.stop());

  async function serve(...sessions: Parameters<typeof sessionOf>[]): Promise<void> {
    for (const session of sessions) server.sessions.set(session[0], await sessionOf(...session));
  }

  async function pull(wanted: Iterable<WantedSession>, force = false): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    const { signal } = new AbortController();
    server.requests.length = 0;
    for await (const outcome of pullSessions(wanted, { api, folder: inFolder(), force, signal }))
      outcomes.push(outcome);
    return outcomes;
  }

  const pullOne = async (id: string) => (await pull([{ id }]))[0]!;
  const pullAll = async (filter: SessionFilter = {}) => pull(await listSessions(api, filter));

  const manifest = async () =>
    linesOf(await readFile(inFolder('manifest.ndjson'), 'utf8')) as readonly ManifestEntry[];

  const SOURCES: Readonly<Record<Storage, readonly string[]>> = {
    'blob_v2': ['blob_v2'],
    'blob_v2 lines': ['blob_v2'],
    'blob_v2_lts': ['blob_v2_lts'],
    'blob_v2_lts lines': ['blob_v2_lts'],
    'blob': ['blob'],
    'blob gzip': ['blob'],
    'blob store': ['blob'],
    'blob+realtime': ['blob', 'realtime'],
    'blob+realtime og': ['blob', 'realtime'],
    'realtime': ['realtime'],
    'pages': ['pages'],
    'result pages': ['pages'],
  };

  for (const storage of Object.keys(SOURCES) as Storage[])
    it(`writes all events of a session in ${storage}`, async () => {
      await serve(['s-1', 'two-tabs.jsonl', { storage }]);
      const outcome = await pullOne('s-1');
      expect(outcome.status, JSON.stringify(outcome)).to.equal('pulled');
      const [entry] = await manifest();
      const bytes = await readFile(inFolder('s-1.jsonl.gz'));
      const { start, end } = server.sessions.get('s-1')!;
      expect(entry).to.deep.equal({
        id: 's-1',
        file: 's-1.jsonl.gz',
        start,
        end,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        sources: SOURCES[storage],
        missingBlocks: 0,
        complete: !storage.includes('realtime'),
      });
      const original = await eventsIn(recording('two-tabs.jsonl'));
      expect(original.length).to.be.greaterThan(50);
      expect(await eventsIn(inFolder('s-1.jsonl.gz'))).to.deep.equal(original);
    });

  it('hands no key to the store that a part lies in', async () => {
    // The store refuses it, as S3 does.
    await serve(['s-1', 'idle-gap.jsonl', { storage: 'blob store' }]);
    expect((await pullOne('s-1')).status).to.equal('pulled');
  });

  it('asks for blocks in ranges as wide as is allowed', async () => {
    await serve(['s-1', 'two-tabs.jsonl', { parts: 45 }]);
    await pullOne('s-1');
    expect(server.snapshotRequests).to.deep.equal([
      's-1:',
      's-1: blob_v2 0 20',
      's-1: blob_v2 21 41',
      's-1: blob_v2 42 44',
    ]);
    expect(await eventsIn(inFolder('s-1.jsonl.gz'))).to.deep.equal(
      await eventsIn(recording('two-tabs.jsonl')),
    );
  });

  for (const storage of ['blob_v2', 'blob_v2 lines'] as const)
    it(`finds out which block is missing in ${storage}, where the server does not say so`, async () => {
      await serve(['s-1', 'two-tabs.jsonl', { storage, parts: 6, lost: [4] }]);
      const outcome = await pullOne('s-1');
      expect(outcome).to.have.nested.property('entry.missingBlocks', 1);
      expect(outcome).to.have.nested.property('entry.complete', false);
      const lines = gunzipSync(await readFile(inFolder('s-1.jsonl.gz')))
        .toString()
        .trimEnd()
        .split('\n');
      const all = server.sessions.get('s-1')!.text.trimEnd().split('\n');
      const [from, to] = [4, 5].map((part) => Math.floor((part * all.length) / 6));
      expect(lines).to.deep.equal([...all.slice(0, from), ...all.slice(to), '{"session_id":"s-1"}']);
    });

  it('reads a session with missing blocks again, and forgets that they were', async () => {
    await serve(['s-1', 'idle-gap.jsonl', { lost: [1] }], ['s-2', 'lab.jsonl']);
    await pull([{ id: 's-1' }, { id: 's-2' }]);
    await serve(['s-1', 'idle-gap.jsonl']);
    expect((await pull([{ id: 's-1' }, { id: 's-2' }])).map(({ status }) => status)).to.deep.equal([
      'pulled',
      'kept',
    ]);
    expect((await manifest()).map(({ id, complete }) => [id, complete])).to.deep.equal([
      ['s-1', true],
      ['s-2', true],
    ]);
  });

  it('says when all blocks are lost, and when there are none', async () => {
    await serve(['s-1', 'idle-gap.jsonl', { lost: [0, 1, 2] }], ['s-2', 'idle-gap.jsonl', { parts: 0 }]);
    const reasons = (await pull([{ id: 's-1' }, { id: 's-2' }])).map((outcome) =>
      outcome.status === 'failed' ? outcome.reason : outcome.status,
    );
    expect(reasons).to.deep.equal(['PostHog cannot read its data', 'PostHog has no data of it (any more)']);
    expect(await readdir(inFolder())).to.deep.equal([]);
  });

  for (const [title, at, answer] of [
    ['500', 'source=blob_v2', { status: 500 }],
    ['a rate limit', 'source=blob_v2', { status: 429, headers: { 'retry-after': '1' } }],
    ['a cut connection', 'source=blob_v2', { cutAfter: 2000 }],
    ['blocks that just end', 'source=blob_v2', { endAfter: 2000 }],
    ['a length that just ends', 'source=blob_v2', { endAfter: 3 }],
    ['a list that just ends', '/snapshots', { endAfter: 30 }],
    ['lines that just end', 's-2/snapshots?source=blob', { endAfter: 3000 }],
    ['stored lines that just end', 's-3/snapshots?source', { endAfter: 9000 }],
    ['a stored block that just ends', 's-4/snapshots?source', { endAfter: 3000 }],
    ['an odd page', 's-3/snapshots?source', { status: 200, body: '<!doctype html>' }],
  ] as const)
    it(`writes the same after ${title}`, async () => {
      await serve(
        ['s-1', 'lab.jsonl'],
        ['s-2', 'lab.jsonl', { storage: 'blob gzip' }],
        ['s-3', 'lab.jsonl', { storage: 'blob_v2_lts lines' }],
        ['s-4', 'lab.jsonl', { storage: 'blob_v2_lts' }],
      );
      server.faults.push({ at, answer });
      const outcomes = await pull(['s-1', 's-2', 's-3', 's-4'].map((id) => ({ id })));
      expect(server.faults).to.deep.equal([]);
      const original = await eventsIn(recording('lab.jsonl'));
      for (const outcome of outcomes) {
        expect(outcome.status).to.equal('pulled');
        expect(await eventsIn(inFolder((outcome as { entry: ManifestEntry }).entry.file))).to.deep.equal(
          original,
        );
      }
    });

  it('goes on where one session is deleted half way, and leaves nothing of it', async () => {
    await serve(['s-1', 'two-tabs.jsonl', { parts: 45 }], ['s-2', 'lab.jsonl'], ['s-3', 'lab.jsonl']);
    server.onRequest = () => {
      if (server.snapshotRequests.includes('s-1: blob_v2 21 41'))
        server.sessions.set('s-1', { ...server.sessions.get('s-1')!, deleted: true });
    };
    const [first, ...others] = await pull(['s-1', 's-2', 's-3'].map((id) => ({ id })));
    expect(first).to.deep.equal({
      status: 'failed',
      id: 's-1',
      reason: 'deleted for good on 2026-11-02T00:00:00Z (410)',
    });
    expect(others.map(({ status }) => status)).to.deep.equal(['pulled', 'pulled']);
    expect(await readdir(inFolder())).to.have.members(['manifest.ndjson', 's-2.jsonl.gz', 's-3.jsonl.gz']);
  });

  it('keeps what it has of a session that is deleted later', async () => {
    await serve(['s-1', 'lab.jsonl', { ongoing: true }]);
    await pullOne('s-1');
    const before = await readFile(inFolder('s-1.jsonl.gz'));
    await serve(['s-1', 'lab.jsonl', { deleted: true }]);
    expect((await pullOne('s-1')).status).to.equal('failed');
    expect(await readFile(inFolder('s-1.jsonl.gz'))).to.deep.equal(before);
    expect(await manifest()).to.have.length(1);
  });

  it('does not replace what it has by less', async () => {
    await serve(['s-1', 'lab.jsonl']);
    await pullOne('s-1');
    const before = await readFile(inFolder('s-1.jsonl.gz'));
    await serve(['s-1', 'lab.jsonl', { lost: [1] }]);
    const [outcome] = await pull([{ id: 's-1' }], true);
    expect(outcome).to.deep.include({ status: 'failed' });
    expect(await readFile(inFolder('s-1.jsonl.gz'))).to.deep.equal(before);
    expect(await manifest()).to.have.nested.property('[0].complete', true);
  });

  it('does not go round in pages', async () => {
    await serve(['s-1', 'lab.jsonl']);
    const page = { snapshot_data_by_window_id: { w: [] }, next: `${server.host}/?offset=1` };
    for (let i = 0; i < 9; i++)
      server.faults.push({ at: 's-1/snapshots', answer: { status: 200, body: page } });
    expect(await pullOne('s-1')).to.have.property(
      'reason',
      'PostHog does not say where its next page of events is',
    );
  });

  it('takes no id for a path', async () => {
    const [outcome] = await pull([{ id: '../s-1' }]);
    expect(outcome).to.have.property('reason', 'no file can be named by this id');
    expect(server.requests).to.deep.equal([]);
  });

  describe('what is there', () => {
    beforeEach(() => serve(['s-1', 'lab.jsonl'], ['s-2', 'idle-gap.jsonl']));

    it('is not asked for again', async () => {
      await pullAll();
      const before = await readFile(inFolder('manifest.ndjson'), 'utf8');
      expect((await pullAll()).map(({ status }) => status)).to.deep.equal(['kept', 'kept']);
      expect(server.snapshotRequests).to.deep.equal([]);
      expect(await readFile(inFolder('manifest.ndjson'), 'utf8')).to.equal(before);
    });

    it('is read again by force, and noted once', async () => {
      await pullAll();
      const before = await readFile(inFolder('manifest.ndjson'), 'utf8');
      const outcomes = await pull([{ id: 's-1' }, { id: 's-2' }], true);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['pulled', 'pulled']);
      expect(await readFile(inFolder('manifest.ndjson'), 'utf8')).to.equal(before);
    });

    for (const [title, damage] of [
      ['whose file is gone or cut', () => truncate(inFolder('s-1.jsonl.gz'), 100)],
      [
        'that went on, by its end',
        () => {
          const session = server.sessions.get('s-1')!;
          server.sessions.set('s-1', { ...session, end: '2027-01-01T00:00:00.000Z' });
        },
      ],
    ] as const)
      it(`is read again ${title}`, async () => {
        await pullAll();
        const before = await readFile(inFolder('s-1.jsonl.gz'));
        await damage();
        const outcomes = await pullAll();
        expect(outcomes.map(({ status }) => status)).to.have.members(['pulled', 'kept']);
        expect(await readFile(inFolder('s-1.jsonl.gz'))).to.deep.equal(before);
        expect((await manifest()).find(({ id }) => id === 's-1')!.end).to.equal(
          server.sessions.get('s-1')!.end,
        );
      });

    it('is read again while it goes on', async () => {
      await serve(['s-1', 'lab.jsonl', { ongoing: true }]);
      await pullAll();
      expect((await pullAll()).map(({ status }) => status)).to.have.members(['pulled', 'kept']);
      await serve(['s-1', 'lab.jsonl']);
      await pullAll();
      expect((await pullAll()).map(({ status }) => status)).to.deep.equal(['kept', 'kept']);
    });

    it('survives a line of the manifest that was not finished', async () => {
      await pullAll();
      const whole = await readFile(inFolder('manifest.ndjson'), 'utf8');
      await truncate(inFolder('manifest.ndjson'), whole.length - 10);
      expect((await pullAll()).map(({ status }) => status)).to.deep.equal(['kept', 'pulled']);
      expect(await readFile(inFolder('manifest.ndjson'), 'utf8')).to.equal(whole);
    });

    it('is noted once where two runs at once noted it', async () => {
      await pullAll();
      const whole = await readFile(inFolder('manifest.ndjson'), 'utf8');
      await appendFile(inFolder('manifest.ndjson'), whole);
      await pullAll();
      expect(await readFile(inFolder('manifest.ndjson'), 'utf8')).to.equal(whole);
    });

    it('is not touched where the manifest is something else', async () => {
      await pullAll();
      await appendFile(inFolder('manifest.ndjson'), 'notes\n');
      const thrown = await pullAll().catch(String);
      expect(thrown).to.include('Line 3 of manifest.ndjson');
    });

    it('is cleared of what a killed run left, and not of what another is writing', async () => {
      const [dead, alive] = [`.x.jsonl.gz.${2 ** 30}.part`, `.x.jsonl.gz.${process.ppid}.part`];
      for (const name of [dead, alive, '.notes.part']) await writeFile(inFolder(name), 'half');
      await pullAll();
      expect(await readdir(inFolder()))
        .to.include.members([alive, '.notes.part'])
        .and.not.to.include(dead);
    });
  });

  describe('lists', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 10, 1) + n * 86_400_000).toISOString();
    const idsOf = async (filter: SessionFilter) => (await listSessions(api, filter)).map(({ id }) => id);

    beforeEach(async () => {
      for (let i = 0; i < 9; i++) {
        const end = new Date(Date.parse(day(i)) + (i + 1) * 60_000).toISOString();
        await serve([
          `s-${i}`,
          'idle-gap.jsonl',
          {
            start: day(i),
            end,
            distinctId: i < 3 ? 'ann' : 'bob',
            ...(i === 4 && { personId: '0198c5f2-7d1e-7c31-9a53-1b2f0c6d9e11' }),
            ...(i === 5 && { distinctId: '0198c5f2-7d1e-7c31-9a53-1b2f0c6d9e11' }),
            ...(i > 6 && { playlist: 'aBc' }),
          },
        ]);
      }
    });

    for (const hasCursor of [true, false])
      it(`page by ${hasCursor ? 'a cursor' : 'an offset'}, and name each session once, the oldest first`, async () => {
        server.hasCursor = hasCursor;
        for (let i = 0; i < 250; i++)
          await serve([`t-${i}`, 'idle-gap.jsonl', { start: day(20 + i), end: day(20 + i) }]);
        const ids = await idsOf({});
        expect(ids).to.deep.equal([...server.sessions.keys()]);
        expect(server.requests).to.have.length(3);
      });

    for (const [title, filter, expected] of [
      ['all', { from: 'all' }, [0, 1, 2, 3, 4, 5, 6, 7, 8]],
      ['a day on', { from: '2026-11-08' }, [7, 8]],
      ['days', { from: '2026-11-02', to: '2026-11-04' }, [1, 2, 3]],
      ['a distinct id', { person: 'ann' }, [0, 1, 2]],
      ['a UUID, of a person or a distinct id', { person: '0198c5f2-7d1e-7c31-9a53-1b2f0c6d9e11' }, [4, 5]],
      ['a length', { minDuration: 180, maxDuration: 300 }, [2, 3, 4]],
      ['all at once', { from: '2026-11-02', person: 'ann', minDuration: 150 }, [2]],
      ['a collection', { playlist: 'aBc' }, [7, 8]],
      ['nobody', { person: 'eve' }, []],
    ] as const)
      it(`are of ${title}`, async () =>
        expect(await idsOf(filter)).to.deep.equal(expected.map((i) => `s-${i}`)));

    for (const [title, playlist, message] of [
      ['a saved filter', 'saved', 'is a saved filter'],
      ['no playlist', 'none', 'not found (404)'],
    ] as const)
      it(`say what is wrong with ${title}`, async () =>
        expect(await idsOf({ playlist }).catch(String)).to.include(message));
  });
});
