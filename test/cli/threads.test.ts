import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { linesOf, SHAPES } from '../../fixtures/shapes.mjs';
import { command, recording, useFolder } from './command.ts';

/** The first is read for longest, so that the others are done before it. */
const SAMPLES = ['states.jsonl', 'idle-gap.jsonl', 'lab.jsonl', 'checkout.v2.json', 'two-tabs.jsonl'];

describe('portable-replay, with several recordings in threads,', function () {
  this.timeout(120_000);
  const inFolder = useFolder();
  const samples = SAMPLES.map(recording);

  /** What command lines say together, and the worst code of theirs. */
  async function inTurn(lines: readonly (readonly string[])[]) {
    const said = { code: 0, stdout: '', stderr: '' };
    for (const line of lines) {
      const { code, stdout, stderr } = await command(line);
      said.code = Math.max(said.code, code);
      said.stdout += stdout;
      said.stderr += stderr;
    }
    return said;
  }

  for (const [verb, options] of [
    ['verify', []],
    ['scan', ['--json']],
    ['redact', ['--string', 'Fernhouse', '--kind', 'console']],
    ['entries', ['--json']],
  ] as const)
    it(`says what it says of each, in their order: ${[verb, ...options].join(' ')}`, async () => {
      await writeFile(inFolder('broken.json'), '{"not":"a recording"}');
      const files = [samples[0]!, inFolder('broken.json'), ...samples.slice(1), inFolder('gone.json')];
      const together = await command([verb, ...options, ...files, '--jobs', '2']);
      const alone = await inTurn(files.map((file) => [verb, ...options, file]));
      expect(together).to.deep.equal(alone);
      expect(together).to.have.property('code', 3);
      expect(together.stderr).to.include('gone.json');
    });

  it('puts names before results for people', async () => {
    const { stdout } = await command(['scan', ...samples, '--jobs', '2']);
    expect(stdout.match(/^==> .* <==$/gm)).to.deep.equal(samples.map((file) => `==> ${file} <==`));
  });

  it('writes the same files under the same names, also where several sessions are in a file', async () => {
    const both = await Promise.all([sessionLines('lab', 'a-session'), sessionLines('checkout', 'b-session')]);
    await writeFile(inFolder('two.jsonl'), Buffer.concat(both));
    const files = [samples[0]!, inFolder('two.jsonl'), samples[1]!, samples[0]!];
    const redact = ['redact', '--string', 'Fernhouse'];
    const { code, stdout, stderr } = await command([
      ...redact,
      ...files,
      '--jobs',
      '2',
      '--out',
      inFolder('all/'),
    ]);
    expect([code, stdout]).to.deep.equal([0, '']);
    const named = ['states', 'a-session', 'b-session', 'idle-gap', 'states-2'].map((name) => `${name}.json`);
    expect(await readdir(inFolder('all'))).to.have.members(named);
    expect((await readdir(inFolder())).sort()).to.deep.equal(['all', 'two.jsonl']);
    await command([...redact, samples[0]!, '--out', inFolder('alone.json')]);
    const alone = await readFile(inFolder('alone.json'));
    for (const name of ['states.json', 'states-2.json'])
      expect(await readFile(inFolder(`all/${name}`))).to.deep.equal(alone);
    const [first, two, ...others] = files;
    expect(stderr.match(/^.*(?=: removed|: nothing)/gm)).to.deep.equal([
      ...[first, `${two} (1)`, `${two} (2)`],
      ...others,
    ]);
  });

  it('ends at a file that is there already, with what came before it and no half files', async () => {
    await mkdir(inFolder('out'));
    await writeFile(inFolder('out/lab.json'), 'mine');
    const { code, stderr } = await command(['convert', ...samples, '--jobs', '2', '--out', inFolder('out')]);
    expect(code).to.equal(2);
    expect(stderr).to.include('lab.json is there already. --force replaces it.');
    expect((await readdir(inFolder('out'))).sort()).to.deep.equal([
      'idle-gap.json',
      'lab.json',
      'states.json',
    ]);
    expect(await readFile(inFolder('out/lab.json'), 'utf8')).to.equal('mine');
    expect(
      (await command(['convert', ...samples, '--jobs', '2', '--force', '--out', inFolder('out')])).code,
    ).to.equal(0);
    expect(await readFile(inFolder('out/lab.json'), 'utf8')).not.to.equal('mine');
  });

  it('says once which rule cannot be meant, and writes nothing', async () => {
    const args = ['redact', ...samples, '--jobs', '2', '--selector', 'h1[', '--out', inFolder('out/')];
    const { code, stderr } = await command(args);
    expect(code).to.equal(2);
    expect(stderr).to.match(/^portable-replay: .*h1\[.*\n$/);
    expect(await readdir(inFolder())).to.deep.equal([]);
  });

  it('leaves whole files alone when it is stopped', async () => {
    const stop = new AbortController();
    const many = Array.from({ length: 8 }, () => samples).flat();
    const out = inFolder('out');
    const stopped = command(['convert', ...many, '--jobs', '2', '--out', `${out}/`], { signal: stop.signal });
    const written = async () => (await readdir(out).catch(() => [])).filter((name) => name.endsWith('.json'));
    while ((await written()).length === 0) await new Promise(setImmediate);
    stop.abort();
    const { code, stderr } = await stopped;
    expect([code, stderr]).to.deep.equal([3, '']);
    const names = await readdir(out);
    expect(names.length).to.be.within(1, many.length - 1);
    for (const name of names)
      expect(JSON.parse(await readFile(join(out, name), 'utf8'))).to.have.property('data');
  });

  it('takes threads where there is enough to read, or where they are asked for', async () => {
    const { threadsFor } = await import('../../src/cli/each-in-threads.ts');
    const large = inFolder('large.json');
    await writeFile(large, '');
    await truncate(large, 8 * 1024 ** 2);
    const inputs = (...sources: readonly (string | object)[]) =>
      sources.map((source) => ({ source, name: '', stem: '' }));
    const small = samples.slice(0, 2);
    const many = Array<string>(200).fill(inFolder('gone.json'));
    const cores = availableParallelism();
    expect(await threadsFor(inputs(...small))).to.equal(0);
    expect(await threadsFor(inputs(...small), 3)).to.equal(3);
    expect(await threadsFor(inputs(...small, large))).to.equal(cores);
    expect(await threadsFor(inputs(...many))).to.equal(cores);
    expect(await threadsFor(inputs(large))).to.equal(0);
    expect(await threadsFor(inputs(process.stdin, large), 3)).to.equal(0);
  });

  it('refuses a number of threads that is none', async () => {
    const { code, stderr } = await command(['verify', ...samples, '--jobs', '0']);
    expect(code).to.equal(2);
    expect(stderr).to.include('whole number from 1');
  });
});

/** A session of the fixtures as lines of ingestion events, of which several can be in a file. */
async function sessionLines(base: string, id: string): Promise<Buffer> {
  const shape = SHAPES.find((each) => each.id === 'ingestion-jsonl');
  const text = await readFile(recording(`${base}.jsonl`), 'utf8');
  return Buffer.concat([shape!.write(linesOf(text), id)].flat().map((part) => Buffer.from([...part, 10])));
}
