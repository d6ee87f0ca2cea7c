import { existsSync } from 'node:fs';
import type { Browser, LaunchOptions } from 'playwright';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../verb.ts';
import { loadPlaywright } from './load-playwright.ts';

const SYSTEMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

const ARGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Not even a name is asked for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Chromium has none for root, as in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Starts a Chromium without a window: the one that `CHROME_PATH` names and no other, or else Playwright's own, or else the
 * system's.
 *
 * @throws UsageError when there is none that starts, with what to type
 */
export async function launchChromium({ env }: Pick<Terminal, 'env'>): Promise<Browser> {
  const { chromium } = loadPlaywright();
  const named = env['CHROME_PATH'];
  const choices: readonly LaunchOptions[] = named
    ? [{ executablePath: named }]
    : [
        {},
        ...[chromium.executablePath(), ...SYSTEMS]
          .filter((path) => existsSync(path))
          .map((executablePath) => ({ executablePath })),
      ];
  let reason = '';
  for (const choice of choices) {
    try {
      // The command stops by itself when it is told to.
      return await chromium.launch({
        ...choice,
        args: ARGS,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
    } catch (thrown) {
      [reason = ''] = (thrown as Error).message.split('\n');
    }
  }
  if (named) throw new UsageError(`CHROME_PATH is ${named}, which does not start: ${reason}`);
  throw new UsageError(`There is no Chromium that starts (${reason}). Type:

  npx playwright install chromium

or name yours: CHROME_PATH=/path/to/chromium
`);
}
