import { readdir, readFile } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { expect } from 'chai';
import { command, linesOf, useFolder } from '../command.ts';
import { KEY, PosthogServer, PROJECT } from './posthog-server.ts';
import { sessionOf } from './sessions.ts';

describe('portable-replay pull', () => {
  const inFolder = useFolder();
  let server: PosthogServer;

  beforeEach(async () => {
    server = await PosthogServer.start([
      await sessionOf('s-1', 'lab.jsonl', { start: '2026-11-01T10:00:00.000Z' }),
      await sessionOf('s-2', 'idle-gap.jsonl', { start: '2026-11-02T10:00:00.000Z', ongoing: true }),
      await sessionOf('s-3', 'idle-gap.jsonl', { start: '2026-11-03T10:00:00.000Z', deleted: true }),
    ]);
  });

  afterEach(() => server.stop());

  const at = () => ['--host', server.host, '--project', PROJECT, '--out', inFolder('backup')];
  const env = { POSTHOG_PERSONAL_API_KEY: KEY };

  async function pull(args: readonly string[], around: Parameters<typeof command>[1] = { env }) {
    const ended = await command(['pull', ...args], around);
    expect(ended.stdout + ended.stderr).not.to.include(KEY);
    return ended;
  }

  it('downloads the sessions that are named, and says so', async () => {
    const { code, stdout, stderr } = await pull(['s-1', 's-2', 's-1', ...at()]);
    expect([code, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.match(/^Pulled 2 sessions \(0\.0 MB\) into .*backup\. 1 may go on: the next run/);
    expect(await readdir(inFolder('backup'))).to.have.members([
      'manifest.ndjson',
      's-1.jsonl.gz',
      's-2.jsonl.gz',
    ]);
    const again = await pull(['s-1', ...at()]);
    expect(again.stdout).to.match(/^Pulled 0 sessions .* 1 had been there already\.\n$/);
    expect((await pull(['s-1', '--force', ...at()])).stdout).to.match(/^Pulled 1 session /);
  });

  it('writes what other verbs read, and find nothing wrong with', async () => {
    await pull(['s-1', 's-2', ...at()]);
    const told = await command(['info', inFolder('backup'), '--json']);
    const format = 'posthog-snapshots-jsonl';
    for (const [i, info] of linesOf(told.stdout).entries())
      expect(info).to.deep.include({ id: `s-${i + 1}`, format, packing: ['gzip'], warnings: [] });
    expect((await command(['verify', inFolder('backup')])).code).to.equal(0);
  });

  it('says of each session as JSON what became of it, and on standard error what went wrong', async () => {
    const { code, stdout, stderr } = await pull(['--from', 'all', '--json', ...at()]);
    expect(code).to.equal(3);
    const reason = 'deleted for good on 2026-11-02T00:00:00Z (410)';
    expect(stderr).to.equal(`portable-replay: s-3: ${reason}\n`);
    const entries = linesOf(await readFile(inFolder('backup/manifest.ndjson'), 'utf8')) as object[];
    expect(linesOf(stdout)).to.deep.equal([
      ...entries.map((entry) => ({ status: 'pulled', ...entry })),
      { status: 'failed', id: 's-3', reason },
    ]);
  });

  it('says in a line each which sessions cannot be read, and goes on', async () => {
    const { code, stdout, stderr } = await pull(['gone', 's-3', 's-1', ...at()]);
    expect(code).to.equal(3);
    expect(stderr.trimEnd().split('\n')).to.have.length(2);
    expect(stderr).to.include('gone: not found (404)').and.to.include('s-3: deleted for good');
    expect(stdout).to.match(/Pulled 1 session .* 2 could not be read\./);
  });

  it('says how many blocks of a session PostHog cannot read', async () => {
    server.sessions.set('s-1', await sessionOf('s-1', 'lab.jsonl', { lost: [0, 2] }));
    const { code, stderr } = await pull(['s-1', ...at()]);
    expect(code).to.equal(3);
    expect(stderr).to.equal('portable-replay: s-1: PostHog cannot read 2 of its blocks; the rest is kept\n');
  });

  it('asks for what the filter says', async () => {
    await pull([
      '--from',
      '-2d',
      '--to',
      '2026-11-30',
      '--person',
      'ann',
      '--min-duration',
      '1m',
      '--max-duration',
      '90',
      ...at(),
    ]);
    expect(Object.fromEntries(server.requests[0]!.query)).to.deep.equal({
      date_from: '-2d',
      date_to: '2026-11-30',
      distinct_ids: '["ann"]',
      having_predicates: JSON.stringify([
        { type: 'recording', key: 'duration', operator: 'gte', value: 60 },
        { type: 'recording', key: 'duration', operator: 'lte', value: 90 },
      ]),
      limit: '100',
      offset: '0',
    });
  });

  it('names the options, and what each is to PostHog, in its help', async () => {
    const { code, stdout } = await pull(['--help']);
    expect(code).to.equal(0);
    for (const name of [
      'date_from',
      'distinct_ids',
      'person_uuid',
      'having_predicates',
      'session_recording:read',
    ])
      expect(stdout).to.include(name);
    expect(stdout).not.to.match(/--\S*key/);
  });

  for (const [title, args, message] of [
    ['nothing that is named', [], /Name sessions, or a filter/],
    ['sessions and a filter', ['s-1', '--from', 'all'], /not both/],
    ['a playlist and dates', ['--playlist', 'aBc', '--from', '-1d'], /do not go with --playlist/],
    ['an odd date', ['--from', 'yesterday'], /A date is written 2026-11-01/],
    ['an odd length', ['--min-duration', 'long'], /A time is written/],
    ['a host without encryption', ['s-1', '--host', 'http://eu.posthog.com'], /over https alone/],
    ['a key on the command line', ['s-1', '--key', 'phx_x'], /unknown option/],
  ] as const)
    it(`refuses ${title}`, async () => {
      const { code, stdout, stderr } = await pull([...at(), ...args]);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(message);
      expect(server.requests).to.deep.equal([]);
    });

  for (const name of ['--host', '--project', '--out'])
    it(`needs ${name}`, async () => {
      const args = at();
      args.splice(args.indexOf(name), 2);
      const { code, stderr } = await pull(['s-1', ...args]);
      expect(code).to.equal(2);
      expect(stderr).to.match(new RegExp(`required option '.*${name} <`));
    });

  it('needs a key, from the environment', async () => {
    const { code, stderr } = await pull(['s-1', ...at()], {});
    expect(code).to.equal(2);
    expect(stderr).to.include('as POSTHOG_PERSONAL_API_KEY');
  });

  for (const text of [` ${KEY}\n`, `${KEY}\r`])
    it(`takes a key as a file may hold it: ${JSON.stringify(text)}`, async () => {
      const { code } = await pull(['s-1', ...at()], { env: { POSTHOG_PERSONAL_API_KEY: text } });
      expect(code).to.equal(0);
    });

  for (const text of [`${KEY} ${KEY}`, `${KEY}\n${KEY}`, `${KEY}é`])
    it(`takes no ${JSON.stringify(text)} for a key, and does not repeat it`, async () => {
      const { code, stderr } = await pull(['s-1', ...at()], { env: { POSTHOG_PERSONAL_API_KEY: text } });
      expect(code).to.equal(2);
      expect(stderr).to.include('is not a key');
    });

  it('stops at a key that PostHog does not accept', async () => {
    const wrong = { env: { POSTHOG_PERSONAL_API_KEY: 'phx_wrong' } };
    const { code, stderr } = await pull(['s-1', 's-2', ...at()], wrong);
    expect(code).to.equal(2);
    expect(stderr).to.include('does not accept the key').and.not.to.include('phx_wrong');
    expect(server.requests).to.have.length(1);
  });

  for (const [title, status, expected] of [
    ['a key that may not list', 403, 2],
    ['a project that is not there', 404, 2],
    ['a PostHog that is down', 503, 3],
  ] as const)
    it(`ends with ${expected} for ${title}`, async () => {
      const answer = { status, headers: { 'retry-after': '0' }, body: { detail: 'Words.' } };
      for (let i = 0; i < 6; i++) server.faults.push({ at: '/session_recordings', answer });
      const { code, stdout, stderr } = await pull(['--from', 'all', ...at()]);
      expect([code, stdout]).to.deep.equal([expected, '']);
      expect(stderr).to.include(`${status}`);
    });

  it('says in a terminal that it waits, and leaves nothing half when it is stopped', async () => {
    server.faults.push({ at: 'source=blob_v2', answer: { status: 429, headers: { 'retry-after': '3000' } } });
    const { run } = await import('../../../src/cli/run.ts');
    const stop = new AbortController();
    let shown = '';
    const stderr = Object.assign(
      new Writable({
        write(chunk: Buffer, _, done) {
          shown += String(chunk);
          if (shown.includes('PostHog is asked again in 3000 s.')) stop.abort();
          done();
        },
      }),
      { isTTY: true },
    );
    const stdin = Readable.from([]);
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
    const code = await run(['pull', 's-1', ...at()], { stdin, stdout, stderr, env, signal: stop.signal });
    expect(code).to.equal(3);
    expect(shown).to.include('Pulling').and.not.to.include(KEY);
    expect(await readdir(inFolder('backup'))).to.deep.equal([]);
  });
});
