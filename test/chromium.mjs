import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium's own background traffic is noise in tests that count requests. */
export const CHROMIUM_ARGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function installedChromium() {
  const candidates = [chromium.executablePath(), process.env.CHROME_PATH, ...SYSTEM_PATHS];
  return candidates.find((path) => path && existsSync(path));
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/**
 * The path of a Chromium to test with: Playwright's own, then `CHROME_PATH`, then the system's. When there is
 * none it installs one: Playwright's download first, then Debian's package when we are root.
 */
export function findChromium() {
  const found = installedChromium();
  if (found) return found;
  const cli = createRequire(import.meta.url).resolve('playwright/cli.js');
  run(process.execPath, [cli, 'install', 'chromium']);
  if (!installedChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  const installed = installedChromium();
  if (!installed) {
    throw new Error(
      'No Chromium to test with. Install one, or name yours: CHROME_PATH=/path/to/chromium npm test',
    );
  }
  return installed;
}
