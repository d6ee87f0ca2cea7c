import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { validate } from 'har-validator-compiled';
import { command, recording, useFolder } from './command.ts';

const CHECKOUT = recording('checkout.v2.json');
const CONSOLE = recording('console-network.jsonl');

interface Listed {
  readonly kind: string;
  readonly time: number;
  readonly title: string;
  readonly level?: string;
}

async function listed(...args: string[]): Promise<readonly Listed[]> {
  const { code, stdout, stderr } = await command([...args, '--json']);
  expect([code, stderr]).to.deep.equal([0, '']);
  return JSON.parse(stdout) as Listed[];
}

describe('portable-replay entries, console, requests, errors and pages', () => {
  const inFolder = useFolder();

  it('tell what happened, a line each', async () => {
    const { code, stdout } = await command(['entries', CHECKOUT]);
    expect(code).to.equal(0);
    expect(stdout)
      .to.match(/^0:00 opened .*Fernhouse – Plants/m)
      .and.match(/^0:06 clicked "Add to cart" \(button\)$/m);
  });

  it('keep to kinds, times, words and a window', async () => {
    const clicks = await listed('entries', CHECKOUT, '--kind', 'click,page', '--from', '4', '--to', '0:07');
    expect(clicks.map(({ kind }) => kind)).to.deep.equal(['click', 'page', 'click', 'click']);
    expect(clicks.every(({ time }) => time >= 4 && time < 7)).to.be.true;
    const found = await listed('entries', CHECKOUT, '--grep', 'CART click');
    expect(found.map(({ title }) => title)).to.deep.equal(['clicked "Add to cart" (button)']);
    expect(await listed('entries', recording('two-tabs.v2.json'), '--window', 'none')).to.deep.equal([]);
    const [one, two] = [
      await listed('entries', recording('two-tabs.v2.json'), '--window', '1'),
      await listed('entries', recording('two-tabs.v2.json'), '--window', '2'),
    ];
    expect(one.length).to.be.greaterThan(0);
    expect(one.length + two.length).to.equal((await listed('entries', recording('two-tabs.v2.json'))).length);
  });

  it('each keep to their own', async () => {
    const kindsOf = async (verb: string) => new Set((await listed(verb, CONSOLE)).map(({ kind }) => kind));
    expect(await kindsOf('console')).to.deep.equal(new Set(['console']));
    expect(await kindsOf('requests')).to.deep.equal(new Set(['request']));
    expect(await kindsOf('pages')).to.deep.equal(new Set(['page']));
    const errors = await listed('errors', CONSOLE);
    expect(errors.length).to.be.greaterThan(5);
    expect(errors.every(({ level }) => level === 'error')).to.be.true;
  });

  it('name the recordings where there are several, and go into a folder', async () => {
    const { stdout } = await command(['pages', CHECKOUT, recording('idle-gap.jsonl')]);
    expect(stdout.match(/^==> .* <==$/gm)).to.deep.equal([
      `==> ${CHECKOUT} <==`,
      `==> ${recording('idle-gap.jsonl')} <==`,
    ]);
    await command([
      'entries',
      CHECKOUT,
      recording('idle-gap.jsonl'),
      '--format',
      'csv',
      '--out',
      inFolder('csv/'),
    ]);
    expect((await readdir(inFolder('csv'))).sort()).to.deep.equal(['checkout.v2.csv', 'idle-gap.csv']);
    expect(await readFile(inFolder('csv/idle-gap.csv'), 'utf8')).to.match(/^.?id,/);
  });

  for (const [title, args, message] of [
    ['a kind that is none', ['--kind', 'klick'], /no kind "klick"/],
    ['a time that is none', ['--from', 'noon'], /A time is written/],
    ['a format that is none', ['--format', 'xml'], /Allowed choices are json/],
  ] as const)
    it(`refuse ${title}`, async () => {
      const { code, stdout, stderr } = await command(['entries', CHECKOUT, ...args]);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(message);
    });
});

describe('portable-replay har', () => {
  it('writes an HTTP Archive that tools read', async () => {
    const { code, stdout } = await command(['har', CONSOLE]);
    expect(code).to.equal(0);
    const archive = JSON.parse(stdout) as { log: { version: string; entries: unknown[] } };
    expect(archive.log.version).to.equal('1.2');
    expect(archive.log.entries).to.have.lengthOf((await listed('requests', CONSOLE)).length);
    expect(() => validate('har', archive)).not.to.throw();
  });
});

describe('portable-replay transcript', () => {
  for (const [format, form] of [
    ['text', /^0:06 clicked "Add to cart" \(button\)$/m],
    ['markdown', /^- \*\*0:06\*\* clicked "Add to cart" \\?\(button\\?\)$/m],
    ['vtt', /^WEBVTT\n/],
  ] as const)
    it(`tells a session as ${format}`, async () => {
      const { code, stdout } = await command(['transcript', CHECKOUT, '--format', format]);
      expect(code).to.equal(0);
      expect(stdout).to.match(form);
    });

  it('has what was on the page in it, where that is wanted', async () => {
    const without = await command(['transcript', CHECKOUT]);
    const { stdout } = await command(['transcript', CHECKOUT, '--seen']);
    expect(without.stdout).not.to.include('- button "Add to cart"');
    expect(stdout).to.include('- button "Add to cart"');
    const { stdout: json } = await command(['transcript', CHECKOUT, '--json']);
    expect(() => JSON.parse(json) as unknown).not.to.throw();
  });
});

describe('portable-replay search', () => {
  it('finds when a text was on a page', async () => {
    const { code, stdout } = await command(['search', 'Look closer', CHECKOUT, '--json']);
    expect(code).to.equal(0);
    const [first] = JSON.parse(stdout) as { start: number; end: number; windowId: string }[];
    expect(first!.windowId).to.equal('1');
    expect(first!.end).to.be.within(4, 5);
    const lines = await command(['search', 'Look closer', CHECKOUT]);
    expect(lines.stdout).to.match(/^0:00 to 0:04 {2}window 1$/m);
    const none = await command(['search', 'Nowhere to be seen', CHECKOUT]);
    expect([none.code, none.stdout]).to.deep.equal([0, '']);
  });
});
