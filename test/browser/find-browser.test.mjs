import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ENGINES } from './engines.mjs';
import { findBrowser } from './find-browser.mjs';
import { run, thisMachine } from './machine.mjs';
import { provideBrowser } from './provide-browser.mjs';
import { inOneSentence, MISSING, useScratchMachine } from './scratch-machine.mjs';

const scratch = useScratchMachine();

describe('finding a browser', () => {
  it('finds none on a machine that has none', async () => {
    assert.deepEqual(await findBrowser('chromium', scratch.machine), { path: null, refusals: [] });
  });

  it("takes Playwright's where there are both", async () => {
    scratch.browserAt('playwright');
    scratch.browserAt('system');
    assert.deepEqual(await findBrowser('chromium', scratch.machine), {
      path: scratch.at('playwright'),
      isPlaywrights: true,
      version: scratch.real.version,
      refusals: [],
    });
  });

  it("takes the system's where it is the only one", async () => {
    scratch.browserAt('other');
    assert.equal((await findBrowser('chromium', scratch.machine)).path, scratch.at('other'));
  });

  it('goes on to the next one where one does not start, and says why', async () => {
    scratch.brokenAt('playwright');
    scratch.script('system', 'exit 0');
    scratch.browserAt('other');
    const { path, refusals } = await findBrowser('chromium', scratch.machine);
    assert.equal(path, scratch.at('other'));
    assert.equal(refusals.length, 2);
    assert.equal(refusals[0], `${scratch.at('playwright')} does not start: ${MISSING}`);
    assert.match(refusals[1], /system does not start: it ends at once with exitCode=0/);
  });

  it('takes what CHROME_PATH names before all others', async () => {
    scratch.browserAt('playwright');
    scratch.browserAt('mine');
    scratch.machine.env.CHROME_PATH = scratch.at('mine');
    assert.equal((await findBrowser('chromium', scratch.machine)).path, scratch.at('mine'));
  });

  it('takes nothing else when CHROME_PATH names what does not exist or does not start', async () => {
    scratch.browserAt('playwright');
    scratch.machine.env.CHROME_PATH = scratch.at('mine');
    await assert.rejects(
      provideBrowser('chromium', scratch.machine),
      inOneSentence(/^CHROME_PATH is .+mine, but there is no such file/),
    );
    scratch.brokenAt('mine');
    await assert.rejects(
      provideBrowser('chromium', scratch.machine),
      inOneSentence(/^CHROME_PATH is .+mine, which does not start: .+libnss3/),
    );
    assert.deepEqual(scratch.calls(), []);
  });
});

describe('this machine', () => {
  for (const engine of Object.keys(ENGINES)) {
    it(`has the command line of Playwright, which would put its ${engine} where it is looked for`, () => {
      const { cli, paths, env } = thisMachine;
      const args = [cli, 'install', '--dry-run', '--no-shell', engine];
      const { isDone, output } = run(process.execPath, args, env);
      assert.ok(isDone, output);
      const [, place] = /Install location:\s+(\S.*)/.exec(output) ?? [];
      assert.ok(paths[engine].playwright.startsWith(place), output);
    });
  }

  it('is told of by npm run browser in one line for each', () => {
    const ensure = fileURLToPath(new URL('ensure.mjs', import.meta.url));
    const { output } = run(process.execPath, [ensure], { ...process.env, CHROME_PATH: scratch.real.path });
    const [first, ...others] = output.trim().split('\n');
    assert.equal(
      first,
      `Chromium: ${scratch.real.path} (version ${scratch.real.version}), was there already`,
    );
    assert.match(others.join('\n'), /^Firefox: .+ was there already\nWebKit: .+ was there already$/);
  });

  it('is told in one line, without a stack, that CHROME_PATH is wrong', () => {
    const ensure = fileURLToPath(new URL('ensure.mjs', import.meta.url));
    const { isDone, output } = run(process.execPath, [ensure], {
      ...process.env,
      CHROME_PATH: scratch.at('none'),
    });
    assert.ok(!isDone);
    assert.match(output.trim(), /^CHROME_PATH is .+none, but there is no such file.*$/);
  });
});
