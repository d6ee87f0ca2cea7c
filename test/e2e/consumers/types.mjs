import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../servers.mjs';

const run = promisify(execFile);

const APP = `
import { PortableReplayElement, ReplayError, type RecordingInfo, type ReplayWarningEvent } from 'portable-replay';
import { DEFAULT_LIMITS } from 'portable-replay/define';
import { openRecording } from 'portable-replay/core';
import { getRecording, keepSnapshots, record, type KeptRecording, type SnapshotBatch } from 'portable-replay/record';
import { connect, type EmbeddedReplay } from 'portable-replay/embed';
import * as oneFile from 'portable-replay/portable-replay.js';

const player: PortableReplayElement = document.createElement('portable-replay');
player.addEventListener('warning', (event: ReplayWarningEvent) => console.log(event.warning.code));
export const info: Promise<RecordingInfo> = player.load('recording.json', { limits: DEFAULT_LIMITS });
export const code: string = new ReplayError('empty', '').code;
export const same: typeof PortableReplayElement = oneFile.PortableReplayElement;
export const opened: Promise<RecordingInfo> = openRecording(new Blob()).then((recording) => recording.info);
export const embedded: Promise<EmbeddedReplay> = connect(document.createElement('iframe'));
export const height = embedded.then((replay) => replay.addEventListener('resize', (event) => event.height.toFixed()));
export const sent = keepSnapshots({ store: (batch: SnapshotBatch) => void batch.properties.$session_id });
export const reported: Promise<File> = record({ maskAllInputs: true }).stop();
export const open = async ({ id }: KeptRecording) => { player.source = await getRecording(id); };
// @ts-expect-error: this is checked, and not any
player.load(5);
// @ts-expect-error: this is, too
keepSnapshots({ store: 5 });
`;

/** What the page about recording takes for granted. */
const GIVEN = `declare const player: import('portable-replay').PortableReplayElement;\n`;

/** Scripts of pages, with posthog-js and without what a strict project asks of elements that may not be there. */
const EXAMPLES = {
  ...{ module: 'esnext', moduleResolution: 'bundler', allowJs: true, checkJs: true, strictNullChecks: false },
  paths: { 'posthog-js': [join(ROOT, 'node_modules/posthog-js')] },
  skipLibCheck: true,
};

const SCRIPT = /^```js\n(.*?)^```$/gms;

/** How a project may tell TypeScript to find modules; node16 is an older name of nodenext. */
const RESOLUTIONS = { bundler: 'esnext', nodenext: 'nodenext' };

export function types(project) {
  describe('has types', () => {
    for (const [moduleResolution, module] of Object.entries(RESOLUTIONS)) {
      it(`for moduleResolution ${moduleResolution}`, async () => {
        const folder = join(project.folder, 'types', moduleResolution);
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'app.ts'), APP);
        assert.equal(await mistakes(folder, { module, moduleResolution }, ['app.ts']), '');
      });
    }

    it('for what keeping.md shows', async () => {
      const page = await readFile(join(ROOT, 'demo/docs/keeping.md'), 'utf8');
      const scripts = [...page.matchAll(SCRIPT)].map(([, text]) => text);
      assert.ok(scripts.length >= 4, `${scripts.length} scripts`);
      const folder = join(project.folder, 'types', 'keeping');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'given.d.ts'), GIVEN);
      const names = scripts.map((_, i) => `keeping-${i}.js`);
      await Promise.all(names.map((name, i) => writeFile(join(folder, name), scripts[i])));
      assert.equal(await mistakes(folder, EXAMPLES, ['given.d.ts', ...names]), '');
    });
  });
}

/** What TypeScript says of files in a folder. */
async function mistakes(folder, options, files) {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    // So that the package's own declarations are looked at, too.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    noEmit: true,
    ...options,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((failure) => failure);
  return stdout;
}
