import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENGINES } from './engines.mjs';
import { findBrowser } from './find-browser.mjs';
import { provideBrowser } from './provide-browser.mjs';
import { inOneSentence, MISSING, useScratchMachine } from './scratch-machine.mjs';

for (const engine of ['firefox', 'webkit']) {
  const { label, packages, variable } = ENGINES[engine];

  describe(`a ${label} to test with`, () => {
    const scratch = useScratchMachine(engine);

    it('is found where there is one', async () => {
      const kind = scratch.kind();
      scratch.browserAt(kind);
      assert.deepEqual(await findBrowser(engine, scratch.machine), {
        path: scratch.at(kind),
        isPlaywrights: kind === 'playwright',
        version: scratch.real.version,
        refusals: [],
      });
    });

    it('is not one that does not start', async () => {
      scratch.brokenAt('system');
      const { path, refusals } = await findBrowser(engine, scratch.machine);
      assert.equal(path, null);
      assert.match(refusals[0], /^.+system does not start: ./);
    });

    it(`cannot be what ${variable} names when that does not exist`, async () => {
      scratch.machine.env[variable] = scratch.at('mine');
      await assert.rejects(
        findBrowser(engine, scratch.machine),
        inOneSentence(new RegExp(`^${variable} is .+mine, but there is no such file`)),
      );
    });

    it('cannot be had where nothing can be installed, which one sentence says', async () => {
      await assert.rejects(
        provideBrowser(engine, scratch.machine),
        inOneSentence(
          new RegExp(`no ${label} .+apt-get install ${packages.join(' ')}\\), or .+${variable}=`),
        ),
      );
      assert.deepEqual(scratch.calls(), [`playwright install --no-shell --no-progress ${engine}`]);
    });

    // What is needed to have one apt-get wait for another, flock, is on no other system.
    if (process.platform === 'linux')
      it("is Debian's where Playwright's cannot be downloaded or does not start", async () => {
        scratch.playwrightInstalls(`echo "${MISSING}" >&2`, 'exit 127');
        scratch.aptGetInstalls();
        const { path, isNew } = await provideBrowser(engine, scratch.machine);
        assert.deepEqual([path, isNew], [scratch.at(scratch.kind()), true]);
        assert.equal(
          scratch.calls().at(-1),
          `apt-get -q install -y --no-install-recommends ${packages.join(' ')}`,
        );
      });
  });
}
