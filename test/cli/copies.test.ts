import { readdir, readFile, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { SHAPES } from '../../fixtures/shapes.mjs';
import { command, linesOf, recording, useFolder } from './command.ts';
import { writeShape } from './shapes.ts';

const CHECKOUT = recording('checkout.v2.json');

/** What a recording answers to each question, with its windows by number. */
async function answersOf(files: readonly string[]) {
  const ask = async (verb: string, ...more: string[]) => {
    const { code, stdout, stderr } = await command([verb, ...more, ...files, '--join', '--json']);
    expect([verb, code, stderr]).to.deep.equal([verb, verb === 'scan' && code === 1 ? 1 : 0, '']);
    return stdout;
  };
  const [info] = linesOf(await ask('info')) as {
    startedAt: string;
    duration: number;
    counts: object;
    windows: { id: string }[];
  }[];
  const { startedAt, duration, counts, windows } = info!;
  const numbered = (text: string) =>
    windows.reduce(
      (given, { id }, i) =>
        given.replaceAll(new RegExp(`"(windowId|from)":"${id}"`, 'g'), `"$1":"window ${i}"`),
      text,
    );
  return {
    startedAt,
    duration,
    counts,
    windows: windows.map((window, i) => ({ ...window, id: i })),
    entries: numbered(await ask('entries')),
    har: await ask('har').then(
      (text) => (JSON.parse(text) as { log: { entries: unknown[] } }).log.entries.length,
    ),
    transcript: await command(['transcript', ...files, '--join', '--detail', 'full', '--seen']),
    text: numbered(await ask('search', 'Look closer')),
    leaks: numbered(await ask('scan')).replaceAll(/"(?:file|session|id|windowId)":"[^"]*"/g, ''),
  };
}

describe('portable-replay convert', () => {
  const inFolder = useFolder();

  for (const shape of SHAPES)
    it(`loses nothing of the ${shape.title}`, async () => {
      const files = await writeShape(shape, inFolder());
      const expected = await answersOf(files);
      // Analytics events have a place in exports alone.
      const formats = shape.markers ? ['2023-04-28'] : ['2023-04-28', 'jsonl', 'rrweb'];
      for (const format of formats) {
        const out = inFolder(`copy.${format}`);
        const { code, stderr } = await command([
          'convert',
          ...files,
          '--join',
          '--format',
          format,
          '--out',
          out,
        ]);
        expect([code, stderr]).to.deep.equal([0, '']);
        const found = await answersOf([out]);
        expect(found).to.deep.equal(expected);
      }
    });

  it('keeps several windows apart in every format', async () => {
    const source = recording('two-tabs.jsonl');
    const expected = await answersOf([source]);
    for (const format of ['2023-04-28', 'jsonl', 'rrweb']) {
      const out = inFolder(`copy.${format}`);
      await command(['convert', source, '--format', format, '--out', out]);
      expect(await answersOf([out])).to.deep.equal(expected);
    }
  });

  it('writes to standard output what it reads from standard input', async () => {
    const { code, stdout } = await command(['convert', '-', '--format', 'rrweb'], {
      stdin: await readFile(recording('idle-gap.jsonl')),
    });
    expect(code).to.equal(0);
    const events = JSON.parse(stdout) as { type: number; timestamp: number }[];
    expect(events.map(({ type }) => type).slice(0, 2)).to.deep.equal([4, 2]);
  });

  it('takes no id of a session for a path', async () => {
    const text = await readFile(CHECKOUT, 'utf8');
    const whole = JSON.parse(text) as { data: object };
    const of = (id: string) => strToU8(JSON.stringify({ ...whole, data: { ...whole.data, id } }));
    await writeFile(inFolder('two.zip'), zipSync({ 'a.json': of('../../outside'), 'b.json': of('..') }));
    const { code, stderr } = await command(['convert', inFolder('two.zip'), '--out', inFolder('in/it/')]);
    expect([code, stderr]).to.deep.equal([0, '']);
    expect((await readdir(inFolder(), { recursive: true })).sort()).to.deep.equal([
      'in',
      'in/it',
      'in/it/_.._outside.json',
      'in/it/two-2.json',
      'two.zip',
    ]);
  });

  it('replaces no file unless it is told to, and leaves none half written', async () => {
    await writeFile(inFolder('there.json'), 'mine');
    const args = ['convert', CHECKOUT, '--out', inFolder('there.json')];
    const refused = await command(args);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.include('there.json is there already. --force replaces it.');
    expect(await readFile(inFolder('there.json'), 'utf8')).to.equal('mine');
    expect((await command([...args, '--force'])).code).to.equal(0);
    expect(await readFile(inFolder('there.json'), 'utf8')).to.include('"version":"2023-04-28"');
    const stop = new AbortController();
    stop.abort();
    await command(['convert', CHECKOUT, '--out', inFolder('never.json')], { signal: stop.signal });
    expect(await readdir(inFolder())).to.deep.equal(['there.json']);
  });

  it('puts several recordings into a folder, and not into one file', async () => {
    const both = [CHECKOUT, recording('idle-gap.v2.json')];
    const refused = await command(['convert', ...both, '--out', inFolder('one.json')]);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.include('name a folder');
    const { code } = await command(['convert', ...both, CHECKOUT, '--out', inFolder('copies/')]);
    expect(code).to.equal(0);
    expect((await readdir(inFolder('copies'))).sort()).to.deep.equal([
      'checkout.v2-2.json',
      'checkout.v2.json',
      'idle-gap.v2.json',
    ]);
  });

  it('says that a folder cannot be written to', async () => {
    await writeFile(inFolder('file'), '');
    const { code, stderr } = await command(['convert', CHECKOUT, '--out', inFolder('file/copy.json')]);
    expect(code).to.equal(2);
    expect(stderr).to.match(/file/);
  });
});

describe('portable-replay redact', () => {
  const inFolder = useFolder();

  it('removes what rules name from every byte, and counts it', async () => {
    const rules = { strings: ['Fernhouse'], selectors: ['h1'], kinds: ['console'] };
    await writeFile(inFolder('rules.json'), JSON.stringify(rules));
    for (const format of ['2023-04-28', 'jsonl', 'rrweb']) {
      const out = inFolder(`copy.${format}`);
      const { code, stdout, stderr } = await command([
        ...[
          'redact',
          CHECKOUT,
          '--rules',
          inFolder('rules.json'),
          '--string',
          'Add to cart',
          '--string',
          'zzzz',
        ],
        ...['--format', format, '--out', out],
      ]);
      expect([code, stdout]).to.deep.equal([0, '']);
      expect(stderr).to.match(
        /removed 3 elements, \d+ texts, 4 of console; nothing matched "zzzz" \(strings\)/,
      );
      const copy = await readFile(out, 'latin1');
      expect(copy).not.to.match(/fernhouse|add to cart/i);
      const entries = await command(['console', out]);
      expect([entries.code, entries.stdout]).to.deep.equal([0, '']);
    }
  });

  it('keeps a stretch', async () => {
    await command(['redact', CHECKOUT, '--from', '4', '--to', '8', '--out', inFolder('part.json')]);
    const { stdout } = await command(['info', inFolder('part.json'), '--json']);
    expect((linesOf(stdout) as { duration: number }[])[0]!.duration).to.be.within(3, 4);
  });

  it('gives its counts as JSON', async () => {
    const args = ['redact', CHECKOUT, '--selector', 'h1', '--json'];
    const { stdout, stderr } = await command([...args, '--out', inFolder('copy.json')]);
    expect(stderr).to.equal('');
    expect(linesOf(stdout)).to.have.nested.property('[0].rules[0].elements', 3);
    expect((await command(args)).code).to.equal(2);
  });

  it('removes what the leak scan finds', async () => {
    const text = await readFile(recording('idle-gap.v2.json'), 'utf8');
    await writeFile(inFolder('leak.json'), text.replaceAll('Fernhouse', 'ada.lovelace@fernhouse-mail.de'));
    const before = await command(['scan', inFolder('leak.json'), '--json']);
    expect(before.code).to.equal(1);
    const { code } = await command([
      'redact',
      inFolder('leak.json'),
      '--leaks',
      '--out',
      inFolder('copy.json'),
    ]);
    expect(code).to.equal(0);
    expect(await readFile(inFolder('copy.json'), 'utf8')).not.to.include('lovelace');
    expect((await command(['scan', inFolder('copy.json')])).code).to.equal(0);
  });

  for (const [title, rules, message] of [
    ['no rule at all', {}, /Without rules nothing would be removed/],
    ['a list that is none', { selector: ['h1'] }, /has the rule "selector", which there is not/],
    ['a rule that is no text', { strings: [5] }, /must be a list of texts/],
    ['a selector that is none', { selectors: ['h1['] }, /h1\[/],
    ['a text that is too short', { strings: ['a'] }, /"a"/],
    ['a kind that is none', { kinds: ['konsole'] }, /"konsole" is not a kind to remove/],
    ['a stretch that is none', { range: { start: 'soon' } }, /"range" in/],
  ] as const)
    it(`removes nothing, and writes nothing, with ${title}`, async () => {
      await writeFile(inFolder('rules.json'), JSON.stringify(rules));
      const { code, stderr } = await command([
        ...['redact', CHECKOUT, '--rules', inFolder('rules.json'), '--out', inFolder('copy.json')],
      ]);
      expect(code).to.equal(2);
      expect(stderr).to.match(message);
      expect(await readdir(inFolder())).to.deep.equal(['rules.json']);
    });
});

describe('portable-replay scan', () => {
  const inFolder = useFolder();

  it('finds leaks, prints none, and ends with 1', async () => {
    const text = await readFile(recording('idle-gap.v2.json'), 'utf8');
    await writeFile(inFolder('a.json'), text.replaceAll('Fernhouse', 'ada.lovelace@fernhouse-mail.de'));
    const { code, stdout } = await command(['scan', inFolder('a.json'), CHECKOUT]);
    expect(code).to.equal(1);
    expect(stdout)
      .to.match(/^0:00 {2}email {2}/m)
      .and.not.include('lovelace');
    expect((await command(['scan', inFolder('a.json'), '--kind', 'card'])).code).to.equal(0);
  });

  it('takes rules of its own', async () => {
    await writeFile(inFolder('rules.json'), JSON.stringify([{ name: 'shop', pattern: 'fernhouse' }]));
    const { code, stdout } = await command(['scan', CHECKOUT, '--rules', inFolder('rules.json'), '--json']);
    expect(code).to.equal(1);
    const [report] = linesOf(stdout) as { session: string; findings: { rule: string }[] }[];
    expect(report!.session).to.equal('01a1fc5f-9cb3-7177-958d-40f302b56094');
    expect(report!.findings.map(({ rule }) => rule)).to.include('shop');
    await writeFile(inFolder('rules.json'), JSON.stringify([{ name: 'shop', pattern: '(' }]));
    const refused = await command(['scan', CHECKOUT, '--rules', inFolder('rules.json')]);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.include('"pattern" of the rule "shop"');
  });
});

describe('portable-replay verify', () => {
  const inFolder = useFolder();

  it('passes sound recordings', async () => {
    const { code, stdout } = await command(['verify', CHECKOUT, recording('two-tabs.jsonl')]);
    expect(code).to.equal(0);
    expect(stdout).to.equal(`ok ${CHECKOUT}\nok ${recording('two-tabs.jsonl')}\n`);
  });

  it('lists what is damaged, incomplete or cannot be played', async () => {
    const whole = await readFile(CHECKOUT);
    const lines = (await readFile(recording('checkout.jsonl'), 'utf8')).split('\n');
    const files = {
      'cut.json': whole.subarray(0, 30_000),
      'line.jsonl': [...lines.slice(0, 5), '["x", {"type":', ...lines.slice(5)].join('\n'),
      // Compressed within an event: found when that is read.
      'inside.jsonl': lines.map((line) => line.replace(/("adds":"\\u001f.{80}).{9}/, '$1')).join('\n'),
      'headless.jsonl': lines.filter((line) => !line.includes('"type":2')).join('\n'),
      'other.json': '{"a":1}',
    };
    for (const [name, content] of Object.entries(files)) await writeFile(inFolder(name), content);
    const paths = Object.keys(files).map((name) => inFolder(name));
    const { code, stdout } = await command(['verify', ...paths, '--json']);
    expect(code).to.equal(1);
    const verdicts = linesOf(stdout) as { file: string; ok: boolean; problems: { code: string }[] }[];
    expect(verdicts.map(({ file }) => file)).to.deep.equal(paths);
    expect(verdicts.map(({ ok }) => ok)).to.deep.equal(paths.map(() => false));
    const codes = verdicts.map(({ problems }) => problems[0]?.code);
    expect(codes).to.deep.equal(['truncated', 'bad-line', 'undecodable', 'unplayable', 'not-a-recording']);
  });

  it('tells a file that is not there from one that is damaged', async () => {
    expect((await command(['verify', inFolder('gone.json')])).code).to.equal(3);
  });
});
