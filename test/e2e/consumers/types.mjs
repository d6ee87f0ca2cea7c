import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../servers.mjs';

const run = promisify(execFile);

const APP = `
import { PortableReplayElement, ReplayError, type RecordingInfo, type ReplayWarningEvent } from 'portable-replay';
import { DEFAULT_LIMITS } from 'portable-replay/define';
import { openRecording } from 'portable-replay/core';
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
// @ts-expect-error: this is checked, and not any
player.load(5);
`;

/** How a project may tell TypeScript to find modules; node16 is an older name of nodenext. */
const RESOLUTIONS = { bundler: 'esnext', nodenext: 'nodenext' };

export function types(project) {
  describe('has types', () => {
    for (const [moduleResolution, module] of Object.entries(RESOLUTIONS)) {
      it(`for moduleResolution ${moduleResolution}`, async () => {
        const folder = join(project.folder, 'types', moduleResolution);
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'app.ts'), APP);
        const compilerOptions = {
          module,
          moduleResolution,
          target: 'es2022',
          lib: ['es2023', 'dom', 'dom.iterable'],
          types: [],
          strict: true,
          // So that the package's own declarations are looked at, too.
          skipLibCheck: false,
          skipDefaultLibCheck: true,
          noEmit: true,
        };
        await writeFile(
          join(folder, 'tsconfig.json'),
          JSON.stringify({ compilerOptions, files: ['app.ts'] }),
        );
        const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
        const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((failure) => failure);
        assert.equal(stdout, '');
      });
    }
  });
}
