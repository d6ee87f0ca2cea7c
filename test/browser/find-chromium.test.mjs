import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { run, thisMachine } from './machine.mjs';
import { provideChromium } from './provide-chromium.mjs';
import { inOneSentence, MISSING, useScratchMachine } from './scratch-machine.mjs';

const scratch = useScratchMachine();

describe('finding a browser', () => {
  it('finds none on a machine that has none', async () => {
    assert.deepEqual(await findChromium(scratch.machine), { path: null, refusals: [] });
  });

  it("takes Playwright's where there are both", async () => {
    scratch.browserAt('playwright');
    scratch.browserAt('chromium');
    assert.deepEqual(await findChromium(scratch.machine), {
      path: scratch.at('playwright'),
      version: scratch.real.version,
      refusals: [],
    });
  });

  it("takes the system's where it is the only one", async () => {
    scratch.browserAt('google-chrome');
    assert.equal((await findChromium(scratch.machine)).path, scratch.at('google-chrome'));
  });

  it('goes on to the next one where one does not start, and says why', async () => {
    scratch.brokenAt('playwright');
    scratch.script('chromium', 'exit 0');
    scratch.browserAt('google-chrome');
    const { path, refusals } = await findChromium(scratch.machine);
    assert.equal(path, scratch.at('google-chrome'));
    assert.equal(refusals.length, 2);
    assert.equal(refusals[0], `${scratch.at('playwright')} does not start: ${MISSING}`);
    assert.match(refusals[1], /chromium does not start: it ends at once with exitCode=0/);
  });

  it('takes what CHROME_PATH names before all others', async () => {
    scratch.browserAt('playwright');
    scratch.browserAt('mine');
    scratch.machine.env.CHROME_PATH = scratch.at('mine');
    assert.equal((await findChromium(scratch.machine)).path, scratch.at('mine'));
  });

  it('takes nothing else when CHROME_PATH names what does not exist or does not start', async () => {
    scratch.browserAt('playwright');
    scratch.machine.env.CHROME_PATH = scratch.at('mine');
    await assert.rejects(
      provideChromium(scratch.machine),
      inOneSentence(/^CHROME_PATH is .+mine, but there is no such file/),
    );
    scratch.brokenAt('mine');
    await assert.rejects(
      provideChromium(scratch.machine),
      inOneSentence(/^CHROME_PATH is .+mine, which does not start: .+libnss3/),
    );
    assert.deepEqual(scratch.calls(), []);
  });
});

describe('this machine', () => {
  it('has the command line of Playwright, which would put its browser where it is looked for', () => {
    const { playwright, env } = thisMachine;
    const { isDone, output } = run(
      process.execPath,
      [playwright.cli, 'install', '--dry-run', '--no-shell', 'chromium'],
      env,
    );
    assert.ok(isDone, output);
    const [, place] = /Install location:\s+(\S.*)/.exec(output) ?? [];
    assert.ok(playwright.path.startsWith(place), output);
  });

  it('is told of by npm run browser in one line', () => {
    const ensure = fileURLToPath(new URL('ensure.mjs', import.meta.url));
    const { output } = run(process.execPath, [ensure], { ...process.env, CHROME_PATH: scratch.real.path });
    assert.equal(
      output.trim(),
      `Browser: ${scratch.real.path} (version ${scratch.real.version}), was there already`,
    );
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
