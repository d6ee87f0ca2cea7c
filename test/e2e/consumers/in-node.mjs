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
