import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, firefox, webkit } from 'playwright';

const isRoot = process.getuid?.() === 0;

/** Chromium's own background traffic is noise in tests that count requests. */
export const CHROMIUM_ARGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/**
 * Where browsers are on this machine, and what can install one. Tests hand in another machine: folders of their own.
 *
 * @typedef {typeof thisMachine} Machine
 */
export const thisMachine = {
  env: process.env,
  isRoot,
  cli: playwrightCli(),
  aptGet: '/usr/bin/apt-get',
  /** By engine: where Playwright puts its browser, and where a system has one. Of WebKit that is what drives it. */
  paths: {
    chromium: {
      playwright: chromium.executablePath(),
      system: [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/usr/bin/google-chrome-stable',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      ],
    },
    firefox: {
      playwright: firefox.executablePath(),
      system: [
        '/usr/bin/firefox-esr',
        '/usr/bin/firefox',
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      ],
    },
    webkit: { playwright: webkit.executablePath(), system: ['/usr/bin/WebKitWebDriver'] },
  },
  say: (line) => console.log(line),
};

/** The script behind `npx playwright`. Its package exports no path to it, but says where it is. */
function playwrightCli() {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('playwright/package.json');
  return join(dirname(manifest), require(manifest).bin.playwright);
}

/**
 * Runs a command to its end without a word of it on the screen.
 *
 * @returns {{ isDone: boolean, output: string }} all it printed, or why it did not start
 */
export function run(command, args, env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
  return { isDone: status === 0, output: [stderr, stdout, error?.message].filter(Boolean).join('\n') };
}
