import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { SHAPES } from '../../fixtures/shapes.mjs';
import { command, linesOf, recording, useFolder } from './command.ts';
import { writeShape } from './shapes.ts';

describe('portable-replay info', () => {
  const inFolder = useFolder();

  it('says what a recording is, for people', async () => {
    const { code, stdout, stderr } = await command(['info', recording('checkout.v2.json')]);
    expect([code, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.match(/checkout\.v2\.json\n/);
    for (const line of [
      /Session +01a1fc5f-9cb3-7177-958d-40f302b56094/,
      /Length +0:15/,
      /Window +1 +0:00 to 0:15 +http/,
    ])
      expect(stdout).to.match(line);
  });

  for (const shape of SHAPES)
    it(`knows the ${shape.title}`, async () => {
      const files = await writeShape(shape, inFolder());
      const { code, stdout, stderr } = await command(['info', ...files, '--join', '--json']);
      expect([code, stderr]).to.deep.equal([0, '']);
      const [info, ...others] = linesOf(stdout) as { format: string; counts: Record<string, number> }[];
      expect(others).to.deep.equal([]);
      expect(info).to.include({ format: shape.format, file: files.join(' ') });
      expect(info!.counts['fullSnapshot']).to.equal(3);
    });

  it('reads standard input', async () => {
    const { code, stdout } = await command(['info', '-', '--json'], {
      stdin: await readFile(recording('checkout.v2.json.gz')),
    });
    expect(code).to.equal(0);
    expect(linesOf(stdout)).to.have.nested.property('[0].packing[0]', 'gzip');
  });

  it('takes folders and globs, in the order of their names, and nothing that is hidden or of its own', async () => {
    await mkdir(inFolder('more'));
    for (const name of ['b.json', 'a.json', 'more/c.json', '.hidden.json', 'manifest.json', 'notes.pdf'])
      await copyFile(recording('checkout.v2.json'), inFolder(name));
    const filesIn = async (arg: string) => {
      const { stdout } = await command(['info', arg, '--json']);
      return (linesOf(stdout) as { file: string }[]).map(({ file }) => file);
    };
    expect(await filesIn(inFolder())).to.deep.equal(['a.json', 'b.json', 'more/c.json'].map(inFolder));
    expect(await filesIn(inFolder('[a-b].json'))).to.deep.equal(['a.json', 'b.json'].map(inFolder));
  });

  it('names what it cannot read, and goes on', async () => {
    await writeFile(inFolder('list.json'), '{"a":1}');
    const { code, stdout, stderr } = await command([
      'info',
      inFolder('list.json'),
      inFolder('gone.json'),
      recording('checkout.v2.json'),
    ]);
    expect(code).to.equal(3);
    expect(stdout).to.match(/Length +0:15/);
    expect(stderr).to.include('list.json').and.to.include('(not-a-recording)');
    expect(stderr).to.include('gone.json').and.to.include('(network)');
  });

  for (const [title, args, message] of [
    ['no file', [], /missing required argument/],
    ['a glob without files', ['nothing-*.json'], /No file matches nothing-\*\.json/],
    ['an option that is none', ['a.json', '--jsn'], /Did you mean --json/],
    ['standard input twice', ['-', '-'], /only once/],
  ] as const)
    it(`refuses ${title}`, async () => {
      const { code, stdout, stderr } = await command(['info', ...args]);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(message);
    });

  it('lets no character of a recording command the terminal', async () => {
    const text = await readFile(recording('idle-gap.jsonl'), 'utf8');
    await writeFile(
      inFolder('a.jsonl'),
      text.replaceAll('http://shop.example', 'http://shop\\u001b[2J.example'),
    );
    const { stdout } = await command(['info', inFolder('a.jsonl')]);
    expect(stdout).to.include('\\x1b[2J').and.not.to.include('\u001b');
  });
});
