import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ExtractSummary } from '../../../src/cli/extract/extract.ts';
import { command, recording, useFolder } from '../command.ts';
import { query, table } from './database.ts';

const SAMPLES = ['app-android.json', 'app-ios.json', 'idle-gap.jsonl', 'lab.jsonl', 'two-tabs.jsonl'];

describe('portable-replay extract', function () {
  this.timeout(120_000);
  const inFolder = useFolder();
  const inputs = () => inFolder('recordings');
  const out = () => inFolder('tables');

  beforeEach(async () => {
    await mkdir(inputs());
    for (const name of SAMPLES) await copyFile(recording(name), join(inputs(), name));
  });

  /** Two recordings a batch, so that there are three. */
  const run = async (...options: string[]) => {
    const all = [inputs(), '--out', out(), '--batch', '2', '--jobs', '1', '--json', ...options];
    const { code, stdout, stderr } = await command(['extract', ...all]);
    return { code, stderr, summary: JSON.parse(stdout || 'null') as ExtractSummary };
  };

  it('goes on where it was, and does again what has changed', async () => {
    const first = await run();
    expect(first).to.have.property('code', 0);
    expect(first.summary).to.include({ batches: 3, unchanged: 0, sessions: 5 });
    const files = await contentOf(out());

    const [written] = Object.keys(files).filter((path) => path.startsWith('entries/'));
    const { mtimeMs } = await stat(join(out(), written!));
    expect((await run()).summary).to.deep.equal({ ...first.summary, unchanged: 3 });
    expect((await stat(join(out(), written!))).mtimeMs).to.equal(mtimeMs);

    await rm(join(out(), written!));
    expect((await run()).summary.unchanged).to.equal(2);
    expect(await contentOf(out())).to.deep.equal(files);

    // Of another day: its rows are gone from where they were.
    const text = await readFile(join(inputs(), 'two-tabs.jsonl'), 'utf8');
    const { size } = await stat(join(inputs(), 'two-tabs.jsonl'));
    const later = text.replace(/"timestamp":(\d+)/g, (_, at: string) => `"timestamp":${Number(at) + 9e8}`);
    await writeFile(join(inputs(), 'two-tabs.jsonl'), later);
    expect((await stat(join(inputs(), 'two-tabs.jsonl'))).size).to.equal(size);
    expect((await run()).summary).to.include({ unchanged: 2, sessions: 5 });
    expect(await query(`SELECT count(*) AS found FROM ${table(out(), 'sessions')}`)).to.deep.equal([
      { found: 5 },
    ]);
  });

  it('adds what came later', async () => {
    await rm(join(inputs(), 'two-tabs.jsonl'));
    await run();
    await copyFile(recording('two-tabs.jsonl'), join(inputs(), 'two-tabs.jsonl'));
    expect((await run()).summary).to.include({ batches: 3, unchanged: 2, sessions: 5 });
  });

  it('makes the same of shares as of the whole', async () => {
    await run();
    const whole = await contentOf(out());
    await rm(out(), { recursive: true });
    for (const shard of ['3/3', '1/3', '2/3']) {
      const { summary } = await run('--shard', shard);
      expect(summary).to.include({ batches: 1, unchanged: 0 });
    }
    expect(await contentOf(out())).to.deep.equal(whole);
  });

  it('has a share without anything to do, where there are more shares than batches', async () => {
    const { code, summary } = await run('--shard', '4/4');
    expect([code, summary.batches]).to.deep.equal([0, 0]);
  });

  it('changes the size of batches, the format and the tables of what is there', async () => {
    await run();
    expect((await run('--batch', '9')).summary).to.include({ batches: 1, unchanged: 0 });
    const names = Object.keys(await contentOf(out()));
    expect(names.filter((name) => !name.includes('part-00000'))).to.deep.equal([]);
    await run('--batch', '9', '--format', 'ndjson', '--tables', 'pages,sessions');
    expect(
      new Set(Object.keys(await contentOf(out())).map((name) => name.replace(/date=[^/]+/, 'day'))),
    ).to.deep.equal(
      new Set(['_manifest/part-00000.json', 'pages/day/part-00000.ndjson', 'sessions/day/part-00000.ndjson']),
    );
  });

  it('remembers what could not be read', async () => {
    await writeFile(join(inputs(), 'broken.json'), '{"not":"a recording"}');
    for (const unchanged of [0, 3]) {
      const { code, stderr, summary } = await run();
      expect([code, summary.unchanged]).to.deep.equal([3, unchanged]);
      expect(stderr)
        .to.include(`${join(inputs(), 'broken.json')}: `)
        .and.to.include('(not-a-recording)');
    }
  });

  it('reads nothing that it has written itself', async () => {
    const own = join(inputs(), 'tables');
    const all = ['extract', inputs(), '--out', own, '--format', 'ndjson', '--json'];
    await command(all);
    const { code, stdout } = await command(all);
    expect([code, (JSON.parse(stdout) as ExtractSummary).sessions]).to.deep.equal([0, 5]);
  });

  it('mixes no recordings with those of another run, unless it is told to replace them', async () => {
    await run();
    await rm(join(inputs(), 'lab.jsonl'));
    const refused = await run();
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.include('1 recordings that are not among these').and.to.include('lab.jsonl');
    expect((await run('--force')).summary).to.include({ batches: 2, unchanged: 0, sessions: 4 });
    expect(await query(`SELECT count(*) AS found FROM ${table(out(), 'sessions')}`)).to.deep.equal([
      { found: 4 },
    ]);
  });

  it('fills no folder that has other things in it, unless it is told to', async () => {
    await mkdir(out());
    await writeFile(join(out(), 'notes.txt'), 'mine');
    expect(await run()).to.include({ code: 2 });
    expect(await readdir(out())).to.deep.equal(['notes.txt']);
    expect(await run('--force')).to.include({ code: 0 });
    expect(await readFile(join(out(), 'notes.txt'), 'utf8')).to.equal('mine');
  });

  it('takes half files away when it is stopped, and goes on afterwards', async () => {
    const stop = new AbortController();
    const args = ['extract', inputs(), '--out', out(), '--batch', '2', '--jobs', '1'];
    const stopped = command(args, { signal: stop.signal });
    while (!(await readdir(join(out(), '_manifest')).catch((): string[] => [])).includes('part-00000.json'))
      await new Promise(setImmediate);
    stop.abort();
    await stopped;
    expect(Object.keys(await contentOf(out())).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
    expect((await run()).summary.unchanged).to.be.within(1, 3);
  });

  it('says what keeps it from writing', async () => {
    await mkdir(join(out(), '_manifest'), { recursive: true });
    await writeFile(join(out(), 'sessions'), 'a file where a folder should be');
    const { code, stderr } = await run();
    expect(code).to.equal(2);
    expect(stderr).to.include('sessions');
  });

  for (const [title, options, message] of [
    ['a share that is none', ['--shard', '0/3'], /from 1\/n to n\/n/],
    ['a share beyond the last', ['--shard', '4/3'], /from 1\/n to n\/n/],
    ['a table that is none', ['--tables', 'sessions,clicks'], /no table "clicks"/],
    ['a format that is none', ['--format', 'csv'], /parquet, ndjson/],
    ['batches of nothing', ['--batch', '0'], /whole number from 1 to 1000/],
    ['standard input', ['-'], /- is no file/],
    ['addresses', ['https://shop.example/a.json'], /is no file/],
  ] as const)
    it(`refuses ${title}`, async () => {
      const { code, stderr } = await run(...options);
      expect(code).to.equal(2);
      expect(stderr).to.match(message);
      expect(await readdir(out()).catch(() => [])).to.deep.equal([]);
    });
});

/** All files below a folder, by path. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files[path.slice(folder.length + 1)] = await readFile(path, 'base64');
    }
  return files;
}
