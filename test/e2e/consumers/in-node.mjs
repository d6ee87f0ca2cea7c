import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
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

const IMPORT = `
import * as library from 'portable-replay';
import * as embed from 'portable-replay/embed';
console.log(JSON.stringify({ names: [...Object.keys(library), ...Object.keys(embed)], registers: 'customElements' in globalThis && customElements.get('portable-replay') !== undefined }));
`;

export function inNode(project) {
  describe('in Node.js, which has no document,', () => {
    /** What a script of the project prints. */
    async function output(name, script) {
      await writeFile(join(project.folder, name), script);
      const { stdout, stderr } = await run(process.execPath, [name], { cwd: project.folder });
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

    it('imports the library without registering anything, as servers that render pages do', async () => {
      const { names, registers } = await output('import.mjs', IMPORT);
      for (const name of ['PortableReplayElement', 'connect', 'EmbeddedReplay'])
        assert.ok(names.includes(name));
      assert.equal(registers, false);
    });
  });
}
