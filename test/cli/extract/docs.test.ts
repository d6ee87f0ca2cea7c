import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Column, TABLES } from '../../../src/cli/extract/tables.ts';
import { command, recording } from '../command.ts';
import { query } from './database.ts';

const SAMPLES = ['app-android.json', 'console-network.jsonl', 'signals.jsonl'];

/** Variables of systems that start a program several times, for share 3 of 8. */
const VARIABLES = {
  kubernetes: { JOB_COMPLETION_INDEX: '2' },
  aws: { AWS_BATCH_JOB_ARRAY_INDEX: '2' },
  slurm: { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '8' },
};

describe('the documentation of extract', () => {
  let page = '';
  before(async () => {
    page = await readFile(new URL('../../../demo/docs/data.md', import.meta.url), 'utf8');
  });

  const example = (mark: string) => {
    const [, code] = page.split(new RegExp(`<!-- tested:${mark} -->\\s+\`\`\`\\w+\n`));
    return code!.split('```')[0]!;
  };

  for (const [name, columns] of Object.entries(TABLES) as [string, readonly Column[]][])
    it(`lists the columns of ${name}`, () => {
      const [, section] = page.split(`\n### ${name}\n`);
      const listed = [...section!.split(/\n#|<!--/)[0]!.matchAll(/^\| `(\w+)` +\| (\w+\??) +\| .+\|$/gm)];
      expect(listed.map(([, column, type]) => `${column} ${type}`)).to.deep.equal(
        columns.map((column) => `${column.name} ${column.type}${column.optional ? '?' : ''}`),
      );
    });

  it('has options that are there, and all of them', async () => {
    const { stdout } = await command(['extract', '--help']);
    const ofHelp = [...stdout.matchAll(/^ {2}(?:-\w, )?(--\w+)/gm)].map(([, name]) => name);
    const [, options] = page.split('| option ');
    const listed = [...options!.split('\n\n')[0]!.matchAll(/^\| `(--\w+)/gm)].map(([, name]) => name);
    expect(listed.toSorted()).to.deep.equal(ofHelp.filter((name) => name !== '--help').toSorted());
  });

  describe('on recordings', function () {
    this.timeout(60_000);
    let folder = '';
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'portable-replay-docs-'));
      await mkdir(join(folder, 'recordings'));
      for (const name of SAMPLES) await copyFile(recording(name), join(folder, 'recordings', name));
    });
    after(() => rm(folder, { recursive: true }));

    it('has SQL that DuckDB runs', async () => {
      await command(['extract', join(folder, 'recordings'), '--out', join(folder, 'tables'), '--jobs', '1']);
      const statements = example('duckdb').replaceAll("'tables/", `'${folder}/tables/`).split(/;\s*/);
      expect(statements).to.have.length(4);
      for (const statement of statements.slice(0, 3))
        expect(await query(statement), statement).to.have.length.greaterThan(0);
    });

    for (const [system, variables] of Object.entries(VARIABLES))
      it(`counts shares from 1: ${system}`, async () => {
        const line =
          system === 'kubernetes' ? /args:\n +- (portable-replay .*)/.exec(page)![1]! : example(system);
        expect(await argumentsOf(line, variables, folder)).to.include.members(['--shard', '3/8']);
      });
  });
});

/** What a line of a shell gives to the command. */
async function argumentsOf(
  line: string,
  variables: Record<string, string>,
  folder: string,
): Promise<string[]> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'portable-replay'), '#!/bin/sh\nprintf "%s\\n" "$@" > "$ARGUMENTS"\n', {
    mode: 0o755,
  });
  const told = join(folder, 'arguments');
  const shell = spawn('sh', ['-eu', '-c', line], {
    env: { ...process.env, ...variables, PATH: `${bin}:${process.env['PATH']}`, ARGUMENTS: told },
  });
  const [code] = (await once(shell, 'exit')) as [number];
  expect(code).to.equal(0);
  return (await readFile(told, 'utf8')).trimEnd().split('\n');
}
