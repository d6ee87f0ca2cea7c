import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../servers.mjs';

const run = promisify(execFile);

/** The oldest major that is tested. It cannot stand beside the project's own, whose command has the same name. */
const OLDER_VITE = 'vite@6.4.6';

const APP = `import 'portable-replay/define';
const player = document.createElement('portable-replay');
document.body.append(player);
player.src = './recording.json';
`;

/**
 * A project of somebody who uses the package, as `npm publish` would send it: packed, and installed from the tarball.
 * There is an app in it that plays a recording.
 */
export async function createScratchProject() {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT });
  const [{ filename, files }] = JSON.parse(stdout);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', `./${filename}`, OLDER_VITE, ...quick], { cwd: folder });
  await writeFile(join(folder, 'app.js'), APP);
  await writeFile(join(folder, 'index.html'), page('./app.js'));
  await mkdir(join(folder, 'public'));
  await addRecording(join(folder, 'public'));
  return {
    folder,
    tarball: join(folder, filename),
    /** The package as it is installed. */
    installed: join(folder, 'node_modules/portable-replay'),
    /** Paths in the tarball. */
    files: files.map(({ path }) => path),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** For bundlers that make no pages. */
export async function addPage(folder, script) {
  await writeFile(join(folder, 'index.html'), page(script));
  await addRecording(folder);
}

function addRecording(folder) {
  return cp(join(ROOT, 'fixtures/recordings/checkout.v2.json'), join(folder, 'recording.json'));
}

function page(script) {
  return `<!doctype html><link rel="icon" href="data:," /><body><script type="module" src="${script}"></script></body>`;
}
