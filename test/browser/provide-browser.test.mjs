import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { provideBrowser } from './provide-browser.mjs';
import { inOneSentence, MISSING, useScratchMachine } from './scratch-machine.mjs';

const scratch = useScratchMachine();

describe('providing a browser', () => {
  it('installs nothing where one is', async () => {
    scratch.browserAt('system');
    scratch.aptGetInstalls();
    const { path, isNew } = await provideBrowser('chromium', scratch.machine);
    assert.deepEqual([path, isNew], [scratch.at('system'), false]);
    assert.deepEqual([scratch.calls(), scratch.said], [[], []]);
  });

  it("downloads Playwright's first", async () => {
    scratch.playwrightInstalls(scratch.browser());
    scratch.aptGetInstalls();
    assert.deepEqual(await provideBrowser('chromium', scratch.machine), {
      path: scratch.at('playwright'),
      isPlaywrights: true,
      version: scratch.real.version,
      isNew: true,
    });
    assert.deepEqual(scratch.calls(), ['playwright install --no-shell --no-progress chromium']);
  });

  it('says in one sentence what to do where neither can be', async () => {
    await assert.rejects(
      provideBrowser('chromium', scratch.machine),
      inOneSentence(/no Chromium .+apt-get install chromium\), or .+CHROME_PATH=/),
    );
  });
});

// What is needed to have one apt-get wait for another, flock, is on no other system.
if (process.platform === 'linux')
  describe('providing a browser with apt-get', () => {
    it("installs Debian's where nothing can be downloaded, and says why in one line", async () => {
      scratch.aptGetInstalls();
      const { path, isNew } = await provideBrowser('chromium', scratch.machine);
      assert.deepEqual([path, isNew], [scratch.at('system'), true]);
      assert.deepEqual(scratch.said, [
        'No Chromium to test with yet: downloading the one of Playwright.',
        'That failed: getaddrinfo ENOTFOUND cdn',
        'Installing the Chromium of Debian with apt-get.',
      ]);
      assert.deepEqual(scratch.calls().slice(1), [
        'apt-get -q update',
        'apt-get -q install -y --no-install-recommends chromium',
      ]);
    });

    it("installs Debian's where what was downloaded does not start", async () => {
      scratch.playwrightInstalls(`echo "${MISSING}" >&2`, 'exit 127');
      scratch.aptGetInstalls();
      assert.equal((await provideBrowser('chromium', scratch.machine)).path, scratch.at('system'));
      assert.ok(scratch.said.includes(`${scratch.at('playwright')} does not start: ${MISSING}`));
    });

    it('does not download again what is there and does not start', async () => {
      scratch.brokenAt('playwright');
      scratch.aptGetInstalls();
      await provideBrowser('chromium', scratch.machine);
      assert.deepEqual(
        scratch.calls().filter((call) => call.startsWith('playwright')),
        [],
      );
    });

    it('asks sudo where it is not root and sudo asks for nothing', async () => {
      scratch.machine.isRoot = false;
      scratch.aptGetInstalls();
      scratch.script('bin/sudo', `echo "sudo $1" >> ${scratch.at('calls')}`, 'shift', 'exec "$@"');
      assert.equal((await provideBrowser('chromium', scratch.machine)).path, scratch.at('system'));
      assert.deepEqual(scratch.calls().slice(1, 3), ['sudo -n', 'sudo -n']);
    });

    it('says what to do where it is not root and sudo would ask for a password', async () => {
      scratch.machine.isRoot = false;
      scratch.aptGetInstalls();
      scratch.script('bin/sudo', 'echo "sudo: a password is required" >&2', 'exit 1');
      await assert.rejects(provideBrowser('chromium', scratch.machine), inOneSentence(/CHROME_PATH=/));
      assert.equal(scratch.calls().length, 1);
    });

    it('says what to do where apt-get fails, and why it did in one line', async () => {
      scratch.aptGetDoes(
        'echo "Reading package lists..."',
        'echo "E: Unable to locate package chromium" >&2',
        'exit 100',
      );
      await assert.rejects(provideBrowser('chromium', scratch.machine), inOneSentence(/CHROME_PATH=/));
      assert.equal(scratch.said.at(-1), 'That failed: Unable to locate package chromium');
    });

    it('lets one apt-get wait for the other', async () => {
      scratch.aptGetInstalls(
        `mkdir ${scratch.at('busy')} || { echo conflict >> ${scratch.at('calls')}; exit 100; }`,
        'sleep 0.2',
        `rmdir ${scratch.at('busy')}`,
      );
      writeFileSync(scratch.at('machine.json'), JSON.stringify(scratch.machine));
      const program = `
      const { readFileSync } = await import('node:fs');
      const { provideBrowser } = await import(${JSON.stringify(new URL('provide-browser.mjs', import.meta.url).href)});
      const machine = JSON.parse(readFileSync(${JSON.stringify(scratch.at('machine.json'))}, 'utf8'));
      console.log((await provideBrowser('chromium', { ...machine, say() {} })).path);`;
      const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
      const both = await Promise.all([start(), start()]);
      assert.deepEqual(
        both.map(({ stdout }) => stdout.trim()),
        [scratch.at('system'), scratch.at('system')],
      );
      assert.ok(!scratch.calls().includes('conflict'), scratch.calls().join('\n'));
    });
  });
