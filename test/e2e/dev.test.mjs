import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT } from './servers.mjs';

const FILES = ['src', 'demo', 'fixtures', 'package.json', 'tsconfig.json', 'vite.config.ts', 'README.md'];

describe('npm run dev', () => {
  const browser = useBrowser();
  const usual = createServer();
  let folder;
  let server;
  before(async () => {
    // Somebody else has the usual port, this or another program.
    await new Promise((resolve) => usual.once('error', resolve).listen(5173, 'localhost', resolve));
    folder = await copyOfTheProject();
    server = await startServer(folder);
  });
  after(async () => {
    usual.close();
    server.child.kill();
    await rm(folder, { recursive: true });
  });

  /** Changes a text in a source file, and the page that the server is asked for. */
  async function edit(file, before, now) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    assert.ok(text.includes(before), `${file} has no ${before}`);
    await writeFile(path, text.replace(before, now));
  }

  it('prints one address, plays a sample there, and reloads it on edits of core and of the interface', async () => {
    assert.equal(server.addresses().length, 1);
    assert.notEqual(new URL(server.addresses()[0]).port, '5173');
    const { page, errors } = await browser.open(server.addresses()[0]);
    await seeText(page, '#title', 'Plants for shady corners');
    assert.equal(page.workers().length, 1);

    // The worker alone runs this.
    await edit('src/core/formats/posthog-export-2023-04-28.ts', '`posthog-export-', '`edited-export-');
    await page.waitForFunction(() =>
      document.querySelector('portable-replay')?.recording?.format.startsWith('edited-export-'),
    );
    await seeText(page, '#title', 'Plants for shady corners');
    assert.equal(page.workers().length, 1);

    await edit(
      'src/portable-replay-element.ts',
      'aria-label=${this.label || words.controls.player}',
      'aria-label="Edited replay"',
    );
    await page.getByRole('region', { name: 'Edited replay' }).waitFor();
    assert.deepEqual(errors, []);
  });
});

/** A copy whose files may be edited; packages are those of the project. */
async function copyOfTheProject() {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dev-server-')));
  for (const file of FILES) await cp(join(ROOT, file), join(folder, file), { recursive: true });
  // What the server prepares goes beside the packages: a folder of links keeps it out of the project's own.
  const packages = join(folder, 'node_modules');
  await mkdir(packages);
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) await symlink(join(ROOT, 'node_modules', name), join(packages, name));
  }
  return folder;
}

async function startServer(cwd) {
  const child = spawn(process.execPath, ['demo/dev.mjs'], { cwd });
  let printed = '';
  await new Promise((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (data) => {
        printed += data;
        if (printed.includes('autoplay')) resolve();
      });
    }
    child.on('exit', () => reject(new Error(printed)));
  });
  return { child, addresses: () => printed.match(/http:\S+/g) };
}
