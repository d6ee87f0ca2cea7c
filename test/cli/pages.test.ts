import { writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { command, recording, useFolder } from './command.ts';

/** What the verbs that show pages say before they need a browser. What they show is in `test/e2e/cli-pages.test.mjs`. */
describe('portable-replay screenshot, aria and check', () => {
  const inFolder = useFolder();
  const file = recording('checkout.v2.json');

  it('say what to type where there is no Playwright', async () => {
    const { loadPlaywright } = await import('../../src/cli/browser/load-playwright.ts');
    expect(() => loadPlaywright([inFolder()])).to.throw(
      /npm install --save-dev playwright\n.*npx playwright install chromium/,
    );
  });

  it('take the Playwright of the folder that they run in first', async () => {
    const { loadPlaywright } = await import('../../src/cli/browser/load-playwright.ts');
    await writeFile(inFolder('playwright.js'), '');
    const found = loadPlaywright([inFolder(), recording('')]);
    expect(found.chromium.name()).to.equal('chromium');
  });

  for (const verb of ['screenshot', 'aria'])
    it(`${verb} names a Chromium that does not start`, async () => {
      const { code, stdout, stderr } = await command([verb, file, '--at', '1'], {
        env: { CHROME_PATH: inFolder('chromium') },
      });
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.include(`CHROME_PATH is ${inFolder('chromium')}`);
    });

  for (const [title, args, message] of [
    ['a picture of no moment', ['screenshot', file], /--at/],
    ['a time that is none', ['aria', file, '--at', 'soon'], /A time is written/],
    ['a width that is none', ['screenshot', file, '--at', '1', '--width', '0'], /whole number of pixels/],
    ['several pictures in one file', ['screenshot', file, file, '--at', '1', '--out', 'a.png'], /a folder/],
    ['a script that is not there', ['check', 'gone.mjs', file], /gone\.mjs could not be loaded/],
    ['checks of nothing', ['check', 'a.mjs'], /missing required argument/],
  ] as const)
    it(`refuse ${title}`, async () => {
      const { code, stdout, stderr } = await command([...args]);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(message);
    });

  for (const [title, script, message] of [
    ['has a mistake in it', 'export default {', /could not be loaded: .*SyntaxError/s],
    ['exports nothing', 'export const at = 1;', /its default export must be an object of functions/],
    ['exports one function', 'export default () => {};', /its default export must be/],
    ['exports something else', "export default { a: 'b' };", /its default export must be/],
  ] as const)
    it(`check refuses a script that ${title}`, async () => {
      await writeFile(inFolder('checks.mjs'), script);
      const { code, stderr } = await command(['check', inFolder('checks.mjs'), file]);
      expect(code).to.equal(2);
      expect(stderr).to.match(message);
    });
});
