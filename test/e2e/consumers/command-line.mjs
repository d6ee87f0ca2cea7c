import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { linesOf, SHAPES } from '../../../fixtures/shapes.mjs';
import { ROOT } from '../servers.mjs';

/** A text of the session that has to be gone from every byte. */
const SECRET = 'Fernhouse';

export function commandLine(project) {
  describe('as a command line', () => {
    /** Files of one session in every shape, and of each shape those that belong together. */
    const groups = [];
    let folder;

    before(async () => {
      folder = join(project.folder, 'shapes');
      await mkdir(folder);
      const lines = linesOf(await readFile(join(ROOT, 'fixtures/recordings/checkout.jsonl'), 'utf8'));
      for (const shape of SHAPES) {
        const files = [shape.write(lines, 'a-session')].flat();
        const names = files.map((_, i) => `${shape.id}-${i}.bin`);
        await Promise.all(names.map((name, i) => writeFile(join(folder, name), files[i])));
        groups.push(names);
      }
    });

    /** Runs the installed command. */
    function run(args, { stdin, env } = {}) {
      const command = join(project.folder, 'node_modules/.bin/portable-replay');
      return new Promise((resolve) => {
        const options = { cwd: folder, maxBuffer: 256 * 1024 ** 2, env: { ...process.env, ...env } };
        const child = execFile(command, args, options, (error, stdout, stderr) =>
          resolve({ code: error ? error.code : 0, stdout, stderr }),
        );
        child.stdin.end(stdin);
      });
    }

    /** What a verb says of each shape: of all that are in one file at once, then of those in several. */
    async function answers(verb, ...options) {
      const single = groups.filter((names) => names.length === 1).flat();
      const runs = [
        [...options, ...single],
        ...groups.filter((names) => names.length > 1).map((names) => [...options, '--join', ...names]),
      ];
      const texts = [];
      for (const args of runs) {
        const { code, stdout, stderr } = await run([verb, ...args]);
        assert.deepEqual([code, stderr], [0, ''], args.join(' '));
        texts.push(stdout);
      }
      return { single, texts };
    }

    /** JSON of each shape, its windows without their names, which some shapes do not know. */
    async function values(verb, ...options) {
      const { texts } = await answers(verb, ...options, '--json');
      const found = texts.flatMap((text) =>
        documentsIn(text.replaceAll(/"(windowId|from)": ?"[^"]*"/g, '"$1":"w"')),
      );
      assert.equal(found.length, groups.length);
      return found;
    }

    const assertSame = (found) => found.forEach((value) => assert.deepEqual(value, found[0]));

    it('says what every shape is', async () => {
      const infos = await values('info');
      assertSame(infos.map(({ duration, counts, startedAt }) => ({ duration, counts, startedAt })));
      assert.equal(infos[0].counts.fullSnapshot, 3);
    });

    // Analytics events come with some shapes alone.
    const isOfTheSession = ({ kind, title }) => kind !== 'custom' || !title.startsWith('event: ');

    for (const [verb, least] of [
      ['entries', 40],
      ['console', 3],
      ['requests', 5],
      ['errors', 0],
      ['pages', 3],
    ])
      it(`lists the same ${verb} of every shape`, async () => {
        const lists = (await values(verb)).map((list) => list.filter(isOfTheSession));
        assertSame(lists);
        assert.ok(lists[0].length >= least, `${lists[0].length} ${verb}`);
      });

    it('tells the same of every shape, in words, as an archive of requests, and of what was on pages', async () => {
      const stories = (await values('transcript')).map((story) => JSON.stringify(story));
      for (const story of stories) assert.match(story, /Add to cart/);
      const archives = (await values('har')).map(({ log }) => log.entries.length);
      assertSame(archives);
      assert.ok(archives[0] >= 5);
      const spans = await values('search', 'Look closer');
      assertSame(spans);
      assert.equal(spans[0].length, 1);
    });

    it('finds every shape sound, and free of leaks', async () => {
      const verdicts = await values('verify');
      assert.deepEqual(new Set(verdicts.map(({ ok }) => ok)), new Set([true]));
      const reports = await values('scan');
      assert.deepEqual(new Set(reports.map(({ findings }) => findings.length)), new Set([0]));
    });

    it('converts every shape into any that it writes', async () => {
      const [{ duration, counts }] = await values('info');
      for (const format of ['2023-04-28', 'jsonl', 'rrweb', 'html']) {
        const out = join(project.folder, `as-${format}`);
        const single = groups.filter((names) => names.length === 1).flat();
        const done = await run(['convert', ...single, '--format', format, '--out', `${out}/`]);
        assert.deepEqual([done.code, done.stdout, done.stderr], [0, '', '']);
        const { stdout } = await run(['info', `${out}/`, '--json']);
        const infos = documentsIn(stdout);
        assert.equal(infos.length, single.length);
        for (const info of infos)
          assert.deepEqual([info.duration, info.counts], [duration, counts], info.file);
      }
      for (const name of await readdir(join(project.folder, 'as-html')))
        assert.match(
          await readFile(join(project.folder, 'as-html', name), 'utf8'),
          /^<!doctype html>[^]*NOT redacted/i,
        );
    });

    it('redacts every shape so that no byte of it is left', async () => {
      const out = join(project.folder, 'redacted');
      const single = groups.filter((names) => names.length === 1).flat();
      const done = await run(['redact', ...single, '--string', SECRET, '--out', `${out}/`]);
      assert.deepEqual([done.code, done.stdout], [0, '']);
      assert.equal(done.stderr.match(/removed \d+ texts/g).length, single.length);
      const names = await readdir(out);
      assert.equal(names.length, single.length);
      for (const name of names)
        assert.ok(!new RegExp(SECRET, 'i').test(await readFile(join(out, name), 'latin1')), name);
    });

    it('reads from a pipe and writes into one, and minds one that is closed early', async () => {
      const stdin = await readFile(join(folder, groups[0][0]));
      const { code, stdout } = await run(['convert', '-', '--format', 'jsonl'], { stdin });
      assert.equal(code, 0);
      assert.equal(linesOf(stdout).length > 100, true);
      const child = spawn(
        join(project.folder, 'node_modules/.bin/portable-replay'),
        ['convert', groups[0][0]],
        {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      let said = '';
      child.stderr.on('data', (chunk) => (said += chunk));
      child.stdout.once('data', () => child.stdout.destroy());
      const ended = await new Promise((resolve) => child.on('close', resolve));
      assert.deepEqual([ended, said], [0, '']);
    });

    it('downloads a session from PostHog', async () => {
      const lines = (await readFile(join(ROOT, 'fixtures/recordings/checkout.jsonl'), 'utf8')).trimEnd();
      const server = createServer(({ url, headers }, response) => {
        const [path, query] = url.replace('/api/projects/7/session_recordings/s-1', '').split('?');
        const source = { source: 'blob_v2_lts', blob_key: 'lts/s-1' };
        if (headers.authorization !== 'Bearer phx_key') response.writeHead(401).end();
        else if (path === '') response.end(JSON.stringify({ id: 's-1' }));
        else response.end(query.includes('source=') ? lines : JSON.stringify({ sources: [source] }));
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const host = `http://127.0.0.1:${server.address().port}`;
        const args = ['pull', 's-1', '--host', host, '--project', '7', '--out', 'pulled'];
        const done = await run(args, { env: { POSTHOG_PERSONAL_API_KEY: 'phx_key' } });
        assert.deepEqual([done.code, done.stderr], [0, '']);
      } finally {
        server.close();
      }
      const [info] = documentsIn((await run(['info', 'pulled', '--json'])).stdout);
      const [{ duration, counts }] = await values('info');
      assert.deepEqual([info.id, info.duration, info.counts], ['s-1', duration, counts]);
    });

    it('goes on without a recording that a thread dies of', async () => {
      await writeFile(join(folder, 'large.jsonl'), await largeRecording());
      const files = [groups[0][0], 'large.jsonl', groups[1][0]];
      const said = await run(['verify', ...files, '--jobs', '2'], {
        env: { NODE_OPTIONS: '--max-old-space-size=80' },
      });
      assert.equal(said.stdout, `ok ${files[0]}\nok ${files[2]}\n`);
      assert.match(said.stderr, /^portable-replay: large\.jsonl: .*\(too-large\)\n$/);
      assert.equal(said.code, 3);
    });

    it('leaves no half files when it is stopped', async () => {
      const out = join(project.folder, 'stopped');
      const files = Array.from({ length: 20 }, () => groups[0][0]);
      const command = join(project.folder, 'node_modules/.bin/portable-replay');
      const child = spawn(command, ['convert', ...files, '--jobs', '2', '--out', `${out}/`], { cwd: folder });
      const ended = once(child, 'close');
      const written = async () =>
        (await readdir(out).catch(() => [])).filter((name) => !name.startsWith('.'));
      while ((await written()).length === 0) await setImmediate();
      child.kill('SIGINT');
      assert.deepEqual(await ended, [null, 'SIGINT']);
      const names = await readdir(out);
      assert.ok(names.length < files.length, `${names.length} files`);
      for (const name of names) JSON.parse(await readFile(join(out, name), 'utf8'));
    });

    it('has a help for each verb, with examples', async () => {
      const { stdout } = await run(['--help']);
      const verbs = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, verb]) => verb);
      assert.ok(verbs.length >= 13, verbs.join());
      for (const verb of verbs) {
        if (verb === 'help') continue;
        const help = await run([verb, '--help']);
        assert.deepEqual([help.code, help.stderr], [0, ''], verb);
        assert.match(help.stdout, new RegExp(`Examples:\n {2}\\$ portable-replay ${verb} `), verb);
      }
    });

    it('carries the licences of what it is made of', async () => {
      const notices = await readFile(join(project.installed, 'dist/cli/THIRD-PARTY-NOTICES.txt'), 'utf8');
      for (const name of ['commander', 'cli-progress', 'tinyglobby'])
        assert.ok(notices.includes(`\n${name} `), name);
    });
  });
}

/** The values of documents of JSON that stand behind each other, each from the beginning of a line. */
function documentsIn(text) {
  const found = [];
  let part = '';
  for (const line of text.split('\n')) {
    part += `${line}\n`;
    try {
      found.push(JSON.parse(part));
      part = '';
    } catch {
      // It goes on in the next line.
    }
  }
  return found;
}

/** One with an event that needs more memory than 80 MB. */
async function largeRecording() {
  const text = await readFile(join(ROOT, 'fixtures/recordings/lab.jsonl'), 'utf8');
  const [windowId, { timestamp }] = linesOf(text).at(-1);
  const payload = Array.from({ length: 2_000_000 }, (_, i) => ({ x: `x${i}` }));
  const event = { type: 5, timestamp, data: { tag: 'large', payload } };
  return `${text.trimEnd()}\n${JSON.stringify([windowId, event])}\n`;
}
