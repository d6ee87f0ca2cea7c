import { appendFile, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { command, linesOf, recording, useFolder } from '../command.ts';
import { KEY, PosthogServer, PROJECT } from './posthog-server.ts';
import { sessionOf } from './sessions.ts';

describe('portable-replay verify, of what was pulled,', function () {
  this.timeout(120_000);
  const inFolder = useFolder();
  const inBackup = (name: string) => inFolder(`backup/${name}`);
  let server: PosthogServer;

  beforeEach(async () => {
    server = await PosthogServer.start([
      await sessionOf('s-1', 'lab.jsonl'),
      await sessionOf('s-2', 'idle-gap.jsonl'),
    ]);
    const env = { POSTHOG_PERSONAL_API_KEY: KEY };
    const at = ['--host', server.host, '--project', PROJECT, '--out', inFolder('backup')];
    expect((await command(['pull', 's-1', 's-2', ...at], { env })).code).to.equal(0);
  });

  afterEach(() => server.stop());

  /** The code, and what is wrong with each file, in their order. */
  async function verdicts(...args: string[]) {
    const { code, stdout, stderr } = await command(['verify', ...args, '--jobs', '1', '--json']);
    expect(stderr).to.equal('');
    const found = linesOf(stdout) as { file: string; problems: { code: string }[] }[];
    return [code, found.map(({ file, problems }) => [file, problems.map(({ code }) => code)])];
  }

  /** The same events in other bytes. */
  async function packAnew(name: string) {
    const lines = gunzipSync(await readFile(inBackup(name)));
    await writeFile(inBackup(name), gzipSync(lines, { level: 1 }));
  }

  it('finds files that have changed, and those that are missing', async () => {
    await copyFile(recording('lab.jsonl'), inBackup('other.jsonl'));
    const [first, second, other] = ['s-1.jsonl.gz', 's-2.jsonl.gz', 'other.jsonl'].map(inBackup);
    await packAnew('s-1.jsonl.gz');
    await rm(second!);
    const expected = [
      [other, []],
      [first, ['changed']],
      [second, ['missing']],
    ];
    // The folder may be that of one of many nights.
    expect(await verdicts(inFolder())).to.deep.equal([1, expected]);
    expect(await verdicts(first!)).to.deep.equal([1, [[first, ['changed']]]]);
    expect(await verdicts(second!)).to.deep.equal([1, [[second, ['missing']]]]);
    const { stdout } = await command(['verify', second!]);
    expect(stdout).to.include(
      `not ok ${second}\n    manifest.ndjson lists it, but it is not there. (missing)\n`,
    );
  });

  it('finds that all files are missing', async () => {
    for (const name of ['s-1.jsonl.gz', 's-2.jsonl.gz']) await rm(inBackup(name));
    const [code] = await verdicts(inFolder('backup'));
    expect(code).to.equal(1);
    // Other verbs read what is there.
    expect((await command(['info', inFolder('backup')])).stderr).to.include(
      'There is no recording in the folder',
    );
  });

  it('says what is damaged in a file besides', async () => {
    const file = inBackup('s-1.jsonl.gz');
    await writeFile(file, (await readFile(file)).subarray(0, 4000));
    const [code, [[, problems]]] = (await verdicts(file)) as [number, [[string, string[]]]];
    expect([code, problems[0]]).to.deep.equal([1, 'changed']);
    expect(problems.length).to.be.greaterThan(1);
  });

  it('finds a damaged manifest, and minds none of somebody else', async () => {
    await appendFile(inBackup('manifest.ndjson'), '{"id":\n');
    const files = ['s-1.jsonl.gz', 's-2.jsonl.gz', 'manifest.ndjson'].map(inBackup);
    const expected = files.map((file, i) => [file, i === 2 ? ['bad-line'] : []]);
    expect(await verdicts(inFolder('backup'))).to.deep.equal([1, expected]);
    await writeFile(inBackup('manifest.ndjson'), '{"files":2}\n');
    expect((await verdicts(inFolder('backup')))[0]).to.equal(0);
  });
});
