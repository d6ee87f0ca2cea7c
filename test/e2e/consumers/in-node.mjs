import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

const READ = `
import { readFile } from 'node:fs/promises';
import { openRecording, ReplayError } from 'portable-replay/core';

const recording = await openRecording(await readFile('public/recording.json'));
const { format, eventCount, windows } = recording.info;
const failure = await openRecording(new TextEncoder().encode('no recording')).catch((error) => error);
console.log(JSON.stringify({ format, eventCount, windows: windows.length, code: failure instanceof ReplayError && failure.code }));
recording.close();
`;

/** All answers, and whose thread they come from. It ends by itself once what it has opened is closed. */
const READ_IN_WORKER = `
import { openRecording } from 'portable-replay/core';

async function answers(options) {
  const recording = await openRecording('public/recording.json', options);
  const [events, entries] = [[], []];
  for await (const event of recording.events()) events.push(event);
  for await (const entry of recording.entries()) entries.push(entry);
  const { info } = recording;
  const answers = [info, events, entries, await recording.transcript({ seen: true }), await recording.page(8)];
  answers.push(await recording.search('Look closer'), await (await recording.export({ format: 'jsonl' })).text());
  const failure = await recording.redact({ strings: ['a'] }).catch(({ name, message }) => [name, message]);
  await recording.close();
  return [...answers, failure];
}

const here = await answers({});
const elsewhere = await answers({ worker: true });
const failures = [
  await openRecording('package.json', { worker: true }).catch(({ code }) => code),
  await openRecording('public/recording.json', { worker: true, signal: AbortSignal.abort() }).catch(({ code }) => code),
];
console.log(JSON.stringify({ isSame: JSON.stringify(here) === JSON.stringify(elsewhere), events: elsewhere[1].length, failures }));
`;

/** What comes of importing each entry: the names that it exports, or the message of its failure. */
const IMPORT_ALL = `
const outcomes = {};
for (const entry of JSON.parse(process.argv[2])) {
  const name = entry.replace('.', 'portable-replay');
  const options = name.endsWith('.json') ? { with: { type: 'json' } } : {};
  outcomes[entry] = await import(name, options).then(Object.keys, ({ message }) => message);
}
console.log(JSON.stringify({ outcomes, document: typeof document, window: typeof window }));
`;

/** Entries that are of no use here, and what they say. */
const REFUSED = {
  './portable-replay.js': /needs a page.*portable-replay\/define/,
  './embed.js': /needs a page.*portable-replay\/embed/,
  './reader.worker.js': /needs a worker.*portable-replay\/core/,
};

export function inNode(project) {
  describe('in Node.js, which has no document,', () => {
    /** What a script of the project prints. */
    async function output(name, script, ...parameters) {
      await writeFile(join(project.folder, name), script);
      const { stdout, stderr } = await run(process.execPath, ['--no-warnings', name, ...parameters], {
        cwd: project.folder,
      });
      assert.equal(stderr, '');
      return JSON.parse(stdout);
    }

    it('reads a recording with core', async () => {
      const { format, eventCount, windows, code } = await output('read.mjs', READ);
      assert.equal(format, 'posthog-export-2023-04-28');
      assert.ok(eventCount > 100);
      assert.equal(windows, 1);
      assert.equal(code, 'not-a-recording');
    });

    it('reads and answers the same in a worker thread, which ends with what it has read', async () => {
      const { isSame, events, failures } = await output('read-in-worker.mjs', READ_IN_WORKER);
      assert.equal(isSame, true);
      assert.ok(events > 100);
      assert.deepEqual(failures, ['not-a-recording', 'aborted']);
    });

    it('imports every entry without a page, as servers that render pages do, or says which one to take', async () => {
      const { exports } = JSON.parse(await readFile(join(project.installed, 'package.json'), 'utf8'));
      const entries = JSON.stringify(Object.keys(exports));
      const { outcomes, document, window } = await output('import.mjs', IMPORT_ALL, entries);
      assert.deepEqual([document, window], ['undefined', 'undefined']);
      for (const [entry, outcome] of Object.entries(outcomes)) {
        if (entry in REFUSED) assert.match(outcome, REFUSED[entry]);
        else assert.ok(Array.isArray(outcome), `${entry}: ${outcome}`);
      }
      for (const entry of ['.', './define'])
        assert.ok(outcomes[entry].includes('PortableReplayElement'), entry);
      for (const name of ['connect', 'EmbeddedReplay']) assert.ok(outcomes['./embed'].includes(name), name);
    });
  });
}
